import { builder } from '../../graphql/builder.ts';
import { registerReaders, seesWholeRegister } from '../../modules/accountability/accountability.policy.ts';
import { asOfDay } from '../../modules/item/standing.ts';
import { type AccountabilityFollowUp, accountabilityFollowUp } from './accountability-follow-up.query.ts';

const FollowUpType = builder.objectRef<AccountabilityFollowUp>('AccountabilityFollowUp').implement({
  description: 'Complaints found true, wholly or in part, and whether anybody was held to account.',
  fields: (t) => ({
    complaints: t.exposeInt('complaints'),
    followed: t.exposeInt('followed', { description: 'Those from which accountability followed.' }),
    percent: t.exposeFloat('percent', { nullable: true, description: 'Followed ÷ complaints, one decimal.' }),
    records: t.exposeInt('records', { description: 'Persons held to account for them.' }),
  }),
});

builder.queryField('accountabilityFollowUp', (t) =>
  t.withAuth({ roles: registerReaders }).field({
    type: FollowUpType,
    nullable: true,
    description: '查实投诉追责率, of the whole city; null for those who see their own unit alone.',
    args: { asOf: t.arg({ type: 'Day' }) },
    resolve: (_root, { asOf }, { viewer }) => (seesWholeRegister(viewer) ? accountabilityFollowUp(viewer, asOfDay(asOf)) : null),
  }),
);
