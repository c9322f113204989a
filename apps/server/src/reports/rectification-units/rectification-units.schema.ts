import { builder } from '../../graphql/builder.ts';
import { ItemFilterInput } from '../../modules/item/item-filter.schema.ts';
import { asOfDay } from '../../modules/item/standing.ts';
import { EnteredFigures } from '../../modules/rectification/figures.ts';
import { LightCountsType } from '../light-counts.ts';
import { type RectificationUnitFigures, rectificationUnits } from './rectification-units.query.ts';

const UnitFiguresType = builder.objectRef<RectificationUnitFigures>('RectificationUnitFigures').implement({
  description: "A unit's part in a special rectification, over all its months.",
  interfaces: [EnteredFigures],
  fields: (t) => ({
    unitId: t.exposeID('unitId'),
    unitName: t.exposeString('unitName', { description: 'Short name.' }),
    takesPart: t.exposeBoolean('takesPart', { description: 'Whether it takes part and owes monthly figures.' }),
    open: t.exposeInt('open', { description: 'Listed problems on which something is still owed.' }),
    overdue: t.exposeInt('overdue', { description: 'Of those, past the due day.' }),
    lights: t.field({ type: LightCountsType, resolve: (unit) => unit }),
    missingMonths: t.exposeStringList('missingMonths', { description: '`2014-08`: months that are over and were not reported (未报).' }),
  }),
});

builder.queryField('rectificationUnits', (t) =>
  t.withAuth({ signedIn: true }).field({
    type: [UnitFiguresType],
    description: 'A special rectification by unit, in their order.',
    args: {
      code: t.arg.id({ required: true }),
      asOf: t.arg({ type: 'Day' }),
      unitId: t.arg.id({ description: 'Months of this unit alone.' }),
      filter: t.arg({ type: ItemFilterInput, description: 'Problems within.' }),
    },
    resolve: (_root, { asOf, ...choice }, { viewer }) => rectificationUnits(viewer, asOfDay(asOf), choice),
  }),
);
