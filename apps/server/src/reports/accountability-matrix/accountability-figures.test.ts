import { afterAll, beforeAll, expect, it } from 'vitest';
import { countRecords, type RecordFilter } from '../../modules/accountability/register-list.ts';
import { addComplaint, correct, create, entry, inspection, revoke } from '../../modules/accountability/testing/accountability.fixture.ts';
import { ask, openTestCity, viewerWith } from '../../testing/test-city.ts';
import { accountabilityFollowUp } from '../accountability-follow-up/accountability-follow-up.query.ts';
import { accountabilityForms } from '../accountability-forms/accountability-forms.query.ts';
import { accountabilityHeads } from '../accountability-heads/accountability-heads.query.ts';
import { accountabilityMonths } from '../accountability-months/accountability-months.query.ts';
import { accountabilityMatrix } from './accountability-matrix.query.ts';

let close: () => Promise<void>;
const leader = viewerWith('CITY_LEADER');
const asOf = '2014-09-30';

beforeAll(async () => {
  close = await openTestCity();
  // Two complaints found true with one and two persons held to account, one found partly true without, one untrue.
  await addComplaint('诉-2014-0001', 'TRUE');
  await addComplaint('诉-2014-0002', 'TRUE');
  await addComplaint('诉-2014-0003', 'PARTLY_TRUE');
  await addComplaint('诉-2014-0004', 'UNTRUE');
  await create(entry({ itemNumber: '诉-2014-0001', decidedOn: '2014-08-25', form: 'education' }));
  await create(entry({ itemNumber: '诉-2014-0002', decidedOn: '2014-08-30', form: 'admonition', administrativeHead: true }));
  await create(
    entry({
      itemNumber: '诉-2014-0002',
      decidedOn: '2014-09-02',
      form: 'admonition',
      unitId: '411702',
      post: '区长',
      administrativeHead: true,
    }),
  );
  await create(entry({ decidedOn: '2014-06-20', form: 'removal', unitId: '411702', post: '镇长', administrativeHead: true }));
  // Revoked, of a complaint and of no complaint: no figure counts them.
  for (const itemNumber of ['诉-2014-0003', null]) {
    const { answer } = await create(entry({ itemNumber, decidedOn: '2014-09-05', form: 'judicial', administrativeHead: true }));
    await revoke(answer.id, 1);
  }
});
afterAll(() => close());

const listed = async (filter: RecordFilter) => (await countRecords(leader, asOf, filter)).inForce;

it('counts persons by unit and form, and each cell lists exactly its records', async () => {
  const cells = await accountabilityMatrix(leader, asOf);
  expect(cells.map(({ unitId, form, count, administrativeHeads }) => [unitId, form, count, administrativeHeads])).toEqual([
    ['411702', 'admonition', 1, 1],
    ['411702', 'removal', 1, 1],
    ['gtj', 'education', 1, 0],
    ['gtj', 'admonition', 1, 1],
  ]);
  for (const { unitId, form, count } of cells) expect(await listed({ units: [unitId], forms: [form] })).toBe(count);
});

it('counts persons by form in the order of severity, every form listed', async () => {
  const forms = await accountabilityForms(leader, asOf);
  expect(forms).toHaveLength(11);
  expect(forms.filter(({ count }) => count > 0).map(({ name, count, administrativeHeads }) => [name, count, administrativeHeads])).toEqual([
    ['批评教育', 1, 0],
    ['诫勉谈话', 2, 2],
    ['免职', 1, 1],
  ]);
  for (const { code, count } of forms) expect(await listed({ forms: [code] })).toBe(count);
});

it('counts persons by month of the decision, empty months between included', async () => {
  const months = await accountabilityMonths(leader, asOf);
  expect(months.map(({ month, from, to, count, administrativeHeads }) => [month, from, to, count, administrativeHeads])).toEqual([
    ['2014-06', '2014-06-01', '2014-06-30', 1, 1],
    ['2014-07', '2014-07-01', '2014-07-31', 0, 0],
    ['2014-08', '2014-08-01', '2014-08-31', 2, 1],
    ['2014-09', '2014-09-01', '2014-09-30', 1, 1],
  ]);
  for (const { from, to, count } of months) expect(await listed({ from, to })).toBe(count);
});

it('rates administrative heads, and complaints found true that had consequences', async () => {
  expect(await accountabilityHeads(leader, asOf)).toEqual({ heads: 3, total: 4, percent: 75 });
  expect(await listed({ administrativeHead: true })).toBe(3);
  expect(await accountabilityFollowUp(leader, asOf)).toEqual({ complaints: 3, followed: 2, percent: 66.7, records: 3 });
  expect(await listed({ followsComplaint: true })).toBe(3);
});

it('reads a past day as it was, a unit with those below it, and zero without any', async () => {
  expect(await accountabilityHeads(leader, '2014-08-29')).toEqual({ heads: 1, total: 2, percent: 50 });
  expect(await accountabilityFollowUp(leader, '2014-08-29')).toMatchObject({ complaints: 3, followed: 1, records: 1 });
  expect((await accountabilityMatrix(leader, asOf, '411702')).map(({ unitId }) => unitId)).toEqual(['411702', '411702']);
  expect(await accountabilityHeads(leader, asOf, 'jyj')).toEqual({ heads: 0, total: 0, percent: null });
  expect(await accountabilityMonths(leader, asOf, 'jyj')).toEqual([]);
  const head = viewerWith('UNIT_HEAD', 'gtj');
  expect(await accountabilityHeads(head, asOf)).toEqual({ heads: 1, total: 2, percent: 50 });
});

it('follows a correction', async () => {
  const { data } = await ask<{ accountability: { id: string } }>(inspection, '{ accountability(number: "责-2014-0004") { id } }');
  const corrected = entry({ decidedOn: '2014-06-20', form: 'transfer', unitId: '411702', post: '副镇长' });
  await correct(data!.accountability.id, 1, corrected, '以决定书为准');
  expect(await accountabilityHeads(leader, asOf)).toEqual({ heads: 2, total: 4, percent: 50 });
});
