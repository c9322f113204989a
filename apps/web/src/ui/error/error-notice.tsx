import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { describeError } from './describe-error.ts';
import styles from './error-notice.module.css';

type ErrorNoticeProps = {
  error: unknown;
  onRetry: () => void;
  /** `page` has an h1 and room around it; `panel` stands in a panel's place. */
  tier: 'page' | 'panel';
  /** More ways out, e.g. a link home. */
  actions?: ReactNode;
};

/** What happened, what was kept, what to do, and an id to quote. */
export function ErrorNotice({ error, onRetry, tier, actions }: ErrorNoticeProps) {
  const { t } = useTranslation(['errors', 'common']);
  const { kind, id } = describeError(error);
  const Title = tier === 'page' ? 'h1' : 'p';
  return (
    <div className={tier === 'page' ? styles.page : styles.panel} role="alert">
      <Title className={styles.title}>{t(`${kind}.title`)}</Title>
      <p className={styles.next}>{t(`${kind}.next`)}</p>
      {id && <p className={styles.reference}>{t('reference', { id })}</p>}
      <div className={styles.actions}>
        {kind === 'outdated' ? (
          <Button type="primary" onClick={() => window.location.reload()}>
            {t('reload')}
          </Button>
        ) : (
          kind !== 'forbidden' && <Button onClick={onRetry}>{t('common:retry')}</Button>
        )}
        {actions}
      </div>
    </div>
  );
}
