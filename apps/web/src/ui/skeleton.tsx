import { useTranslation } from 'react-i18next';
import styles from './skeleton.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';

/** A still grey block of the size of what is coming, so that nothing jumps. */
export function Skeleton({ height, rows }: { height?: number; rows?: number }) {
  const { t } = useTranslation('common');
  return (
    <div className={styles.block} style={height ? { height } : undefined} role="status">
      <VisuallyHidden>{t('loading')}</VisuallyHidden>
      {rows !== undefined &&
        Array.from({ length: rows }, (_, row) => `row-${row}`).map((key) => <span key={key} className={styles.row} aria-hidden="true" />)}
    </div>
  );
}

/** The layout of a dashboard page while it loads: head, four figures, two panels. */
export function PageSkeleton() {
  return (
    <div className={styles.page}>
      <div className={styles.title} />
      <div className={styles.figures} aria-hidden="true">
        {['a', 'b', 'c', 'd'].map((key) => (
          <div key={key} className={styles.figure} />
        ))}
      </div>
      <Skeleton height={320} />
    </div>
  );
}
