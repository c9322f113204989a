import { builder } from '../../graphql/builder.ts';
import { ItemFilterInput } from '../../modules/item/item-filter.schema.ts';
import { asOfDay } from '../../modules/item/standing.ts';
import { type ComplaintOutcome, type ComplaintOutcomes, complaintOutcomes } from './complaint-outcomes.query.ts';

const ComplaintOutcomeType = builder.objectRef<ComplaintOutcome>('ComplaintOutcome').implement({
  description: 'What became of the complaints by a day: counts of items, and rates with one decimal, null without a denominator.',
  fields: (t) => ({
    received: t.exposeInt('received'),
    closed: t.exposeInt('closed', { description: 'With a closing day by then.' }),
    closedOnTime: t.exposeInt('closedOnTime', { description: 'Of the closed: on or before the due day.' }),
    closedOnTimePercent: t.exposeFloat('closedOnTimePercent', { nullable: true, description: 'Closed on time ÷ closed.' }),
    settlementDue: t.exposeInt('settlementDue', { description: '应办结: closed, or still at work after the due day.' }),
    settledOnTime: t.exposeInt('settledOnTime', { description: 'Of 应办结: closed on or before the due day.' }),
    settledOnTimePercent: t.exposeFloat('settledOnTimePercent', { nullable: true, description: 'Settled on time ÷ 应办结.' }),
    calledBack: t.exposeInt('calledBack', { description: 'With an answer of the call-back.' }),
    satisfied: t.exposeInt('satisfied', { description: '满意 or 基本满意.' }),
    satisfiedPercent: t.exposeFloat('satisfiedPercent', { nullable: true, description: 'Satisfied ÷ called back.' }),
    dissatisfied: t.exposeInt('dissatisfied'),
    found: t.exposeInt('found', { description: 'With a finding.' }),
    foundTrue: t.exposeInt('foundTrue', { description: '属实.' }),
    foundPartlyTrue: t.exposeInt('foundPartlyTrue', { description: '部分属实.' }),
    foundUntrue: t.exposeInt('foundUntrue', { description: '不属实.' }),
    reworked: t.exposeInt('reworked', { description: 'Handled again; as recorded now, whatever the day.' }),
    reworkedPercent: t.exposeFloat('reworkedPercent', { nullable: true, description: 'Reworked ÷ received.' }),
  }),
});

const ComplaintOutcomesType = builder.objectRef<ComplaintOutcomes>('ComplaintOutcomes').implement({
  description: 'What became of the complaints, and how it stood a month earlier.',
  fields: (t) => ({
    now: t.field({ type: ComplaintOutcomeType, resolve: (outcomes) => outcomes }),
    before: t.expose('before', { type: ComplaintOutcomeType, description: 'As of the end of the month before.' }),
  }),
});

builder.queryFields((t) => ({
  complaintOutcomes: t.withAuth({ signedIn: true }).field({
    type: ComplaintOutcomesType,
    description: 'On-time rate, satisfaction, findings and rework of the complaints (policy 2(2)5).',
    args: { asOf: t.arg({ type: 'Day' }), filter: t.arg({ type: ItemFilterInput }) },
    resolve: (_root, { asOf, filter }, { viewer }) => complaintOutcomes(viewer, asOfDay(asOf), filter ?? {}),
  }),
}));
