import { builder } from '../../graphql/builder.ts';
import { badInput } from '../../graphql/errors.ts';
import { ItemInterface, itemsInOrder } from '../../modules/item/item.schema.ts';
import { ItemFilterInput } from '../../modules/item/item-filter.schema.ts';
import { asOfDay } from '../../modules/item/standing.ts';
import { type RedList, redList } from './red-list.query.ts';

const RedListType = builder.objectRef<RedList>('RedList').implement({
  description: 'Items with a red light, the worst first.',
  fields: (t) => ({
    items: t.prismaField({ type: [ItemInterface], resolve: (query, { ids }) => itemsInOrder(query, ids) }),
    totalCount: t.exposeInt('totalCount', { description: 'All items with a red light.' }),
  }),
});

builder.queryFields((t) => ({
  redList: t.withAuth({ signedIn: true }).field({
    type: RedListType,
    description: 'What is red and whose it is: overdue by days first, then behind plan by points, then made red by hand.',
    complexity: ({ first }) => ({ field: 1, multiplier: Math.max(1, (first ?? 10) / 5) }),
    args: { asOf: t.arg({ type: 'Day' }), filter: t.arg({ type: ItemFilterInput }), first: t.arg.int({ defaultValue: 10 }) },
    resolve: (_root, { asOf, filter, first }, { viewer }) => {
      const size = first ?? 10;
      if (size < 1 || size > 100) throw badInput('红灯清单一次取 1 到 100 件。');
      return redList(viewer, asOfDay(asOf), filter ?? {}, size);
    },
  }),
}));
