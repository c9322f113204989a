import { afterAll, beforeAll, expect, it } from 'vitest';
import { countItems } from '../../modules/item/item-list.ts';
import { openTestCity, viewerWith } from '../../testing/test-city.ts';
import { complaintClasses } from '../complaint-intake/complaint-intake.query.ts';
import { addComplaint } from '../complaint-outcomes/add-complaint.fixture.ts';
import { type ComplaintPlace, complainedUnits, complaintCounties } from './complaint-places.query.ts';

const leader = viewerWith('CITY_LEADER');
const today = '2014-09-30';
const short = ({ unitId, received, takenOn, complete, settlementDue, onTime, upheld }: ComplaintPlace) => [
  unitId,
  received,
  takenOn,
  complete,
  settlementDue,
  onTime,
  upheld,
];
let close: () => Promise<void>;

beforeAll(async () => {
  close = await openTestCity();
  const settled = { foundOn: '2014-08-01', dueOn: '2014-08-31', closedOn: '2014-08-20' };
  await addComplaint({ ...settled, finding: 'TRUE', countyId: '411721' });
  await addComplaint({ ...settled, closedOn: '2014-09-10', finding: 'UNTRUE', countyId: '411721' });
  await addComplaint({ foundOn: '2014-09-20', finding: 'PARTLY_TRUE', findingOn: '2014-09-28' });
  await addComplaint({ foundOn: '2014-08-20', dueOn: '2014-09-19', complainedUnitId: 'gaj' });
  await addComplaint({ foundOn: '2014-09-28', state: 'DRAFT', complainedUnitId: null, category: null });
});
afterAll(() => close());

it('counts by the unit complained of, the most first, those that name none at the end', async () => {
  expect((await complainedUnits(leader, today)).map(short)).toEqual([
    ['gtj', 3, 3, 2, 2, 1, 2],
    ['gaj', 1, 1, 0, 1, 0, 0],
    ['NONE', 1, 0, 0, 0, 0, 0],
  ]);
});

it('counts by county, every county, those in none at the end', async () => {
  const counties = await complaintCounties(leader, today);
  expect(counties).toHaveLength(11);
  expect(counties.filter(({ received }) => received > 0).map(short)).toEqual([
    ['411721', 2, 2, 2, 2, 1, 1],
    ['NONE', 3, 2, 0, 1, 0, 1],
  ]);
  expect(counties.at(-1)?.unitName).toBeNull();
});

it('is read as of a day', async () => {
  expect((await complainedUnits(leader, '2014-08-31')).map(short)).toEqual([
    ['gtj', 2, 2, 1, 1, 1, 1],
    ['gaj', 1, 1, 0, 0, 0, 0],
  ]);
});

it('lists exactly what it counts', async () => {
  for (const { unitId, received } of await complainedUnits(leader, today))
    expect(await countItems(leader, today, { kinds: ['COMPLAINT'], complainedUnits: [unitId] }), unitId).toBe(received);
  for (const { unitId, received } of await complaintCounties(leader, today))
    expect(await countItems(leader, today, { kinds: ['COMPLAINT'], counties: [unitId] }), unitId).toBe(received);
  for (const { code, received } of await complaintClasses(leader, today))
    expect(await countItems(leader, today, { kinds: ['COMPLAINT'], categories: [code] }), code).toBe(received);
});

it('names complaints without a class as such', async () => {
  const classes = await complaintClasses(leader, today);
  expect(classes.map(({ code, received, takenOn }) => [code, received, takenOn])).toEqual([
    ['1', 4, 4],
    ['2', 0, 0],
    ['3', 0, 0],
    ['4', 0, 0],
    ['NONE', 1, 0],
  ]);
});
