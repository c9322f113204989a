import { builder } from '../../graphql/builder.ts';
import { ItemFilterInput } from '../../modules/item/item-filter.schema.ts';
import { asOfDay } from '../../modules/item/standing.ts';
import { type FoundAndClosedMonth, foundAndClosed } from './found-and-closed.query.ts';

const FoundAndClosedMonthType = builder.objectRef<FoundAndClosedMonth>('FoundAndClosedMonth').implement({
  description: 'What came in and what went out in one month.',
  fields: (t) => ({
    month: t.exposeString('month', { description: '`2014-09`.' }),
    from: t.expose('from', { type: 'Day' }),
    to: t.expose('to', { type: 'Day', description: 'The last day counted: the end of the month, or the as-of day.' }),
    found: t.exposeInt('found', { description: 'Items found within.' }),
    closed: t.exposeInt('closed', { description: 'Items closed within, whenever found.' }),
    writtenOff: t.exposeInt('writtenOff', { description: 'Items written off (销号) within, whenever found.' }),
  }),
});

builder.queryFields((t) => ({
  foundAndClosed: t.withAuth({ signedIn: true }).field({
    type: [FoundAndClosedMonthType],
    description: 'Found, closed and written off by month, the last six months, the oldest first.',
    args: { asOf: t.arg({ type: 'Day' }), filter: t.arg({ type: ItemFilterInput }) },
    resolve: (_root, { asOf, filter }, { viewer }) => foundAndClosed(viewer, asOfDay(asOf), filter ?? {}),
  }),
}));
