import type { complaintRegister } from '@duban/ledger/registers/complaint';
import type { RowOf } from '@duban/ledger/sheet';
import { dueOf } from '@duban/rules/limits';
import type { Day, Finding, HandlingMode, ItemState, Satisfaction } from '@duban/rules/vocabulary';
import type { Dice } from './dice.ts';
import { complaintWords, dutyOffices, sanctions } from './words/complaints.ts';
import { fill } from './words/fill.ts';
import { unitWork, windowWork, workOf } from './words/unit-work.ts';
import type { World } from './world.ts';

export type ComplaintRow = RowOf<typeof complaintRegister.sheets.main>;

/** Received between these days, with the weight of each stretch: more after the campaign's telephone was made public. */
const seasons: readonly (readonly [readonly [Day, Day], number])[] = [
  [['2014-05-05', '2014-05-30'], 12],
  [['2014-06-03', '2014-06-30'], 22],
  [['2014-07-01', '2014-07-31'], 27],
  [['2014-08-01', '2014-08-29'], 22],
  [['2014-09-01', '2014-09-25'], 17],
];

/** Ledger of efficiency complaints. Complainants are placeholders: 群众甲-017 with a number that is nobody's. */
export function complaints(world: World, count: number): ComplaintRow[] {
  const dice = world.dice.fork('complaints');
  const received = Array.from({ length: count }, () => world.workingDay(dice, ...dice.weighted(seasons))).sort();
  return [...received.map((receivedOn, index) => complaintOf(world, dice, receivedOn, index + 1)), ...undecided(world, count)];
}

/** Last working days before the demo's day, on which complaints came in that nobody has decided on, or that were not taken on. */
const lateDays: readonly [Day, Day] = ['2014-09-24', '2014-09-30'];
const undecidedStates: readonly ItemState[] = [
  'DRAFT',
  'DRAFT',
  'REFUSED',
  'DRAFT',
  'DRAFT',
  'WITHDRAWN',
  'DRAFT',
  'DRAFT',
  'REFUSED',
  'DRAFT',
  'DRAFT',
  'DRAFT',
];

/** Complaints that wait to be taken on, were not, or were taken back: their class and mode are decided with 受理. */
function undecided(world: World, after: number): ComplaintRow[] {
  const dice = world.dice.fork('undecided complaints');
  const days = undecidedStates.map(() => world.workingDay(dice, ...lateDays)).sort();
  return undecidedStates.map((state, index) => {
    const row = complaintOf(world, dice, days[index]!, after + index + 1);
    return {
      ...row,
      ...nothingYet,
      acceptedOn: null,
      assignedOn: null,
      answer: null,
      dueOn: null,
      mode: null,
      category: index % 3 === 0 ? null : row.category,
      leadUnitId: 'jcj',
      dutyPerson: null,
      state,
    };
  });
}

function complaintOf(world: World, dice: Dice, receivedOn: Day, serial: number): ComplaintRow {
  const unitId = dice.weighted(
    [...Object.entries(unitWork), ...Object.entries(windowWork)].map(([id, { weight }]) => [
      id,
      id.startsWith('win-') ? weight * 1.4 : weight,
    ]),
  );
  const isWindow = unitId.startsWith('win-');
  const fitting = Object.entries(complaintWords).filter(
    ([, words]) => !(words.enforcersOnly && !workOf(unitId).enforces) && !(words.notWindows && isWindow),
  );
  const category = dice.weighted(fitting.map(([code, { weight }]) => [code, weight]));
  const words = complaintWords[category]!;
  const m = dice.pick(workOf(unitId).matters);
  const report = dice.pick(words.reports.filter(({ fits }) => !fits || fits.test(m)));
  const realName = dice.chance(0.72);

  const acceptedOn = world.after(
    receivedOn,
    dice.weighted([
      [0, 25],
      [1, 35],
      [2, 25],
      [3, 13],
      [4, 2],
    ]),
  );
  const mode = dice.weighted<HandlingMode>([
    ['ASSIGN', 52],
    ['REFER', 30],
    ['OWN', 18],
  ]);
  const course = courseOf(world, dice, acceptedOn);
  const county = world.unit(unitId).kind === 'COUNTY' ? unitId : null;
  return {
    number: world.number('COMPLAINT', serial),
    title: `反映${isWindow ? '' : world.plainName(unitId)}${fill(dice, report.title, { m })}`,
    channel: dice.weighted([
      ['phone', 38],
      ['web', 20],
      ['mailbox', 12],
      ['visit', 9],
      ['letter', 7],
      ['window', isWindow ? 20 : 4],
      ['referral', 6],
    ]),
    realName,
    ...complainantOf(world, dice, realName, serial),
    complainedUnitId: unitId,
    category,
    facts: fill(dice, report.facts, { m }),
    countyId: county,
    receivedOn,
    acceptedOn,
    assignedOn: acceptedOn,
    mode,
    leadUnitId: mode === 'OWN' ? 'jcj' : isWindow ? 'xzfw' : unitId,
    dutyPerson: dice.pick(dutyOffices),
    ...course,
    satisfaction: gradeOf(course.satisfaction ?? null, serial),
    answer: course.answeredOn && course.finding ? answers[course.finding] : null,
    people: serial % 41 === 0 ? 5 + (serial % 7) : 1,
  };
}

/** Some say it more strongly. */
function gradeOf(satisfaction: Satisfaction | null, serial: number): Satisfaction | null {
  if (satisfaction === 'SATISFIED' && serial % 4 === 0) return 'VERY_SATISFIED';
  return satisfaction === 'DISSATISFIED' && serial % 3 === 0 ? 'VERY_DISSATISFIED' : satisfaction;
}

const answers: Record<Finding, string> = {
  TRUE: '经调查，您反映的问题属实。有关单位已当面说明情况并整改，责任人员已受到处理。感谢您的监督。',
  PARTLY_TRUE: '经调查，您反映的问题部分属实。属实部分已督促有关单位整改，其余情况已向您说明依据。感谢您的监督。',
  UNTRUE: '经调查，未发现您反映的问题。有关政策规定和办理依据已向您说明，如有新的线索可以补充。',
};

/** Some call more than once, from the same number. */
function complainantOf(world: World, dice: Dice, realName: boolean, serial: number) {
  const person = dice.chance(0.08) && serial > 20 ? dice.whole(1, 20) : serial;
  const digits = String(person);
  const area = dice.pick(world.counties).shortName;
  if (!realName)
    return {
      complainantName: null,
      complainantPhone: dice.chance(0.3) ? `1380000${digits.padStart(4, '0')}` : null,
      complainantAddress: null,
    };
  return {
    complainantName: `群众${'甲乙丙丁戊己庚辛壬癸'[person % 10]}-${digits.padStart(3, '0')}`,
    complainantPhone: `1380000${digits.padStart(4, '0')}`,
    complainantAddress: dice.chance(0.6) ? `${area}示例路${dice.whole(1, 199)}号` : null,
  };
}

type Course = Pick<
  ComplaintRow,
  'finding' | 'sanction' | 'answeredOn' | 'calledBackOn' | 'satisfaction' | 'reworkCount' | 'closedOn' | 'writtenOffOn'
> & {
  dueOn: Day;
  state: ItemState;
};

/** Thirty days by the rule in force, counted from `start`. */
function limitFrom(world: World, start: Day): Day {
  const limit = world.pack.limits.find(({ code }) => code === 'efficiency-complaint-finish');
  if (!limit) throw new RangeError('The pack has no limit efficiency-complaint-finish');
  return dueOf(world.calendar, { start, limit: { days: limit.days, unit: limit.dayUnit } });
}

/** Answered and closed on one day, called back some days later, written off when the complainant is content, else handled again. */
function courseOf(world: World, dice: Dice, acceptedOn: Day): Course {
  const dueOn = limitFrom(world, acceptedOn);
  const allotted = world.workingDays(acceptedOn, dueOn);
  const pace = dice.weighted([
    [dice.between(0.2, 0.7), 58],
    [dice.between(0.7, 0.98), 31],
    [dice.between(1.03, 1.25), 11],
    [dice.between(2.2, 5), 1],
  ]);
  const answeredOn = world.after(acceptedOn, Math.max(1, pace <= 1 ? Math.floor(allotted * pace) : Math.ceil(allotted * pace)));
  if (answeredOn > world.asOf) {
    const spent = world.workingDays(acceptedOn, world.asOf);
    const isNearlyDone = spent / (allotted * pace) > 0.92;
    return { ...nothingYet, dueOn, state: spent < 3 ? 'ASSIGNED' : spent < 6 ? 'SIGNED' : isNearlyDone ? 'UNDER_REVIEW' : 'IN_PROGRESS' };
  }
  const finding = dice.weighted<Finding>([
    ['TRUE', 41],
    ['PARTLY_TRUE', 33],
    ['UNTRUE', 26],
  ]);
  const answer = { finding, sanction: finding === 'UNTRUE' ? null : dice.pick(sanctions[finding]), answeredOn };
  const calledBackOn = world.after(answeredOn, dice.whole(2, 8));
  if (calledBackOn > world.asOf) return { ...nothingYet, ...answer, dueOn, closedOn: answeredOn, state: 'CLOSED' };
  if (dice.chance(0.1)) return reworked(world, dice, answer, calledBackOn);

  const satisfaction = dice.chance(0.74) ? 'SATISFIED' : dice.chance(0.9) ? 'BASICALLY_SATISFIED' : 'DISSATISFIED';
  return { ...answer, dueOn, closedOn: answeredOn, calledBackOn, satisfaction, reworkCount: 0, ...endOf(world, dice, calledBackOn) };
}

/** Dissatisfied at the first call-back: handled again with a limit of its own, answered again, called back again. */
function reworked(world: World, dice: Dice, answer: Pick<Course, 'finding' | 'sanction' | 'answeredOn'>, firstCallBackOn: Day): Course {
  const dueOn = limitFrom(world, firstCallBackOn);
  const answeredOn = world.after(firstCallBackOn, dice.whole(6, 19));
  const calledBackOn = world.after(answeredOn, dice.whole(2, 6));
  const again = { ...answer, dueOn, reworkCount: 1 };
  if (answeredOn > world.asOf)
    return { ...again, calledBackOn: firstCallBackOn, satisfaction: 'DISSATISFIED', closedOn: null, writtenOffOn: null, state: 'REWORK' };
  if (calledBackOn > world.asOf)
    return { ...again, answeredOn, calledBackOn: null, satisfaction: null, closedOn: answeredOn, writtenOffOn: null, state: 'CLOSED' };
  const satisfaction = dice.weighted<Satisfaction>([
    ['SATISFIED', 25],
    ['BASICALLY_SATISFIED', 50],
    ['DISSATISFIED', 25],
  ]);
  return { ...again, answeredOn, calledBackOn, satisfaction, closedOn: answeredOn, ...endOf(world, dice, calledBackOn) };
}

/** Written off some days after the call-back. */
function endOf(world: World, dice: Dice, calledBackOn: Day): { state: ItemState; writtenOffOn: Day | null } {
  const writtenOffOn = world.after(calledBackOn, dice.whole(0, 3));
  return writtenOffOn <= world.asOf ? { state: 'WRITTEN_OFF', writtenOffOn } : { state: 'CALL_BACK', writtenOffOn: null };
}

const nothingYet = {
  finding: null,
  sanction: null,
  answeredOn: null,
  calledBackOn: null,
  satisfaction: null,
  reworkCount: 0,
  closedOn: null,
  writtenOffOn: null,
} as const;
