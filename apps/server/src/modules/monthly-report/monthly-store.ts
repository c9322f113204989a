import type { MonthlyCells } from '@duban/rules/monthly-cells';
import type { Day } from '@duban/rules/vocabulary';
import type pg from 'pg';
import { z } from 'zod';
import { clock } from '../../clock.ts';
import { execute, insertRows, type Runner, rows, sql } from '../../database.ts';
import { orderedId } from '../item/ordered-id.ts';
import { type MonthlyState, monthlyStates } from './monthly-report.policy.ts';

/** A unit's report of a month as kept; `id` null and version 0 while nobody has written anything. */
export interface StoredReport {
  id: string | null;
  unitId: string;
  state: MonthlyState;
  version: number;
  submittedAt: Date | null;
  submittedBy: string | null;
  returnReason: string | null;
  sentAt: Date | null;
  sentBy: string | null;
}

const reportRow = z.object({
  id: z.string(),
  unitId: z.string(),
  state: z.enum(monthlyStates),
  version: z.number(),
  submittedAt: z.date().nullable(),
  submittedBy: z.string().nullable(),
  returnReason: z.string().nullable(),
  sentAt: z.date().nullable(),
  sentBy: z.string().nullable(),
});

const reportColumns = sql`id, unit_id AS "unitId", state, version, submitted_at AS "submittedAt", submitted_by AS "submittedBy",
  return_reason AS "returnReason", sent_at AS "sentAt", sent_by AS "sentBy"`;

export function unwritten(unitId: string): StoredReport {
  return {
    id: null,
    unitId,
    state: 'DRAFT',
    version: 0,
    submittedAt: null,
    submittedBy: null,
    returnReason: null,
    sentAt: null,
    sentBy: null,
  };
}

/** The reports of a month, of some units or (null) of all, by unit. */
export async function readReports(periodOn: Day, unitIds: readonly string[] | null, runner?: Runner): Promise<Map<string, StoredReport>> {
  const ofUnits = unitIds ? sql`unit_id = ANY(${unitIds}::text[])` : sql`TRUE`;
  const found = await rows(
    reportRow,
    sql`SELECT ${reportColumns} FROM monthly_report WHERE period_on = ${periodOn}::date AND ${ofUnits}`,
    runner,
  );
  return new Map(found.map((report) => [report.unitId, report]));
}

/** The report of a month under its lock, made when there is none: its people write one after the other. */
export async function lockReport(tx: pg.PoolClient, unitId: string, periodOn: Day): Promise<StoredReport & { id: string }> {
  await execute(
    sql`INSERT INTO monthly_report (id, unit_id, period_on, version) VALUES (${orderedId()}::uuid, ${unitId}, ${periodOn}::date, 0)
        ON CONFLICT (unit_id, period_on) DO NOTHING`,
    tx,
  );
  const [report] = await rows(
    reportRow,
    sql`SELECT ${reportColumns} FROM monthly_report WHERE unit_id = ${unitId} AND period_on = ${periodOn}::date FOR UPDATE`,
    tx,
  );
  return report!;
}

type Turn = Partial<Pick<StoredReport, 'state' | 'submittedAt' | 'submittedBy' | 'returnReason' | 'sentAt' | 'sentBy'>>;

/** Moves a locked report on by one version. */
export async function turnReport(tx: pg.PoolClient, report: StoredReport & { id: string }, turn: Turn): Promise<number> {
  const next = { ...report, ...turn };
  const version = report.version + 1;
  await execute(
    sql`UPDATE monthly_report SET version = ${version}, state = ${next.state}::monthly_report_state, submitted_at = ${next.submittedAt},
          submitted_by = ${next.submittedBy}, return_reason = ${next.returnReason}, sent_at = ${next.sentAt}, sent_by = ${next.sentBy}
        WHERE id = ${report.id}::uuid`,
    tx,
  );
  return version;
}

const cellRow = z.object({
  unitId: z.string(),
  itemId: z.string(),
  field: z.string(),
  value: z.string().nullable(),
  editedAt: z.date(),
  editedById: z.string().nullable(),
  editedBy: z.string().nullable(),
});
/** A cell that somebody filled in; `editedBy` is the post. */
export type StoredCell = z.infer<typeof cellRow>;

/** Cells of a month's reports, of some units or (null) of all. */
export function readCells(periodOn: Day, unitIds: readonly string[] | null, runner?: Runner): Promise<StoredCell[]> {
  const ofUnits = unitIds ? sql`r.unit_id = ANY(${unitIds}::text[])` : sql`TRUE`;
  return rows(
    cellRow,
    sql`SELECT r.unit_id AS "unitId", c.item_id AS "itemId", c.field, c.value, c.edited_at AS "editedAt", c.edited_by_id AS "editedById", p.title AS "editedBy"
        FROM monthly_report r JOIN monthly_cell c ON c.report_id = r.id
        LEFT JOIN app_user u ON u.id = c.edited_by_id LEFT JOIN post p ON p.id = u.post_id
        WHERE r.period_on = ${periodOn}::date AND ${ofUnits} ORDER BY c.item_id, c.field`,
    runner,
  );
}

/** Cells as the rules take them, by unit and item. */
export function cellIndex(cells: readonly StoredCell[]): (unitId: string, itemId: string) => MonthlyCells {
  const index = new Map<string, Map<string, string | null>>();
  for (const { unitId, itemId, field, value } of cells) {
    const key = `${unitId} ${itemId}`;
    index.set(key, (index.get(key) ?? new Map<string, string | null>()).set(field, value));
  }
  return (unitId, itemId) => index.get(`${unitId} ${itemId}`) ?? new Map();
}

/** A cell to be kept: text as typed, null = emptied, undefined = back to last month's. */
export interface CellToKeep {
  itemId: string;
  field: string;
  value: string | null | undefined;
}

/** Writes cells; each replaces what stood there, the others stay as they are. */
export async function keepCells(tx: pg.PoolClient, reportId: string, userId: string | null, cells: readonly CellToKeep[]): Promise<void> {
  const keys = cells.map(({ itemId, field }) => ({ item: itemId, field }));
  await tx.query(
    `DELETE FROM monthly_cell c USING jsonb_to_recordset($2::jsonb) AS r(item uuid, field text)
     WHERE c.report_id = $1 AND c.item_id = r.item AND c.field = r.field`,
    [reportId, JSON.stringify(keys)],
  );
  const kept = cells.filter(({ value }) => value !== undefined);
  const editedAt = clock.now().toISOString();
  await insertRows(
    tx,
    'monthly_cell',
    kept.map(({ itemId, field, value }) => ({
      report_id: reportId,
      item_id: itemId,
      field,
      value,
      edited_at: editedAt,
      edited_by_id: userId,
    })),
  );
}
