import { builder } from '../../graphql/builder.ts';
import { LevelType } from '../../graphql/enums.ts';
import { ItemFilterInput } from '../../modules/item/item-filter.schema.ts';
import { asOfDay } from '../../modules/item/standing.ts';
import { type HardProblemRate, hardProblemRates } from './hard-problem-rates.query.ts';

const HardProblemRateType = builder.objectRef<HardProblemRate>('HardProblemRate').implement({
  description: '破解率 of one level of hard problems, or of all (policy 2(3)).',
  fields: (t) => ({
    level: t.expose('level', { type: LevelType, nullable: true, description: 'Null: of all levels.' }),
    problems: t.exposeInt('problems', { description: 'The denominator.' }),
    solved: t.exposeInt('solved', { description: 'The numerator: with a day of solution by the day.' }),
    percent: t.exposeFloat('percent', { nullable: true, description: 'Solved ÷ problems, one decimal; null when there are none.' }),
    changePoints: t.exposeFloat('changePoints', { nullable: true, description: 'Points since the end of the month before.' }),
  }),
});

builder.queryFields((t) => ({
  hardProblemRates: t.withAuth({ signedIn: true }).field({
    type: [HardProblemRateType],
    description: '破解率 by level: city, department, county, then all.',
    args: { asOf: t.arg({ type: 'Day' }), filter: t.arg({ type: ItemFilterInput }) },
    resolve: (_root, { asOf, filter }, { viewer }) => hardProblemRates(viewer, asOfDay(asOf), filter ?? {}),
  }),
}));
