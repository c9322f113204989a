import type { rectificationProblemRegister } from '@duban/ledger/registers/rectification-problem';
import type { RowOf } from '@duban/ledger/sheet';
import { disorderListOf } from '@duban/rules/rectification';
import type { Day, ItemState } from '@duban/rules/vocabulary';
import type { Dice } from './dice.ts';
import { Distinct, fill } from './words/fill.ts';
import { type RectificationMatter, type RectificationWords, rectificationWords } from './words/rectification.ts';
import { countyDutyPeople, dutyPeople } from './words/style.ts';
import type { World } from './world.ts';

export type RectificationRow = RowOf<typeof rectificationProblemRegister.sheets.main>;

/** Found between these days, with the weight of each stretch: most while the five rectifications looked for them. */
const seasons: readonly (readonly [readonly [Day, Day], number])[] = [
  [['2014-06-09', '2014-06-30'], 22],
  [['2014-07-01', '2014-07-31'], 31],
  [['2014-08-01', '2014-08-29'], 25],
  [['2014-09-01', '2014-09-25'], 22],
];

/** The rectification of the central city, whose problems all lie in its district. */
const centralCity = '5';
const centralDistrict = '411702';

/** Ledger of what the five special rectifications found and did not put right on the spot. */
export function rectificationProblems(world: World, count: number): RectificationRow[] {
  const dice = world.dice.fork('rectification');
  const texts = new Distinct();
  return Array.from({ length: count }, () => world.workingDay(dice, ...dice.weighted(seasons)))
    .sort()
    .map((foundOn, index) => problemOf(world, dice, foundOn, index + 1, texts));
}

function problemOf(world: World, dice: Dice, foundOn: Day, serial: number, texts: Distinct): RectificationRow {
  const category = dice.weighted(Object.entries(rectificationWords).map(([code, { weight }]) => [code, weight]));
  const words = rectificationWords[category]!;
  const draw = () => {
    const matter = dice.pick(words.matters);
    return { matter, ...placeOf(world, dice, category, words, matter) };
  };
  let found: ReturnType<typeof draw> | undefined;
  const title = texts.text(() => {
    found = draw();
    return fill(dice, found.matter.title, { place: found.place });
  });
  const { matter, leadUnitId, countyId, place } = found!;
  const assignedOn = world.after(foundOn, dice.whole(0, 3));
  const dueOn = world.after(assignedOn, dice.whole(...words.days));
  const course = courseOf(world, dice, assignedOn, dueOn);
  const isCounty = world.unit(leadUnitId).kind === 'COUNTY';
  const list = disorderListOf(category);
  return {
    number: world.number('RECTIFICATION_PROBLEM', serial),
    title,
    category,
    roadDisorder: (list === 'road-disorder' && matter.disorder) || null,
    enforcementDisorder: (list === 'enforcement-disorder' && matter.disorder) || null,
    content: fill(dice, matter.content, { place }),
    place,
    foundBy: dice.pick(words.foundBy),
    countyId,
    foundOn,
    leadUnitId,
    assistUnitIds: dice.chance(0.08) ? [dice.pick(['jcj', 'fzb', 'czj'].filter((id) => id !== leadUnitId))] : null,
    dutyLeader: world.post(dice.chance(0.35) ? world.headOf(leadUnitId) : deputyOf(world, leadUnitId)),
    dutyPerson: dice.pick(isCounty ? countyDutyPeople : dutyPeople),
    measure: dice.chance(0.94) ? fill(dice, matter.measure, { place }) : null,
    assignedOn,
    dueOn,
    ...course,
    result: course.closedOn ? fill(dice, matter.result, { place }) : null,
  };
}

/** Where it is and who has to put it right: the county itself, or a department of the city for the central city or for a county. */
function placeOf(world: World, dice: Dice, category: string, words: RectificationWords, { units }: RectificationMatter) {
  if (category === centralCity) {
    const leadUnitId = dice.chance(0.25) ? centralDistrict : dice.pick(units);
    return { leadUnitId, countyId: centralDistrict, place: dice.pick(words.places.central) };
  }
  const county = dice.pick(world.counties);
  const inCounty = `${county.shortName}${dice.pick(words.places.county)}`;
  if (dice.chance(0.55)) return { leadUnitId: county.id, countyId: county.id, place: inCounty };
  const leadUnitId = dice.pick(units);
  return dice.chance(0.5)
    ? { leadUnitId, countyId: centralDistrict, place: dice.pick(words.places.central) }
    : { leadUnitId, countyId: county.id, place: inCounty };
}

function deputyOf(world: World, unitId: string): string {
  const { kind, shortName } = world.unit(unitId);
  if (kind !== 'COUNTY') return '分管副职';
  return `${shortName}副${shortName.endsWith('区') ? '区长' : '县长'}`;
}

type Course = { state: ItemState; closedOn: Day | null; writtenOffOn: Day | null };

/** Where it stands on the day of the ledgers: closed when it was put right, written off after a look back. */
function courseOf(world: World, dice: Dice, assignedOn: Day, dueOn: Day): Course {
  const allotted = world.workingDays(assignedOn, dueOn);
  const pace = dice.weighted([
    [dice.between(0.3, 0.7), 46],
    [dice.between(0.7, 1), 45],
    [dice.between(1.03, 1.5), 8],
    [dice.between(2.2, 6), 1],
  ]);
  const closedOn = world.after(assignedOn, Math.max(2, pace <= 1 ? Math.floor(allotted * pace) : Math.ceil(allotted * pace)));
  if (closedOn <= world.asOf) {
    const writtenOffOn = world.after(closedOn, dice.whole(3, 18));
    const isWrittenOff = writtenOffOn <= world.asOf && dice.chance(0.9);
    return { state: isWrittenOff ? 'WRITTEN_OFF' : 'CLOSED', closedOn, writtenOffOn: isWrittenOff ? writtenOffOn : null };
  }
  const gone = world.workingDays(assignedOn, world.asOf) / (allotted * pace);
  return { state: openState(dice, gone), closedOn: null, writtenOffOn: null };
}

/** State of an open problem by the share of its course that is behind it. */
function openState(dice: Dice, gone: number): ItemState {
  if (gone < 0.08) return 'ASSIGNED';
  if (gone < 0.2) return 'SIGNED';
  if (gone < 0.85) return 'IN_PROGRESS';
  return dice.weighted<ItemState>([
    ['REPORTED', 2],
    ['UNDER_REVIEW', 4],
    ['REWORK', 1],
  ]);
}
