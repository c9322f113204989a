import type { WorkNeed } from '@duban/rules/vocabulary';
import { useTranslation } from 'react-i18next';
import styles from './my-work.module.css';
import type { WorkCount } from './my-work-query.ts';

type NeedTabsProps = { counts: readonly WorkCount[]; chosen: WorkNeed | undefined; onChoose: (need: WorkNeed[] | undefined) => void };

/** The kinds of work with their counts, and how many of each are late; pressing one shows it alone. */
export function NeedTabs({ counts, chosen, onChoose }: NeedTabsProps) {
  const { t } = useTranslation('my-work');
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const late = counts.reduce((sum, each) => sum + each.late, 0);
  const tabs = [{ need: undefined, count: total, late }, ...counts];
  return (
    <fieldset className={`${styles.tabs} no-print`}>
      <legend className="visually-hidden">{t('kinds')}</legend>
      {tabs.map(({ need, count, late: lateCount }) => (
        <button
          key={need ?? 'ALL'}
          type="button"
          className={styles.tab}
          aria-pressed={chosen === need}
          onClick={() => onChoose(need && [need])}
        >
          <span className={styles.tabWord}>{need ? t(`needs.${need}`) : t('all')}</span>
          <span className={styles.tabCount}>{count}</span>
          <span className={styles.tabLate}>{lateCount > 0 ? t('late', { count: lateCount }) : t('noneLate')}</span>
        </button>
      ))}
    </fieldset>
  );
}
