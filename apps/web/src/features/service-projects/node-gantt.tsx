import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Gantt, type GanttPoint } from '../../charts/gantt.tsx';
import { useSession } from '../../ui/session.ts';
import { useHref } from '../../ui/use-href.ts';
import { useSearchPatch } from '../../ui/use-search-patch.ts';
import { type Sheet, sheetsAtFirst } from './projects-query.ts';

/** The nodes of the filtered projects, planned against actual. */
export function NodeGantt({ sheets }: { sheets: readonly Sheet[] }) {
  const { t } = useTranslation('service-projects');
  const { asOf } = useSession();
  const href = useHref();
  const patch = useSearchPatch();
  const points = sheets.flatMap(({ number, title, unitName, light, steps }) =>
    steps.map(
      (step): GanttPoint => ({
        id: `${number}.${step.position}`,
        label: `${step.position}. ${step.title}`,
        planned: { from: step.plannedFrom, to: step.plannedOn },
        actual: step.startedOn || step.doneOn ? { from: step.startedOn ?? step.doneOn ?? asOf, to: step.doneOn } : null,
        light: step.isOverdue ? 'RED' : null,
        group: {
          id: number,
          label: t('nodes.group', { number, title, unit: unitName }),
          light,
          href: href({ to: '/items/$number', params: { number } }),
        },
        flags: [...(step.obstacle ? [t('nodes.obstacle')] : []), ...(step.decisionNeeded ? [t('nodes.decision')] : [])],
      }),
    ),
  );
  const total = sheets[0]?.total ?? 0;
  return (
    <>
      <Gantt
        label={t('nodes.title')}
        points={points}
        today={asOf}
        rowTitle={t('nodes.node')}
        groupTitle={t('project')}
        href={({ group }) => group?.href}
      />
      {sheets.length < total && sheets.length < 50 && (
        <Button
          size="small"
          className="no-print"
          onClick={() => patch({ sheets: Math.min(50, sheets.length + sheetsAtFirst) }, { replace: true })}
        >
          {t('nodes.more', { shown: sheets.length, total })}
        </Button>
      )}
    </>
  );
}
