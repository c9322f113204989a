import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moreIcon as MoreIcon } from '../nav.ts';
import styles from './bottom-bar.module.css';
import { useRoom } from './use-room.ts';

/** The rail of a phone: four rooms and 更多, which opens the rest above it. */
export function BottomBar() {
  const { t } = useTranslation('nav');
  const { open: rooms, room, hrefOf } = useRoom();
  const [open, setOpen] = useState(false);
  const others = rooms.filter((one) => !one.onPhone);
  return (
    <nav className={`${styles.bar} no-print`} aria-label={t('main')}>
      {open && (
        <ul id="more-rooms" className={styles.sheet} aria-label={t('moreRooms')}>
          {others.map(({ id, path, icon: Icon }) => (
            <li key={id}>
              <a
                className={styles.sheetRoom}
                href={hrefOf(path)}
                aria-current={room?.id === id ? 'page' : undefined}
                onClick={() => setOpen(false)}
              >
                <Icon />
                {t(id)}
              </a>
            </li>
          ))}
        </ul>
      )}
      <ul className={styles.rooms}>
        {rooms
          .filter((one) => one.onPhone)
          .map(({ id, path, icon: Icon }) => (
            <li key={id}>
              <a
                className={styles.room}
                href={hrefOf(path)}
                aria-current={room?.id === id ? 'page' : undefined}
                onClick={() => setOpen(false)}
              >
                <Icon className={styles.icon} />
                {t(id)}
              </a>
            </li>
          ))}
        <li>
          <button type="button" className={styles.room} aria-expanded={open} aria-controls="more-rooms" onClick={() => setOpen(!open)}>
            <MoreIcon className={styles.icon} />
            {t('more')}
          </button>
        </li>
      </ul>
    </nav>
  );
}
