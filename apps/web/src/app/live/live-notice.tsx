import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOnline } from '../../ui/use-online.ts';
import styles from '../frame/frame.module.css';

/** A break shorter than this is nobody's concern. */
const quietMs = 10_000;

/** Says that the page is not live, once that has lasted. That the network is gone is said by the frame. */
export function LiveNotice({ stands }: { stands: boolean }) {
  const { t } = useTranslation('common');
  const online = useOnline();
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    setIsLong(false);
    if (stands) return;
    const timer = setTimeout(() => setIsLong(true), quietMs);
    return () => clearTimeout(timer);
  }, [stands]);
  return <div role="status">{online && isLong && !stands && <p className={styles.offline}>{t('notLive')}</p>}</div>;
}
