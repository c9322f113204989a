import { builder } from '../../graphql/builder.ts';
import { registerReaders } from '../../modules/accountability/accountability.policy.ts';
import { asOfDay } from '../../modules/item/standing.ts';
import { type AccountabilityMonth, accountabilityMonths } from './accountability-months.query.ts';

const MonthType = builder.objectRef<AccountabilityMonth>('AccountabilityMonth').implement({
  description: 'Persons held to account in a month.',
  fields: (t) => ({
    month: t.exposeString('month', { description: '`2014-09`.' }),
    from: t.expose('from', { type: 'Day' }),
    to: t.expose('to', { type: 'Day', description: 'The last day of the month, or the as-of day.' }),
    count: t.exposeInt('count'),
    administrativeHeads: t.exposeInt('administrativeHeads'),
  }),
});

builder.queryField('accountabilityMonths', (t) =>
  t.withAuth({ roles: registerReaders }).field({
    type: [MonthType],
    description: 'Persons held to account by month of the decision, twelve months at most.',
    args: { asOf: t.arg({ type: 'Day' }), within: t.arg.string({ description: 'A unit and all below it.' }) },
    resolve: (_root, { asOf, within }, { viewer }) => accountabilityMonths(viewer, asOfDay(asOf), within),
  }),
);
