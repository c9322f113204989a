import { afterAll, beforeAll, expect, it } from 'vitest';
import { type NeedFilter, pageOfNeeds } from '../../modules/visit/need-list.ts';
import { addPoint, create, head, knownOn, mayor, raise, visit, withdraw } from '../../modules/visit/testing/visit.fixture.ts';
import { countVisits, type VisitFilter } from '../../modules/visit/visit-list.ts';
import { ask, db, openTestCity, viewerWith } from '../../testing/test-city.ts';
import { visitDutyCalendar } from '../visit-duties/visit-duties.query.ts';
import { visitNeedUnits } from '../visit-need-units/visit-need-units.query.ts';
import { visitFigures } from './visit-figures.query.ts';

let close: () => Promise<void>;
const leader = viewerWith('CITY_LEADER');
const asOf = '2014-09-30';

beforeAll(async () => {
  close = await openTestCity();
  await addPoint('mayor', '驿城区测试社区', '2014-06-01');
  await addPoint('gtj-head', '西平县测试村', '2014-07-15');
  await addPoint('jyj-head', '上蔡县测试小学', '2014-06-01', '2014-08-31');
  await addPoint('411721-head', '西平县测试乡', '2014-06-01');
  // Mayor: June, July twice, September. Land bureau: August entered in September, September withdrawn. The others: none.
  const entered = async (postId: string, visitedOn: string, needs: Parameters<typeof visit>[0] = {}, known = visitedOn) => {
    const { answer } = await create(visit({ postId, visitedOn, ...needs }), postId === 'mayor' ? mayor : head);
    await knownOn(answer.id, known);
    return answer;
  };
  await entered('mayor', '2014-06-10', { isFrontLine: true, needs: [{ text: '修桥', answer: '已定。' }] });
  const july = await entered('mayor', '2014-07-01', {
    needs: [
      { text: '修路', unitId: 'jtj' },
      { text: '上学难', unitId: 'jyj' },
    ],
  });
  await entered('mayor', '2014-07-20');
  const september = await entered('mayor', '2014-09-05', { isFrontLine: true, needs: [{ text: '积水', unitId: 'jtj' }] });
  await entered('gtj-head', '2014-08-20', { needs: [{ text: '办证慢', unitId: 'gtj', answer: '当场办结。' }] }, '2014-09-03');
  const gone = await entered('gtj-head', '2014-09-10', { isFrontLine: true, needs: [{ text: '不算', unitId: 'gtj' }] });
  await withdraw(gone.id, 1);
  // The road became an item that is done, the school is answered later, the water is an item under way.
  const { answer: raised } = await raise(july.id, 1, july.needs[0]!.id, mayor);
  await raise(september.id, 1, september.needs[0]!.id, mayor);
  const { id } = await db.item.findUniqueOrThrow({ where: { number: raised.needs[0]!.itemNumber! } });
  await db.item.update({ where: { id }, data: { assignedOn: new Date('2014-07-02') } });
  await db.$executeRaw`UPDATE item_span SET state = 'CLOSED' WHERE item_id = ${id}::uuid AND unit_id IS NULL AND to_at > now() - interval '20 years'`;
  await db.visitNeed.update({ where: { id: july.needs[1]!.id }, data: { answer: '已扩招。', answeredOn: new Date('2014-08-25') } });
});
afterAll(() => close());

const listed = async (filter: VisitFilter, day = asOf) => (await countVisits(leader, day, { ...filter, status: 'IN_FORCE' })).inForce;
const needs = async (filter: NeedFilter, day = asOf) => (await pageOfNeeds(leader, day, filter, { first: 1 })).total;

it('says who owed, did and missed in each month, and for how long', async () => {
  const { months, leaders } = await visitDutyCalendar(leader, asOf);
  expect(months.map(({ month, owed, done, open, missed, percent }) => [month, owed, done, open, missed, percent])).toEqual([
    ['2014-06', 3, 1, 0, 2, 33.3],
    ['2014-07', 4, 1, 0, 3, 25],
    ['2014-08', 4, 1, 0, 3, 25],
    ['2014-09', 3, 1, 2, 0, 33.3],
  ]);
  const words = leaders.map(({ postId, group, duties, streak }) => [
    postId,
    group,
    duties.map(({ state, visits }) => `${state[0]}${visits}`).join(' '),
    streak.longest,
    streak.current,
  ]);
  expect(words).toEqual([
    ['mayor', 'CITY', 'D1 D2 M0 D1', 1, 0],
    ['411721-head', 'COUNTY', 'M0 M0 M0 O0', 3, 3],
    ['gtj-head', 'DEPARTMENT', 'N0 M0 D1 O0', 1, 0],
    ['jyj-head', 'DEPARTMENT', 'M0 M0 M0 N0', 3, 3],
  ]);
  for (const { postId, duties } of leaders) {
    for (const { month, visits } of duties)
      expect(await listed({ posts: [postId], from: `${month}-01`, to: `${month}-31`.replace(/(06|09)-31/, '$1-30') })).toBe(visits);
  }
});

it('narrows the calendar to a group, a unit, months and a state, and keeps the months of all of them', async () => {
  const ids = async (filter: Parameters<typeof visitDutyCalendar>[2]) =>
    (await visitDutyCalendar(leader, asOf, filter)).leaders.map(({ postId }) => postId);
  expect(await ids({ group: 'DEPARTMENT' })).toEqual(['gtj-head', 'jyj-head']);
  expect(await ids({ within: '411721' })).toEqual(['411721-head']);
  expect(await ids({ from: '2014-08', to: '2014-08', only: 'MISSED' })).toEqual(['mayor', '411721-head', 'jyj-head']);
  for (const [at, { missed, done, open }] of (await visitDutyCalendar(leader, asOf)).months.entries()) {
    const month = `2014-0${at + 6}`;
    expect((await ids({ from: month, to: month, only: 'MISSED' })).length).toBe(missed);
    expect((await ids({ from: month, to: month, only: 'DONE' })).length).toBe(done);
    expect((await ids({ from: month, to: month, only: 'OPEN' })).length).toBe(open);
  }
  const { months } = await visitDutyCalendar(leader, asOf, { from: '2014-08', to: '2014-08', only: 'DONE' });
  expect(months[0]).toMatchObject({ owed: 4, missed: 3 });
  const { data, errors } = await ask(leader, '{ visitDuties(from: "2014-9") { months { month } } }');
  expect([data, errors?.[0]?.extensions?.code]).toEqual([null, 'BAD_USER_INPUT']);
});

it('reads a past day as it was: what was entered late was missed until then', async () => {
  const august = async (day: string) => (await visitDutyCalendar(leader, day, { from: '2014-08', to: '2014-08' })).months[0];
  expect(await august('2014-08-31')).toMatchObject({ owed: 4, done: 0, open: 4, missed: 0, to: '2014-08-31' });
  expect(await august('2014-09-02')).toMatchObject({ owed: 4, done: 0, missed: 4 });
  expect(await august('2014-09-03')).toMatchObject({ owed: 4, done: 1, missed: 3 });
  expect(await visitFigures(leader, '2014-08-24')).toMatchObject({ visits: 3, needs: 3, answered: 2, becameItems: 1 });
  expect(await visitFigures(leader, '2014-08-25')).toMatchObject({ needs: 3, answered: 3 });
});

it('counts visits, needs and what became of them; each figure lists exactly its rows', async () => {
  const figures = await visitFigures(leader, asOf);
  expect(figures).toEqual({ visits: 5, frontLine: 2, needs: 5, answered: 4, answeredPercent: 80, becameItems: 2 });
  expect(await listed({})).toBe(figures.visits);
  expect(await listed({ frontLine: true })).toBe(figures.frontLine);
  expect(await needs({})).toBe(figures.needs);
  expect(await needs({ outcomes: ['ON_THE_SPOT', 'LATER', 'ITEM_DONE'] })).toBe(figures.answered);
  expect(await needs({ becameItem: true })).toBe(figures.becameItems);
  expect(
    await Promise.all(
      (['ON_THE_SPOT', 'LATER', 'ITEM_DONE', 'ITEM_UNDER_WAY', 'WAITING'] as const).map((one) => needs({ outcomes: [one] })),
    ),
  ).toEqual([2, 1, 1, 1, 0]);
  expect(await visitFigures(leader, asOf, { from: '2014-07-01', to: '2014-08-31' })).toMatchObject({ visits: 3, needs: 3, answered: 3 });
  expect(await visitFigures(leader, asOf, { within: 'jyj' })).toMatchObject({ visits: 0, needs: 0, answeredPercent: null });
});

it('counts needs by department charged, those charged to nobody too', async () => {
  const units = await visitNeedUnits(leader, asOf);
  expect(
    units.map(({ unitId, needs: raised, answered, becameItems, percent }) => [unitId, raised, answered, becameItems, percent]),
  ).toEqual([
    ['jtj', 2, 1, 2, 50],
    ['gtj', 1, 1, 0, 100],
    ['jyj', 1, 1, 0, 100],
    [null, 1, 1, 0, 100],
  ]);
  for (const { unitId, needs: raised } of units) expect(await needs(unitId ? { units: [unitId] } : { uncharged: true })).toBe(raised);
});
