import type { Language, Translate } from './i18n.ts';

const at = (day: string) => new Date(`${day}T00:00:00Z`);

/** `2014-09-30` → 2014年9月30日, 30 September 2014. */
export function formatDay(language: Language, day: string): string {
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' };
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, options).format(at(day));
}

/** `2014-09` → 2014年9月, September 2014. */
export function formatMonth(language: Language, month: string): string {
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', timeZone: 'UTC' };
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, options).format(at(`${month.slice(0, 7)}-01`));
}

/** An instant in the city's time, to the minute; a day alone stays a day. */
export function formatInstant(language: Language, instant: string, timeZone: string): string {
  if (instant.length === 10) return formatDay(language, instant);
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit' };
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { ...options, hour12: false, timeZone }).format(new Date(instant));
}

/** At most two decimals, thousands apart. */
export const formatNumber = (language: Language, value: number) =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(value);

/** `62.44` → 62.4%. */
export const formatPercent = (language: Language, percent: number) =>
  `${new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(percent)}%`;

/** Bytes → 3.2 MB. */
export function formatSize(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  return `${Math.round((bytes / 1024 / 1024) * 10) / 10} MB`;
}

/** How long to wait, in seconds below two minutes, else in whole minutes. */
export function formatWait(t: Translate, seconds: number): string {
  return seconds < 120 ? t('wait.seconds', { count: Math.max(1, seconds) }) : t('wait.minutes', { count: Math.ceil(seconds / 60) });
}
