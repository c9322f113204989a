import type { livelihoodWorkRegister } from '@duban/ledger/registers/livelihood-work';
import type { RowOf } from '@duban/ledger/sheet';
import { monthEnd, nextMonthEnd } from '@duban/rules/calendar';
import type { Day } from '@duban/rules/vocabulary';
import type { Dice } from './dice.ts';
import { sixMatters, tenWorks, type WorkWords, workDutyPeople } from './words/livelihood-works.ts';
import type { World } from './world.ts';

type Sheets = typeof livelihoodWorkRegister.sheets;

export interface LivelihoodWorks {
  main: RowOf<Sheets['main']>[];
  counties: RowOf<Sheets['counties']>[];
  progress: RowOf<Sheets['progress']>[];
  funds: RowOf<Sheets['funds']>[];
}

const firstMonth = 3;
const lastReportedMonth = 8;

/** How a work goes: against plan, and whether its figures for the last month are in. */
type Way = 'AHEAD' | 'ON_PLAN' | 'SLOW' | 'STUCK' | 'UNREPORTED';

/** The two programmes: works of ten matters shared out to ten counties, and six matters of the central city; `scale` repeats them. */
export function livelihoodWorks(world: World, scale = 1): LivelihoodWorks {
  const dice = world.dice.fork('livelihood');
  const made: LivelihoodWorks = { main: [], counties: [], progress: [], funds: [] };
  const once = [
    ...tenWorks.map((words) => ({ words, category: 'ten-works' })),
    ...sixMatters.map((words) => ({ words, category: 'six-matters' })),
  ];
  const all = Array.from({ length: Math.round(once.length * scale) }, (_, index) => once[index % once.length]!);
  const ways = waysOf(dice, all.length);
  for (const [index, { words, category }] of all.entries()) {
    const round = Math.floor(index / once.length);
    const work = workOf(world, dice, { number: world.number('LIVELIHOOD_WORK', index + 1), words, category, way: ways[index]! });
    made.main.push(round > 0 ? { ...work.main, title: `${work.main.title}（${round + 1}期）` } : work.main);
    made.counties.push(...work.counties);
    made.progress.push(...work.progress);
    made.funds.push(...work.funds);
  }
  return made;
}

/** Of 38 works some six are slow, three stuck and two silent; the order is by chance. */
function waysOf(dice: Dice, count: number): Way[] {
  const share = (part: number) => Math.round((part * count) / 38);
  const rare: Way[] = [
    ...Array<Way>(share(6)).fill('SLOW'),
    ...Array<Way>(share(3)).fill('STUCK'),
    ...Array<Way>(share(2)).fill('UNREPORTED'),
  ];
  const rest = Array.from({ length: count - rare.length }, (): Way => (dice.chance(0.3) ? 'AHEAD' : 'ON_PLAN'));
  return dice.shuffled([...rare, ...rest]);
}

interface Sketch {
  number: string;
  words: WorkWords;
  category: string;
  way: Way;
}

function workOf(world: World, dice: Dice, { number, words, category, way }: Sketch) {
  const lastMonth = words.lastMonth ?? 12;
  const months = Array.from({ length: lastMonth - firstMonth + 1 }, (_, index) =>
    monthEnd(`2014-${String(firstMonth + index).padStart(2, '0')}-01`),
  );
  const planned = months.map((_, index) => whole(words.quantity * curve((index + 1) / months.length)));
  const reach = {
    AHEAD: dice.between(1.03, 1.12),
    ON_PLAN: dice.between(0.95, 1.03),
    SLOW: dice.between(0.62, 0.8),
    STUCK: dice.between(0.3, 0.46),
    UNREPORTED: dice.between(0.93, 1),
  }[way];
  const reportedMonth = lastReportedMonth - (way === 'UNREPORTED' ? 1 : 0);
  let before = 0;
  const actual = months.map((month, index) => {
    if (Number(month.slice(5, 7)) > reportedMonth) return null;
    const isDone =
      (way === 'AHEAD' && planned[index]! >= words.quantity * 0.94) || (way === 'ON_PLAN' && planned[index] === words.quantity);
    before = Math.max(
      before,
      isDone ? words.quantity : Math.min(words.quantity, whole(planned[index]! * reach * dice.between(0.97, 1.02))),
    );
    return before;
  });
  const done = actual.findLast((value) => value !== null) ?? 0;
  const finishedMonth = months[actual.indexOf(words.quantity)];
  const dates = finishedMonth ? finishOf(world, dice, finishedMonth) : { finishOn: null, acceptedOn: null, writtenOffOn: null };
  const dueOn = lastMonth === 12 ? '2014-12-31' : nextMonthEnd(months.at(-1)!);

  const progress = months.map((periodOn, index) => ({ number, periodOn, planned: planned[index]!, actual: actual[index] ?? null }));
  const lag = { AHEAD: 1, ON_PLAN: 1, SLOW: 0.85, STUCK: 0.7, UNREPORTED: 0.95 }[way];
  const funds = fundsOf(dice, { number, months, planned, quantity: words.quantity, actual, total: words.funds, lag });
  return {
    main: {
      number,
      title: words.title,
      category,
      matter: words.matter,
      nature: words.nature,
      quantity: words.quantity,
      quantityUnit: words.unit,
      promise: `${Number(dueOn.slice(5, 7))}月底前完成${words.title}${words.quantity}${words.unit}。`,
      leadUnitId: words.lead,
      assistUnitIds: [...words.assist],
      dutyLeader: world.post(world.headOf(words.lead)),
      dutyPerson: dice.pick(workDutyPeople),
      source: category === 'six-matters' ? '六件惠民实事' : '十项民生工程',
      foundOn: '2014-02-27',
      assignedOn: world.workingDay(dice, '2014-03-03', '2014-03-14'),
      startOn: world.workingDay(dice, '2014-03-17', '2014-04-30'),
      finishOn: dates.finishOn,
      acceptedOn: dates.acceptedOn,
      dueOn,
      fundsPlanned: words.funds,
      state: dates.acceptedOn ? (dates.writtenOffOn ? 'WRITTEN_OFF' : 'CLOSED') : 'IN_PROGRESS',
      closedOn: dates.acceptedOn,
      writtenOffOn: dates.writtenOffOn,
    } satisfies LivelihoodWorks['main'][number],
    counties: category === 'ten-works' ? countyTargets(world, dice, number, words.quantity, done) : [],
    progress,
    funds,
  };
}

/** Finished in its last month, accepted some weeks later, then written off: each only if it came to pass. */
function finishOf(world: World, dice: Dice, month: Day) {
  const past = (day: Day | null) => (day !== null && day <= world.asOf ? day : null);
  const finishOn = world.workingDayUpTo(month);
  const acceptedOn = past(world.after(finishOn, dice.whole(5, 16)));
  const writtenOffOn = acceptedOn && past(world.after(acceptedOn, dice.whole(3, 10)));
  return { finishOn, acceptedOn, writtenOffOn };
}

/** Shares of the target and of what is done; the parts add up to the whole. */
function countyTargets(world: World, dice: Dice, number: string, quantity: number, done: number): LivelihoodWorks['counties'] {
  const weights = world.counties.map(() => dice.between(0.7, 1.4));
  const targets = split(quantity, weights);
  const pace = world.counties.map(() => dice.between(0.75, 1.15));
  const actuals = split(
    done,
    targets.map((target, index) => target * pace[index]!),
  );
  return world.counties.map(({ id }, index) => ({ number, countyId: id, target: targets[index]!, actual: actuals[index]! }));
}

/** Whole parts in proportion to the weights, the rest going to the largest. */
function split(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum === 0) return weights.map(() => 0);
  const parts = weights.map((weight) => Math.floor((total * weight) / sum));
  const largest = parts.indexOf(Math.max(...parts));
  parts[largest] = parts[largest]! + total - parts.reduce((all, part) => all + part, 0);
  return parts;
}

interface FundsSketch {
  number: string;
  months: readonly Day[];
  planned: readonly number[];
  actual: readonly (number | null)[];
  quantity: number;
  total: number;
  lag: number;
}

/** Money arrives ahead of the plan's curve and is paid behind the work done. */
function fundsOf(dice: Dice, { number, months, planned, actual, quantity, total, lag }: FundsSketch): LivelihoodWorks['funds'] {
  let arrived = 0;
  let paid = 0;
  return months.flatMap((periodOn, index) => {
    const value = actual[index];
    if (value === null || value === undefined) return [];
    arrived = Math.max(arrived, Math.min(total, whole(total * lag * Math.min(1, planned[index]! / quantity + dice.between(0.08, 0.2)))));
    paid = Math.max(paid, Math.min(arrived, whole(total * (value / quantity) * dice.between(0.78, 0.92))));
    return [{ number, periodOn, arrived, paid }];
  });
}

function curve(share: number): number {
  return share * share * (3 - 2 * share);
}

function whole(value: number): number {
  return Math.round(value);
}
