import type { serviceProjectRegister } from '@duban/ledger/registers/service-project';
import type { RowOf } from '@duban/ledger/sheet';
import { addDays, monthEnd, nextMonthEnd } from '@duban/rules/calendar';
import type { Day } from '@duban/rules/vocabulary';
import type { Dice } from './dice.ts';
import { type Pace, type StepDates, stepDates } from './steps.ts';
import { Distinct, fill } from './words/fill.ts';
import * as words from './words/service-projects.ts';
import type { World } from './world.ts';

type Sheets = typeof serviceProjectRegister.sheets;
type MainRow = RowOf<Sheets['main']>;

export interface ServiceProjects {
  main: MainRow[];
  team: RowOf<Sheets['team']>[];
  nodes: RowOf<Sheets['nodes']>[];
  investment: RowOf<Sheets['investment']>[];
  breaches: RowOf<Sheets['breaches']>[];
}

/** Projects under whole-process agency, with teams, nodes, investment by months and the few breaches of zero contact. */
export function serviceProjects(world: World, count: number): ServiceProjects {
  const dice = world.dice.fork('projects');
  const texts = new Distinct();
  const made: ServiceProjects = { main: [], team: [], nodes: [], investment: [], breaches: [] };
  const places = Object.keys(words.industries);
  const breached = new Set(
    dice.some(
      Array.from({ length: count }, (_, index) => index),
      Math.max(1, Math.round(count / 10)),
    ),
  );
  for (let index = 0; index < count; index += 1) {
    const leadUnitId = places[index % places.length]!;
    const number = world.number('SERVICE_PROJECT', index + 1);
    const project = projectOf(world, dice, { number, leadUnitId, texts });
    made.main.push(project.main);
    made.nodes.push(...project.nodes);
    made.team.push(...teamOf(dice, number, project.main.assistUnitIds ?? []));
    made.investment.push(...investmentOf(world, dice, project.main, project.pace));
    if (breached.has(index)) made.breaches.push(breachOf(world, dice, project.main));
  }
  return made;
}

function projectOf(world: World, dice: Dice, { number, leadUnitId, texts }: { number: string; leadUnitId: string; texts: Distinct }) {
  const unit = world.unit(leadUnitId);
  const industry = dice.pick(words.industries[leadUnitId]!);
  const investor = `${dice.pick(words.investorPlaces)}${dice.pick(words.investorStems)}${industry.firm}有限公司`;
  const title = texts.text(
    () => `${investor.replace('有限公司', '')}${fill(dice, dice.pick(industry.products))}${dice.pick(['项目', '建设项目', '扩建项目'])}`,
  );

  const foundOn = world.workingDay(dice, '2014-03-03', '2014-06-20');
  const assignedOn = world.after(foundOn, dice.whole(2, 8));
  const pace = dice.weighted<Pace>([
    ['ON_PLAN', 74],
    ['SLOW', 14],
    ['STUCK', 12],
  ]);
  // Small works move into standard workshops and are soon in production; the others take a year or more.
  const isQuick = dice.chance(0.35) && assignedOn < '2014-05-20';
  const dueOn = isQuick ? world.workingDay(dice, '2014-08-18', '2014-11-28') : world.workingDay(dice, '2014-12-15', '2015-07-31');
  const leftOut = dice.pick(['环评批复', '厂房基础施工', '水电气路配套接通']);
  const list = words.nodes.filter(({ stage, title }) => (isQuick ? stage !== 'land' : title !== leftOut));
  const dates = stepDates(world, dice, { count: list.length, from: assignedOn, due: dueOn, pace });
  const nodes = list.map((node, index) => nodeOf(world, dice, { number, position: index + 1, node, leadUnitId, dates: dates[index]! }));

  const lastDone = list.findLast((_, index) => dates[index]!.actualOn !== null);
  const closedOn = dates.at(-1)!.actualOn;
  const writtenOffOn = closedOn && world.after(closedOn, dice.whole(5, 12));
  const isWrittenOff = writtenOffOn !== null && writtenOffOn <= world.asOf;
  const total = dice.whole(12, isQuick ? 90 : 620) * 100;
  const raised = dice.whole(2, 19);
  const main: MainRow = {
    number,
    title,
    category: lastDone?.stage ?? 'approval',
    countyId: unit.kind === 'COUNTY' ? leadUnitId : leadUnitId === 'zbjjq' || leadUnitId === 'cyjjq' ? '411702' : null,
    leadUnitId,
    assistUnitIds: dice.some(words.teamDepartments, dice.whole(4, 6)),
    investor,
    totalInvestment: total,
    yearInvestment: isQuick ? total : Math.round((total * dice.between(0.3, 0.7)) / 100) * 100,
    leader:
      unit.kind === 'COUNTY'
        ? `${unit.shortName}副${unit.shortName.endsWith('区') ? '区长' : '县长'}（处级）`
        : `${unit.shortName}管委会副主任（处级）`,
    dutyPerson: dice.pick(['产业集聚区管委会招商局局长', '项目代办员', '行政服务中心代办科科长', '企业服务中心主任']),
    entrustedOn: assignedOn,
    landMu: isQuick ? null : dice.whole(20, 460),
    households: isQuick
      ? null
      : dice.weighted([
          [null, 35],
          [dice.whole(2, 30), 45],
          [dice.whole(31, 160), 20],
        ]),
    issuesRaised: raised,
    issuesSolved: pace === 'ON_PLAN' ? raised - dice.whole(0, Math.min(2, raised)) : Math.floor(raised * dice.between(0.3, 0.8)),
    enterpriseRating: dice.weighted([
      ['SATISFIED', pace === 'ON_PLAN' ? 75 : 20],
      ['BASICALLY_SATISFIED', 20],
      ['DISSATISFIED', pace === 'ON_PLAN' ? 1 : 20],
      [null, 8],
    ]),
    source: dice.pick(['招商引资', '市重点项目', '省重点项目', '承接产业转移']),
    foundOn,
    assignedOn,
    dueOn,
    state: closedOn ? (isWrittenOff ? 'WRITTEN_OFF' : 'CLOSED') : lastDone ? 'IN_PROGRESS' : 'SIGNED',
    closedOn,
    writtenOffOn: isWrittenOff ? writtenOffOn : null,
  };
  return { main, nodes, pace };
}

interface NodeSketch {
  number: string;
  position: number;
  node: (typeof words.nodes)[number];
  leadUnitId: string;
  dates: StepDates;
}

function nodeOf(world: World, dice: Dice, { number, position, node, leadUnitId, dates }: NodeSketch): ServiceProjects['nodes'][number] {
  const isLate = !dates.actualOn && dates.plannedOn < addDays(world.asOf, -10);
  return {
    number,
    position,
    title: node.title,
    unit: world.unitReference(node.unit === 'lead' ? leadUnitId : node.unit),
    ...dates,
    obstacle: isLate || (dates.startedOn && !dates.actualOn && dice.chance(0.3)) ? dice.pick(words.nodeObstacles) : null,
  };
}

function teamOf(dice: Dice, number: string, departments: readonly string[]): ServiceProjects['team'] {
  return departments.map((unitId) => ({ number, unitId, member: dice.pick(words.memberPosts) }));
}

/** Cumulative from the month of assignment to the year's end; done up to August, a few firms further behind with their report. */
function investmentOf(world: World, dice: Dice, main: MainRow, pace: Pace): ServiceProjects['investment'] {
  const months: Day[] = [];
  for (let month = monthEnd(main.assignedOn); month <= '2014-12-31'; month = nextMonthEnd(month)) months.push(month);
  const reach = { ON_PLAN: dice.between(0.92, 1.12), SLOW: dice.between(0.62, 0.85), STUCK: dice.between(0.25, 0.5) }[pace];
  const reported = dice.chance(0.05) ? '2014-07-31' : '2014-08-31';
  return months.map((periodOn, index) => {
    const planned = Math.round(main.yearInvestment * curve((index + 1) / months.length));
    const actual = Math.round(planned * reach * dice.between(0.97, 1));
    const isIn = periodOn <= reported && periodOn < world.asOf;
    return { number: main.number, periodOn, planned, actual: isIn ? Math.min(actual, main.totalInvestment) : null };
  });
}

/** Slow at first, fast in the middle. */
function curve(share: number): number {
  return share * share * (3 - 2 * share);
}

function breachOf(world: World, dice: Dice, main: MainRow): ServiceProjects['breaches'][number] {
  const isLand = dice.chance(0.5);
  const occurredOn = world.workingDay(dice, main.assignedOn > '2014-06-01' ? world.after(main.assignedOn, 5) : '2014-06-03', '2014-09-19');
  const settledOn = world.after(occurredOn, dice.whole(2, 15));
  return {
    number: main.number,
    kind: isLand ? 'LAND_WITH_RESIDENTS' : 'APPROVAL_WITH_DEPARTMENTS',
    occurredOn,
    description: dice.pick(isLand ? words.landBreaches : words.approvalBreaches),
    unitId: isLand ? main.leadUnitId : dice.pick(['gtj', 'ghj', 'hbj', 'zjj']),
    settledOn: settledOn <= world.asOf ? settledOn : null,
  };
}
