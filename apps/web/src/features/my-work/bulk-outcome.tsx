import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './my-work.module.css';
import type { Outcome } from './use-bulk-acts.ts';

/** What became of many at once: how many were done, and of each other one why not. */
export function BulkOutcome({ outcome, onClose }: { outcome: Outcome; onClose: () => void }) {
  const { t } = useTranslation('my-work');
  if ('failure' in outcome)
    return <Alert type="warning" showIcon title={outcome.failure} closable={{ onClose }} className={styles.outcome ?? ''} />;
  const { done, refused } = outcome;
  return (
    <Alert
      type={refused.length > 0 ? 'warning' : 'success'}
      showIcon
      className={styles.outcome ?? ''}
      closable={{ onClose }}
      title={refused.length > 0 ? t('outcome.some', { done, refused: refused.length }) : t('outcome.all', { count: done })}
      description={
        refused.length > 0 && (
          <ul className={styles.refused}>
            {refused.map(({ itemId, number, message }) => (
              <li key={itemId}>
                {number} {message}
              </li>
            ))}
          </ul>
        )
      }
    />
  );
}
