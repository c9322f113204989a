import { isMonthlyKey } from '@duban/rules/monthly-cells';
import type { Day } from '@duban/rules/vocabulary';
import type pg from 'pg';
import { z } from 'zod';
import { ActRefusedError, type FieldProblem, InputError, NotFoundError } from '../../graphql/errors.ts';
import { once } from '../../graphql/once.ts';
import type { Viewer } from '../session/viewer.ts';
import { readRows, type ShownRow, shown } from './monthly-form.service.ts';
import { periodProblem } from './monthly-period.ts';
import { actsOnMonthly, canFillMonthly, canReadMonthly } from './monthly-report.policy.ts';
import { keepCells, lockReport, readCells, type StoredCell, type StoredReport, turnReport } from './monthly-store.ts';

/** Most cells of one call: a pasted block. */
export const mostCells = 500;
/** Text as typed may be wrong, and yet is kept; not without bound. */
const longestTyped = 2000;

/** A cell as it comes in: `value` null = back to last month's, empty = emptied. `seen` is what its author last saw there, in the same way. */
export interface TypedCell {
  itemId: string;
  field: string;
  value: string | null;
  seen: string | null;
}

/** Somebody else's value that the last writer replaced. */
export interface OverwrittenCell {
  itemId: string;
  field: string;
  value: string | null;
  editedBy: string | null;
  editedAt: Date;
}

export interface CellsSaved {
  version: number;
  rows: ShownRow[];
  /** Every cell of the report, when others wrote since the version seen; else none. */
  others: StoredCell[];
  overwritten: OverwrittenCell[];
}

const savedShape = z.object({
  version: z.number(),
  isStale: z.boolean(),
  overwritten: z.array(
    z.object({
      itemId: z.string(),
      field: z.string(),
      value: z.string().nullable(),
      editedBy: z.string().nullable(),
      editedAt: z.coerce.date(),
    }),
  ),
});

/**
 * Keeps cells of a draft, each for itself: people in different cells lose nothing, in the same cell the last one stands and is told what
 * the other had written. Writing into a report that was sent begins its correction.
 * Errors: NotFoundError, ActRefusedError, InputError at `cells.<n>`.
 */
export async function saveMonthlyCells(
  viewer: Viewer,
  input: { unitId: string; periodOn: Day; version: number; requestId: string; cells: readonly TypedCell[] },
): Promise<CellsSaved> {
  const { unitId, periodOn, version, requestId, cells } = input;
  if (!canReadMonthly(viewer, unitId)) throw new NotFoundError();
  if (actsOnMonthly(viewer, unitId) === null) throw new ActRefusedError('NOT_THIS_ROLE', '您的岗位只能查看这个单位的月报。');
  await assertPeriod(periodOn);
  if (cells.length > mostCells) throw inputError('cells', 'too-many', `一次最多保存 ${mostCells} 格，请分几次粘贴。`);
  const itemIds = [...new Set(cells.map(({ itemId }) => itemId))];
  const { result } = await once(viewer, requestId, 'saveMonthlyCells', savedShape, async (tx) => {
    const report = await lockReport(tx, unitId, periodOn);
    assertMayFill(viewer, report);
    const before = await readCells(periodOn, [unitId], tx);
    await assertAsked(tx, unitId, periodOn, before, cells, itemIds);
    const overwritten = overwrittenBy(viewer, cells, before);
    await keepCells(
      tx,
      report.id,
      viewer.userId,
      cells.map(({ itemId, field, value }) => ({ itemId, field, value: toKept(value) })),
    );
    return { version: await turnReport(tx, report, afterWriting(report)), isStale: report.version !== version, overwritten };
  });
  const now = await readCells(periodOn, [unitId]);
  const rows = await readRows(unitId, periodOn, now, { itemIds });
  return { version: result.version, rows: await shown(rows), others: result.isStale ? now : [], overwritten: result.overwritten };
}

/** A report that was sent is a draft again while it is being corrected. */
export function afterWriting({ state }: StoredReport): Partial<StoredReport> {
  return state === 'SENT' ? { state: 'DRAFT', submittedAt: null, submittedBy: null } : {};
}

/** How a cell's text stands in the database: undefined = no row, null = emptied. */
export function toKept(value: string | null): string | null | undefined {
  if (value === null) return undefined;
  return value.trim() === '' ? null : value;
}

/** How a kept cell is told: empty text = emptied. */
export function toTold(cell: { value: string | null } | undefined): string | null {
  return cell ? (cell.value ?? '') : null;
}

export async function assertPeriod(periodOn: Day): Promise<void> {
  const problem = await periodProblem(periodOn);
  if (problem) throw new InputError([{ field: 'periodOn', ...problem }]);
}

/** ActRefusedError while the report lies before the head. */
export function assertMayFill(viewer: Viewer, { unitId, state }: StoredReport): void {
  if (!canFillMonthly(viewer, unitId, state))
    throw new ActRefusedError('MONTHLY_WITH_HEAD', '已提交负责人审签，需要修改的，请负责人先退回。您填写的内容仍在本页。');
}

async function assertAsked(
  tx: pg.PoolClient,
  unitId: string,
  periodOn: Day,
  before: readonly StoredCell[],
  cells: readonly TypedCell[],
  itemIds: readonly string[],
): Promise<void> {
  const isId = z.uuid();
  const sound = itemIds.filter((id) => isId.safeParse(id).success);
  const rows = await readRows(unitId, periodOn, before, { itemIds: sound, runner: tx });
  const fieldsOf = new Map(rows.map(({ stored, fields }) => [stored.itemId, fields]));
  const names = new Set<string>();
  const problems = cells.flatMap(({ itemId, field, value }, at): FieldProblem[] => {
    const name = `${itemId} ${field}`;
    const isTwice = names.has(name);
    names.add(name);
    if (isTwice) return [{ field: `cells.${at}`, code: 'cell-twice', message: '同一格不能一次保存两个值。' }];
    if (!isMonthlyKey(fieldsOf.get(itemId) ?? [], field))
      return [{ field: `cells.${at}`, code: 'not-asked', message: '这一格本月不用填报，事项可能刚被办结或改派，请刷新页面。' }];
    return (value ?? '').length > longestTyped
      ? [{ field: `cells.${at}`, code: 'too-long', message: `一格最多 ${longestTyped} 字，请精简。` }]
      : [];
  });
  if (problems.length > 0) throw new InputError(problems);
}

function overwrittenBy(viewer: Viewer, cells: readonly TypedCell[], before: readonly StoredCell[]): OverwrittenCell[] {
  const known = new Map(before.map((cell) => [`${cell.itemId} ${cell.field}`, cell]));
  return cells.flatMap(({ itemId, field, value, seen }) => {
    const stood = known.get(`${itemId} ${field}`);
    const told = toTold(stood);
    if (!stood || stood.editedById === viewer.userId || told === seen || told === value) return [];
    return [{ itemId, field, value: told, editedBy: stood.editedBy, editedAt: stood.editedAt }];
  });
}

function inputError(field: string, code: string, message: string): InputError {
  return new InputError([{ field, code, message }]);
}
