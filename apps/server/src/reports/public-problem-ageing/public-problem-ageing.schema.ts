import { builder } from '../../graphql/builder.ts';
import { ItemFilterInput } from '../../modules/item/item-filter.schema.ts';
import { asOfDay } from '../../modules/item/standing.ts';
import { OpenAgeType } from '../open-ageing.schema.ts';
import { publicProblemAgeing } from './public-problem-ageing.query.ts';

builder.queryFields((t) => ({
  publicProblemAgeing: t.withAuth({ signedIn: true }).field({
    type: [OpenAgeType],
    description: 'Open problems of the public by working days since 交办, the youngest first.',
    args: { asOf: t.arg({ type: 'Day' }), filter: t.arg({ type: ItemFilterInput }) },
    resolve: (_root, { asOf, filter }, { viewer }) => publicProblemAgeing(viewer, asOfDay(asOf), filter ?? {}),
  }),
}));
