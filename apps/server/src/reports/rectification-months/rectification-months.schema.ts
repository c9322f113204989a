import { builder } from '../../graphql/builder.ts';
import { ItemFilterInput } from '../../modules/item/item-filter.schema.ts';
import { asOfDay } from '../../modules/item/standing.ts';
import { EnteredFigures } from '../../modules/rectification/figures.ts';
import { type RectificationMonth, rectificationMonths } from './rectification-months.query.ts';

const MonthType = builder.objectRef<RectificationMonth>('RectificationMonth').implement({
  description: 'One month of a special rectification: found and put right in it.',
  interfaces: [EnteredFigures],
  fields: (t) => ({
    month: t.exposeString('month', { description: '`2014-09`.' }),
    from: t.expose('from', { type: 'Day' }),
    to: t.expose('to', { type: 'Day', description: 'The last day of the month, or the as-of day.' }),
    entered: t.exposeInt('entered', { description: 'Units whose figures of the month are entered.' }),
    asked: t.exposeInt('asked', { description: 'Units that owe figures of the month.' }),
  }),
});

builder.queryField('rectificationMonths', (t) =>
  t.withAuth({ signedIn: true }).field({
    type: [MonthType],
    description: 'A special rectification by month, the oldest first.',
    args: {
      code: t.arg.id({ required: true }),
      asOf: t.arg({ type: 'Day' }),
      unitId: t.arg.id({ description: 'Months of this unit alone.' }),
      filter: t.arg({ type: ItemFilterInput, description: 'Problems within.' }),
    },
    resolve: (_root, { asOf, ...choice }, { viewer }) => rectificationMonths(viewer, asOfDay(asOf), choice),
  }),
);
