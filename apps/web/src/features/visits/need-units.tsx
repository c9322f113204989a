import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BarList } from '../../charts/bar-list.tsx';
import type { VisitFiguresQuery } from '../../gql/graphql.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useHref } from '../../ui/use-href.ts';
import type { DayRange } from './duty-figures.tsx';
import type { VisitsSearch } from './visits-search.ts';

const shownAtFirst = 8;
const nobody = 'NOBODY';

type NeedUnitsProps = { units: VisitFiguresQuery['visitNeedUnits']; group: VisitsSearch['group']; range: DayRange };

/** Needs by department charged, with those answered beside them. Each bar leads to its needs. */
export function NeedUnits({ units, group, range }: NeedUnitsProps) {
  const { t } = useTranslation('visits');
  const href = useHref();
  const [isWhole, setWhole] = useState(false);
  if (units.length === 0) return <EmptyState why={t('units.none')} />;
  const shown = isWhole ? units : units.slice(0, shownAtFirst);
  return (
    <>
      <BarList
        label={t('units.title')}
        points={shown.map(({ unitId, unitName, needs, answered }) => ({
          id: unitId ?? nobody,
          label: unitName ?? t('units.nobody'),
          value: needs,
          numerator: answered,
          denominator: needs,
        }))}
        unit={t('needs')}
        rowTitle={t('units.row')}
        href={({ id }) =>
          href({
            to: '/visits',
            search: { group, ...range, list: 'needs', ...(id === nobody ? { uncharged: true as const } : { units: [id] }) },
            hash: 'register',
          })
        }
      />
      {units.length > shownAtFirst && (
        <Button type="link" size="small" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('units.fewer', { count: shownAtFirst }) : t('units.all', { count: units.length })}
        </Button>
      )}
    </>
  );
}
