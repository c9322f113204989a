import type { publicProblemRegister } from '@duban/ledger/registers/public-problem';
import type { RowOf } from '@duban/ledger/sheet';
import { dueOf } from '@duban/rules/limits';
import type { Day, ItemState, ProblemOrigin, Satisfaction } from '@duban/rules/vocabulary';
import type { Dice } from './dice.ts';
import { Distinct, fill } from './words/fill.ts';
import {
  answerers,
  centralPlaces,
  countyAnswerers,
  type PublicMatter,
  publicTopicWords,
  townPlaces,
  villages,
} from './words/public-problems.ts';
import type { World } from './world.ts';

export type PublicProblemRow = RowOf<typeof publicProblemRegister.sheets.main>;

/** Raised between these days, with the weight of each stretch: most while opinions were asked for. */
const seasons: readonly (readonly [readonly [Day, Day], number])[] = [
  [['2014-05-22', '2014-06-13'], 18],
  [['2014-06-16', '2014-07-18'], 30],
  [['2014-07-21', '2014-08-22'], 24],
  [['2014-08-25', '2014-09-12'], 16],
  [['2014-09-15', '2014-09-26'], 12],
];

/**
 * Ledger of the problems that the public raised: assigned to a county or a department, solved and answered or not by the day of the ledgers.
 * Those who raised them are placeholders: 群众甲-017 with a number that is nobody's.
 */
export function publicProblems(world: World, count: number): PublicProblemRow[] {
  const dice = world.dice.fork('public problems');
  const texts = new Distinct();
  return Array.from({ length: count }, () => world.workingDay(dice, ...dice.weighted(seasons)))
    .sort()
    .map((raisedOn, index) => problemOf(world, dice, raisedOn, index + 1, texts));
}

function problemOf(world: World, dice: Dice, raisedOn: Day, serial: number, texts: Distinct): PublicProblemRow {
  const category = dice.weighted(Object.entries(publicTopicWords).map(([code, { weight }]) => [code, weight]));
  const matter = dice.pick(publicTopicWords[category]!.matters);
  const { leadUnitId, countyId, area } = placeOf(world, dice, matter);
  let place = '';
  const title = texts.text(() => {
    place = `${area}${matter.where === 'VILLAGE' ? dice.pick(villages) : dice.pick(area === centralCity ? centralPlaces : townPlaces)}`;
    return fill(dice, matter.title, { place });
  });
  const origin = originOf(dice);
  const course = courseOf(world, dice, world.after(raisedOn, dice.whole(1, 3)));
  const isCounty = leadUnitId === countyId;
  const head = world.headOf(leadUnitId);
  return {
    number: world.number('PUBLIC_PROBLEM', serial),
    title,
    category,
    ...origin,
    ...raiserOf(dice, origin.origin, serial),
    content: fill(dice, matter.content, { place }),
    peopleAffected: dice.chance(0.9) ? roundedPeople(dice.whole(...matter.people)) : null,
    countyId,
    raisedOn,
    leadUnitId,
    dutyLeader: world.post(dice.chance(0.3) ? head : isCounty ? deputyOf(world, leadUnitId) : '分管副职'),
    dutyPerson: dice.pick(isCounty ? countyAnswerers : answerers),
    measure: dice.chance(0.9) ? fill(dice, matter.measure, { place }) : null,
    ...course,
    answer: course.closedOn ? fill(dice, matter.answer, { place }) : null,
    answeredOn: course.closedOn,
    externalNumber: null,
  };
}

const centralCity = '中心城区';

/** Where it is and who leads it: the county itself, or a department of the city for the central city or for a county. */
function placeOf(world: World, dice: Dice, { units, where }: PublicMatter) {
  const county = dice.pick(world.counties);
  if (units.length === 0 || dice.chance(where === 'VILLAGE' ? 0.75 : 0.5))
    return { leadUnitId: county.id, countyId: county.id, area: county.shortName };
  const leadUnitId = dice.pick(units);
  if (where === 'TOWN' && dice.chance(0.7)) return { leadUnitId, countyId: dice.chance(0.4) ? '411702' : null, area: centralCity };
  return { leadUnitId, countyId: county.id, area: county.shortName };
}

/** 西平县副县长, 驿城区副区长. */
function deputyOf(world: World, countyId: string): string {
  const { shortName } = world.unit(countyId);
  return `${shortName}副${shortName.endsWith('区') ? '区长' : '县长'}`;
}

function originOf(dice: Dice): { origin: ProblemOrigin; channel: string } {
  if (dice.chance(0.17)) return { origin: 'SELF_FOUND', channel: 'self-found' };
  const channel = dice.weighted([
    ['meeting', 26],
    ['visit', 30],
    ['box', 12],
    ['message', 18],
    ['phone', 12],
    ['referral', 2],
  ]);
  return { origin: 'ASKED_FOR', channel };
}

/** Some left no name; some raise more than one, from the same number. */
function raiserOf(dice: Dice, origin: ProblemOrigin, serial: number) {
  const nobody = { raiserName: null, raiserPhone: null };
  if (origin === 'SELF_FOUND' || !dice.chance(0.62)) return nobody;
  const person = dice.chance(0.06) && serial > 20 ? dice.whole(1, 20) : serial;
  const digits = String(500 + person);
  return {
    raiserName: `群众${'甲乙丙丁戊己庚辛壬癸'[person % 10]}-${digits.padStart(3, '0')}`,
    raiserPhone: dice.chance(0.85) ? `1380000${digits.padStart(4, '0')}` : null,
  };
}

/** As people are counted at a glance: by the ten from a hundred on. */
function roundedPeople(people: number): number {
  return people < 100 ? people : Math.round(people / 10) * 10;
}

type Course = Pick<PublicProblemRow, 'satisfaction'> & {
  assignedOn: Day;
  dueOn: Day;
  state: ItemState;
  closedOn: Day | null;
  writtenOffOn: Day | null;
};

/** Last day by the rule in force, counted from `start`. */
function limitFrom(world: World, start: Day): Day {
  const limit = world.pack.limits.find(({ code }) => code === 'public-problem');
  if (!limit) throw new RangeError('The pack has no limit public-problem');
  return dueOf(world.calendar, { start, limit: { days: limit.days, unit: limit.dayUnit } });
}

/** Answered and closed on one day, called back some days later, written off when whoever raised it is content, else assigned again. */
function courseOf(world: World, dice: Dice, assignedOn: Day): Course {
  const dueOn = limitFrom(world, assignedOn);
  const allotted = world.workingDays(assignedOn, dueOn);
  const pace = dice.weighted([
    [dice.between(0.2, 0.65), 46],
    [dice.between(0.65, 0.99), 42],
    [dice.between(1.03, 1.4), 9],
    [dice.between(1.9, 4), 3],
  ]);
  const dates = { assignedOn, dueOn };
  const closedOn = world.after(assignedOn, Math.max(2, pace <= 1 ? Math.floor(allotted * pace) : Math.ceil(allotted * pace)));
  if (closedOn > world.asOf) return { ...open(dice, world.workingDays(assignedOn, world.asOf) / (allotted * pace)), ...dates };
  const calledBackOn = world.after(closedOn, dice.whole(3, 12));
  if (calledBackOn > world.asOf) return { ...dates, state: 'CLOSED', closedOn, writtenOffOn: null, satisfaction: null };
  const again = limitFrom(world, calledBackOn);
  if (again > world.asOf && dice.chance(0.12)) {
    const gone = world.workingDays(calledBackOn, world.asOf) / world.workingDays(calledBackOn, again);
    return { ...open(dice, gone), assignedOn: calledBackOn, dueOn: again, satisfaction: 'DISSATISFIED' };
  }
  const writtenOffOn = world.after(calledBackOn, dice.whole(0, 3));
  if (writtenOffOn > world.asOf) return { ...dates, state: 'CALL_BACK', closedOn, writtenOffOn: null, satisfaction: null };
  const satisfaction = dice.weighted<Satisfaction>([
    ['VERY_SATISFIED', 22],
    ['SATISFIED', 46],
    ['BASICALLY_SATISFIED', 32],
  ]);
  return { ...dates, state: 'WRITTEN_OFF', closedOn, writtenOffOn, satisfaction };
}

/** State of an open matter by the share of its course that is behind it. */
function open(dice: Dice, gone: number): Omit<Course, 'assignedOn' | 'dueOn'> {
  const state: ItemState =
    gone < 0.06
      ? 'ASSIGNED'
      : gone < 0.15
        ? 'SIGNED'
        : gone < 0.85
          ? 'IN_PROGRESS'
          : dice.weighted<ItemState>([
              ['REPORTED', 2],
              ['UNDER_REVIEW', 4],
              ['REWORK', 1],
            ]);
  return { state, closedOn: null, writtenOffOn: null, satisfaction: null };
}
