import { type DutyKind, dutyKinds } from '@duban/rules/vocabulary';
import { useTranslation } from 'react-i18next';
import styles from './policy.module.css';
import type { Clause, Duty } from './policy-query.ts';

/** Who leads and who assists; all departments or counties as one group. Shared duties name the clause they come from. */
export function ClauseDuties({ clause }: { clause: Clause }) {
  const { t } = useTranslation(['policy', 'common']);
  if (clause.duties.length === 0) return <span className={styles.faint}>{clause.isHeading ? '' : t('duties.none')}</span>;
  const nameOf = ({ group, unitName, count }: Duty) => (group ? t(`duties.${group}`, { count }) : (unitName ?? ''));
  const listOf = (duty: DutyKind) => clause.duties.filter((one) => one.duty === duty).map(nameOf);
  const shared = clause.dutiesFrom !== null && clause.dutiesFrom !== clause.number;
  return (
    <div className={shared ? styles.shared : undefined}>
      {dutyKinds.map((duty) => {
        const names = listOf(duty);
        return names.length === 0 ? null : (
          <div key={duty}>
            <span className={styles.faint}>{t(`duties.${duty}`)}</span> {names.join(t('common:listSeparator'))}
          </div>
        );
      })}
      {shared && <div className={styles.faint}>{t('duties.shared', { clause: clause.dutiesFrom })}</div>}
    </div>
  );
}
