import type { Day, Light } from '@duban/rules/vocabulary';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Gantt, type GanttPoint } from '../../charts/gantt.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { useSession } from '../../ui/session.ts';
import type { TableData } from '../../ui/table-data.ts';
import styles from './item.module.css';
import type { ItemDetail } from './item-query.ts';

type Step = ItemDetail['steps'][number];

/** A step as of a day: what was begun or done later isn't known yet, and what is overdue is red. */
export function ganttPoint(step: Step, asOf: Day): GanttPoint & { light: Light | null } {
  const doneOn = step.actualOn && step.actualOn <= asOf ? step.actualOn : null;
  const begunOn = step.startedOn ?? doneOn;
  return {
    id: step.id,
    label: `${step.position}. ${step.title}`,
    planned: { from: step.plannedFrom ?? step.plannedOn, to: step.plannedOn },
    actual: begunOn && begunOn <= asOf ? { from: begunOn, to: doneOn } : null,
    light: !doneOn && step.plannedOn < asOf ? 'RED' : null,
  };
}

/** The progress sheet: planned and actual of each step, then what stands in the way. */
export function Steps({ steps, title }: { steps: readonly Step[]; title: string }) {
  const { t } = useTranslation('item');
  const { asOf } = useSession();
  const hard = steps.filter(({ obstacle, decisionNeeded }) => obstacle || decisionNeeded);
  return (
    <Panel id="steps" title={title} asOf={asOf}>
      <Gantt label={title} points={steps.map((step) => ganttPoint(step, asOf))} today={asOf} rowTitle={t('step')} />
      <DataTable table={stepTable(steps, t)} caption={t('stepDuties')} />
      {hard.length > 0 && (
        <div className={styles.block}>
          <h3>{t('obstacles')}</h3>
          <ul className={styles.list}>
            {hard.map((step) => (
              <li key={step.id}>
                {step.position}. {step.obstacle}
                {step.decisionNeeded && <div>{t('decisionNeeded', { what: step.decisionNeeded })}</div>}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Panel>
  );
}

/** Who does what by when; columns that no step fills are left out. */
function stepTable(steps: readonly Step[], t: TFunction<'item'>): TableData {
  const columns: { id: string; title: string; text: (step: Step) => string | null }[] = [
    { id: 'step', title: t('step'), text: (step) => `${step.position}. ${step.title}` },
    { id: 'measure', title: t('stepMeasure'), text: ({ measure }) => measure },
    { id: 'unit', title: t('stepUnit'), text: ({ unit, unitText }) => unit?.shortName ?? unitText },
    { id: 'person', title: t('dutyPerson'), text: ({ person }) => person },
    { id: 'plannedOn', title: t('stepPlannedOn'), text: ({ plannedOn }) => plannedOn },
  ];
  const shown = columns.filter(({ text }) => steps.some((step) => text(step)));
  return {
    columns: shown.map(({ id, title }) => ({ id, title })),
    rows: steps.map((step) => ({ id: step.id, cells: shown.map(({ text }) => text(step)) })),
  };
}
