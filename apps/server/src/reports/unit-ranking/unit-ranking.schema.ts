import { builder } from '../../graphql/builder.ts';
import { RankGroupType } from '../../graphql/enums.ts';
import { ItemFilterInput } from '../../modules/item/item-filter.schema.ts';
import { asOfDay } from '../../modules/item/standing.ts';
import { type RankedUnit, unitRanking } from './unit-ranking.query.ts';

const RankedUnitType = builder.objectRef<RankedUnit>('RankedUnit').implement({
  description: 'A unit in the ranking of its group by 按时办结率.',
  fields: (t) => ({
    unitId: t.exposeID('unitId'),
    unitName: t.exposeString('unitName', { description: 'Short name.' }),
    numerator: t.exposeInt('numerator', { description: "The unit's parts closed on or before their due day." }),
    denominator: t.exposeInt('denominator', { description: "The unit's parts closed, or still at work after their due day." }),
    percent: t.exposeFloat('percent'),
    isRanked: t.exposeBoolean('isRanked', { description: 'False below five parts: 参评不足.' }),
    groupNumerator: t.exposeInt('groupNumerator', { description: 'Of all units of the group together.' }),
    groupDenominator: t.exposeInt('groupDenominator'),
    groupPercent: t.exposeFloat('groupPercent'),
  }),
});

builder.queryFields((t) => ({
  unitRanking: t.withAuth({ signedIn: true }).field({
    type: [RankedUnitType],
    description: 'Units of a group by the share of their parts closed in time, the slowest first; those with too few parts at the end.',
    args: {
      group: t.arg({ type: RankGroupType, required: true }),
      asOf: t.arg({ type: 'Day' }),
      filter: t.arg({ type: ItemFilterInput }),
    },
    resolve: (_root, { group, asOf, filter }, { viewer }) => unitRanking(viewer, asOfDay(asOf), group, filter ?? {}),
  }),
}));
