import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons';
import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './rail.module.css';
import { useRoom } from './use-room.ts';

type RailProps = { collapsed: boolean; onCollapse: (collapsed: boolean) => void };

/** The left rail: the rooms with icon and word; collapsed, the word is the icon's tip. */
export function Rail({ collapsed, onCollapse }: RailProps) {
  const { t } = useTranslation(['nav', 'common']);
  const { open, room, hrefOf } = useRoom();
  const fold = collapsed ? t('expand') : t('collapse');
  return (
    <nav className={`${collapsed ? styles.collapsed : styles.rail} no-print`} aria-label={t('main')}>
      <a className={styles.product} href={hrefOf('/')} aria-label={t('common:product')}>
        <img src="/favicon.svg" width="24" height="24" alt="" />
        {!collapsed && <span>{t('common:product')}</span>}
      </a>
      <ul className={styles.rooms}>
        {open.map(({ id, path, icon: Icon }) => (
          <li key={id}>
            <Tooltip title={collapsed ? t(id) : ''} placement="right">
              <a className={styles.room} href={hrefOf(path)} aria-label={t(id)} aria-current={room?.id === id ? 'page' : undefined}>
                <Icon className={styles.icon} />
                {!collapsed && <span>{t(id)}</span>}
              </a>
            </Tooltip>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className={styles.fold}
        aria-expanded={!collapsed}
        aria-label={fold}
        title={fold}
        onClick={() => onCollapse(!collapsed)}
      >
        {collapsed ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
      </button>
    </nav>
  );
}
