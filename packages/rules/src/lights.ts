import { addDays, addWorkingDays, laterOf, type WorkingCalendar, workingDaysBetween } from './calendar.ts';
import { type Day, endedStates, type ItemState, type Light, openEnded, unbornStates } from './vocabulary.ts';

/** When a light turns; dated pack data (mission B3). */
export interface LightThresholds {
  /** Yellow once this share of the allotted working days is used, in percent; null = no time rule (a plan curve leads). */
  timeYellowPercent: number | null;
  /** Yellow when so many percentage points behind plan, or more. */
  planYellowPoints: number;
  /** Red when more percentage points than this behind plan. */
  planRedPoints: number;
}

/** What the plan expects by the end of a period, and by when that period must have been reported. */
export interface PlanPoint {
  /** Last day of the period. */
  periodOn: Day;
  /** Cumulative, 0–100, never falling. */
  percent: number;
  /** Last day for the period's report. */
  reportDueOn: Day;
}

/** Why a light is what it is: everything the screen needs to say it in words. Kept as JSON beside the day. */
export type LightReason =
  | { rule: 'OVERDUE'; dueOn: Day }
  | { rule: 'BEHIND_PLAN'; progressPercent: number; planPercent: number; periodOn: Day }
  /** `percent` = share of the allotted working days used on the day the light turned. */
  | { rule: 'TIME_USED'; percent: number; dueOn: Day }
  | { rule: 'NOT_REPORTED'; reportDueOn: Day }
  | { rule: 'OVERRIDE'; light: Light; reason: string };

export interface LightInput {
  /** The day the clock began (交办). */
  assignedOn: Day;
  /** Last day in time; `openEnded` = no time limit (长期坚持, or the clock stands still). */
  dueOn: Day;
  /** 0–100; null = no measure, hence no judgement against the plan. */
  progressPercent: number | null;
  thresholds: LightThresholds;
  plan?: readonly PlanPoint[];
  /** Last period whose figure is in; null = none yet. */
  reportedThrough?: Day | null;
  /** First day for which these facts hold: no date in the answer but reportDueOn lies before it. */
  from: Day;
}

/** The light of every day from `from` on, as long as nothing else becomes known. `openEnded` = never. */
export interface LightDates {
  yellowOn: Day;
  yellowReason: LightReason | null;
  redOn: Day;
  redReason: LightReason | null;
  /** Grey on the days after it. */
  reportDueOn: Day;
}

/** Dates of what never turns: paused, unborn and ended matters. */
export const neverLit: LightDates = { yellowOn: openEnded, yellowReason: null, redOn: openEnded, redReason: null, reportDueOn: openEnded };

interface Turn {
  on: Day;
  reason: LightReason;
}

/**
 * The days on which the light turns. With D a day not before `from`:
 *
 * - red on D when D is after `dueOn`, or the plan is missed by more than `planRedPoints`;
 * - yellow on D when at least `timeYellowPercent` of the working days in (assignedOn, dueOn] lie in (assignedOn, D], or the plan is missed
 *   by `planYellowPoints` or more;
 * - the plan is judged against the last point whose `reportDueOn` is D or earlier, so nobody is behind before the report is due; the lag is
 *   plan minus progress, to one decimal;
 * - the report owed is that of the first period that ends after `reportedThrough` and not before `assignedOn`.
 *
 * When two rules turn the light on one day, the reason is the first of OVERDUE, BEHIND_PLAN, TIME_USED.
 * CalendarYearMissing when the time rule leads through a year without data.
 */
export function lightDates(calendar: WorkingCalendar, input: LightInput): LightDates {
  const { thresholds } = input;
  const yellow = first(
    planTurn(input, (lag) => lag >= thresholds.planYellowPoints),
    timeTurn(calendar, input),
  );
  const red = first(
    overdueTurn(input),
    planTurn(input, (lag) => lag > thresholds.planRedPoints),
  );
  return {
    yellowOn: yellow?.on ?? openEnded,
    yellowReason: yellow?.reason ?? null,
    redOn: red?.on ?? openEnded,
    redReason: red?.reason ?? null,
    reportDueOn: reportOwed(input)?.reportDueOn ?? openEnded,
  };
}

/** A light set by hand by the supervision office; it ends at the next report. */
export interface LightOverride {
  light: Light;
  reason: string;
}

export type Lit = LightDates & { state: ItemState; override?: LightOverride | null };

const unlitStates: ReadonlySet<ItemState> = new Set<ItemState>([...endedStates, ...unbornStates]);

/** True in the states that show no light: the duty has not begun, or has ended. */
export function isUnlit(state: ItemState): boolean {
  return unlitStates.has(state);
}

/**
 * The light on a day: none (null) in unborn and ended states, else the first that applies of
 * override > red (day ≥ redOn) > grey (day > reportDueOn) > yellow (day ≥ yellowOn) > green.
 */
export function lightOn(lit: Lit, day: Day): Light | null {
  if (isUnlit(lit.state)) return null;
  if (lit.override) return lit.override.light;
  if (day >= lit.redOn) return 'RED';
  if (day > lit.reportDueOn) return 'GREY';
  return day >= lit.yellowOn ? 'YELLOW' : 'GREEN';
}

/** Why `lightOn` says what it says; null for green and for no light. */
export function reasonOn(lit: Lit, day: Day): LightReason | null {
  if (isUnlit(lit.state)) return null;
  if (lit.override) return { rule: 'OVERRIDE', ...lit.override };
  if (day >= lit.redOn) return lit.redReason;
  if (day > lit.reportDueOn) return { rule: 'NOT_REPORTED', reportDueOn: lit.reportDueOn };
  return day >= lit.yellowOn ? lit.yellowReason : null;
}

/** The earlier turn; of two on one day the one named first. */
function first(a: Turn | null, b: Turn | null): Turn | null {
  return a && b ? (b.on < a.on ? b : a) : (a ?? b);
}

function overdueTurn({ dueOn, from }: LightInput): Turn | null {
  return dueOn === openEnded ? null : { on: laterOf(from, addDays(dueOn, 1)), reason: { rule: 'OVERDUE', dueOn } };
}

function timeTurn(calendar: WorkingCalendar, { assignedOn, dueOn, thresholds, from }: LightInput): Turn | null {
  const threshold = thresholds.timeYellowPercent;
  if (threshold === null || threshold > 100 || dueOn === openEnded) return null;
  const allotted = Math.max(0, workingDaysBetween(calendar, assignedOn, dueOn));
  const on = laterOf(from, addWorkingDays(calendar, assignedOn, Math.ceil((threshold * allotted) / 100)));
  const used = on > dueOn ? allotted : workingDaysBetween(calendar, assignedOn, on);
  return { on, reason: { rule: 'TIME_USED', percent: allotted === 0 ? 100 : oneDecimal((100 * used) / allotted), dueOn } };
}

function planTurn({ plan = [], progressPercent, from }: LightInput, isBehind: (lag: number) => boolean): Turn | null {
  if (progressPercent === null) return null;
  const points = [...plan].sort((a, b) => compare(a.reportDueOn, b.reportDueOn) || compare(a.periodOn, b.periodOn));
  for (const [index, point] of points.entries()) {
    const next = points[index + 1];
    const on = laterOf(from, point.reportDueOn);
    if (next && next.reportDueOn <= on) continue;
    if (isBehind(oneDecimal(point.percent - progressPercent)))
      return { on, reason: { rule: 'BEHIND_PLAN', progressPercent, planPercent: point.percent, periodOn: point.periodOn } };
  }
  return null;
}

function reportOwed({ plan = [], reportedThrough, assignedOn }: LightInput): PlanPoint | null {
  const owed = plan.filter(({ periodOn }) => periodOn >= assignedOn && (!reportedThrough || periodOn > reportedThrough));
  return owed.reduce<PlanPoint | null>((earliest, point) => (earliest && earliest.periodOn <= point.periodOn ? earliest : point), null);
}

function compare(a: Day, b: Day): number {
  return a < b ? -1 : Number(a > b);
}

function oneDecimal(value: number): number {
  return Math.round(value * 10) / 10;
}
