import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state.tsx';
import { timeInCity } from '../../ui/time-in-city.ts';
import { MorningList } from './morning-list.tsx';
import type { Movement } from './morning-query.ts';

/** What others did since the last visit on the matters led or overseen, the newest first. */
export function Moved({ movements, isFirst }: { movements: readonly Movement[]; isFirst: boolean }) {
  const { t } = useTranslation(['hard-problems', 'item']);
  if (movements.length === 0) return <EmptyState why={t(isFirst ? 'morning.nothingMovedAtFirst' : 'morning.nothingMoved')} />;
  return (
    <MorningList
      total={movements[0]?.total ?? 0}
      lines={movements.map(({ id, at, actorTitle, action, count, item: { number, title } }) => ({
        id,
        number,
        title,
        told: (
          <>
            <time dateTime={at}>{timeInCity(at)}</time> {actorTitle} {t(`item:story.actions.${action}`, { state: '' })}
            {count > 1 && t('morning.acts', { count })}
          </>
        ),
      }))}
    />
  );
}
