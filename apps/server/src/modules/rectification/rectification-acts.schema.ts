import { z } from 'zod';
import { builder } from '../../graphql/builder.ts';
import { RectificationStageType } from '../../graphql/enums.ts';
import { ActRefusedError, ConflictError, InputError, NotFoundError } from '../../graphql/errors.ts';
import { once } from '../../graphql/once.ts';
import { ItemInterface, oneItem } from '../item/item.schema.ts';
import { asOfDay } from '../item/standing.ts';
import { boardsOf } from './board.ts';
import { enterMonth, type MonthInput } from './enter-month.ts';
import { type BoardInput, type StageInput, setBoard } from './keep-board.ts';
import { listProblem } from './list-problem.ts';
import type { ProblemInput } from './problem-fields.ts';
import { RectificationType } from './rectification.schema.ts';

const errors = { types: [InputError, NotFoundError, ConflictError, ActRefusedError] };
const requestId = 'Made by the client; a repeat answers as the first did.';

const MonthInputType = builder.inputRef<MonthInput>('RectificationMonthInput').implement({
  description: "A unit's figures of one month: whole numbers from 0, of this month alone.",
  fields: (t) => ({
    code: t.string({ required: true }),
    unitId: t.string({ required: true }),
    month: t.string({ required: true, description: '`2014-08`; a month to come is refused.' }),
    version: t.int({ required: true, description: 'As seen; 0 where nothing was entered.' }),
    checks: t.int({ required: true }),
    spotFixed: t.int({ required: true }),
    casesFiled: t.int({ required: true }),
    peopleHandled: t.int({ required: true }),
    lookBacks: t.int({ required: true }),
    relapses: t.int({ required: true, description: 'At most the look-backs.' }),
    note: t.string({ description: 'At most 500 characters.' }),
    reason: t.string({ description: 'Required where something was entered before; at most 200 characters.' }),
  }),
});

const StageInputType = builder.inputRef<StageInput>('RectificationStageInput').implement({
  fields: (t) => ({
    stage: t.field({ type: RectificationStageType, required: true }),
    plannedFrom: t.field({ type: 'Day', required: true }),
    plannedTo: t.field({ type: 'Day', required: true }),
    startedOn: t.field({ type: 'Day' }),
    endedOn: t.field({ type: 'Day' }),
    summary: t.string({ description: 'At most 500 characters.' }),
  }),
});

const BoardInputType = builder.inputRef<BoardInput>('RectificationInput').implement({
  description: "A board as it is to be. The lead unit's head changes actual days and summaries alone.",
  fields: (t) => ({
    code: t.string({ required: true }),
    version: t.int({ required: true, description: 'As seen; 0 where it was not set up.' }),
    leadUnitId: t.string({ required: true }),
    goal: t.string({ description: 'At most 300 characters.' }),
    unitIds: t.stringList({ required: true, description: 'Those that take part.' }),
    stages: t.field({ type: [StageInputType], required: true, description: 'All four.' }),
  }),
});

const ProblemInputType = builder.inputRef<ProblemInput>('RectificationProblemInput').implement({
  description: 'A problem that was found and not put right on the spot.',
  fields: (t) => ({
    code: t.string({ required: true }),
    title: t.string({ required: true, description: 'At most 200 characters.' }),
    content: t.string({ required: true, description: 'At most 2,000 characters.' }),
    disorder: t.string({ description: "Code of the rectification's own list of disorders, where it has one." }),
    place: t.string(),
    foundBy: t.string(),
    countyId: t.string({ description: 'By default the county of the unit.' }),
    foundOn: t.field({ type: 'Day', description: 'By default today.' }),
    leadUnitId: t.string({ required: true, description: 'The unit that has to put it right.' }),
    dutyPerson: t.string(),
    measure: t.string({ description: 'At most 2,000 characters.' }),
    dueOn: t.field({ type: 'Day', required: true }),
  }),
});

const saved = z.object({ code: z.string() });
const listed = z.object({ itemId: z.string() });
const ListedType = builder.objectRef<z.infer<typeof listed>>('RectificationProblemListed').implement({
  description: 'The problem is in the ledger, assigned to its unit.',
  fields: (t) => ({ item: t.prismaField({ type: ItemInterface, resolve: (query, { itemId }) => oneItem(query, itemId) }) }),
});

builder.mutationFields((t) => ({
  enterRectificationMonth: t.withAuth({ signedIn: true }).field({
    type: RectificationType,
    errors,
    description: "填报月报: enters a unit's month, or puts it right; what was entered before stays in its story.",
    args: {
      requestId: t.arg.string({ required: true, description: requestId }),
      entry: t.arg({ type: MonthInputType, required: true }),
    },
    resolve: async (_root, { requestId, entry }, { viewer, address }) => {
      const { result } = await once(viewer, requestId, 'enterRectificationMonth', saved, async (tx) => {
        await enterMonth(tx, viewer, address, entry);
        return { code: entry.code };
      });
      const [board] = await boardsOf(viewer, result.code);
      return { ...board!, asOf: asOfDay(null) };
    },
  }),
  setRectification: t.withAuth({ signedIn: true }).field({
    type: RectificationType,
    errors,
    description: '设置专项: sets a rectification up, or changes it.',
    args: {
      requestId: t.arg.string({ required: true, description: requestId }),
      board: t.arg({ type: BoardInputType, required: true }),
    },
    resolve: async (_root, { requestId, board: given }, { viewer, address }) => {
      const { result } = await once(viewer, requestId, 'setRectification', saved, async (tx) => {
        await setBoard(tx, viewer, address, given);
        return { code: given.code };
      });
      const [board] = await boardsOf(viewer, result.code);
      return { ...board!, asOf: asOfDay(null) };
    },
  }),
  listRectificationProblem: t.withAuth({ signedIn: true }).field({
    type: ListedType,
    errors: { types: [InputError, NotFoundError] },
    description: '登记问题: lists a problem and assigns it to the unit that has to put it right.',
    args: {
      requestId: t.arg.string({ required: true, description: requestId }),
      problem: t.arg({ type: ProblemInputType, required: true }),
    },
    resolve: async (_root, { requestId, problem }, { viewer }) => {
      const { result } = await once(viewer, requestId, 'listRectificationProblem', listed, async (tx) => ({
        itemId: await listProblem(tx, viewer, problem, requestId),
      }));
      return result;
    },
  }),
}));
