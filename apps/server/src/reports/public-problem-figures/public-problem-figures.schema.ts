import { builder } from '../../graphql/builder.ts';
import { ItemFilterInput } from '../../modules/item/item-filter.schema.ts';
import { asOfDay } from '../../modules/item/standing.ts';
import {
  type PublicProblemCounts,
  type PublicProblemRate,
  publicProblemCounts,
  publicProblemOutcomeRates,
  publicProblemRates,
} from './public-problem-figures.query.ts';

const CountsType = builder.objectRef<PublicProblemCounts>('PublicProblemCounts').implement({
  description: 'The problems that the public raised; items are counted, merged ones not.',
  fields: (t) => ({
    raised: t.exposeInt('raised'),
    open: t.exposeInt('open', { description: 'Something is still owed.' }),
    answered: t.exposeInt('answered', { description: 'Whoever raised it was told.' }),
    withoutTopic: t.exposeInt('withoutTopic', { description: '分类待定.' }),
    peopleAffected: t.exposeInt('peopleAffected', { description: 'Sum of the problems that say how many.' }),
    peopleKnown: t.exposeInt('peopleKnown', { description: 'Problems that say how many.' }),
    raisings: t.exposeInt('raisings', { description: 'Raisings handled in them, the merged ones included.' }),
    raisingsAnswered: t.exposeInt('raisingsAnswered', { description: 'Of those, answered.' }),
  }),
});

const RateEnum = builder.enumType('PublicProblemRateName', {
  values: publicProblemRates,
  description: '办结率, 按时办结率, 满意率.',
});
const RateType = builder.objectRef<PublicProblemRate>('PublicProblemRate').implement({
  description: 'A share of the problems of the public, with its change since the end of the month before.',
  fields: (t) => ({
    rate: t.expose('rate', { type: RateEnum }),
    numerator: t.exposeInt('numerator'),
    denominator: t.exposeInt('denominator'),
    percent: t.exposeFloat('percent', { nullable: true, description: 'One decimal; null without a denominator.' }),
    changePoints: t.exposeFloat('changePoints', { nullable: true }),
  }),
});

builder.queryFields((t) => ({
  publicProblemCounts: t.withAuth({ signedIn: true }).field({
    type: CountsType,
    description: 'What became of the problems raised by the day.',
    args: { asOf: t.arg({ type: 'Day' }), filter: t.arg({ type: ItemFilterInput }) },
    resolve: (_root, { asOf, filter }, { viewer }) => publicProblemCounts(viewer, asOfDay(asOf), filter ?? {}),
  }),
  publicProblemRates: t.withAuth({ signedIn: true }).field({
    type: [RateType],
    description: '办结率, 按时办结率, 满意率, in this order.',
    args: { asOf: t.arg({ type: 'Day' }), filter: t.arg({ type: ItemFilterInput }) },
    resolve: (_root, { asOf, filter }, { viewer }) => publicProblemOutcomeRates(viewer, asOfDay(asOf), filter ?? {}),
  }),
}));
