import { ask, db, viewerWith } from '../../../testing/test-city.ts';
import type { Viewer } from '../../session/viewer.ts';
import type { MonthInput } from '../enter-month.ts';
import type { BoardInput } from '../keep-board.ts';
import type { ProblemInput } from '../problem-fields.ts';

export const office = viewerWith('SUPERVISION_OFFICE', 'dcs');
export const clerk = viewerWith('UNIT_CLERK', 'gtj');

/** The board of 行政执法 (3), led by 法制办, with 国土局, 公安局 and 西平县; its first planned month is June. */
export function board(changes: Partial<BoardInput> = {}): BoardInput {
  return {
    code: '3',
    version: 0,
    leadUnitId: 'fzb',
    goal: '纠正乱收费',
    unitIds: ['gtj', 'gaj', '411721'],
    stages: [
      { stage: 'MOBILISE', plannedFrom: '2014-06-05', plannedTo: '2014-06-20', startedOn: '2014-06-05', endedOn: '2014-06-20' },
      { stage: 'SCREEN', plannedFrom: '2014-06-23', plannedTo: '2014-07-31', startedOn: '2014-06-23' },
      { stage: 'RECTIFY', plannedFrom: '2014-08-01', plannedTo: '2014-10-31' },
      { stage: 'CONSOLIDATE', plannedFrom: '2014-11-03', plannedTo: '2014-12-31' },
    ],
    ...changes,
  };
}

/** 国土局's August; give what differs. */
export function entry(changes: Partial<MonthInput> = {}): MonthInput {
  const figures = { checks: 20, spotFixed: 6, casesFiled: 2, peopleHandled: 1, lookBacks: 4, relapses: 1 };
  return { code: '3', unitId: 'gtj', month: '2014-08', version: 0, ...figures, ...changes };
}

export function problem(changes: Partial<ProblemInput> = {}): ProblemInput {
  return {
    code: '3',
    title: '只罚款不责令改正',
    content: '同一违法行为三次罚款，没有下达责令改正通知书。',
    disorder: 'fine',
    leadUnitId: 'gtj',
    foundOn: '2014-09-29',
    dueOn: '2014-10-31',
    ...changes,
  };
}

export interface Answer {
  __typename: string;
  code: string;
  version: number;
  message: string;
  fields: { field: string; code: string; message: string }[];
  item: { id: string; number: string; standing: { state: string }; category: { code: string } };
}

const problems = `... on InputError { fields { field code message } } ... on NotFoundError { message }`;
const more = `${problems} ... on ConflictError { version } ... on ActRefusedError { code message }`;
let asked = 0;

async function act(viewer: Viewer, call: string, args: string, given: Record<string, unknown>, wanted: string, requestId?: string) {
  asked += 1;
  const source = `mutation($requestId: String!, ${args}) { answer: ${call} { __typename ${wanted} } }`;
  const variables = { requestId: requestId ?? `rectification-${asked}`, ...given };
  const { data, errors } = await ask<{ answer: Answer }>(viewer, source, variables);
  return { answer: data?.answer as Answer, error: errors?.[0]?.extensions?.code ?? errors?.[0]?.message };
}

export function enter(viewer: Viewer, given: MonthInput, requestId?: string) {
  const call = 'enterRectificationMonth(requestId: $requestId, entry: $entry)';
  return act(
    viewer,
    call,
    '$entry: RectificationMonthInput!',
    { entry: given },
    `... on Rectification { rectification: code } ${more}`,
    requestId,
  );
}

export function set(viewer: Viewer, given: BoardInput) {
  const call = 'setRectification(requestId: $requestId, board: $board)';
  return act(viewer, call, '$board: RectificationInput!', { board: given }, `... on Rectification { rectification: code version } ${more}`);
}

export function list(viewer: Viewer, given: ProblemInput, requestId?: string) {
  const call = 'listRectificationProblem(requestId: $requestId, problem: $problem)';
  const wanted = `... on RectificationProblemListed { item { id number standing { state } category { code } } } ${problems}`;
  return act(viewer, call, '$problem: RectificationProblemInput!', { problem: given }, wanted, requestId);
}

export const codes = ({ fields }: Answer) => fields.map(({ field, code }) => `${field} ${code}`);

/** Gives an item the register's own row. */
export async function detail(itemId: string, changes: { roadDisorder?: string; enforcementDisorder?: string } = {}): Promise<void> {
  await db.rectificationProblem.create({ data: { itemId, content: '测试', ...changes } });
}
