import { builder } from '../../graphql/builder.ts';
import { ItemFilterInput } from '../../modules/item/item-filter.schema.ts';
import { asOfDay } from '../../modules/item/standing.ts';
import { type CountyShare, type LivelihoodCounty, livelihoodCounties } from './livelihood-counties.query.ts';

const CountyShareType = builder.objectRef<CountyShare>('LivelihoodCountyShare').implement({
  description: "A county's share of one livelihood work.",
  fields: (t) => ({
    number: t.exposeString('number'),
    title: t.exposeString('title'),
    quantityUnit: t.exposeString('quantityUnit'),
    target: t.exposeFloat('target', { description: "In the work's unit." }),
    actual: t.exposeFloat('actual', { description: 'The last one reported.' }),
    percent: t.exposeFloat('percent', { nullable: true, description: 'Actual ÷ target; may pass 100.' }),
  }),
});

const LivelihoodCountyType = builder.objectRef<LivelihoodCounty>('LivelihoodCounty').implement({
  description: 'Completion of the livelihood works in one county, programmes of the central city left out (policy 2(4)1).',
  fields: (t) => ({
    countyId: t.exposeString('countyId'),
    countyName: t.exposeString('countyName', { description: 'Short name.' }),
    works: t.exposeInt('works', { description: 'The denominator: works with a target in the county.' }),
    completeWorks: t.exposeInt('completeWorks', { description: 'Of these with the target reached.' }),
    completion: t.exposeFloat('completion', { description: 'The numerator, in whole works: the sum of actual ÷ target, each at most 1.' }),
    percent: t.exposeFloat('percent', { nullable: true, description: 'Completion ÷ works, one decimal; null without works.' }),
    shares: t.expose('shares', { type: [CountyShareType] }),
  }),
});

builder.queryFields((t) => ({
  livelihoodCounties: t.withAuth({ signedIn: true }).field({
    type: [LivelihoodCountyType],
    description: 'Completion by county, the furthest behind first.',
    args: { asOf: t.arg({ type: 'Day' }), filter: t.arg({ type: ItemFilterInput }) },
    resolve: (_root, { asOf, filter }, { viewer }) => livelihoodCounties(viewer, asOfDay(asOf), filter ?? {}),
  }),
}));
