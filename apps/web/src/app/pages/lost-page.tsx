import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './lost-page.module.css';

/** Not found, or not for this person: with the way home. `kind` is `forbidden` only where the person may know that the page exists. */
export function LostPage({ kind }: { kind: 'notFound' | 'forbidden' }) {
  const { t } = useTranslation(['errors', 'nav', 'common']);
  return (
    <div className={styles.page}>
      <title>{t('common:documentTitle', { page: t(`${kind}.title`) })}</title>
      <p className={styles.code}>{kind === 'forbidden' ? '403' : '404'}</p>
      <h1>{t(`${kind}.title`)}</h1>
      <p className={styles.next}>{t(`${kind}.next`)}</p>
      <Button type="primary" href="/">
        {t('nav:home')}
      </Button>
    </div>
  );
}
