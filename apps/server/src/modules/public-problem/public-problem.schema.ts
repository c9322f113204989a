import { z } from 'zod';
import { builder } from '../../graphql/builder.ts';
import * as enums from '../../graphql/enums.ts';
import { InputError, NotFoundError } from '../../graphql/errors.ts';
import { once } from '../../graphql/once.ts';
import { loadLedgerContext } from '../../registers/ledger-context.ts';
import { dueDay } from '../../registers/public-problem.ts';
import { ItemInterface, oneItem } from '../item/item.schema.ts';
import { canRegisterProblems, canRevealRaiser, mayLead } from './public-problem.policy.ts';
import { type RevealedRaiser, revealRaiser } from './raiser.service.ts';
import { type ProblemRaising, raisingsIn } from './raisings.ts';
import { registerProblem } from './register-problem.ts';
import { type SimilarProblem, similarProblems } from './similar-problems.ts';

const RaisingType = builder.objectRef<ProblemRaising>('ProblemRaising').implement({
  description:
    'One raising of a problem: of the item itself or of one merged into it. Who raised it is no field of it: see `revealRaiser`.',
  fields: (t) => ({
    itemId: t.exposeID('itemId'),
    number: t.exposeString('number'),
    raisedOn: t.expose('raisedOn', { type: 'Day' }),
    channel: t.exposeString('channel', { description: 'Code of the dictionary `public-problem-channel`.' }),
    answeredOn: t.expose('answeredOn', { type: 'Day', nullable: true }),
    hasRaiser: t.exposeBoolean('hasRaiser', { description: 'Whoever raised it left a name or a phone.' }),
    maskedPhone: t.exposeString('maskedPhone', { nullable: true, description: 'With its middle hidden; for whoever may reveal it.' }),
  }),
});

const SimilarProblemType = builder.objectRef<SimilarProblem>('SimilarProblem').implement({
  description: 'Another problem of the public that reads alike.',
  fields: (t) => ({
    item: t.prismaField({ type: ItemInterface, resolve: (query, { itemId }) => oneItem(query, itemId) }),
    raisedOn: t.expose('raisedOn', { type: 'Day' }),
    score: t.exposeFloat('score', { description: '0–1.' }),
    isSameTopic: t.exposeBoolean('isSameTopic'),
    isSameCounty: t.exposeBoolean('isSameCounty'),
  }),
});

builder.prismaObjectFields('PublicProblem', (t) => ({
  raisings: t.field({
    type: [RaisingType],
    select: { itemId: true },
    description: 'All raisings handled in the item, the own first: every one of them is answered.',
    resolve: ({ itemId }, _args, { viewer }) => (viewer ? raisingsIn(viewer, itemId) : []),
  }),
  similar: t.field({
    type: [SimilarProblemType],
    select: { itemId: true },
    description: 'Problems within half a year that are likely the same matter, those of the same topic and county first, at most five.',
    resolve: ({ itemId }, _args, { viewer }) => (viewer ? similarProblems(viewer, itemId) : []),
  }),
  viewerCanRevealRaiser: t.boolean({
    select: { item: { select: { leadUnitId: true } } },
    description: 'Whether the viewer may call revealRaiser.',
    resolve: ({ item }, _args, { viewer }) => viewer !== null && canRevealRaiser(viewer, item.leadUnitId),
  }),
}));

const RaiserType = builder.objectRef<RevealedRaiser>('Raiser').implement({
  description: 'Who raised a problem; both null when no name was left or the key was dropped.',
  fields: (t) => ({
    itemId: t.exposeID('itemId'),
    name: t.exposeString('raiserName', { nullable: true }),
    phone: t.exposeString('raiserPhone', { nullable: true }),
  }),
});

interface FormOffers {
  dueOn: string | null;
  leadUnits: { id: string; shortName: string }[];
}
const FormUnit = builder.objectRef<FormOffers['leadUnits'][number]>('PublicProblemFormUnit').implement({
  fields: (t) => ({ id: t.exposeID('id'), shortName: t.exposeString('shortName') }),
});
const FormType = builder.objectRef<FormOffers>('PublicProblemForm').implement({
  description: 'What the form for a problem offers its viewer today.',
  fields: (t) => ({
    dueOn: t.expose('dueOn', { type: 'Day', nullable: true, description: 'Last day by the limit in force, counted from today.' }),
    leadUnits: t.expose('leadUnits', { type: [FormUnit], description: 'Units that may lead what the viewer enters.' }),
  }),
});

builder.queryFields((t) => ({
  publicProblemForm: t.withAuth({ signedIn: true }).field({
    type: FormType,
    nullable: true,
    description: 'Null for those who enter no problems of the public.',
    resolve: async (_root, _args, { viewer }) => {
      if (!canRegisterProblems(viewer)) return null;
      const context = await loadLedgerContext();
      return {
        dueOn: dueDay(context, context.today),
        leadUnits: context.lookupData.units.filter(({ id, kind }) => kind !== 'CITY' && mayLead(viewer, id)),
      };
    },
  }),
}));

const RegisterInput = builder.inputType('RegisterPublicProblemInput', {
  fields: (t) => ({
    requestId: t.string({ required: true, description: 'Made by the client; a repeat answers as the first did.' }),
    title: t.string({ required: true, description: 'At most 200 characters, without a trace of who raised it.' }),
    content: t.string({ required: true, description: 'At most 4,000 characters, without a trace of who raised it.' }),
    topic: t.string({ description: 'Code of the dictionary `public-topic`; none: 分类待定.' }),
    origin: t.field({ type: enums.ProblemOriginType, required: true }),
    channel: t.string({ required: true, description: 'Code of the dictionary `public-problem-channel`.' }),
    peopleAffected: t.int(),
    countyId: t.id({ description: 'By default the county of the lead unit.' }),
    raisedOn: t.field({ type: 'Day', description: 'By default today.' }),
    leadUnitId: t.id({ required: true, description: 'Of a unit, itself or one below it.' }),
    dueOn: t.field({ type: 'Day', description: 'By default the limit in force, from today.' }),
    raiserName: t.string({ description: 'Kept encrypted.' }),
    raiserPhone: t.string({ description: 'Kept encrypted.' }),
  }),
});

const registered = z.object({ itemId: z.string() });
const Registered = builder.objectRef<z.infer<typeof registered>>('PublicProblemRegistered').implement({
  description: 'The problem is assigned to its unit.',
  fields: (t) => ({
    item: t.prismaField({ type: ItemInterface, resolve: (query, { itemId }) => oneItem(query, itemId) }),
  }),
});

builder.mutationFields((t) => ({
  registerPublicProblem: t.withAuth({ signedIn: true }).field({
    type: Registered,
    errors: { types: [InputError] },
    description: '登记问题: a unit enters what it has to solve itself, the supervision office anything.',
    args: { input: t.arg({ type: RegisterInput, required: true }) },
    resolve: async (_root, { input: { requestId, ...given } }, { viewer }) => {
      const { result } = await once(viewer, requestId, 'registerPublicProblem', registered, async (tx) => ({
        itemId: await registerProblem(tx, viewer, given, requestId),
      }));
      return result;
    },
  }),
  revealRaiser: t.withAuth({ signedIn: true }).field({
    type: RaiserType,
    errors: { types: [NotFoundError, InputError] },
    description:
      'Shows who raised a problem, to its lead unit and the supervision office, with a reason; each look is recorded with who, when and why.',
    args: {
      itemId: t.arg.id({ required: true, description: 'Of the problem itself, also of a merged one.' }),
      reason: t.arg.string({ required: true, description: '4 to 200 characters.' }),
    },
    resolve: (_root, args, { viewer, address }) => revealRaiser(viewer, args, address),
  }),
}));
