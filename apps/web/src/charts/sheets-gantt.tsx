import type { Day, Light } from '@duban/rules/vocabulary';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSession } from '../ui/session.ts';
import { useHref } from '../ui/use-href.ts';
import { useSearchPatch } from '../ui/use-search-patch.ts';
import { Gantt, type GanttPoint } from './gantt.tsx';

/** The most sheets drawn on one page; the ledger below has the rest. */
const most = 50;

/** The steps of one item, planned against actual, and how many items there are in all. */
export type ProgressSheet = {
  number: string;
  title: string;
  unitName: string;
  light: Light | null;
  total: number;
  steps: readonly {
    position: number;
    title: string;
    plannedFrom: Day;
    plannedOn: Day;
    startedOn: Day | null;
    doneOn: Day | null;
    isOverdue: boolean;
    obstacle: string | null;
    decisionNeeded: string | null;
  }[];
};

type SheetsGanttProps = {
  sheets: readonly ProgressSheet[];
  /** What the chart, its rows and its groups are called. */
  label: string;
  rowTitle: string;
  groupTitle: string;
  /** Items added by 再显示一些, which the address keeps as `sheets`. */
  atOnce: number;
};

/** Progress sheets or nodes of several items as one Gantt, an item a group, with what hinders a step and what must be decided. */
export function SheetsGantt({ sheets, label, rowTitle, groupTitle, atOnce }: SheetsGanttProps) {
  const { t } = useTranslation('charts');
  const { asOf } = useSession();
  const href = useHref();
  const patch = useSearchPatch();
  const points = sheets.flatMap(({ number, title, unitName, light, steps }) => {
    const group = {
      id: number,
      label: t('sheets.group', { number, title, unit: unitName }),
      light,
      href: href({ to: '/items/$number', params: { number } }),
    };
    return steps.map(
      (step): GanttPoint => ({
        id: `${number}.${step.position}`,
        label: `${step.position}. ${step.title}`,
        planned: { from: step.plannedFrom, to: step.plannedOn },
        actual: step.startedOn || step.doneOn ? { from: step.startedOn ?? step.doneOn ?? asOf, to: step.doneOn } : null,
        light: step.isOverdue ? 'RED' : null,
        group,
        flags: [...(step.obstacle ? [t('sheets.obstacle')] : []), ...(step.decisionNeeded ? [t('sheets.decision')] : [])],
      }),
    );
  });
  const total = sheets[0]?.total ?? 0;
  return (
    <>
      <Gantt label={label} points={points} today={asOf} rowTitle={rowTitle} groupTitle={groupTitle} href={({ group }) => group?.href} />
      {sheets.length < total && sheets.length < most && (
        <Button
          size="small"
          className="no-print"
          onClick={() => patch({ sheets: Math.min(most, sheets.length + atOnce) }, { replace: true })}
        >
          {t('sheets.more', { shown: sheets.length, total })}
        </Button>
      )}
    </>
  );
}
