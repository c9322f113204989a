import type { supervisionTaskRegister } from '@duban/ledger/registers/supervision-task';
import type { RowOf } from '@duban/ledger/sheet';
import type { Day, ItemState } from '@duban/rules/vocabulary';
import type { Dice } from './dice.ts';
import { fill } from './words/fill.ts';
import { instructionWords, sourceNames, type TaskWords, taskDutyPeople, taskWords } from './words/supervision.ts';
import type { World } from './world.ts';

export type TaskRow = RowOf<typeof supervisionTaskRegister.sheets.main>;

/** Charged between these days, with the weight of each stretch. */
const seasons: readonly (readonly [readonly [Day, Day], number])[] = [
  [['2014-05-26', '2014-06-20'], 22],
  [['2014-06-23', '2014-07-31'], 28],
  [['2014-08-01', '2014-08-29'], 26],
  [['2014-09-01', '2014-09-26'], 24],
];

/** Ledger of what leaders instructed, meetings decided, inspections found and documents ordered, with the answers given so far. */
export function supervisionTasks(world: World, count: number): TaskRow[] {
  const dice = world.dice.fork('supervision');
  const days = Array.from({ length: count }, () => world.workingDay(dice, ...dice.weighted(seasons))).sort();
  // Every matter comes up before one comes up again.
  const order: TaskWords[] = [];
  while (order.length < count) order.push(...dice.shuffled(taskWords));
  return days.map((assignedOn, index) => taskOf(world, dice, order[index]!, assignedOn, index));
}

function taskOf(world: World, dice: Dice, words: TaskWords, chargedOn: Day, index: number): TaskRow {
  const category = dice.weighted([
    ['instruction', 42],
    ['meeting', 28],
    ['inspection', 18],
    ['document', 12],
  ]);
  const isInstruction = category === 'instruction';
  const instructedOn = isInstruction ? world.after(chargedOn, -dice.whole(0, 2)) : null;
  const unit = world.plainName(words.leadUnitId);
  const dueOn = world.after(chargedOn, dice.whole(15, 70));
  const course = courseOf(world, dice, chargedOn, dueOn, index);
  const isCounty = world.unit(words.leadUnitId).kind === 'COUNTY';
  return {
    number: world.number('SUPERVISION_TASK', index + 1),
    title: index < taskWords.length ? words.title : `${words.title}“回头看”`,
    category,
    source: fill(dice, fill(dice, dice.pick(sourceNames[category]!))),
    instructedBy: isInstruction ? instructorOf(world, dice, words.leadUnitId) : null,
    instruction: isInstruction ? fill(dice, dice.pick(instructionWords), { unit }) : null,
    instructedOn,
    standard: fill(dice, words.standard),
    leadUnitId: words.leadUnitId,
    assistUnitIds: words.assistUnitIds && dice.chance(0.85) ? [...words.assistUnitIds] : null,
    countyId: isCounty ? words.leadUnitId : null,
    dutyLeader: world.post(world.headOf(words.leadUnitId)),
    dutyPerson: dice.pick(taskDutyPeople),
    assignedOn: chargedOn,
    dueOn,
    answer: course.answeredOn ? fill(dice, words.answer) : null,
    ...course,
  };
}

/** The mayor, or the vice mayor who oversees the unit. */
function instructorOf({ pack }: World, dice: Dice, unitId: string): string {
  const overseer = pack.portfolios.find((portfolio) => portfolio.unitId === unitId)?.postId;
  const postId = dice.chance(0.4) || !overseer ? 'mayor' : overseer;
  return pack.posts.find(({ id }) => id === postId)!.title;
}

type Course = { state: ItemState; answeredOn: Day | null; closedOn: Day | null; writtenOffOn: Day | null };

/** Where it stands on the day of the ledgers: most are answered and written off, some still move, a few lie still or came back. */
function courseOf(world: World, dice: Dice, assignedOn: Day, dueOn: Day, index: number): Course {
  const none = { answeredOn: null, closedOn: null, writtenOffOn: null };
  if (index % 31 === 29) return { ...none, state: 'RETURNED' };
  if (assignedOn >= '2014-09-22' && dice.chance(0.6)) return { ...none, state: dice.chance(0.7) ? 'DRAFT' : 'PENDING_APPROVAL' };
  const allotted = world.workingDays(assignedOn, dueOn);
  const pace = dice.weighted([
    [dice.between(0.4, 0.8), 38],
    [dice.between(0.8, 1), 34],
    [dice.between(1.05, 1.4), 16],
    [dice.between(1.8, 4), 12],
  ]);
  const closedOn = world.after(assignedOn, Math.max(3, Math.round(allotted * pace)));
  if (closedOn > world.asOf) {
    const gone = world.workingDays(assignedOn, world.asOf) / (allotted * pace);
    return { ...none, state: openState(dice, gone) };
  }
  const writtenOffOn = world.after(closedOn, dice.whole(1, 10));
  const isWrittenOff = writtenOffOn <= world.asOf && dice.chance(0.8);
  return {
    state: isWrittenOff ? 'WRITTEN_OFF' : 'CLOSED',
    answeredOn: closedOn,
    closedOn,
    writtenOffOn: isWrittenOff ? writtenOffOn : null,
  };
}

/** The stage of an open task by the share of its course that is behind it. */
function openState(dice: Dice, gone: number): ItemState {
  if (gone < 0.15) return 'ASSIGNED';
  if (gone < 0.3) return 'SIGNED';
  if (gone < 0.75) return dice.chance(0.1) ? 'REWORK' : 'IN_PROGRESS';
  return dice.chance(0.55) ? 'REPORTED' : 'UNDER_REVIEW';
}
