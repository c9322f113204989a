import { builder } from '../../graphql/builder.ts';
import { ItemFilterInput } from '../../modules/item/item-filter.schema.ts';
import { asOfDay } from '../../modules/item/standing.ts';
import { type StyleHeatCell, type StyleHeatRow, styleHeatMap } from './style-heat-map.query.ts';

const StyleHeatCellType = builder.objectRef<StyleHeatCell>('StyleHeatCell').implement({
  description: 'Style problems of one unit in one category.',
  fields: (t) => ({
    category: t.exposeID('category'),
    found: t.exposeInt('found'),
    unrectified: t.exposeInt('unrectified', { description: 'Of these not yet 整改到位.' }),
  }),
});

const StyleHeatRowType = builder.objectRef<StyleHeatRow>('StyleHeatRow').implement({
  description: 'Style problems of one lead unit, in total and per category.',
  fields: (t) => ({
    unitId: t.exposeID('unitId'),
    unitName: t.exposeString('unitName', { description: 'Short name.' }),
    found: t.exposeInt('found'),
    unrectified: t.exposeInt('unrectified'),
    cells: t.expose('cells', { type: [StyleHeatCellType], description: 'Every category, in the order of the policy.' }),
  }),
});

builder.queryFields((t) => ({
  styleHeatMap: t.withAuth({ signedIn: true }).field({
    type: [StyleHeatRowType],
    description: 'Unit × category of style problems, units with most first.',
    args: { asOf: t.arg({ type: 'Day' }), filter: t.arg({ type: ItemFilterInput }) },
    resolve: (_root, { asOf, filter }, { viewer }) => styleHeatMap(viewer, asOfDay(asOf), filter ?? {}),
  }),
}));
