import { builder } from '../../graphql/builder.ts';
import { ItemFilterInput } from '../../modules/item/item-filter.schema.ts';
import { asOfDay } from '../../modules/item/standing.ts';
import { EnteredFigures } from '../../modules/rectification/figures.ts';
import { LightCountsType } from '../light-counts.ts';
import { type RectificationTotal, rectificationTotals } from './rectification-totals.query.ts';

const TotalType = builder.objectRef<RectificationTotal>('RectificationTotal').implement({
  description: 'A special rectification in figures, over all its months.',
  interfaces: [EnteredFigures],
  fields: (t) => ({
    code: t.exposeID('code', { description: 'Code of the dictionary `rectification-campaign`.' }),
    fixedPercent: t.exposeFloat('fixedPercent', { nullable: true, description: 'Fixed ÷ found, one decimal.' }),
    open: t.exposeInt('open', { description: 'Listed problems on which something is still owed.' }),
    overdue: t.exposeInt('overdue', { description: 'Of those, past the due day.' }),
    lights: t.field({ type: LightCountsType, resolve: (total) => total }),
    units: t.exposeInt('units', { description: 'Units that owe monthly figures, as far as the viewer sees them.' }),
    missing: t.exposeInt('missing', { description: 'Months of units that are over and were not reported (未报).' }),
  }),
});

builder.queryField('rectificationTotals', (t) =>
  t.withAuth({ signedIn: true }).field({
    type: [TotalType],
    description: 'The special rectifications in figures, in their order; one alone with `code`.',
    args: {
      asOf: t.arg({ type: 'Day' }),
      code: t.arg.id(),
      unitId: t.arg.id({ description: 'Months of this unit alone.' }),
      filter: t.arg({ type: ItemFilterInput, description: 'Problems within.' }),
    },
    resolve: (_root, { asOf, ...choice }, { viewer }) => rectificationTotals(viewer, asOfDay(asOf), choice),
  }),
);
