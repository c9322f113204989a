import type { Day, Light } from '@duban/rules/vocabulary';
import { useTranslation } from 'react-i18next';
import { Gantt, type GanttPoint } from '../../charts/gantt.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { useSession } from '../../ui/session.ts';
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
      <ul className={styles.list}>
        {steps
          .filter((step) => step.measure || step.person || step.unit || step.unitText)
          .map((step) => (
            <li key={step.id}>
              {step.position}. {step.measure ?? step.title}
              <div className={styles.faint}>{[step.unit?.name ?? step.unitText, step.person].filter(Boolean).join(' · ')}</div>
            </li>
          ))}
      </ul>
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
