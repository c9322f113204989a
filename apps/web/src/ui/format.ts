import type { Language } from '../i18n/i18n.ts';

const integers = { 'zh-CN': new Intl.NumberFormat('zh-CN'), en: new Intl.NumberFormat('en') } as const;
const oneDecimal = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const upToTwo = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

/** `123456` → `123,456`; decimals are kept to two places. */
export function formatNumber(value: number, language: Language = 'zh-CN'): string {
  return Number.isInteger(value) ? integers[language].format(value) : upToTwo.format(value);
}

/** A share (0.624) as `62.4%`. */
export function formatPercent(share: number): string {
  return `${oneDecimal.format(share * 100)}%`;
}

/** A change in percentage points (4.1 → `4.1`, without sign). */
export function formatPoints(points: number): string {
  return oneDecimal.format(Math.abs(points));
}

/** `2014-09` → `9月`, with the year on the first of a year; other texts are left as they are. */
export function formatMonth(month: string, language: Language = 'zh-CN'): string {
  const parts = /^(\d{4})-(\d{2})$/.exec(month);
  if (!parts?.[2]) return month;
  const number = Number(parts[2]);
  if (language === 'en') return new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' }).format(Date.UTC(2014, number - 1, 1));
  return `${number}月`;
}
