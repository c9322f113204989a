import { type QueryRef, useReadQuery } from '@apollo/client/react';
import type { Theme } from '@duban/rules/vocabulary';
import { useTranslation } from 'react-i18next';
import { TileMap, type TilePoint } from '../../charts/tile-map.tsx';
import type { CountyTilesQuery } from '../../gql/graphql.ts';
import { type ItemFilter, ledgerSearch } from '../../ui/ledger-link.ts';
import { shareOf } from '../../ui/share.ts';
import { useHref } from '../../ui/use-href.ts';
import type { Tile } from './cockpit-query.ts';

/** The denominator of each theme's rate, as the ledger lists it. 惠民生 counts shares of works, which lie in no single county. */
const countedIn: Record<Exclude<Theme, 'LIVELIHOOD'>, ItemFilter> = {
  STYLE: { themes: ['STYLE'] },
  EFFICIENCY: { themes: ['EFFICIENCY'], isSettlementDue: true },
  HARD_PROBLEMS: { themes: ['HARD_PROBLEMS'] },
};

/** Where: each county at its place, with its red items out of those lit, or with the rate of one theme. */
export function CountyMap({ queryRef, theme }: { queryRef: QueryRef<CountyTilesQuery>; theme: Theme | undefined }) {
  const { t } = useTranslation(['cockpit', 'terms']);
  const href = useHref();
  const { data } = useReadQuery(queryRef);
  const placed = ({ unitId, unitName, column, row }: Tile) => ({ id: unitId, label: unitName, column, row });
  if (theme === undefined) {
    return (
      <TileMap
        label={t('tiles.lights')}
        points={data.countyTiles.map((tile) => ({
          ...placed(tile),
          value: tile.lights.red,
          numerator: tile.lights.red,
          denominator: tile.lit,
          light: tile.worst,
        }))}
        unit={t('items')}
        href={({ id }) => href({ to: '/items', search: ledgerSearch({ counties: [id], lights: ['RED'] }) })}
      />
    );
  }
  return (
    <TileMap
      label={t('tiles.rate', { rate: t(`rates.${theme}`) })}
      points={data.countyTiles.map(
        (tile): TilePoint => ({
          ...placed(tile),
          value: shareOf(tile.percent),
          ...(tile.numerator === null || tile.denominator === null ? {} : { numerator: tile.numerator, denominator: tile.denominator }),
        }),
      )}
      unit={t(`rates.${theme}`)}
      format="percent"
      href={({ id }) =>
        theme === 'LIVELIHOOD'
          ? href({ to: '/livelihood-works' })
          : href({ to: '/items', search: ledgerSearch({ ...countedIn[theme], counties: [id] }) })
      }
    />
  );
}
