import type { MonthlyProblem } from '@duban/rules/monthly-cells';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { GridLine } from './grid-model.ts';
import type { FormField } from './monthly-query.ts';

type ProblemParams = { today: string; assignedOn: string; last: number; target: number; most: number; length: number };
type T = TFunction<'monthly-report'>;

/** `2014年9月`. */
export const monthWords = (t: T, periodOn: string) => t('monthOf', { year: periodOn.slice(0, 4), month: Number(periodOn.slice(5, 7)) });

/** What a value is in words: classes by their name. */
function valueWords(t: T, { type }: Pick<FormField, 'type'>, value: string): string {
  return type === 'CLASS' && (value === 'DONE' || value === 'PARTLY' || value === 'NOT_STARTED') ? t(`classes.${value}`) : value;
}

/** What stands beside a cell in grey: plan, and last month or what the item now says. */
function besideWords(t: T, field: FormField): string[] {
  const { plan, last, lastPeriodOn, known } = field;
  const words: string[] = [];
  if (plan !== null) words.push(t('planned', { plan }));
  if (known !== null) words.push(t('known', { known }));
  if (last !== null && lastPeriodOn) words.push(t('lastOf', { month: t('shortMonth', { month: Number(lastPeriodOn.slice(5, 7)) }), last }));
  else if (last !== null && field.type === 'NUMBER') words.push(t('last', { last }));
  return words;
}

function problemWords(t: T, problem: MonthlyProblem): string {
  const { code, field: _field, ...params } = problem as MonthlyProblem & Record<string, unknown>;
  return String(t(`problems.${code}`, params as unknown as ProblemParams));
}

/** A column's heading, with its measure where all its cells share one. */
const labelWords = (t: T, field: Pick<FormField, 'label' | 'unit'>) =>
  field.unit ? `${t(`labels.${field.label}`)}（${field.unit}）` : t(`labels.${field.label}`);

function cellName(t: T, { row, title }: GridLine, field: FormField): string {
  return t('cellName', { number: row.number, title: row.title, line: title ? `${title} ` : '', label: labelWords(t, field) });
}

export function useMonthlyWords() {
  const { t } = useTranslation('monthly-report');
  return useMemo(
    () => ({
      value: (field: FormField, value: string) => valueWords(t, field, value),
      beside: (field: FormField) => besideWords(t, field),
      problem: (problem: MonthlyProblem) => problemWords(t, problem),
      label: (field: Pick<FormField, 'label' | 'unit'>) => labelWords(t, field),
      cell: (line: GridLine, field: FormField) => cellName(t, line, field),
    }),
    [t],
  );
}
