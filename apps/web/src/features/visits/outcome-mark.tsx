import { useTranslation } from 'react-i18next';
import styles from './visits.module.css';
import { answeredOutcomes, type needOutcomes } from './visits-search.ts';

export type Outcome = (typeof needOutcomes)[number];

const answered: readonly Outcome[] = answeredOutcomes;

/** What became of a need: a shape and its word. */
export function OutcomeMark({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation('visits');
  const shape = answered.includes(outcome) ? '✓' : outcome === 'WAITING' ? '○' : '→';
  return (
    <span className={styles.outcome}>
      <span aria-hidden="true">{shape}</span> {t(`outcomes.${outcome}`)}
    </span>
  );
}
