import type { Pack } from '@duban/pack/pack';
import type { Day } from '@duban/rules/vocabulary';
import type { PackRow, PackTable } from './load-pack-tables.ts';

/**
 * The calendar as rows with their ordinals. Days edited here (LOCAL) and days that the pack doesn't know stay in the count as they are,
 * and get the ordinal that follows from all of them.
 */
export function calendarTable({ calendar }: Pack, existing: readonly PackRow[]): { table: PackTable; ordinals: PackRow[] } {
  const packDays = new Map<Day, PackRow>(
    calendar.map(({ day, isWorking, label, provisional }) => [day, { day, is_working: isWorking, label, provisional }]),
  );
  const staying = new Map<Day, PackRow>(
    existing.filter((row) => row.origin === 'LOCAL' || !packDays.has(String(row.day))).map((row) => [String(row.day), row]),
  );

  let ordinal = 0;
  const rows: PackRow[] = [];
  const ordinals: PackRow[] = [];
  for (const day of [...new Set([...packDays.keys(), ...staying.keys()])].sort()) {
    const kept = staying.get(day);
    const packDay = packDays.get(day);
    if ((kept ?? packDay)?.is_working) ordinal += 1;
    if (packDay) rows.push({ ...packDay, working_ordinal: ordinal });
    if (kept && kept.working_ordinal !== ordinal) ordinals.push({ day, working_ordinal: ordinal });
  }
  return { table: { name: 'calendar_day', label: '工作日历', key: ['day'], rows, whenGone: 'keep' }, ordinals };
}
