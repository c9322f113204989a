import { builder } from '../../graphql/builder.ts';
import { badInput } from '../../graphql/errors.ts';
import { ItemFilterInput } from '../../modules/item/item-filter.schema.ts';
import { asOfDay } from '../../modules/item/standing.ts';
import { type OverdueUnit, overdueByUnit } from './overdue-by-unit.query.ts';

const OverdueUnitType = builder.objectRef<OverdueUnit>('OverdueUnit').implement({
  description: 'A lead unit with items still at work after their due day.',
  fields: (t) => ({
    unitId: t.exposeID('unitId'),
    unitName: t.exposeString('unitName', { description: 'Short name.' }),
    count: t.exposeInt('count', { description: 'Overdue items that it leads.' }),
    longestOverdueWorkingDays: t.exposeInt('longestOverdueWorkingDays', { description: 'Of the one overdue longest.' }),
    total: t.exposeInt('total', { description: 'Overdue items of all units.' }),
  }),
});

builder.queryFields((t) => ({
  overdueByUnit: t.withAuth({ signedIn: true }).field({
    type: [OverdueUnitType],
    description: 'Overdue items by lead unit, the most first.',
    args: { asOf: t.arg({ type: 'Day' }), filter: t.arg({ type: ItemFilterInput }), first: t.arg.int({ defaultValue: 10 }) },
    resolve: (_root, { asOf, filter, first }, { viewer }) => {
      const size = first ?? 10;
      if (size < 1 || size > 100) throw badInput('逾期单位一次取 1 到 100 个。');
      return overdueByUnit(viewer, asOfDay(asOf), filter ?? {}, size);
    },
  }),
}));
