/**
 * Writes `calendar.yaml` of a pack from the chinese-days package (PRC holiday notices): `npx tsx packages/pack/src/make-calendar.ts zhumadian-2014 2014 2026`.
 * Run it when a new year's notice is out and the package has it; the output is compact, so that the change can be read before it is committed.
 */
import { writeFile } from 'node:fs/promises';
import { addDays } from '@duban/rules/calendar';
import type { Day } from '@duban/rules/vocabulary';
import chineseDays from 'chinese-days';
import { isWeekend } from './calendar-rows.ts';
import { packFolder } from './read-pack.ts';

interface Year {
  off: Record<string, string[]>;
  working: Record<string, string[]>;
}

/** The exceptions of one year, neighbouring days joined to ranges. */
function exceptionsOf(year: number): Year {
  const exceptions: Year = { off: {}, working: {} };
  let last: { day: Day; list: string[] } | undefined;
  for (let day: Day = `${year}-01-01`; day.startsWith(String(year)); day = addDays(day, 1)) {
    const { name, work } = chineseDays.getDayDetail(day);
    const [, holiday] = name.split(',');
    if (holiday === undefined) {
      if (work === isWeekend(day)) throw new Error(`${day}: an exception without the name of its holiday`);
      continue;
    }
    const byName = work ? exceptions.working : exceptions.off;
    const list = byName[holiday] ?? [];
    byName[holiday] = list;
    const monthDay = day.slice(5);
    if (last?.list === list && last.day === addDays(day, -1)) list.push(`${list.pop()!.split('/')[0]}/${monthDay}`);
    else list.push(monthDay);
    last = { day, list };
  }
  return exceptions;
}

const [code, from, to] = process.argv.slice(2);
if (!code || !Number(from) || !Number(to)) throw new Error('usage: make-calendar.ts <pack> <first year> <last year>');
const lines = ['# Written by src/make-calendar.ts from the chinese-days package; corrections go into calendar-overrides.yaml.'];
for (let year = Number(from); year <= Number(to); year += 1) {
  const { off, working } = exceptionsOf(year);
  if (Object.keys(off).length === 0) throw new Error(`chinese-days has no notice for ${year}`);
  lines.push(`"${year}":`, '  off:', ...byHoliday(off), '  working:', ...byHoliday(working));
}
await writeFile(new URL('calendar.yaml', packFolder(code)), `${lines.join('\n')}\n`);

function byHoliday(days: Record<string, string[]>): string[] {
  return Object.entries(days).map(([holiday, list]) => `    ${holiday}: [${list.join(', ')}]`);
}
