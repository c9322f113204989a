import { builder } from '../../graphql/builder.ts';
import { LevelType, LightType } from '../../graphql/enums.ts';
import { ItemFilterInput } from '../../modules/item/item-filter.schema.ts';
import { asOfDay } from '../../modules/item/standing.ts';
import { type HardProblemDecision, hardProblemDecisions } from './hard-problem-decisions.query.ts';

const HardProblemDecisionType = builder.objectRef<HardProblemDecision>('HardProblemDecision').implement({
  description: "A step of a hard problem that waits for a leader's decision (policy 2(3)).",
  fields: (t) => ({
    number: t.exposeString('number'),
    title: t.exposeString('title'),
    level: t.expose('level', { type: LevelType, nullable: true }),
    unitName: t.exposeString('unitName', { description: 'Lead unit, short name.' }),
    leader: t.exposeString('leader', { nullable: true, description: 'Post that answers for the problem.' }),
    light: t.expose('light', { type: LightType, nullable: true }),
    step: t.exposeString('step'),
    plannedOn: t.expose('plannedOn', { type: 'Day' }),
    overdueDays: t.exposeInt('overdueDays', { nullable: true, description: 'Working days past the planned day; null when not yet due.' }),
    obstacle: t.exposeString('obstacle', { nullable: true }),
    decisionNeeded: t.exposeString('decisionNeeded'),
  }),
});

builder.queryFields((t) => ({
  hardProblemDecisions: t.withAuth({ signedIn: true }).field({
    type: [HardProblemDecisionType],
    description: 'Decisions that open hard problems wait for, the longest overdue first; at most 200.',
    args: { asOf: t.arg({ type: 'Day' }), filter: t.arg({ type: ItemFilterInput }) },
    resolve: (_root, { asOf, filter }, { viewer }) => hardProblemDecisions(viewer, asOfDay(asOf), filter ?? {}),
  }),
}));
