import { useTranslation } from 'react-i18next';
import { useOnline } from '../../ui/use-online.ts';
import styles from './frame.module.css';

/** Says that the network is gone, for as long as it is. */
export function OfflineBar() {
  const { t } = useTranslation('common');
  const online = useOnline();
  return <div role="status">{!online && <p className={styles.offline}>{t('offline')}</p>}</div>;
}
