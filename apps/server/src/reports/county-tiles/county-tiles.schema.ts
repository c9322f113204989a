import { builder } from '../../graphql/builder.ts';
import { LightType, ThemeType } from '../../graphql/enums.ts';
import { ItemFilterInput } from '../../modules/item/item-filter.schema.ts';
import { asOfDay } from '../../modules/item/standing.ts';
import { LightCountsType } from '../light-counts.ts';
import { type CountyTile, countyTiles } from './county-tiles.query.ts';

const CountyTileType = builder.objectRef<CountyTile>('CountyTile').implement({
  description: 'A county at its place on the tile map.',
  fields: (t) => ({
    unitId: t.exposeID('unitId'),
    unitName: t.exposeString('unitName', { description: 'Short name.' }),
    column: t.exposeInt('column', { description: '0 is west.' }),
    row: t.exposeInt('row', { description: '0 is north.' }),
    numerator: t.exposeFloat('numerator', { nullable: true }),
    denominator: t.exposeInt('denominator', { nullable: true }),
    percent: t.exposeFloat('percent', {
      nullable: true,
      description: "The theme's rate, one decimal; null without a theme or anything to count.",
    }),
    lit: t.exposeInt('lit', { description: 'Items with any light.' }),
    worst: t.expose('worst', { type: LightType, nullable: true }),
    lights: t.field({ type: LightCountsType, resolve: (tile) => tile }),
  }),
});

builder.queryFields((t) => ({
  countyTiles: t.withAuth({ signedIn: true }).field({
    type: [CountyTileType],
    description: 'Every county in force: lights of its items, and the rate of a theme when one is given.',
    args: { theme: t.arg({ type: ThemeType }), asOf: t.arg({ type: 'Day' }), filter: t.arg({ type: ItemFilterInput }) },
    resolve: (_root, { theme, asOf, filter }, { viewer }) => countyTiles(viewer, asOfDay(asOf), theme ?? null, filter ?? {}),
  }),
}));
