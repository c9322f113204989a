import { afterAll, beforeAll, expect, it } from 'vitest';
import { countItems } from '../../modules/item/item-list.ts';
import { addItem, ask, db, openTestCity, viewerWith } from '../../testing/test-city.ts';
import { type ClauseCoverage, clauseCoverage } from './clause-coverage.query.ts';

let close: () => Promise<void>;
const leader = viewerWith('CITY_LEADER');
const asOf = '2014-09-30';
let clauses: ReadonlyMap<string, ClauseCoverage>;
const clause = (number: string) => clauses.get(number)!;

beforeAll(async () => {
  close = await openTestCity();
  const put = async (clauseNumber: string, given: Parameters<typeof addItem>[0]) => {
    const id = await addItem(given);
    await db.item.update({ where: { id }, data: { clauseNumber } });
  };
  await put('2(1)', { category: '3', leadUnitId: 'gtj', closedOn: '2014-08-01' });
  await put('2(1)', { category: '3', leadUnitId: 'jyj', dueOn: '2014-09-01' });
  await put('2(1)', { category: '5', leadUnitId: 'jyj' });
  await put('2(2)5', { kind: 'COMPLAINT', category: '1', leadUnitId: 'jcj' });
  clauses = new Map((await clauseCoverage(leader, asOf)).map((one) => [one.number, one]));
});
afterAll(() => close());

it('counts the items of a clause and of all below it, style problems also by their category', () => {
  const counts = ['2', '2(1)', '2(1)3', '2(1)5', '2(1)1', '2(2)', '2(2)5'].map((number) => [number, clause(number).items]);
  expect(counts).toEqual([
    ['2', 4],
    ['2(1)', 3],
    ['2(1)3', 2],
    ['2(1)5', 1],
    ['2(1)1', 0],
    ['2(2)', 1],
    ['2(2)5', 1],
  ]);
  expect(clause('2(1)3')).toMatchObject({ complete: 1, completePercent: 50, red: 1, unplanned: 2 });
});

it('counts exactly what the ledger lists for the clause', async () => {
  for (const { number, items, unplanned } of clauses.values()) {
    expect([number, await countItems(leader, asOf, { clauses: [number] })]).toEqual([number, items]);
    expect([number, await countItems(leader, asOf, { clauses: [number], isPlanned: false })]).toEqual([number, unplanned]);
  }
});

it('shares the duties of the clause above, and shows all departments and counties as groups', async () => {
  const departments = await db.unit.count({ where: { kind: 'DEPARTMENT' } });
  expect(clause('2(1)3')).toMatchObject({
    dutiesFrom: '2(1)',
    duties: [
      { duty: 'LEAD', group: 'DEPARTMENT', unitId: null, count: departments },
      { duty: 'LEAD', group: 'COUNTY', unitId: null, count: 10 },
    ],
  });
  expect(clause('3(3)').duties.map(({ duty, unitId }) => [duty, unitId])).toEqual([
    ['LEAD', 'jcj'],
    ['ASSIST', 'gtj'],
    ['ASSIST', 'czj'],
    ['ASSIST', 'ggzy'],
  ]);
});

it('marks what has no owner, no register and no data; headings have no marks', () => {
  const marks = (number: string) => {
    const { hasNoOwner, hasNoRegister, hasNoData } = clause(number);
    return { hasNoOwner, hasNoRegister, hasNoData };
  };
  expect(marks('2')).toEqual({ hasNoOwner: false, hasNoRegister: false, hasNoData: false });
  expect(marks('2(2)1')).toEqual({ hasNoOwner: true, hasNoRegister: false, hasNoData: true });
  expect(marks('3(4)')).toEqual({ hasNoOwner: true, hasNoRegister: true, hasNoData: false });
  expect(marks('2(1)1')).toEqual({ hasNoOwner: false, hasNoRegister: false, hasNoData: true });
  expect(marks('2(1)3')).toEqual({ hasNoOwner: false, hasNoRegister: false, hasNoData: false });
});

it('answers through GraphQL, with what the viewer may see', async () => {
  const answer = await ask<{ clauseCoverage: { number: string; items: number }[] }>(
    viewerWith('UNIT_CLERK', 'gtj'),
    '{ clauseCoverage { number items lights { red } duties { duty group count } } }',
  );
  expect(answer.errors).toBeUndefined();
  expect(answer.data?.clauseCoverage.find(({ number }) => number === '2(1)')?.items).toBe(1);
});
