import { useTranslation } from 'react-i18next';
import { BarList } from '../../charts/bar-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { shareOf } from '../../ui/share.ts';
import { useHref } from '../../ui/use-href.ts';
import type { SlowWork } from './livelihood-query.ts';
import styles from './livelihood-works.module.css';

/** Works behind their plan by name: progress as a bar, the plan as a tick; the furthest behind first. */
export function SlowWorks({ works }: { works: readonly SlowWork[] }) {
  const { t } = useTranslation(['livelihood-works', 'terms']);
  const href = useHref();
  if (works.length === 0) return <EmptyState why={t('slow.none')} />;
  return (
    <div className={styles.slow}>
      <BarList
        label={t('slow.title')}
        points={works.map(({ number, title, unitName, light, progressPercent, plannedPercent }) => ({
          id: number,
          label: t('slow.work', { title, unit: unitName }),
          value: shareOf(progressPercent),
          plan: shareOf(plannedPercent),
          light,
        }))}
        unit={t('completion')}
        format="percent"
        rowTitle={t('work')}
        href={({ id }) => href({ to: '/items/$number', params: { number: id } })}
      />
    </div>
  );
}
