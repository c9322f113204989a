import { monthEnd } from './calendar.ts';
import type { Day } from './vocabulary.ts';

/** A month as `2014-09`. */
export type Month = string;

/** How a leader's duty of a month stands: not owed, done, still open, missed (policy 2(4)2). */
export const visitDutyStates = ['NOT_OWED', 'DONE', 'OPEN', 'MISSED'] as const;
export type VisitDutyState = (typeof visitDutyStates)[number];

/** Days on which a contact point is in force, both included. */
export interface ContactSpan {
  from: Day;
  to: Day;
}

/** A visit that the leader made. */
export interface VisitMade {
  visitedOn: Day;
  /** Day on which it was entered. */
  knownOn: Day;
  /** Day on which it was withdrawn; null while it stands. */
  withdrawnOn: Day | null;
}

export interface VisitDuty {
  month: Month;
  state: VisitDutyState;
  /** Visits of the month that count, owed or not. */
  visits: number;
}

/** Months in a row that a leader missed; months not owed and the month still open neither break nor lengthen a row. */
export interface MissedStreak {
  longest: number;
  /** The row that reaches to the last month judged; 0 when that was done. */
  current: number;
}

/** A visit counts as of a day when it was made and entered by it, and not withdrawn by it. */
export function countsAsOf({ visitedOn, knownOn, withdrawnOn }: VisitMade, asOf: Day): boolean {
  return visitedOn <= asOf && knownOn <= asOf && (withdrawnOn === null || withdrawnOn > asOf);
}

/**
 * A leader's duty in each of the months as of a day. A visit is owed in every month in which a contact point is in force on at least one day
 * up to the as-of day; the last day of the month is still in time. Months after the as-of day owe nothing yet.
 */
export function visitDuties(spans: readonly ContactSpan[], visits: readonly VisitMade[], months: readonly Month[], asOf: Day): VisitDuty[] {
  const counted = visits.filter((visit) => countsAsOf(visit, asOf));
  return months.map((month) => {
    const first = `${month}-01`;
    const last = monthEnd(first);
    const known = last < asOf ? last : asOf;
    const isOwed = first <= asOf && spans.some(({ from, to }) => from <= known && to >= first && from <= to);
    const made = counted.filter(({ visitedOn }) => visitedOn >= first && visitedOn <= last).length;
    return { month, state: stateOf(isOwed, made, asOf > last), visits: made };
  });
}

function stateOf(isOwed: boolean, visits: number, isOver: boolean): VisitDutyState {
  if (!isOwed) return 'NOT_OWED';
  if (visits > 0) return 'DONE';
  return isOver ? 'MISSED' : 'OPEN';
}

/** Streaks of missed months, given in order. */
export function missedStreak(duties: readonly VisitDuty[]): MissedStreak {
  let longest = 0;
  let current = 0;
  for (const { state } of duties) {
    if (state === 'MISSED') current += 1;
    else if (state === 'DONE') current = 0;
    longest = Math.max(longest, current);
  }
  return { longest, current };
}

/** The months from one to another, both included; none when they are in the wrong order. */
export function monthsBetween(from: Month, to: Month): Month[] {
  const months: Month[] = [];
  for (let month = from; month <= to; month = nextMonth(month)) months.push(month);
  return months;
}

function nextMonth(month: Month): Month {
  const year = Number(month.slice(0, 4));
  const number = Number(month.slice(5));
  return number === 12 ? `${year + 1}-01` : `${month.slice(0, 4)}-${String(number + 1).padStart(2, '0')}`;
}
