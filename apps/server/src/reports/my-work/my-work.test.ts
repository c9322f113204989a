import { afterAll, beforeAll, expect, it } from 'vitest';
import { pool } from '../../database.ts';
import { act, addHardProblem, partOf, person } from '../../modules/item/acts/testing/acts.fixture.ts';
import type { Viewer } from '../../modules/session/viewer.ts';
import { ask, openTestCity, viewerWith } from '../../testing/test-city.ts';

let close: () => Promise<void>;
let head: Viewer;
let clerk: Viewer;
let office: Viewer;
let viceMayor: Viewer;
beforeAll(async () => {
  close = await openTestCity();
  head = await person('UNIT_HEAD', 'gtj');
  clerk = await person('UNIT_CLERK', 'gtj');
  office = await person('SUPERVISION_OFFICE', 'dcs');
  viceMayor = await person('VICE_MAYOR', '411700', { overseenUnitIds: ['gtj'] });

  const only = { assisting: [] };
  await addHardProblem({ number: '签', state: 'ASSIGNED', dueOn: '2014-11-20', ...only });
  await addHardProblem({ number: '办', state: 'IN_PROGRESS', dueOn: '2014-10-10', ...only });
  await addHardProblem({ number: '逾', state: 'SIGNED', dueOn: '2014-09-26', ...only });
  await addHardProblem({ number: '重', state: 'REWORK', dueOn: '2014-10-20', ...only });
  await addHardProblem({ number: '审', state: 'UNDER_REVIEW', dueOn: '2014-10-08', ...only });
  await addHardProblem({ number: '退', state: 'RETURNED', dueOn: '2014-10-09', ...only });
  await addHardProblem({ number: '草', state: 'DRAFT', dueOn: '2014-12-01', ...only });
  await addHardProblem({ number: '批', state: 'PENDING_APPROVAL', dueOn: '2014-12-02', ...only });
  await addHardProblem({ number: '结', closedOn: '2014-09-20', ...only });
  await addHardProblem({ number: '停', state: 'SUSPENDED', ...only });
  await addHardProblem({ number: '他', state: 'ASSIGNED', leadUnitId: 'jyj', ...only });
  const reported = await addHardProblem({ number: '报', state: 'IN_PROGRESS', dueOn: '2014-10-15', ...only });
  await act(clerk, 'reportPart', reported, { partId: (await partOf(reported, 'gtj')).id, text: '已办', evidence: '文号' });
  const asked = await addHardProblem({ number: '延', state: 'IN_PROGRESS', dueOn: '2014-10-16', ...only });
  await act(head, 'requestExtension', asked, { partId: (await partOf(asked, 'gtj')).id, reason: '雨季', dueOn: '2014-11-10' });
  const stuck = await addHardProblem({ number: '决', state: 'IN_PROGRESS', dueOn: '2014-12-20', ...only });
  await pool.query(
    `INSERT INTO item_step (id, item_id, position, title, planned_on, decision_needed) VALUES (gen_random_uuid(), $1, 1, '拆迁', '2014-10-30', '补偿标准')`,
    [stuck],
  );
});
afterAll(() => close());

const source = `query Mine($needs: [WorkNeed!], $bitesBy: Day, $first: Int, $skip: Int) {
  myWork(needs: $needs, bitesBy: $bitesBy, first: $first, skip: $skip) { need bitesOn light item { number } part { unit { id } } }
  myWorkCounts(needs: $needs) { need count late }
}`;
interface Answer {
  myWork: { need: string; bitesOn: string; light: string | null; item: { number: string }; part: { unit: { id: string } } | null }[];
  myWorkCounts: { need: string; count: number; late: number }[];
}
async function workOf(viewer: Viewer, variables: Record<string, unknown> = {}) {
  const answer = await ask<Answer>(viewer, source, variables);
  expect(answer.errors).toBeUndefined();
  return {
    lines: answer.data!.myWork.map(({ need, item, bitesOn }) => `${need} ${item.number} ${bitesOn}`),
    counts: answer.data!.myWorkCounts,
  };
}

it('a head sees what the unit owes, what bites first coming first, and what waits for a signature', async () => {
  const { lines, counts } = await workOf(head);
  expect(lines).toEqual([
    'HANDLE 逾 2014-09-26',
    'HANDLE 办 2014-10-10',
    'SIGN_OFF 报 2014-10-15',
    'HANDLE 延 2014-10-16',
    'REWORK 重 2014-10-20',
    'SIGN_IN 签 2014-11-20',
    'HANDLE 决 2014-12-20',
  ]);
  expect(counts.map(({ need, count, late }) => `${need} ${count} ${late}`)).toEqual([
    'null 7 1',
    'SIGN_IN 1 0',
    'REWORK 1 0',
    'SIGN_OFF 1 0',
    'HANDLE 4 1',
  ]);
});

it('a clerk has no signature to give', async () => {
  const { counts } = await workOf(clerk);
  expect(counts.map(({ need, count }) => `${need} ${count}`)).toEqual(['null 6', 'SIGN_IN 1', 'REWORK 1', 'HANDLE 4']);
});

it('the supervision office sees reports to review, duties to hand on, matters to begin and to end', async () => {
  const { lines } = await workOf(office);
  expect(lines).toEqual([
    'JUDGE 审 2014-10-08',
    'REASSIGN 退 2014-10-09',
    'DECIDE_EXTENSION 延 2014-10-16',
    'ASSIGN 草 2014-12-01',
    'APPROVE 批 2014-12-02',
    'WRITE_OFF 结 9999-12-31',
  ]);
});

it('a vice mayor sees what waits for a decision, of the own portfolio alone', async () => {
  expect((await workOf(viceMayor)).lines).toEqual(['DECIDE_EXTENSION 延 2014-10-16', 'DECIDE 决 2014-10-30', 'APPROVE 批 2014-12-02']);
  const other = await person('VICE_MAYOR', '411700', { overseenUnitIds: ['jyj'] });
  expect((await workOf(other)).lines).toEqual([]);
});

it('can be asked for by kind, by day and by pages', async () => {
  expect((await workOf(head, { needs: ['SIGN_IN', 'REWORK'] })).lines).toEqual(['REWORK 重 2014-10-20', 'SIGN_IN 签 2014-11-20']);
  expect((await workOf(head, { needs: ['SIGN_IN', 'REWORK'] })).counts).toEqual([
    { need: null, count: 2, late: 0 },
    { need: 'SIGN_IN', count: 1, late: 0 },
    { need: 'REWORK', count: 1, late: 0 },
  ]);
  expect((await workOf(head, { bitesBy: '2014-10-10' })).lines).toEqual(['HANDLE 逾 2014-09-26', 'HANDLE 办 2014-10-10']);
  expect((await workOf(head, { first: 2, skip: 1 })).lines).toEqual(['HANDLE 办 2014-10-10', 'SIGN_OFF 报 2014-10-15']);
});

it('nothing waits on the three administrators', async () => {
  expect(await workOf(viewerWith('AUDIT_ADMIN'))).toEqual({ lines: [], counts: [{ need: null, count: 0, late: 0 }] });
});
