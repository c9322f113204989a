import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './frame.module.css';

function subscribe(changed: () => void) {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}

/** Says that the network is gone, for as long as it is. */
export function OfflineBar() {
  const { t } = useTranslation('common');
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  return <div role="status">{!online && <p className={styles.offline}>{t('offline')}</p>}</div>;
}
