import { rungRefusals, rungs } from '@duban/rules/urging';
import { z } from 'zod';
import { db } from '../../database.ts';
import { builder } from '../../graphql/builder.ts';
import { ActRefusedError, badInput, InputError, NotFoundError } from '../../graphql/errors.ts';
import { limits } from '../../graphql/limits.ts';
import { once } from '../../graphql/once.ts';
import { PageInfoType, pageInfoOf } from '../../graphql/page-info.ts';
import { actErrors, ItemActed } from '../item/acts/acts.schema.ts';
import { conflictError } from '../item/conflict-error.ts';
import { ItemInterface, oneItem } from '../item/item.schema.ts';
import { UnitType } from '../unit/unit.schema.ts';
import type { RungState } from './ladder.ts';
import { countSlips, pageOfSlips, type RungCount, type SlipFilter, type SlipPage, slipByNumber } from './slip-list.ts';
import type { Slip } from './slips.ts';
import { type UrgeResult, urgeParts, urgeResult } from './urge-parts.ts';
import { canUrge } from './urging.policy.ts';

const RungType = builder.enumType('Rung', { values: rungs, description: 'Rungs of the urging ladder: 提醒, 催办, 黄牌, 红牌.' });
const RungRefusalType = builder.enumType('RungRefusal', { values: rungRefusals, description: 'Why a rung is not open.' });

const UrgingType = builder.objectRef<Slip>('Urging').implement({
  description: 'One rung climbed for a unit on an item, with its slip.',
  fields: (t) => ({
    id: t.exposeID('id'),
    number: t.exposeString('number', { description: 'Number of the slip, e.g. 催-2014-0012.' }),
    rung: t.expose('rung', { type: RungType }),
    reason: t.exposeString('reason'),
    answerDueOn: t.expose('answerDueOn', { type: 'Day', nullable: true, description: 'Last day for the answer.' }),
    isBySystem: t.exposeBoolean('isBySystem'),
    byTitle: t.exposeString('byTitle', { description: 'Post, as it stood.' }),
    at: t.expose('at', { type: 'Instant' }),
    on: t.expose('on', { type: 'Day' }),
    round: t.exposeInt('round'),
    dueOn: t.expose('dueOn', { type: 'Day', nullable: true, description: "The part's limit as it stood then." }),
    overdueWorkingDays: t.exposeInt('overdueWorkingDays', { nullable: true, description: 'By how much it was overdue then.' }),
    isAnswered: t.boolean({ resolve: ({ answeredOn }) => answeredOn !== null, description: 'The unit reported on the item after it.' }),
    answeredOn: t.expose('answeredOn', { type: 'Day', nullable: true }),
    itemNumber: t.exposeString('itemNumber'),
    itemTitle: t.exposeString('itemTitle'),
    isDemo: t.exposeBoolean('isDemo'),
    unitName: t.exposeString('unitName'),
    unit: t.prismaField({ type: UnitType, resolve: (query, { unitId }) => db.unit.findUniqueOrThrow({ ...query, where: { id: unitId } }) }),
    item: t.prismaField({ type: ItemInterface, resolve: (query, { itemId }) => oneItem(query, itemId) }),
  }),
});

const RungStateType = builder.objectRef<RungState>('RungState').implement({
  description: 'A rung of the ladder for one part.',
  fields: (t) => ({
    rung: t.expose('rung', { type: RungType }),
    isOpen: t.boolean({ resolve: ({ refusal }) => refusal === null }),
    refusal: t.expose('refusal', { type: RungRefusalType, nullable: true }),
  }),
});

builder.prismaInterfaceFields(ItemInterface, (t) => ({
  urgings: t.field({
    type: [UrgingType],
    select: { id: true },
    description: 'Slips on the item, the newest first.',
    resolve: ({ id }, _args, { loaders }) => loaders.slips.load(id),
  }),
}));

builder.prismaObjectFields('ItemUnit', (t) => ({
  urgings: t.field({
    type: [UrgingType],
    select: { id: true },
    description: 'Slips of its unit on the item, the newest first.',
    resolve: async ({ id }, _args, { loaders }) => (await loaders.ladder.load(id))?.slips ?? [],
  }),
  highestRung: t.field({
    type: RungType,
    nullable: true,
    select: { id: true },
    description: 'The highest rung climbed in the present round.',
    resolve: async ({ id }, _args, { loaders }) => (await loaders.ladder.load(id))?.highest ?? null,
  }),
  openRungs: t.field({
    type: [RungStateType],
    select: { id: true },
    description: 'Every rung, open or why not, lowest first; nothing for those who do not urge.',
    resolve: async ({ id }, _args, { viewer, loaders }) =>
      viewer && canUrge(viewer) ? ((await loaders.ladder.load(id))?.rungs ?? []) : [],
  }),
}));

const UrgingFilterInput = builder.inputType('UrgingFilter', {
  fields: (t) => ({
    units: t.stringList({ description: 'Unit codes.' }),
    rungs: t.field({ type: [RungType] }),
    isAnswered: t.boolean(),
    from: t.field({ type: 'Day', description: 'Day of the slip, included.' }),
    to: t.field({ type: 'Day', description: 'Day of the slip, included.' }),
  }),
});

const RungCountType = builder.objectRef<RungCount>('RungCount').implement({
  fields: (t) => ({
    rung: t.expose('rung', { type: RungType }),
    count: t.exposeInt('count'),
    unanswered: t.exposeInt('unanswered'),
  }),
});

const UrgingConnectionType = builder.objectRef<{ page: SlipPage; counts: RungCount[] }>('UrgingConnection').implement({
  description: 'A page of the register of slips.',
  fields: (t) => ({
    nodes: t.field({ type: [UrgingType], resolve: ({ page }) => page.slips }),
    pageInfo: t.field({
      type: PageInfoType,
      resolve: ({ page }) =>
        pageInfoOf(
          page,
          page.slips.map(({ id }) => id),
        ),
    }),
    counts: t.field({ type: [RungCountType], description: 'Of the whole filter, lowest rung first.', resolve: ({ counts }) => counts }),
    totalCount: t.int({ resolve: ({ counts }) => counts.reduce((sum, { count }) => sum + count, 0) }),
  }),
});

builder.queryFields((t) => ({
  urging: t.withAuth({ signedIn: true }).field({
    type: UrgingType,
    nullable: true,
    description: 'A slip by its number; null when it is not there or not for the viewer.',
    args: { number: t.arg.string({ required: true }) },
    resolve: (_root, { number }, { viewer }) => slipByNumber(viewer, number),
  }),
  urgings: t.withAuth({ signedIn: true }).field({
    type: UrgingConnectionType,
    description: 'The register of slips, the newest first.',
    complexity: ({ first }) => ({ field: 1, multiplier: Math.max(1, (first ?? 50) / 10) }),
    args: { filter: t.arg({ type: UrgingFilterInput }), first: t.arg.int(), after: t.arg.string(), before: t.arg.string() },
    resolve: async (_root, { filter: given, first, after, before }, { viewer }) => {
      const size = first ?? 50;
      if (size < 1 || size > limits.pageSize) throw badInput(`每页须在 1 到 ${limits.pageSize} 行之间。`);
      const filter: SlipFilter = given ?? {};
      const [page, counts] = await Promise.all([pageOfSlips(viewer, filter, { first: size, after, before }), countSlips(viewer, filter)]);
      return { page, counts };
    },
  }),
}));

const UrgePartInput = builder.inputType('UrgePartInput', {
  fields: (t) => ({
    itemId: t.id({ required: true }),
    partId: t.id({ required: true }),
    version: t.int({ required: true, description: "The item's version as seen." }),
    requestId: t.string({ required: true, description: 'Made by the client; a repeat answers as the first did.' }),
    rung: t.field({ type: RungType, required: true }),
    reason: t.string({ required: true, description: 'At most 500 characters.' }),
    answerDueOn: t.field({ type: 'Day', description: 'Last day for the answer; a card must have one.' }),
  }),
});

builder.mutationField('urgePart', (t) =>
  t.withAuth({ signedIn: true }).field({
    type: ItemActed,
    errors: { types: actErrors },
    description: '督查催办: climbs one rung for one part.',
    args: { input: t.arg({ type: UrgePartInput, required: true }) },
    resolve: async (_root, { input }, { viewer }) => {
      const { itemId, partId, version, requestId, ...urge } = input;
      const { result } = await once(viewer, requestId, 'urgePart', z.object({ itemId: z.string() }), async (tx) => {
        const [done] = await urgeParts(tx, viewer, urge, [{ itemId, partId, version }], requestId);
        const { code, message } = done!;
        if (code === 'NOT_FOUND') throw new NotFoundError();
        if (code === 'CONFLICT') {
          const { rows } = await tx.query<{ version: number }>('SELECT version FROM item WHERE id = $1', [itemId]);
          throw await conflictError(tx, itemId, version, rows[0]!.version);
        }
        if (code) throw new ActRefusedError(code, message ?? '');
        return { itemId };
      });
      return result;
    },
  }),
);

const UrgedPartInput = builder.inputType('UrgedPart', {
  description: 'A part to urge.',
  fields: (t) => ({ itemId: t.id({ required: true }), partId: t.id({ required: true }), version: t.int({ required: true }) }),
});

const UrgeResultType = builder.objectRef<UrgeResult>('UrgeResult').implement({
  description: 'What became of one part.',
  fields: (t) => ({
    itemId: t.exposeID('itemId'),
    partId: t.exposeID('partId'),
    number: t.exposeString('number', { description: "The item's." }),
    done: t.boolean({ resolve: ({ code }) => code === null }),
    slipNumber: t.exposeString('slipNumber', { nullable: true }),
    code: t.exposeString('code', { nullable: true, description: 'Key of why not.' }),
    message: t.exposeString('message', { nullable: true, description: 'Why not, in Chinese.' }),
  }),
});

const PartsUrged = builder.objectRef<{ results: UrgeResult[] }>('PartsUrged').implement({
  description: 'Each part is urged or left as it was; in the order given.',
  fields: (t) => ({ results: t.field({ type: [UrgeResultType], resolve: ({ results }) => results }) }),
});

builder.mutationField('urgeParts', (t) =>
  t.withAuth({ signedIn: true }).field({
    type: PartsUrged,
    errors: { types: [InputError, ActRefusedError] },
    description: '批量督查催办: one rung for up to 500 parts.',
    args: {
      requestId: t.arg.string({ required: true }),
      rung: t.arg({ type: RungType, required: true }),
      reason: t.arg.string({ required: true }),
      answerDueOn: t.arg({ type: 'Day' }),
      parts: t.arg({ type: [UrgedPartInput], required: true }),
    },
    resolve: async (_root, { requestId, parts, ...urge }, { viewer }) => {
      const shape = z.object({ results: z.array(urgeResult) });
      const { result } = await once(viewer, requestId, 'urgeParts', shape, async (tx) => ({
        results: await urgeParts(tx, viewer, urge, parts, requestId),
      }));
      return result;
    },
  }),
);
