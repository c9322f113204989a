import { useTranslation } from 'react-i18next';
import { BarList } from '../../charts/bar-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { shareOf } from '../../ui/share.ts';
import { useHref } from '../../ui/use-href.ts';
import type { SlowWork } from './cockpit-query.ts';

/** Livelihood works furthest behind their plan, by name: progress as the bar, plan as the tick. */
export function SlowWorks({ works }: { works: readonly SlowWork[] }) {
  const { t } = useTranslation(['cockpit', 'terms']);
  const href = useHref();
  if (works.length === 0) return <EmptyState why={t('slow.none')} />;
  return (
    <BarList
      label={t('slow.title')}
      points={works.map((work) => ({
        id: work.number,
        label: t('slow.work', { title: work.title, unit: work.unitName }),
        value: shareOf(work.progressPercent),
        plan: shareOf(work.plannedPercent),
        light: work.light,
      }))}
      unit={t('slow.progress')}
      format="percent"
      rowTitle={t('slow.name')}
      href={({ id }) => href({ to: '/items/$number', params: { number: id } })}
    />
  );
}
