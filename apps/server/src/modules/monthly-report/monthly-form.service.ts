import { type MonthlyCounts, monthlyCounts } from '@duban/rules/monthly-form';
import type { Day } from '@duban/rules/vocabulary';
import { clock } from '../../clock.ts';
import { db, type Runner } from '../../database.ts';
import { loadLedgerContext } from '../../registers/ledger-context.ts';
import type { ItemStanding } from '../item/standing.ts';
import type { Viewer } from '../session/viewer.ts';
import { previewOf } from './monthly-draft.ts';
import { canReadMonthly } from './monthly-report.policy.ts';
import { type MonthlyRow, monthlyRows } from './monthly-rows.ts';
import { cellIndex, readCells, readReports, type StoredCell, type StoredReport, unwritten } from './monthly-store.ts';

/** A row as it is shown: with the standing that sending would give. */
export interface ShownRow extends MonthlyRow {
  preview: ItemStanding;
}

/** A unit's form of a month. */
export interface MonthlyForm {
  unitId: string;
  periodOn: Day;
  report: StoredReport;
  rows: ShownRow[];
  counts: MonthlyCounts;
}

/** The form of a unit that the viewer may see; null otherwise. The month must be sound. */
export async function monthlyForm(viewer: Viewer, unitId: string, periodOn: Day): Promise<MonthlyForm | null> {
  if (!canReadMonthly(viewer, unitId)) return null;
  if (!(await db.unit.findUnique({ where: { id: unitId }, select: { id: true } }))) return null;
  return readForm(unitId, periodOn);
}

export async function readForm(unitId: string, periodOn: Day): Promise<MonthlyForm> {
  const report = (await readReports(periodOn, [unitId])).get(unitId) ?? unwritten(unitId);
  const rows = await readRows(unitId, periodOn, await readCells(periodOn, [unitId]));
  return { unitId, periodOn, report, rows: await shown(rows), counts: monthlyCounts(rows) };
}

/** The rows of one unit's form in their order: by register and number; of some items only, when they are named. */
export function readRows(
  unitId: string,
  periodOn: Day,
  cells: readonly StoredCell[],
  options: { itemIds?: readonly string[]; runner?: Runner } = {},
): Promise<MonthlyRow[]> {
  return monthlyRows({ periodOn, today: clock.today(), unitIds: [unitId], cellsOf: cellIndex(cells), ...options });
}

/** Rows with what sending them would make of their items. */
export async function shown(rows: readonly MonthlyRow[]): Promise<ShownRow[]> {
  const context = await loadLedgerContext();
  return rows.map((row) => ({ ...row, preview: previewOf(row, context) }));
}
