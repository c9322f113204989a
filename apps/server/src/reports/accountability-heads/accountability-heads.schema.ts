import { builder } from '../../graphql/builder.ts';
import { registerReaders } from '../../modules/accountability/accountability.policy.ts';
import { asOfDay } from '../../modules/item/standing.ts';
import { type AccountabilityHeads, accountabilityHeads } from './accountability-heads.query.ts';

const HeadsType = builder.objectRef<AccountabilityHeads>('AccountabilityHeads').implement({
  description: 'Administrative heads among the persons held to account.',
  fields: (t) => ({
    heads: t.exposeInt('heads'),
    total: t.exposeInt('total'),
    percent: t.exposeFloat('percent', { nullable: true, description: 'One decimal; null without any person.' }),
  }),
});

builder.queryField('accountabilityHeads', (t) =>
  t.withAuth({ roles: registerReaders }).field({
    type: HeadsType,
    description: '行政首长占比.',
    args: { asOf: t.arg({ type: 'Day' }), within: t.arg.string({ description: 'A unit and all below it.' }) },
    resolve: (_root, { asOf, within }, { viewer }) => accountabilityHeads(viewer, asOfDay(asOf), within),
  }),
);
