import { useTranslation } from 'react-i18next';
import styles from './admin.module.css';

type UserMarksProps = { user: { isActive: boolean; isLocked: boolean; mustChangePassword: boolean; isDemo?: boolean } };

/** How an account stands: in use, ended, locked, with an initial password, of the demo. */
export function UserMarks({ user }: UserMarksProps) {
  const { t } = useTranslation('admin');
  const marks = [
    user.isActive ? null : t('users.inactive'),
    user.isLocked ? t('users.locked') : null,
    user.isActive && user.mustChangePassword ? t('users.mustChange') : null,
    user.isDemo ? t('users.demo') : null,
  ].filter((mark) => mark !== null);
  if (marks.length === 0) return <span className={styles.faint}>{t('users.inUse')}</span>;
  return marks.map((mark) => (
    <span key={mark} className={styles.mark}>
      {mark}
    </span>
  ));
}
