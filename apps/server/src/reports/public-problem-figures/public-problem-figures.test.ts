import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { act, person } from '../../modules/item/acts/testing/acts.fixture.ts';
import type { ItemFilter } from '../../modules/item/item-filter.ts';
import { countItems } from '../../modules/item/item-list.ts';
import { addProblem } from '../../modules/public-problem/testing/public-problem.fixture.ts';
import { ask, openTestCity, viewerWith } from '../../testing/test-city.ts';
import { foundAndClosed } from '../found-and-closed/found-and-closed.query.ts';
import { publicProblemAgeing } from '../public-problem-ageing/public-problem-ageing.query.ts';
import { publicProblemHeatMap } from '../public-problem-heat-map/public-problem-heat-map.query.ts';
import { publicProblemIntake } from '../public-problem-intake/public-problem-intake.query.ts';
import { publicProblemOrigins, publicProblemTopics, publicProblemUnits } from '../public-problem-topics/public-problem-topics.query.ts';
import { publicProblemCounts, publicProblemOutcomeRates } from './public-problem-figures.query.ts';

const leader = viewerWith('CITY_LEADER');
const today = '2014-09-30';
const listed = (filter: ItemFilter, viewer = leader, asOf = today) => countItems(viewer, asOf, { kinds: ['PUBLIC_PROBLEM'], ...filter });
let close: () => Promise<void>;

beforeAll(async () => {
  close = await openTestCity();
  // Closed in time and written off, satisfied; closed late and not called back yet.
  await addProblem({
    foundOn: '2014-07-01',
    dueOn: '2014-08-12',
    closedOn: '2014-08-01',
    writtenOffOn: '2014-08-10',
    satisfaction: 'SATISFIED',
    people: 100,
    countyId: '411721',
  });
  await addProblem({
    foundOn: '2014-07-02',
    dueOn: '2014-08-13',
    closedOn: '2014-09-01',
    channel: 'visit',
    people: 20,
    countyId: '411721',
  });
  // Written off, not satisfied, of another topic and unit.
  await addProblem({
    foundOn: '2014-07-03',
    dueOn: '2014-12-31',
    closedOn: '2014-09-02',
    writtenOffOn: '2014-09-12',
    satisfaction: 'DISSATISFIED',
    topic: 'health',
    leadUnitId: 'wsj',
  });
  // Open: past its due day and lately assigned; the last without a topic and self-found.
  await addProblem({
    foundOn: '2014-07-04',
    dueOn: '2014-09-15',
    topic: 'health',
    leadUnitId: 'wsj',
    channel: 'message',
    countyId: '411722',
  });
  await addProblem({
    foundOn: '2014-09-25',
    topic: null,
    origin: 'SELF_FOUND',
    channel: 'self-found',
    leadUnitId: '411722',
    countyId: '411722',
    people: 7,
  });
  // Merged into the overdue one: counts as a raising alone.
  const office = await person('SUPERVISION_OFFICE', 'dcs');
  const into = await addProblem({ foundOn: '2014-08-20', title: '并入的' });
  const from = await addProblem({ foundOn: '2014-08-21' });
  expect(await act(office, 'mergeItem', from, { targetId: into, reason: '同一问题' })).toMatchObject({ __typename: 'ItemActed' });
});
afterAll(() => close());

describe('the key figures', () => {
  it('count items, merged ones as raisings alone, and people as far as they are known', async () => {
    expect(await publicProblemCounts(leader, today)).toEqual({
      raised: 6,
      open: 3,
      answered: 3,
      withoutTopic: 1,
      peopleAffected: 127,
      peopleKnown: 3,
      raisings: 7,
      raisingsAnswered: 3,
    });
  });

  it('are the same as their drills list', async () => {
    expect(await listed({})).toBe(6);
    expect(await listed({ phase: 'OPEN' })).toBe(3);
    expect(await listed({ isAnswered: true })).toBe(3);
    expect(await listed({ isAnswered: false })).toBe(3);
    expect(await listed({ categories: ['NONE'] })).toBe(1);
  });

  it('answer for closing, punctuality and satisfaction, each with its fraction', async () => {
    const rates = await publicProblemOutcomeRates(leader, today);
    expect(rates.map(({ rate, numerator, denominator, percent }) => [rate, numerator, denominator, percent])).toEqual([
      ['CLOSED', 3, 6, 50],
      ['CLOSED_ON_TIME', 2, 4, 50],
      ['SATISFIED', 1, 2, 50],
    ]);
    expect(await listed({ isComplete: true })).toBe(3);
    expect(await listed({ isSettlementDue: true })).toBe(4);
    expect(await listed({ isSettlementDue: true, closedOnTime: true })).toBe(2);
    expect(await listed({ satisfactions: ['SATISFIED', 'DISSATISFIED'] })).toBe(2);
  });

  it('are read as of a day', async () => {
    expect(await publicProblemCounts(leader, '2014-08-15')).toMatchObject({ raised: 4, open: 3, answered: 1, raisings: 4 });
    const [closed, onTime, satisfied] = await publicProblemOutcomeRates(leader, '2014-08-15');
    expect([closed, onTime, satisfied].map((rate) => [rate!.numerator, rate!.denominator])).toEqual([
      [1, 4],
      [1, 2],
      [1, 1],
    ]);
    expect(closed?.changePoints).toBe(25);
  });

  it('show a unit its own and an administrator nothing', async () => {
    expect(await publicProblemCounts(viewerWith('UNIT_HEAD', 'wsj'), today)).toMatchObject({ raised: 2, open: 1 });
    expect(await publicProblemCounts(viewerWith('AUDIT_ADMIN'), today)).toMatchObject({ raised: 0, raisings: 0, peopleAffected: 0 });
  });
});

describe('where they are', () => {
  it('cross every topic with every county, and drill to the same count', async () => {
    const cells = await publicProblemHeatMap(leader, today);
    expect(new Set(cells.map(({ topic }) => topic)).size).toBe(13);
    expect(new Set(cells.map(({ countyId }) => countyId)).size).toBe(11);
    expect(cells).toHaveLength(13 * 11);
    const filled = cells.filter(({ raised }) => raised > 0);
    expect(filled.map(({ topic, countyId, raised, open }) => [topic, countyId, raised, open])).toEqual([
      ['education', '411721', 2, 0],
      ['education', 'NONE', 1, 1],
      ['health', '411722', 1, 1],
      ['health', 'NONE', 1, 0],
      ['NONE', '411722', 1, 1],
    ]);
    for (const { topic, countyId, raised } of filled) expect(await listed({ categories: [topic], counties: [countyId] })).toBe(raised);
  });

  it('stand by topic, by unit and by origin, closed share beside raised', async () => {
    const topics = await publicProblemTopics(leader, today);
    expect(
      topics
        .filter(({ raised }) => raised > 0)
        .map(({ code, raised, closed, closedPercent, peopleAffected, red }) => [code, raised, closed, closedPercent, peopleAffected, red]),
    ).toEqual([
      ['education', 3, 2, 66.7, 120, 0],
      ['health', 2, 1, 50, 0, 1],
      ['NONE', 1, 0, 0, 7, 0],
    ]);
    expect(topics).toHaveLength(13);
    expect(
      (await publicProblemUnits(leader, today)).map(({ unitId, raised, open, closed, closedPercent }) => [
        unitId,
        raised,
        open,
        closed,
        closedPercent,
      ]),
    ).toEqual([
      ['jyj', 3, 1, 2, 66.7],
      ['wsj', 2, 1, 1, 50],
      ['411722', 1, 1, 0, 0],
    ]);
    expect((await publicProblemOrigins(leader, today)).map(({ origin, raised, closed }) => [origin, raised, closed])).toEqual([
      ['ASKED_FOR', 5, 3],
      ['SELF_FOUND', 1, 0],
    ]);
    expect(await listed({ origins: ['SELF_FOUND'] })).toBe(1);
  });
});

describe('when they came', () => {
  it('count each in the month raised and its channel, and drill to the same count', async () => {
    const cells = await publicProblemIntake(leader, today);
    expect([cells[0]?.month, cells.at(-1)?.month]).toEqual(['2014-07', '2014-09']);
    const filled = cells.filter(({ count }) => count > 0);
    expect(filled.map(({ month, channel, count }) => [month, channel, count])).toEqual([
      ['2014-07', 'meeting', 2],
      ['2014-07', 'visit', 1],
      ['2014-07', 'message', 1],
      ['2014-08', 'meeting', 1],
      ['2014-09', 'self-found', 1],
    ]);
    for (const { from, to, channel, count } of filled) expect(await listed({ channels: [channel], found: { from, to } })).toBe(count);
  });

  it('age the open ones in working days since they were assigned, and each bucket lists exactly its items', async () => {
    const ages = await publicProblemAgeing(leader, today);
    expect(ages.map(({ from, to, count, overdue }) => [from, to, count, overdue])).toEqual([
      [0, 5, 1, 0],
      [6, 10, 0, 0],
      [11, 20, 0, 0],
      [21, 30, 1, 0],
      [31, null, 1, 1],
    ]);
    for (const { assignedFrom, assignedTo, count } of ages)
      expect(await listed({ phase: 'OPEN', assigned: { from: assignedFrom, to: assignedTo } })).toBe(count);
  });

  it('follow found and closed by month', async () => {
    const months = await foundAndClosed(leader, today, { kinds: ['PUBLIC_PROBLEM'] });
    expect(months.slice(-3).map(({ found, closed, writtenOff }) => [found, closed, writtenOff])).toEqual([
      [4, 0, 0],
      [1, 1, 1],
      [1, 2, 1],
    ]);
  });
});

it('answers through GraphQL, for a unit within its own', async () => {
  const { data, errors } = await ask<Record<string, { raised?: number }[] & { raised: number }>>(
    viewerWith('UNIT_CLERK', 'wsj'),
    `{ publicProblemCounts { raised raisings peopleKnown } publicProblemRates { rate numerator denominator percent changePoints }
       publicProblemTopics { code raised lights { red } } publicProblemUnits { unitId raised } publicProblemOrigins { origin raised }
       publicProblemHeatMap { topic countyId raised } publicProblemAgeing { from count } publicProblemIntake { month channel count } }`,
  );
  expect(errors).toBeUndefined();
  expect(data?.publicProblemCounts?.raised).toBe(2);
  expect(data?.publicProblemUnits).toEqual([{ unitId: 'wsj', raised: 2 }]);
});
