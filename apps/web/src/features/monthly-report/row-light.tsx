import { useTranslation } from 'react-i18next';
import { LightMark } from '../../ui/light-mark.tsx';
import { useWhy } from '../../ui/why.ts';
import type { FormRow } from './monthly-query.ts';
import styles from './monthly-report.module.css';

/** An item's light now and, where it differs, as the report will make it; it follows the typing. */
export function RowLight({ row: { standing, after }, showsAfter }: { row: FormRow; showsAfter: boolean }) {
  const { t } = useTranslation('monthly-report');
  const why = useWhy();
  const percent = showsAfter ? after.progressPercent : (standing?.progressPercent ?? null);
  const isSame = standing?.light === after.light;
  return (
    <span className={styles.lights}>
      {standing?.light && (!showsAfter || !isSame) && (
        <LightMark light={standing.light} why={why(standing.why)} rule={standing.why?.rule} />
      )}
      {showsAfter && !isSame && standing?.light && <span aria-hidden="true">→</span>}
      {showsAfter && after.light && <LightMark light={after.light} why={why(after.why)} rule={after.why?.rule} />}
      {percent !== null && <span className={styles.faint}>{t('progress', { percent })}</span>}
    </span>
  );
}
