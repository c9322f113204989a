import { opennesses, opennessVerdicts } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { builder } from '../../graphql/builder.ts';
import { badInput, forbidden, InputError } from '../../graphql/errors.ts';
import { limits } from '../../graphql/limits.ts';
import { once } from '../../graphql/once.ts';
import { PageInfoType, pageInfoOf } from '../../graphql/page-info.ts';
import { actErrors, ItemActed } from '../item/acts/acts.schema.ts';
import { BulkDone } from '../item/acts/bulk-acts.schema.ts';
import { bulkResult, eachOfMany } from '../item/acts/each-of-many.ts';
import { ItemInterface, oneItem } from '../item/item.schema.ts';
import { canReviewOpenness, canSetOpenness, publicKinds, seesOpennessRoom } from './openness.policy.ts';
import { countOpenness, type OpennessEntry, type OpennessPage, opennessStages, pageOfOpenness, type StageCount } from './openness-list.ts';
import type { OpennessState } from './openness-state.ts';
import { reviewOpenness } from './review-openness.ts';
import { setOpenness } from './set-openness.ts';

const OpennessType = builder.enumType('Openness', { values: opennesses, description: '公开属性: 主动公开, 依申请公开, 不予公开.' });
const VerdictType = builder.enumType('OpennessVerdict', { values: opennessVerdicts, description: '审核通过, 审核退回.' });
const StageType = builder.enumType('OpennessStage', {
  values: opennessStages,
  description: 'UNSET 待设定, WAITING 待审核, REJECTED 审核退回, PUBLISHED 已公开, KEPT 不公开.',
});

const ItemOpennessType = builder.objectRef<OpennessState>('ItemOpenness').implement({
  description: 'Whether the public may see an item: only what is PUBLIC and PASSED.',
  fields: (t) => ({
    openness: t.expose('openness', { type: OpennessType }),
    verdict: t.expose('verdict', { type: VerdictType, nullable: true, description: 'Null: it waits for the reviewer.' }),
    setBy: t.exposeString('setBy', { description: 'Post, as it stood.' }),
    setAt: t.expose('setAt', { type: 'Instant' }),
    reviewedBy: t.exposeString('reviewedBy', { nullable: true, description: 'Post, as it stood.' }),
    reviewedAt: t.expose('reviewedAt', { type: 'Instant', nullable: true }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why it is not public, or was rejected.' }),
    isTextChanged: t.exposeBoolean('isTextChanged', {
      description: 'It had been passed; its title or promise was changed since, and it waits anew.',
    }),
  }),
});

builder.prismaInterfaceFields(ItemInterface, (t) => ({
  openness: t.field({
    type: ItemOpennessType,
    nullable: true,
    select: { id: true },
    description: '公开属性; null where none was set: it is not public.',
    resolve: ({ id }, _args, { loaders }) => loaders.openness.load(id),
  }),
  viewerCanSetOpenness: t.boolean({
    select: { kind: true },
    resolve: ({ kind }, _args, { viewer }) => viewer !== null && publicKinds.has(kind) && canSetOpenness(viewer),
  }),
  viewerCanReviewOpenness: t.boolean({
    select: { id: true },
    description: 'It waits for a reviewer, and the viewer may be that: never whoever set it.',
    resolve: async ({ id }, _args, { viewer, loaders }) => {
      const state = await loaders.openness.load(id);
      return viewer !== null && state?.verdict === null && canReviewOpenness(viewer, state);
    },
  }),
}));

const EntryType = builder.objectRef<OpennessEntry>('OpennessEntry').implement({
  description: 'A livelihood work on its way to the public.',
  fields: (t) => ({
    stage: t.expose('stage', { type: StageType }),
    item: t.prismaField({ type: ItemInterface, resolve: (query, { itemId }) => oneItem(query, itemId) }),
  }),
});

const StageCountType = builder.objectRef<StageCount>('OpennessStageCount').implement({
  fields: (t) => ({ stage: t.expose('stage', { type: StageType }), count: t.exposeInt('count') }),
});

const ConnectionType = builder.objectRef<{ page: OpennessPage; counts: StageCount[]; totalCount: number }>('OpennessConnection').implement({
  fields: (t) => ({
    nodes: t.field({ type: [EntryType], resolve: ({ page }) => page.entries }),
    pageInfo: t.field({
      type: PageInfoType,
      resolve: ({ page }) =>
        pageInfoOf(
          page,
          page.entries.map(({ number }) => number),
        ),
    }),
    counts: t.field({
      type: [StageCountType],
      description: 'Of every stage, under the other conditions.',
      resolve: ({ counts }) => counts,
    }),
    totalCount: t.exposeInt('totalCount'),
  }),
});

const FilterInput = builder.inputType('OpennessFilter', {
  fields: (t) => ({
    stages: t.field({ type: [StageType] }),
    units: t.stringList({ description: 'Codes of units that lead them.' }),
    programmes: t.stringList({ description: 'Codes of the dictionary `livelihood-programme`.' }),
    text: t.string({ description: 'Part of number or title.' }),
  }),
});

builder.queryFields((t) => ({
  opennessWorks: t.withAuth({ signedIn: true }).field({
    type: ConnectionType,
    description: 'The room 公开审核: livelihood works by number, for those who set or review what is public.',
    complexity: ({ first }) => ({ field: 1, multiplier: Math.max(1, (first ?? 50) / 10) }),
    args: { filter: t.arg({ type: FilterInput }), first: t.arg.int(), after: t.arg.string(), before: t.arg.string() },
    resolve: async (_root, { filter: given, first, after, before }, { viewer }) => {
      if (!seesOpennessRoom(viewer)) throw forbidden();
      const size = first ?? 50;
      if (size < 1 || size > limits.pageSize) throw badInput(`每页须在 1 到 ${limits.pageSize} 行之间。`);
      const filter = given ?? {};
      const [page, counts] = await Promise.all([
        pageOfOpenness(viewer, filter, { first: size, after, before }),
        countOpenness(viewer, filter),
      ]);
      const asked = counts.filter(({ stage }) => !filter.stages?.length || filter.stages.includes(stage));
      return { page, counts, totalCount: asked.reduce((sum, { count }) => sum + count, 0) };
    },
  }),
}));

const done = z.object({ itemId: z.string() });
const manyDone = z.object({ results: z.array(bulkResult) });
const most = 500;

const OpennessRowInput = builder.inputType('OpennessRow', {
  description: 'One of many items, at the version seen.',
  fields: (t) => ({ itemId: t.id({ required: true }), version: t.int({ required: true }) }),
});

function checkMany(rows: readonly unknown[]): void {
  if (rows.length === 0) throw new InputError([{ field: 'rows', code: 'EMPTY', message: '请至少选择一项。' }]);
  if (rows.length > most) throw new InputError([{ field: 'rows', code: 'TOO_MANY', message: `一次最多 ${most} 项。` }]);
}

builder.mutationFields((t) => ({
  setOpenness: t.withAuth({ signedIn: true }).field({
    type: ItemActed,
    errors: { types: actErrors },
    description: '设定公开属性: it waits for a reviewer, and until then is not public.',
    args: {
      itemId: t.arg.id({ required: true }),
      version: t.arg.int({ required: true, description: "The item's version as seen." }),
      requestId: t.arg.string({ required: true, description: 'Made by the client; a repeat answers as the first did.' }),
      openness: t.arg({ type: OpennessType, required: true }),
      reason: t.arg.string({ description: 'Required where it is not to be public; at most 500 characters.' }),
    },
    resolve: async (_root, { requestId, ...given }, { viewer }) =>
      (await once(viewer, requestId, 'setOpenness', done, (tx) => setOpenness(tx, viewer, given, requestId))).result,
  }),
  reviewOpenness: t.withAuth({ signedIn: true }).field({
    type: ItemActed,
    errors: { types: actErrors },
    description: '公开审核: by another person than set it.',
    args: {
      itemId: t.arg.id({ required: true }),
      version: t.arg.int({ required: true, description: "The item's version as seen." }),
      requestId: t.arg.string({ required: true, description: 'Made by the client; a repeat answers as the first did.' }),
      verdict: t.arg({ type: VerdictType, required: true }),
      reason: t.arg.string({ description: 'Required where it is rejected; at most 500 characters.' }),
    },
    resolve: async (_root, { requestId, ...given }, { viewer }) =>
      (await once(viewer, requestId, 'reviewOpenness', done, (tx) => reviewOpenness(tx, viewer, given, requestId))).result,
  }),
  setOpennessOfMany: t.withAuth({ signedIn: true }).field({
    type: BulkDone,
    errors: { types: [InputError] },
    description: '批量设定公开属性.',
    args: {
      requestId: t.arg.string({ required: true }),
      rows: t.arg({ type: [OpennessRowInput], required: true }),
      openness: t.arg({ type: OpennessType, required: true }),
      reason: t.arg.string(),
    },
    resolve: async (_root, { requestId, rows, openness, reason }, { viewer }) => {
      checkMany(rows);
      const act = (tx: Parameters<typeof setOpenness>[0]) => (row: { itemId: string; version: number }) =>
        setOpenness(tx, viewer, { ...row, openness, reason }, requestId);
      return (
        await once(viewer, requestId, 'setOpennessOfMany', manyDone, async (tx) => ({ results: await eachOfMany(tx, rows, act(tx)) }))
      ).result;
    },
  }),
  reviewOpennessOfMany: t.withAuth({ signedIn: true }).field({
    type: BulkDone,
    errors: { types: [InputError] },
    description: '批量公开审核.',
    args: {
      requestId: t.arg.string({ required: true }),
      rows: t.arg({ type: [OpennessRowInput], required: true }),
      verdict: t.arg({ type: VerdictType, required: true }),
      reason: t.arg.string(),
    },
    resolve: async (_root, { requestId, rows, verdict, reason }, { viewer }) => {
      checkMany(rows);
      const act = (tx: Parameters<typeof reviewOpenness>[0]) => (row: { itemId: string; version: number }) =>
        reviewOpenness(tx, viewer, { ...row, verdict, reason }, requestId);
      return (
        await once(viewer, requestId, 'reviewOpennessOfMany', manyDone, async (tx) => ({ results: await eachOfMany(tx, rows, act(tx)) }))
      ).result;
    },
  }),
}));
