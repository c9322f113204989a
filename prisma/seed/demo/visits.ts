import { addDays, monthEnd } from '@duban/rules/calendar';
import type { Day } from '@duban/rules/vocabulary';
import type { Dice } from './dice.ts';
import * as words from './words/visits.ts';

/** A leader of the demo: a post, its unit, and the county that the unit is; null where it is none. */
export interface DemoLeader {
  postId: string;
  unitId: string;
  countyId: string | null;
}

/** A need of the demo and what becomes of it. */
export interface DemoNeed {
  text: string;
  unitId: string;
  topic: string;
  dueOn: Day | null;
  answer: string;
  outcome: 'ON_THE_SPOT' | 'LATER' | 'ITEM' | 'WAITING';
  /** Days after the visit on which it is answered, or the item done; only where that comes by the day of the ledgers. */
  after: number;
}

export interface DemoVisit {
  postId: string;
  visitedOn: Day;
  knownOn: Day;
  kinds: string[];
  isFrontLine: boolean;
  peopleMet: number;
  met: string;
  opinions: string | null;
  decision: string | null;
  needs: DemoNeed[];
}

const months = ['2014-06', '2014-07', '2014-08', '2014-09'];

/** Where a leader goes: a county, by default any, and a place in it. */
export function demoPoint(dice: Dice, leader: DemoLeader, counties: readonly { id: string; shortName: string }[]) {
  const own = counties.find(({ id }) => id === leader.countyId);
  const county = own ?? dice.pick(counties);
  return { name: `${county.shortName}${dice.pick(words.places)}`, countyId: county.id };
}

/**
 * The visits of one leader from June to September 2014: most months have one or two, some none; every ninth leader or so misses several in a
 * row. The same dice make the same visits.
 */
export function demoVisits(dice: Dice, leader: DemoLeader, asOf: Day): DemoVisit[] {
  // From which month on a leader who misses several doesn't go.
  const stops = dice.chance(0.11) ? dice.whole(0, 2) : null;
  return months.flatMap((month, at): DemoVisit[] => {
    const isMissed = stops !== null ? at >= stops && at < stops + dice.whole(2, 3) : dice.chance(0.07);
    if (isMissed) return [];
    const count = dice.weighted([
      [1, 34],
      [2, 44],
      [3, 18],
      [4, 4],
    ]);
    const last = Number(monthEnd(`${month}-01`).slice(8));
    const days = dice.some(
      Array.from({ length: last }, (_, day) => day + 1),
      count,
    );
    return days
      .map((day) => visitOn(dice, leader, `${month}-${String(day).padStart(2, '0')}`))
      .filter(({ visitedOn, knownOn }) => visitedOn <= asOf && knownOn <= asOf);
  });
}

function visitOn(dice: Dice, leader: DemoLeader, visitedOn: Day): DemoVisit {
  const late = dice.weighted([
    [0, 60],
    [1, 22],
    [2, 12],
    [9, 6],
  ]);
  const plain = dice.some(['research', 'talk', 'household', 'on-site'], dice.whole(1, 2));
  const silian = dice.chance(0.3) ? [`silian-${dice.whole(1, 4)}`] : [];
  const heard = dice.weighted([
    [0, 20],
    [1, 42],
    [2, 30],
    [3, 8],
  ]);
  return {
    postId: leader.postId,
    visitedOn,
    knownOn: addDays(visitedOn, late),
    kinds: [...silian, ...plain],
    isFrontLine: dice.chance(0.32),
    peopleMet: dice.whole(4, 60),
    met: dice.some(words.met, dice.whole(1, 2)).join('、'),
    opinions: dice.chance(0.7) ? dice.pick(words.opinions) : null,
    decision: dice.chance(0.4) ? dice.pick(words.decisions) : null,
    needs: dice.some(words.needs, heard).map((need) => needOf(dice, leader, need, visitedOn)),
  };
}

function needOf(dice: Dice, leader: DemoLeader, need: (typeof words.needs)[number], visitedOn: Day): DemoNeed {
  const outcome = dice.weighted<DemoNeed['outcome']>([
    ['ON_THE_SPOT', 36],
    ['LATER', 32],
    ['ITEM', 17],
    ['WAITING', 15],
  ]);
  // A county mostly answers for its own; a department where it is about its work.
  const unitId = leader.countyId && dice.chance(0.75) ? leader.countyId : need.unitId;
  return {
    text: need.text,
    unitId,
    topic: need.topic,
    dueOn: outcome === 'ON_THE_SPOT' ? null : addDays(visitedOn, dice.whole(20, 60)),
    answer: need.answer,
    outcome,
    after: dice.whole(6, 48),
  };
}
