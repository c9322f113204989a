import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Gantt, type GanttPoint } from '../../charts/gantt.tsx';
import { useSession } from '../../ui/session.ts';
import { useHref } from '../../ui/use-href.ts';
import { useSearchPatch } from '../../ui/use-search-patch.ts';
import type { Sheet } from './hard-problems-query.ts';
import { sheetsAtFirst } from './hard-problems-query.ts';

/** The progress sheets of the filtered problems: each step planned against actual, with what hinders it and what must be decided. */
export function ProgressGantt({ sheets }: { sheets: readonly Sheet[] }) {
  const { t } = useTranslation('hard-problems');
  const { asOf } = useSession();
  const href = useHref();
  const patch = useSearchPatch();
  const link = (number: string) => href({ to: '/items/$number', params: { number } });
  const points = sheets.flatMap(({ number, title, unitName, light, steps }) =>
    steps.map(
      (step): GanttPoint => ({
        id: `${number}.${step.position}`,
        label: `${step.position}. ${step.title}`,
        planned: { from: step.plannedFrom, to: step.plannedOn },
        actual: step.startedOn || step.doneOn ? { from: step.startedOn ?? step.doneOn ?? asOf, to: step.doneOn } : null,
        light: step.isOverdue ? 'RED' : null,
        group: { id: number, label: t('sheets.group', { number, title, unit: unitName }), light, href: link(number) },
        flags: [...(step.obstacle ? [t('sheets.obstacle')] : []), ...(step.decisionNeeded ? [t('sheets.decision')] : [])],
      }),
    ),
  );
  const total = sheets[0]?.total ?? 0;
  return (
    <>
      <Gantt
        label={t('sheets.title')}
        points={points}
        today={asOf}
        rowTitle={t('sheets.step')}
        groupTitle={t('duties.problem')}
        href={({ group }) => group?.href}
      />
      {sheets.length < total && sheets.length < 50 && (
        <Button
          size="small"
          className="no-print"
          onClick={() => patch({ sheets: Math.min(50, sheets.length + sheetsAtFirst) }, { replace: true })}
        >
          {t('sheets.more', { shown: sheets.length, total })}
        </Button>
      )}
    </>
  );
}
