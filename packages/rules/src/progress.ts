import { addWorkingDays, monthEnd, nextMonthEnd, type WorkingCalendar } from './calendar.ts';
import type { PlanPoint } from './lights.ts';
import type { Day, ItemKind, RectificationClass } from './vocabulary.ts';

/** A row of a progress sheet or a node of a project. */
export interface PlannedStep {
  /** Share of the whole, any unit; default 1. */
  weight?: number;
  plannedOn: Day | null;
  /** The day it was done; null = not yet. */
  actualOn: Day | null;
}

/** What of each register its progress and plan are read from. */
export interface ProgressDetails {
  STYLE_PROBLEM: { rectificationClass: RectificationClass };
  HARD_PROBLEM: { steps: readonly PlannedStep[] };
  SERVICE_PROJECT: { nodes: readonly Omit<PlannedStep, 'weight'>[] };
  LIVELIHOOD_WORK: {
    /** The work's own target and actual, or those of each county, in one unit. */
    targets: readonly { target: number; actual: number }[];
    /** Cumulative planned quantity at each month's end, in the same unit. */
    monthlyPlan: readonly { periodOn: Day; quantity: number }[];
  };
  COMPLAINT: object;
  SUPERVISION_TASK: object;
  PUBLIC_PROBLEM: object;
  RECTIFICATION_PROBLEM: object;
}

/** Registers without a measure of progress: their light follows their time alone. */
export const unmeasuredKinds: ReadonlySet<ItemKind> = new Set<ItemKind>([
  'COMPLAINT',
  'SUPERVISION_TASK',
  'PUBLIC_PROBLEM',
  'RECTIFICATION_PROBLEM',
]);

const percentOfClass: Record<RectificationClass, number> = { NOT_STARTED: 0, PARTLY: 50, DONE: 100 };

const measures: { [K in ItemKind]: (detail: ProgressDetails[K]) => number | null } = {
  STYLE_PROBLEM: ({ rectificationClass }) => percentOfClass[rectificationClass],
  HARD_PROBLEM: ({ steps }) => share(weigh(steps.filter(({ actualOn }) => actualOn !== null)), weigh(steps)),
  SERVICE_PROJECT: ({ nodes }) => share(nodes.filter(({ actualOn }) => actualOn !== null).length, nodes.length),
  LIVELIHOOD_WORK: ({ targets }) => share(sum(targets.map(({ actual }) => actual)), totalTarget(targets)),
  COMPLAINT: () => null,
  SUPERVISION_TASK: () => null,
  PUBLIC_PROBLEM: () => null,
  RECTIFICATION_PROBLEM: () => null,
};

/**
 * Progress in percent, 0–100 to one decimal, rounded down so that 100 means done (model 9: nobody types it).
 * null where there is nothing to measure: the `unmeasuredKinds`, and matters that have no steps or target yet.
 */
export function progressOf<K extends ItemKind>(kind: K, detail: ProgressDetails[K]): number | null {
  return measures[kind](detail);
}

/** Progress of an item of which nothing was reported yet: 0, or null in the registers that have no measure. */
export function progressUnreported(kind: ItemKind): number | null {
  return unmeasuredKinds.has(kind) ? null : 0;
}

/** When a period's report is due: so many working days after the month's end. */
export interface Reporting {
  calendar: WorkingCalendar;
  graceWorkingDays: number;
}

const plans: { [K in ItemKind]: (detail: ProgressDetails[K], reporting: Reporting) => PlanPoint[] } = {
  STYLE_PROBLEM: () => [],
  HARD_PROBLEM: ({ steps }, reporting) => planOfSteps(steps, reporting),
  SERVICE_PROJECT: ({ nodes }, reporting) => planOfSteps(nodes, reporting),
  LIVELIHOOD_WORK: ({ targets, monthlyPlan }, reporting) =>
    [...monthlyPlan]
      .sort((a, b) => (a.periodOn < b.periodOn ? -1 : 1))
      .map(({ periodOn, quantity }) => planPoint(monthEnd(periodOn), share(quantity, totalTarget(targets)) ?? 0, reporting)),
  COMPLAINT: () => [],
  SUPERVISION_TASK: () => [],
  PUBLIC_PROBLEM: () => [],
  RECTIFICATION_PROBLEM: () => [],
};

/**
 * The plan curve by months, in the same measure and rounding as `progressOf`, so that what is on plan has no lag.
 * Hard problems and projects: every month from the first planned step to the last; a step counts in the month it is planned for.
 * Livelihood works: the monthly plan. Style problems and the `unmeasuredKinds` have no curve (the time rule alone).
 * CalendarYearMissing when a report would be due in a year without data.
 */
export function planOf<K extends ItemKind>(kind: K, detail: ProgressDetails[K], reporting: Reporting): PlanPoint[] {
  return plans[kind](detail, reporting);
}

function planOfSteps(steps: readonly PlannedStep[], reporting: Reporting): PlanPoint[] {
  const planned = steps.flatMap(({ plannedOn }) => plannedOn ?? []).sort();
  const [firstOn, lastOn] = [planned[0], planned.at(-1)];
  if (!firstOn || !lastOn) return [];
  const points: PlanPoint[] = [];
  for (let periodOn = monthEnd(firstOn); periodOn <= monthEnd(lastOn); periodOn = nextMonthEnd(periodOn)) {
    const byThen = steps.filter(({ plannedOn }) => plannedOn !== null && plannedOn <= periodOn);
    points.push(planPoint(periodOn, share(weigh(byThen), weigh(steps)) ?? 0, reporting));
  }
  return points;
}

function planPoint(periodOn: Day, percent: number, { calendar, graceWorkingDays }: Reporting): PlanPoint {
  return { periodOn, percent, reportDueOn: addWorkingDays(calendar, periodOn, graceWorkingDays) };
}

/** Percent, 0–100, rounded down to one decimal; null of nothing. */
function share(part: number, whole: number): number | null {
  if (whole <= 0) return null;
  // The tiny addend keeps sums of decimal weights from falling just short of a tenth.
  return Math.min(100, Math.max(0, Math.floor((1000 * part) / whole + 1e-6) / 10));
}

function weigh(steps: readonly PlannedStep[]): number {
  return sum(steps.map(({ weight = 1 }) => weight));
}

function totalTarget(targets: readonly { target: number }[]): number {
  return sum(targets.map(({ target }) => target));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
