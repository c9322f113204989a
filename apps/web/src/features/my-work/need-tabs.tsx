import type { WorkNeed } from '@duban/rules/vocabulary';
import { useTranslation } from 'react-i18next';
import styles from './my-work.module.css';
import type { WorkCount } from './my-work-query.ts';

type NeedTabsProps = { counts: readonly WorkCount[]; chosen: WorkNeed | undefined; onChoose: (need: WorkNeed[] | undefined) => void };

/** The kinds of work with their counts, and how many of each are late; pressing one shows it alone. */
export function NeedTabs({ counts, chosen, onChoose }: NeedTabsProps) {
  const { t } = useTranslation('my-work');
  return (
    <fieldset className={`${styles.tabs} no-print`}>
      <legend className="visually-hidden">{t('kinds')}</legend>
      {counts.map(({ need, count, late }) => (
        <button
          key={need ?? 'ALL'}
          type="button"
          className={styles.tab}
          aria-pressed={(chosen ?? null) === need}
          onClick={() => onChoose(need ? [need] : undefined)}
        >
          <span className={styles.tabWord}>{need ? t(`needs.${need}`) : t('all')}</span>
          <span className={styles.tabCount}>{count}</span>
          <span className={styles.tabLate}>{late > 0 ? t('late', { count: late }) : t('noneLate')}</span>
        </button>
      ))}
    </fieldset>
  );
}
