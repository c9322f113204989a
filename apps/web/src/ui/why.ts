import type { Day, LightRule } from '@duban/rules/vocabulary';
import type { TFunction } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from './session.ts';

/** Why a light is what it is, as the API gives it: `LightReason` with all of its fields. */
export type Why = {
  rule: LightRule;
  dueOn: Day | null;
  overdueWorkingDays: number | null;
  progressPercent: number | null;
  planPercent: number | null;
  periodOn: Day | null;
  usedPercent: number | null;
  reportDueOn: Day | null;
  reason: string | null;
};

const figure = (value: number | null) => String(Math.round((value ?? 0) * 10) / 10);

function dayIn(t: TFunction<'ledger'>, day: Day | null, asOf: Day | undefined): string {
  if (!day) return '';
  const [year = '', month, dayOfMonth] = day.split('-');
  const parts = { year, month: Number(month), day: Number(dayOfMonth) };
  return asOf?.startsWith(year) ? t('day', parts) : t('dayWithYear', parts);
}

/**
 * One sentence: 「应于 9 月 12 日办结，已超 12 个工作日」. Null where nothing needs saying. `t` is of the namespace `ledger`;
 * days of another year than `asOf`'s are told with their year.
 */
export function describeWhy(why: Why | null | undefined, t: TFunction<'ledger'>, asOf?: Day): string | null {
  if (!why) return null;
  switch (why.rule) {
    case 'OVERDUE':
      return t('why.OVERDUE', { due: dayIn(t, why.dueOn, asOf), days: why.overdueWorkingDays ?? 0 });
    case 'BEHIND_PLAN': {
      const [year = '', month] = (why.periodOn ?? '').split('-');
      return t('why.BEHIND_PLAN', {
        progress: figure(why.progressPercent),
        plan: figure(why.planPercent),
        lag: figure((why.planPercent ?? 0) - (why.progressPercent ?? 0)),
        period: asOf?.startsWith(year)
          ? t('periodMonth', { month: Number(month) })
          : t('periodMonthWithYear', { year, month: Number(month) }),
      });
    }
    case 'TIME_USED':
      return t('why.TIME_USED', { due: dayIn(t, why.dueOn, asOf), used: figure(why.usedPercent) });
    case 'NOT_REPORTED':
      return t('why.NOT_REPORTED', { reportDue: dayIn(t, why.reportDueOn, asOf) });
    case 'OVERRIDE':
      return t('why.OVERRIDE', { reason: why.reason ?? '' });
  }
}

/** `describeWhy` in the language and as of the day on screen: `const why = useWhy(); why(standing.why)`. */
export function useWhy(): (why: Why | null | undefined) => string | null {
  const { t } = useTranslation('ledger');
  const { asOf } = useSession();
  return useCallback((why) => describeWhy(why, t, asOf), [t, asOf]);
}
