import type { styleProblemRegister } from '@duban/ledger/registers/style-problem';
import type { RowOf } from '@duban/ledger/sheet';
import { addDays } from '@duban/rules/calendar';
import type { Day, ItemState, RectificationClass, RectificationTerm } from '@duban/rules/vocabulary';
import type { Dice } from './dice.ts';
import { Distinct, fill } from './words/fill.ts';
import { acceptanceWords, countyDutyPeople, dutyPeople, evidenceWords, styleWords } from './words/style.ts';
import { unitWork, workOf } from './words/unit-work.ts';
import type { World } from './world.ts';

export type StyleRow = RowOf<typeof styleProblemRegister.sheets.main>;

interface Finding {
  unitId: string;
  category: string;
  foundOn: Day;
}

/** Found between these days, with the weight of each stretch. */
const seasons: readonly (readonly [readonly [Day, Day], number])[] = [
  [['2014-05-26', '2014-06-13'], 26],
  [['2014-06-16', '2014-07-11'], 34],
  [['2014-07-14', '2014-08-15'], 26],
  [['2014-08-18', '2014-09-12'], 12],
  [['2014-09-15', '2014-09-25'], 4],
];

/**
 * Ledger of the ten kinds of style problems: found, assigned, put right or not by the day of the ledgers, most of them written off,
 * and some found again in the same unit after write-off.
 */
export function styleProblems(world: World, count: number): StyleRow[] {
  const dice = world.dice.fork('style');
  const repeatCount = Math.round(count * 0.05);
  const texts = new Distinct();
  const firsts = Array.from({ length: count - repeatCount }, () => life(world, dice, draw(world, dice), texts));
  const candidates = firsts.filter(({ writtenOffOn }) => writtenOffOn && writtenOffOn <= addDays(world.asOf, -25));
  const repeats = dice.some(candidates, repeatCount).map(({ leadUnitId, category, writtenOffOn }) => {
    const foundOn = world.workingDay(dice, addDays(writtenOffOn!, 7), addDays(world.asOf, -7));
    return life(world, dice, { unitId: leadUnitId, category, foundOn }, texts);
  });
  return [...firsts, ...repeats]
    .sort((a, b) => (a.foundOn < b.foundOn ? -1 : Number(a.foundOn > b.foundOn)))
    .map((row, index) => ({ ...row, number: world.number('STYLE_PROBLEM', index + 1) }));
}

function draw(world: World, dice: Dice): Finding {
  const unitId = dice.weighted(Object.entries(unitWork).map(([id, { weight }]) => [id, weight]));
  const fitting = Object.entries(styleWords).filter(([, { enforcersOnly }]) => !enforcersOnly || unitWork[unitId]?.enforces);
  const category = dice.weighted(fitting.map(([code, { weight }]) => [code, weight]));
  const [from, to] = dice.weighted(seasons);
  return { unitId, category, foundOn: world.workingDay(dice, from, to) };
}

function life(world: World, dice: Dice, { unitId, category, foundOn }: Finding, texts: Distinct): StyleRow {
  const words = styleWords[category]!;
  const assignedOn = world.after(foundOn, dice.whole(1, 4));
  const term = dice.weighted<RectificationTerm>([
    ['IMMEDIATE', 35],
    ['BY_DEADLINE', 50],
    ['LONG_TERM', 15],
  ]);
  const dueOn = dueOf(world, dice, term, assignedOn);
  const course = courseOf(world, dice, assignedOn, dueOn);
  const isCounty = world.unit(unitId).kind === 'COUNTY';

  let m = '';
  const title = texts.text(() => {
    m = dice.pick(workOf(unitId).matters);
    return fill(dice, dice.pick(words.problems), { m });
  });
  const values = { m, unit: world.plainName(unitId) };
  const isDone = course.progressClass === 'DONE';
  return {
    number: '',
    title,
    category,
    otherCategories: dice.chance(0.18) ? [dice.pick(Object.keys(styleWords).filter((code) => code !== category && code !== '8'))] : null,
    leadUnitId: unitId,
    assistUnitIds: dice.chance(0.1) ? [dice.pick(['jcj', 'xzfw', 'bb', 'czj'].filter((id) => id !== unitId))] : null,
    countyId: isCounty ? unitId : null,
    subject: dice.chance(0.64) ? 'LEADERSHIP_TEAM' : 'INDIVIDUAL',
    source: dice.weighted([
      ['自查', 40],
      ['群众反映', 24],
      ['上级反馈', 11],
      ['明察暗访', 14],
      ['投诉举报', 8],
      ['媒体反映', 3],
    ]),
    cause: dice.pick(words.causes),
    measure: fill(dice, dice.pick(words.measures), values),
    standard: fill(dice, dice.pick(words.standards), values),
    dutyLeader: world.post(
      dice.chance(0.55)
        ? world.headOf(unitId)
        : isCounty
          ? `${world.unit(unitId).shortName}副${world.unit(unitId).shortName.endsWith('区') ? '区长' : '县长'}`
          : '分管副职',
    ),
    dutyPerson: dice.pick(isCounty ? countyDutyPeople : dutyPeople),
    foundOn,
    assignedOn,
    dueOn,
    term,
    evidence: isDone ? fill(dice, dice.pick(evidenceWords), values) : null,
    acceptanceOpinion: course.closedOn ? fill(dice, dice.pick(acceptanceWords)) : null,
    acceptedOn: course.closedOn,
    satisfaction: course.closedOn
      ? dice.weighted([
          ['SATISFIED', 66],
          ['BASICALLY_SATISFIED', 28],
          ['DISSATISFIED', 3],
          [null, 3],
        ])
      : null,
    ...course,
  };
}

function dueOf(world: World, dice: Dice, term: RectificationTerm, assignedOn: Day): Day {
  if (term === 'IMMEDIATE') return world.after(assignedOn, dice.whole(10, 22));
  if (term === 'LONG_TERM') return dice.chance(0.7) ? '2014-12-31' : '2015-06-30';
  return world.after(assignedOn, dice.whole(42, 106));
}

type Course = Pick<StyleRow, 'state' | 'progressClass'> & { closedOn: Day | null; writtenOffOn: Day | null };

/** Where it stands on the day of the ledgers: closed on acceptance, written off some days after it. */
function courseOf(world: World, dice: Dice, assignedOn: Day, dueOn: Day): Course {
  const allotted = world.workingDays(assignedOn, dueOn);
  const pace = dice.weighted([
    [dice.between(0.34, 0.69), 53],
    [dice.between(0.69, 1), 34],
    [dice.between(1.02, 1.6), 10],
    [dice.between(1.9, 5), 9],
  ]);
  const closedOn = world.after(assignedOn, Math.max(3, Math.round(allotted * pace)));
  if (closedOn <= world.asOf) {
    const writtenOffOn = world.after(closedOn, dice.whole(1, 14));
    const isWrittenOff = writtenOffOn <= world.asOf && dice.chance(0.93);
    return {
      state: isWrittenOff ? 'WRITTEN_OFF' : 'CLOSED',
      progressClass: 'DONE',
      closedOn,
      writtenOffOn: isWrittenOff ? writtenOffOn : null,
    };
  }
  const gone = world.workingDays(assignedOn, world.asOf) / (allotted * pace);
  return { ...openStage(dice, gone), closedOn: null, writtenOffOn: null };
}

/** State and progress of an open matter by the share of its course that is behind it. */
function openStage(dice: Dice, gone: number): { state: ItemState; progressClass: RectificationClass } {
  if (gone < 0.12) return { state: dice.chance(0.5) ? 'ASSIGNED' : 'SIGNED', progressClass: 'NOT_STARTED' };
  if (gone < 0.35) return { state: 'IN_PROGRESS', progressClass: dice.chance(0.5) ? 'NOT_STARTED' : 'PARTLY' };
  if (gone < 0.85) return { state: dice.chance(0.05) ? 'REWORK' : 'IN_PROGRESS', progressClass: 'PARTLY' };
  return dice.chance(0.5) ? { state: 'UNDER_REVIEW', progressClass: 'DONE' } : { state: 'REPORTED', progressClass: 'DONE' };
}
