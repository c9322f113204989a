import type { hardProblemRegister } from '@duban/ledger/registers/hard-problem';
import type { RowOf } from '@duban/ledger/sheet';
import { addDays } from '@duban/rules/calendar';
import type { Day, Level } from '@duban/rules/vocabulary';
import type { Dice } from './dice.ts';
import { type Pace, type StepDates, stepDates } from './steps.ts';
import { Distinct, fill } from './words/fill.ts';
import {
  cityPlaces,
  cityProblems,
  countyPlaces,
  decisions,
  measures,
  objects,
  obstacles,
  problemWords,
  results,
  stepPeople,
} from './words/hard-problems.ts';
import type { World } from './world.ts';

type MainRow = RowOf<typeof hardProblemRegister.sheets.main>;
type StepRow = RowOf<typeof hardProblemRegister.sheets.steps>;

export interface HardProblems {
  main: MainRow[];
  steps: StepRow[];
}

interface Sketch {
  level: Level;
  title: string;
  theme: string;
  leader: string;
  lead: string;
  assist: readonly string[];
  county: string | null;
  background: string;
}

/** Shape of a city's list after some months: how many of each level, and how many of them solved. */
const shape: Record<Level, { count: number; solved: number }> = {
  CITY: { count: 10, solved: 4 },
  DEPARTMENT: { count: 56, solved: 12 },
  COUNTY: { count: 95, solved: 39 },
};

/** Which departments meet which theme. */
const departmentsOf: Readonly<Record<string, readonly string[]>> = {
  '1': ['zjj', 'fgj', 'jtj', 'slj', 'glj'],
  '2': ['ghj', 'cgj', 'zjj', 'hbj'],
  '3': ['gtj', 'fgw', 'lyj', 'swj'],
  '4': ['fgj', 'rsj', 'gtj', 'zjj', 'jkq'],
  '5': ['czj', 'fgw', 'gxj', 'zjj'],
  '6': ['rsj', 'gxj', 'cyjjq', 'zbjjq'],
  '7': ['gxj', 'hbj', 'zbjjq', 'kjj', 'cyjjq'],
  '8': ['jyj', 'wsj', 'slj', 'mzj', 'nyj', 'wgx', 'cgj', 'fpb'],
};

const themes: readonly (readonly [string, number])[] = [
  ['1', 20],
  ['2', 10],
  ['3', 13],
  ['4', 12],
  ['5', 12],
  ['6', 9],
  ['7', 12],
  ['8', 18],
];

/** The hard problems of three levels with their progress sheets; `scale` multiplies the number. */
export function hardProblems(world: World, scale = 1): HardProblems {
  const dice = world.dice.fork('hard-problems');
  const texts = new Distinct();
  const made: HardProblems = { main: [], steps: [] };
  for (const level of ['CITY', 'DEPARTMENT', 'COUNTY'] as const) {
    const count = Math.round(shape[level].count * scale);
    const solved = Math.round(shape[level].solved * scale);
    const order = dice.shuffled(Array.from({ length: count }, (_, index) => index));
    for (let index = 0; index < count; index += 1) {
      const sketch = sketchOf(world, dice, level, index, texts);
      const number = world.number('HARD_PROBLEM', made.main.length + 1);
      const { main, steps } = problemOf(world, dice, number, sketch, order[index]! < solved);
      made.main.push(main);
      made.steps.push(...steps);
    }
  }
  return made;
}

function sketchOf(world: World, dice: Dice, level: Level, index: number, texts: Distinct): Sketch {
  if (level === 'CITY') {
    const problem = cityProblems[index % cityProblems.length]!;
    return { county: null, ...problem, level };
  }
  const theme = dice.weighted(themes);
  const words = problemWords[theme]!;
  const county = level === 'COUNTY' ? world.counties[index % world.counties.length]! : null;
  const places = county ? countyPlaces : cityPlaces;
  const title = texts.text(() =>
    fill(dice, dice.pick(words.titles), { place: placeOf(dice, places, county?.shortName), object: dice.pick(objects) }),
  );
  const lead = county?.id ?? dice.pick(departmentsOf[theme]!);
  return {
    level,
    theme,
    title: county ? `${county.shortName}${title.replace(/^县/, '')}` : title,
    leader: county
      ? `${county.shortName}${dice.pick(['常务副', '副', '副'])}${county.shortName.endsWith('区') ? '区长' : '县长'}`
      : dice.chance(0.6)
        ? world.headOf(lead)
        : '分管副职',
    lead,
    assist: dice.some(
      Object.values(departmentsOf)
        .flat()
        .filter((id, at, all) => id !== lead && all.indexOf(id) === at),
      county ? dice.whole(0, 2) : dice.whole(1, 3),
    ),
    county: county?.id ?? null,
    background: fill(dice, dice.pick(words.backgrounds)),
  };
}

function placeOf(dice: Dice, places: readonly string[], county: string | undefined): string {
  const place = dice.pick(places);
  return county?.endsWith('区') ? place.replace(/^县/, '') : place;
}

function problemOf(world: World, dice: Dice, number: string, sketch: Sketch, isSolved: boolean): { main: MainRow; steps: StepRow[] } {
  const foundOn = world.workingDay(dice, '2014-05-26', sketch.level === 'COUNTY' ? '2014-07-18' : '2014-06-13');
  const assignedOn = world.after(foundOn, dice.whole(2, 6));
  const pace = dice.weighted<Pace>([
    ['ON_PLAN', 80],
    ['SLOW', 14],
    ['STUCK', 6],
  ]);
  const isOverdue = !isSolved && pace === 'STUCK' && dice.chance(0.5);
  const dueOn = dueOf(world, dice, isSolved, isOverdue);
  const latest = isSolved ? world.workingDay(dice, '2014-07-14', world.after(world.asOf, -1)) : null;
  const finishedOn = latest && latest > world.after(assignedOn, 20) ? latest : latest && world.after(assignedOn, 22);
  const names = dice.some(problemWords[sketch.theme]!.steps, dice.whole(3, 8));
  const dates = stepDates(world, dice, { count: names.length, from: assignedOn, due: dueOn, pace, ...(finishedOn && { finishedOn }) });
  const steps = names.map((title, index) => stepOf(world, dice, { number, position: index + 1, title, sketch, dates: dates[index]! }));
  const started = steps.some(({ actualOn, startedOn }) => actualOn || startedOn);
  const writtenOffOn = finishedOn ? world.after(finishedOn, dice.whole(3, 12)) : null;
  const isWrittenOff = writtenOffOn !== null && writtenOffOn <= world.asOf;
  return {
    main: {
      number,
      title: sketch.title,
      level: sketch.level,
      category: sketch.theme,
      countyId: sketch.county,
      background: sketch.background,
      plan: `按照一个难题一个方案的要求，分${names.length}步推进：${names.join('；')}。`,
      team: `${world.plainName(sketch.lead)}牵头，${sketch.assist.map((id) => world.plainName(id)).join('、') || '有关乡镇（街道）'}参加，抽调${dice.whole(4, 15)}人组成专班。`,
      dutyLeader: world.post(sketch.leader),
      leadUnitId: sketch.lead,
      assistUnitIds: sketch.assist.length > 0 ? [...sketch.assist] : null,
      dutyPerson: dice.pick(stepPeople),
      source: dice.pick(['调研梳理', '项目单位反映', '群众反映', '市政府常务会议确定', '督查发现']),
      foundOn,
      assignedOn,
      dueOn,
      result: finishedOn ? dice.pick(results) : null,
      solvedOn: finishedOn,
      state: finishedOn ? (isWrittenOff ? 'WRITTEN_OFF' : 'CLOSED') : started ? 'IN_PROGRESS' : 'SIGNED',
      closedOn: finishedOn,
      writtenOffOn: isWrittenOff ? writtenOffOn : null,
    },
    steps,
  };
}

function dueOf(world: World, dice: Dice, isSolved: boolean, isOverdue: boolean): Day {
  if (isOverdue) return world.workingDay(dice, '2014-08-25', '2014-09-24');
  if (isSolved) return world.workingDay(dice, '2014-08-29', '2014-12-31');
  return dice.weighted([
    [world.workingDay(dice, '2014-10-20', '2014-11-14'), 8],
    [world.workingDay(dice, '2014-12-01', '2014-12-31'), 67],
    [world.workingDay(dice, '2015-03-02', '2015-06-30'), 25],
  ]);
}

function stepOf(
  world: World,
  dice: Dice,
  { number, position, title, sketch, dates }: { number: string; position: number; title: string; sketch: Sketch; dates: StepDates },
): StepRow {
  const isLate = !dates.actualOn && dates.plannedOn < addDays(world.asOf, -10);
  const isCurrent = !dates.actualOn && dates.startedOn !== null;
  const unit = dice.chance(0.62) || sketch.assist.length === 0 ? sketch.lead : dice.pick(sketch.assist);
  const local =
    sketch.level === 'COUNTY' && dice.chance(0.25) ? dice.pick(['项目所在乡镇政府', '街道办事处', '项目施工单位', '供电公司']) : null;
  return {
    number,
    position,
    title,
    measure: fill(dice, dice.pick(measures)),
    unit: local ? { unitId: null, text: local } : world.unitReference(unit),
    person: dice.pick(stepPeople),
    weight: dice.pick([10, 10, 15, 15, 20, 20, 25]),
    ...dates,
    obstacle: isLate || (isCurrent && dice.chance(0.35)) ? dice.pick(obstacles) : null,
    decisionNeeded: isLate && dice.chance(0.6) ? fill(dice, dice.pick(decisions)) : null,
  };
}
