import { builder } from '../../graphql/builder.ts';
import * as enums from '../../graphql/enums.ts';
import { InputError, NotFoundError } from '../../graphql/errors.ts';
import { seesWholeCity } from '../item/item.policy.ts';
import {
  maskedPhoneOf,
  type RevealedComplainant,
  revealComplainant,
  type StatementWithSupplements,
  statementOf,
} from './complainant.service.ts';
import { canRevealComplainant } from './complaint.policy.ts';

const ComplainantType = builder.objectRef<RevealedComplainant>('Complainant').implement({
  description: 'The protected person behind a complaint; every field null when the complaint is anonymous or the key was dropped.',
  fields: (t) => ({
    complaintId: t.exposeID('complaintId'),
    name: t.exposeString('complainantName', { nullable: true }),
    phone: t.exposeString('complainantPhone', { nullable: true }),
    identityNumber: t.exposeString('complainantIdentity', { nullable: true }),
    address: t.exposeString('complainantAddress', { nullable: true }),
  }),
});

const SupplementType = builder.objectRef<StatementWithSupplements['supplements'][number]>('ComplaintSupplement').implement({
  description: 'What a complainant added later.',
  fields: (t) => ({ at: t.expose('at', { type: 'Instant' }), text: t.exposeString('text') }),
});

const StatementType = builder.objectRef<StatementWithSupplements>('ComplaintStatement').implement({
  description: 'In the complainant’s own words. Kept sealed; inspection alone reads it.',
  fields: (t) => ({
    facts: t.exposeString('facts'),
    wish: t.exposeString('wish', { nullable: true }),
    concerns: t.exposeString('concerns', { nullable: true, description: 'Whom it concerns, as written.' }),
    place: t.exposeString('place', { nullable: true }),
    occurredOn: t.expose('occurredOn', { type: 'Day', nullable: true }),
    draftFacts: t.exposeString('draftFacts', {
      description: 'The facts with whatever names the complainant crossed out: a first draft of `facts`.',
    }),
    supplements: t.expose('supplements', { type: [SupplementType] }),
  }),
});

builder.prismaObject('Complaint', {
  description: 'The complainant is no field of it: see `revealComplainant`.',
  fields: (t) => ({
    id: t.exposeID('id'),
    channel: t.exposeString('channel'),
    isRealName: t.exposeBoolean('realName'),
    complainedUnit: t.relation('complainedUnit', { nullable: true, description: 'Null: not known, or not yet.' }),
    facts: t.exposeString('facts', {
      description: 'What the handling unit must answer, without a trace of who complained; empty until 受理.',
    }),
    receivedOn: t.expose('receivedOn', { type: 'Day' }),
    acceptDueOn: t.expose('acceptDueOn', { type: 'Day', nullable: true, description: 'Last day for deciding whether it is taken on.' }),
    acceptedOn: t.expose('acceptedOn', { type: 'Day', nullable: true }),
    mode: t.expose('mode', { type: enums.HandlingModeType, nullable: true, description: 'Null until it is taken on.' }),
    extensionDays: t.exposeInt('extensionDays'),
    finding: t.expose('finding', { type: enums.FindingType, nullable: true }),
    foundOn: t.expose('foundOn', { type: 'Day', nullable: true }),
    measures: t.exposeString('measures', { nullable: true }),
    sanction: t.exposeString('sanction', { nullable: true }),
    answeredOn: t.expose('answeredOn', { type: 'Day', nullable: true }),
    isOnTheSpot: t.exposeBoolean('onTheSpot', { description: 'Answered when it was made.' }),
    calledBackOn: t.expose('calledBackOn', { type: 'Day', nullable: true }),
    satisfaction: t.expose('satisfaction', { type: enums.SatisfactionType, nullable: true }),
    isSelfRated: t.exposeBoolean('selfRated', { description: 'The complainant rated it on the answer page.' }),
    isReopenedByComplainant: t.exposeBoolean('reopenedByComplainant'),
    reworkCount: t.exposeInt('reworkCount'),
    people: t.exposeInt('people', { description: 'How many complain together.' }),
    answer: t.string({
      nullable: true,
      select: { answer: true },
      description: 'What the complainant was answered; null for units, since an answer may name whom it is for.',
      resolve: ({ answer }, _args, { viewer }) => (viewer && seesWholeCity(viewer) ? answer : null),
    }),
    refusalReason: t.string({
      nullable: true,
      select: { refusalReason: true },
      description: 'Why it was not taken on, as the complainant reads it.',
      resolve: ({ refusalReason }, _args, { viewer }) => (viewer && seesWholeCity(viewer) ? refusalReason : null),
    }),
    externalNumber: t.string({
      nullable: true,
      select: { externalNumber: true },
      description: 'Number under which another channel kept it; null for units, which could look up there who wrote.',
      resolve: ({ externalNumber }, _args, { viewer }) => (viewer && seesWholeCity(viewer) ? externalNumber : null),
    }),
    statement: t.field({
      type: StatementType,
      nullable: true,
      select: { id: true },
      description: 'Null for everybody but inspection.',
      resolve: ({ id }, _args, { viewer }) => (viewer ? statementOf(viewer, id) : null),
    }),
    viewerCanRevealComplainant: t.boolean({
      select: { id: true },
      description: 'Whether the viewer may call revealComplainant.',
      resolve: (_complaint, _args, { viewer }) => viewer !== null && canRevealComplainant(viewer),
    }),
    maskedPhone: t.string({
      nullable: true,
      select: { id: true },
      description: 'The phone with its middle hidden; null for everybody but inspection.',
      resolve: ({ id }, _args, { viewer }) => (viewer ? maskedPhoneOf(viewer, id) : null),
    }),
  }),
});

builder.mutationFields((t) => ({
  revealComplainant: t.withAuth({ signedIn: true }).field({
    type: ComplainantType,
    errors: { types: [NotFoundError, InputError] },
    description:
      'Shows who complained. Inspection alone may, with a reason, and each look is recorded with who, when and why (policy 2(2)5).',
    args: {
      complaintId: t.arg.id({ required: true }),
      reason: t.arg.string({ required: true, description: '4 to 200 characters.' }),
    },
    resolve: (_root, args, { viewer, address }) => revealComplainant(viewer, args, address),
  }),
}));
