import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

type EmptyStateProps = {
  /** Why there is nothing, e.g. 「九月没有新发现的问题」. */
  why: string;
  /** What to do next, in plain words. */
  next?: string | undefined;
  /** The step itself: a link or a button. */
  action?: ReactNode;
};

/** Nothing to show: says why and offers the next step. */
export function EmptyState({ why, next, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <p className={styles.why}>{why}</p>
      {next && <p className={styles.next}>{next}</p>}
      {action}
    </div>
  );
}
