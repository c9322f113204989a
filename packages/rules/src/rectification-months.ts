import { monthEnd, nextMonthEnd } from './calendar.ts';
import type { Day } from './vocabulary.ts';

/**
 * What a unit that takes part in a special rectification counts each month: 检查次数, 当场整改, 立案数, 处理人数, 回头看次数, 反弹问题数. Problems that are listed one by one
 * are counted from their ledger, and typed by nobody.
 */
export const monthFigures = ['checks', 'spotFixed', 'casesFiled', 'peopleHandled', 'lookBacks', 'relapses'] as const;
export type MonthFigure = (typeof monthFigures)[number];
export type MonthFigures = Record<MonthFigure, number>;

/** No figure of a unit's month is larger; the count of another year, or two cells run together, is. */
export const largestMonthFigure = 100_000;

/** A whole number from 0 as typed, full-width digits and thousands separators too; null when it is none. */
export function readCount(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  return /^(?:\d{1,3}(?:,\d{3})+|\d+)$/.test(plain) ? Number(plain.replaceAll(',', '')) : null;
}

export type MonthProblem = { field: MonthFigure; code: 'NOT_WHOLE' | 'TOO_LARGE' | 'MORE_THAN_LOOK_BACKS' };

/** What is wrong with a month's figures, at most one problem a figure. */
export function monthProblems(figures: Readonly<Record<MonthFigure, number | null>>): MonthProblem[] {
  const problems = monthFigures.flatMap((field): MonthProblem[] => {
    const value = figures[field];
    if (value === null || !Number.isInteger(value) || value < 0) return [{ field, code: 'NOT_WHOLE' }];
    return value > largestMonthFigure ? [{ field, code: 'TOO_LARGE' }] : [];
  });
  const { lookBacks, relapses } = figures;
  const isJudged = problems.every(({ field }) => field !== 'lookBacks' && field !== 'relapses');
  if (isJudged && (relapses ?? 0) > (lookBacks ?? 0)) problems.push({ field: 'relapses', code: 'MORE_THAN_LOOK_BACKS' });
  return problems;
}

/** Last days of the months for which figures are asked: from the month of the first planned day to that of `today`, the oldest first. */
export function monthsAsked(firstPlannedOn: Day, today: Day): Day[] {
  const months: Day[] = [];
  for (let end = monthEnd(firstPlannedOn); end <= monthEnd(today); end = nextMonthEnd(end)) months.push(end);
  return months;
}

/** Where a unit's month stands: entered; over and not entered (未报); or still running. */
export const monthStates = ['ENTERED', 'MISSING', 'RUNNING'] as const;
export type MonthState = (typeof monthStates)[number];

/** A month is missing from the day after its last on. */
export function monthState(periodOn: Day, isEntered: boolean, asOf: Day): MonthState {
  if (isEntered) return 'ENTERED';
  return periodOn < asOf ? 'MISSING' : 'RUNNING';
}
