import { UserOutlined } from '@ant-design/icons';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { MenuButton } from '../../ui/menu-button.tsx';
import type { Session } from '../../ui/session.ts';
import styles from './top-bar.module.css';

type PersonMenuProps = { viewer: Session['viewer']; onSignOut: () => void };

/** Who is signed in, by post and unit; the way to a new password, and the way out. */
export function PersonMenu({ viewer, onSignOut }: PersonMenuProps) {
  const { t } = useTranslation(['nav', 'terms']);
  const router = useRouter();
  const changePassword = () => void router.navigate({ to: '/password', search: { from: router.latestLocation.href } });
  const about = (
    <span className={styles.about}>
      <strong>{viewer.postTitle}</strong>
      <span>
        {viewer.unit.name} · {t(`terms:roles.${viewer.role}`)}
      </span>
      <span>{viewer.account}</span>
    </span>
  );
  const items = [
    { id: 'password', label: t('changePassword'), onChoose: changePassword },
    { id: 'sign-out', label: t('signOut'), onChoose: onSignOut },
  ];
  const groups = [{ id: 'person', label: about, items }];
  return (
    <MenuButton label={t('person', { name: viewer.displayName })} className={styles.control} groups={groups} placement="bottomRight">
      <UserOutlined />
      <span className={`${styles.wide} ${styles.name}`}>{viewer.displayName}</span>
    </MenuButton>
  );
}
