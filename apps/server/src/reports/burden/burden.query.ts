import { type MonthlyCounts, monthlyCounts } from '@duban/rules/monthly-form';
import type { Day } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { clock } from '../../clock.ts';
import { rows, sql } from '../../database.ts';
import { type MonthlyState, monthlyUnitsVisibleTo } from '../../modules/monthly-report/monthly-report.policy.ts';
import { monthlyRows } from '../../modules/monthly-report/monthly-rows.ts';
import { cellIndex, readCells, readReports } from '../../modules/monthly-report/monthly-store.ts';
import type { Viewer } from '../../modules/session/viewer.ts';

/** What a month asks of a unit, and how far it is. */
export interface UnitBurden extends MonthlyCounts {
  unitId: string;
  unitName: string;
  items: number;
  state: MonthlyState;
  /** Set: it was sent at least once. */
  sentAt: Date | null;
}

const unitRow = z.object({ id: z.string(), name: z.string() });

/**
 * Fields asked of each unit for a month (mission B7): the cells of its monthly form that the system hasn't already, with those for which
 * last month's value stands, those filled in, and the required ones still empty. Units of which nothing is asked are left out; the order is
 * that of the units. Counted by the form's own rules over the same rows, so that the number and the form can't differ.
 */
export async function burden(viewer: Viewer, periodOn: Day): Promise<UnitBurden[]> {
  const unitIds = monthlyUnitsVisibleTo(viewer);
  const cells = await readCells(periodOn, unitIds);
  const asked = await monthlyRows({ periodOn, today: clock.today(), unitIds, cellsOf: cellIndex(cells) });
  const byUnit = new Map<string, typeof asked>();
  for (const row of asked) byUnit.set(row.unitId, [...(byUnit.get(row.unitId) ?? []), row]);
  const reports = await readReports(periodOn, unitIds);
  const units = await rows(
    unitRow,
    sql`SELECT id, short_name AS name FROM unit WHERE id = ANY(${[...byUnit.keys()]}::text[]) ORDER BY position, id`,
  );
  return units.map(({ id, name }) => {
    const ofUnit = byUnit.get(id) ?? [];
    const report = reports.get(id);
    return {
      unitId: id,
      unitName: name,
      items: ofUnit.length,
      state: report?.state ?? 'DRAFT',
      sentAt: report?.sentAt ?? null,
      ...monthlyCounts(ofUnit),
    };
  });
}
