import { db } from '../../database.ts';
import { builder } from '../../graphql/builder.ts';
import { badInput } from '../../graphql/errors.ts';
import { limits } from '../../graphql/limits.ts';
import { PageInfoType, pageInfoOf } from '../../graphql/page-info.ts';
import type { Viewer } from '../session/viewer.ts';
import { ItemInterface, itemsInOrder } from './item.schema.ts';
import { ItemFilterInput, ItemOrderType } from './item-filter.schema.ts';
import type { ItemFilter } from './item-filter.ts';
import { countItems, type ItemPage, isVisible, itemIdByNumber, pageOfItems } from './item-list.ts';
import { asOfDay } from './standing.ts';

interface Ledger extends ItemPage {
  viewer: Viewer;
  asOf: string;
  filter: ItemFilter;
}

const LedgerType = builder.objectRef<Ledger>('ItemConnection').implement({
  description: 'A page of a ledger.',
  fields: (t) => ({
    nodes: t.prismaField({ type: [ItemInterface], resolve: (query, { ids }) => itemsInOrder(query, ids) }),
    cursors: t.exposeStringList('cursors', { description: "The nodes' cursors, in their order." }),
    pageInfo: t.field({ type: PageInfoType, resolve: (page) => pageInfoOf(page, page.cursors) }),
    totalCount: t.int({
      description: 'All items of the filter; counted only when asked for.',
      resolve: ({ viewer, asOf, filter }) => countItems(viewer, asOf, filter),
    }),
    asOf: t.expose('asOf', { type: 'Day' }),
  }),
});

builder.queryFields((t) => ({
  items: t.withAuth({ signedIn: true }).field({
    type: LedgerType,
    description: 'The ledger of all registers, as the viewer may see it, as of a day.',
    complexity: ({ first, last }) => ({ field: 1, multiplier: Math.max(1, (first ?? last ?? 50) / 5) }),
    args: {
      filter: t.arg({ type: ItemFilterInput, required: false }),
      asOf: t.arg({ type: 'Day' }),
      orderBy: t.arg({ type: ItemOrderType, defaultValue: 'NUMBER' }),
      descending: t.arg.boolean({ defaultValue: false }),
      first: t.arg.int(),
      after: t.arg.string(),
      last: t.arg.int(),
      before: t.arg.string(),
    },
    resolve: async (_root, { filter: given, asOf: asked, orderBy, descending, ...page }, { viewer }) => {
      const size = page.first ?? page.last ?? 50;
      if (size < 1 || size > limits.pageSize) throw badInput(`每页须在 1 到 ${limits.pageSize} 行之间。`);
      const filter: ItemFilter = given ?? {};
      const asOf = asOfDay(asked);
      const order = { orderBy: orderBy ?? 'NUMBER', descending: descending ?? false };
      return { ...(await pageOfItems(viewer, asOf, filter, { ...page, ...order })), viewer, asOf, filter };
    },
  }),
  item: t.withAuth({ signedIn: true }).prismaField({
    type: ItemInterface,
    nullable: true,
    description: 'One item by id or by number; null when it is not there or not for the viewer.',
    args: { id: t.arg.id(), number: t.arg.string() },
    resolve: async (query, _root, { id: givenId, number }, { viewer }) => {
      const id = givenId ?? (number ? await itemIdByNumber(number) : null);
      return (await itemsInOrder(query, id && (await isVisible(viewer, id)) ? [id] : []))[0] ?? null;
    },
  }),
  clauses: t.prismaField({
    type: ['Clause'],
    description: "The policy's clause tree, in order.",
    resolve: (query) => db.clause.findMany({ ...query, orderBy: [{ position: 'asc' }, { number: 'asc' }] }),
  }),
}));
