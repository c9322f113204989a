import { builder } from '../../graphql/builder.ts';
import { ItemFilterInput } from '../../modules/item/item-filter.schema.ts';
import { asOfDay } from '../../modules/item/standing.ts';
import { type PublicProblemIntakeCell, publicProblemIntake } from './public-problem-intake.query.ts';

const CellType = builder.objectRef<PublicProblemIntakeCell>('PublicProblemIntakeCell').implement({
  description: 'Problems of the public raised in a month through a channel.',
  fields: (t) => ({
    month: t.exposeString('month', { description: '`2014-09`.' }),
    from: t.expose('from', { type: 'Day' }),
    to: t.expose('to', { type: 'Day', description: 'The last day of the month, or the as-of day.' }),
    channel: t.exposeID('channel', { description: 'Code of the dictionary `public-problem-channel`.' }),
    channelName: t.exposeString('channelName'),
    channelNameEn: t.exposeString('channelNameEn'),
    count: t.exposeInt('count'),
  }),
});

builder.queryFields((t) => ({
  publicProblemIntake: t.withAuth({ signedIn: true }).field({
    type: [CellType],
    description: 'Problems of the public by month raised and channel, twelve months at most, every channel in every month.',
    args: { asOf: t.arg({ type: 'Day' }), filter: t.arg({ type: ItemFilterInput }) },
    resolve: (_root, { asOf, filter }, { viewer }) => publicProblemIntake(viewer, asOfDay(asOf), filter ?? {}),
  }),
}));
