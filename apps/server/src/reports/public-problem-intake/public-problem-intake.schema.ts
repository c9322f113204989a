import { builder } from '../../graphql/builder.ts';
import { ItemFilterInput } from '../../modules/item/item-filter.schema.ts';
import { asOfDay } from '../../modules/item/standing.ts';
import { ChannelMonthType } from '../channel-months.schema.ts';
import { publicProblemIntake } from './public-problem-intake.query.ts';

builder.queryFields((t) => ({
  publicProblemIntake: t.withAuth({ signedIn: true }).field({
    type: [ChannelMonthType],
    description: 'Problems of the public by month raised and channel, twelve months at most, every channel in every month.',
    args: { asOf: t.arg({ type: 'Day' }), filter: t.arg({ type: ItemFilterInput }) },
    resolve: (_root, { asOf, filter }, { viewer }) => publicProblemIntake(viewer, asOfDay(asOf), filter ?? {}),
  }),
}));
