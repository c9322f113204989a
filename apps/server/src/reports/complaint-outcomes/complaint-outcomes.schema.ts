import { builder } from '../../graphql/builder.ts';
import { FindingType, SatisfactionType } from '../../graphql/enums.ts';
import { ItemFilterInput } from '../../modules/item/item-filter.schema.ts';
import { asOfDay } from '../../modules/item/standing.ts';
import {
  type ComplaintFinding,
  type ComplaintGrade,
  type ComplaintRate,
  complaintFindings,
  complaintOutcomeRates,
  complaintRates,
  complaintSatisfaction,
} from './complaint-outcomes.query.ts';

const ComplaintRateKindType = builder.enumType('ComplaintRateKind', {
  values: complaintRates,
  description:
    'RESPONSE 响应率: decided within the limit for it, of those decided or past it. SETTLED 办结率: of the taken on. SETTLED_ON_TIME 按时办结率: of 应办结. SATISFIED 满意率: of the rated. REWORKED 重办率: of the taken on.',
});

const ComplaintRateType = builder.objectRef<ComplaintRate>('ComplaintRate').implement({
  description: 'A rate of the complaints by a day.',
  fields: (t) => ({
    rate: t.expose('rate', { type: ComplaintRateKindType }),
    numerator: t.exposeInt('numerator'),
    denominator: t.exposeInt('denominator'),
    percent: t.exposeFloat('percent', { nullable: true, description: 'One decimal; null without a denominator.' }),
    changePoints: t.exposeFloat('changePoints', {
      nullable: true,
      description: 'Percentage points since the end of the month before; null for REWORKED, which carries no day.',
    }),
  }),
});

const ComplaintFindingType = builder.objectRef<ComplaintFinding>('ComplaintFinding').implement({
  description: 'Complaints with one finding.',
  fields: (t) => ({ finding: t.expose('finding', { type: FindingType }), count: t.exposeInt('count') }),
});

const ComplaintGradeType = builder.objectRef<ComplaintGrade>('ComplaintGrade').implement({
  description: 'Complaints with one grade of satisfaction.',
  fields: (t) => ({ satisfaction: t.expose('satisfaction', { type: SatisfactionType }), count: t.exposeInt('count') }),
});

builder.queryFields((t) => ({
  complaintRates: t.withAuth({ signedIn: true }).field({
    type: [ComplaintRateType],
    description: 'Response, settlement, satisfaction and rework of the complaints (policy 2(2)5).',
    args: { asOf: t.arg({ type: 'Day' }), filter: t.arg({ type: ItemFilterInput }) },
    resolve: (_root, { asOf, filter }, { viewer }) => complaintOutcomeRates(viewer, asOfDay(asOf), filter ?? {}),
  }),
  complaintFindings: t.withAuth({ signedIn: true }).field({
    type: [ComplaintFindingType],
    description: 'Complaints by finding, of those found on by the day.',
    args: { asOf: t.arg({ type: 'Day' }), filter: t.arg({ type: ItemFilterInput }) },
    resolve: (_root, { asOf, filter }, { viewer }) => complaintFindings(viewer, asOfDay(asOf), filter ?? {}),
  }),
  complaintSatisfaction: t.withAuth({ signedIn: true }).field({
    type: [ComplaintGradeType],
    description: 'Complaints by the five grades of satisfaction, of those rated by the day.',
    args: { asOf: t.arg({ type: 'Day' }), filter: t.arg({ type: ItemFilterInput }) },
    resolve: (_root, { asOf, filter }, { viewer }) => complaintSatisfaction(viewer, asOfDay(asOf), filter ?? {}),
  }),
}));
