import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './openness.module.css';
import type { OpennessOutcome } from './openness-form.tsx';

/** What was done, and of what was not, why. Takes the focus, as the drawer is gone. */
export function OpennessNotice({ outcome }: { outcome: OpennessOutcome }) {
  const { t } = useTranslation('openness');
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => line.current?.focus({ preventScroll: true }), [outcome]);
  return (
    <div ref={line} tabIndex={-1} role="status" className={styles.done}>
      {outcome.done.length > 0 && <p>{t('done', { count: outcome.done.length })}</p>}
      {outcome.refused.length > 0 && (
        <>
          <p>{t('refused', { count: outcome.refused.length })}</p>
          <ul>
            {outcome.refused.map(({ itemId, number, message }) => (
              <li key={itemId}>
                {number} {message}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
