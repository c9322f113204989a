import { z } from 'zod';
import { db, rows, sql } from '../../database.ts';
import type { Viewer } from '../session/viewer.ts';
import { importRunsVisibleTo } from './exchange.policy.ts';
import { importFailure } from './import-failure.ts';
import type { SheetRows, TableCells } from './workbook-worker.ts';
import { writeInWorker } from './write-in-worker.ts';

const columns = [
  { header: '工作表', width: 22 },
  { header: '行', width: 8 },
  { header: '列', width: 18 },
  { header: '编号', width: 18 },
  { header: '程度', width: 8 },
  { header: '原因', width: 80 },
];

const problemRow = z.object({
  sheet: z.string(),
  row: z.number(),
  number: z.string().nullable(),
  column: z.string().nullable(),
  severity: z.enum(['error', 'warning']),
  message: z.string(),
});

const severities = { error: '不能导入', warning: '提示' } as const;

/** What is wrong with an upload, a line a problem, as .xlsx; null when the run isn't there or not for the viewer. */
export async function problemsWorkbook(viewer: Viewer, runId: string): Promise<{ bytes: Uint8Array; fileName: string } | null> {
  if (!z.uuid().safeParse(runId).success) return null;
  const run = await db.importRun.findFirst({
    where: { AND: [{ id: runId }, importRunsVisibleTo(viewer)] },
    select: { fileName: true, failure: true, refuseCount: true },
  });
  if (!run) return null;
  const title = `${run.fileName} 的问题清单（不能导入 ${run.refuseCount} 行）`;
  return { bytes: await writeInWorker({ type: 'table', title, columns }, problemRows(runId, run.failure)), fileName: run.fileName };
}

async function* problemRows(runId: string, failure: unknown): AsyncGenerator<SheetRows> {
  const ofFile = failure === null ? [] : importFailure.parse(failure).problems;
  yield {
    sheet: 'main',
    rows: ofFile.map(({ sheet, row, column, severity, message }): TableCells => [sheet, row, column, null, severities[severity], message]),
  };
  let after: { sheet: string; row: number } = { sheet: '', row: 0 };
  for (;;) {
    const found = await rows(
      problemRow,
      sql`WITH page AS (
            SELECT sheet, "row", item_number, problems FROM import_row
            WHERE run_id = ${runId}::uuid AND jsonb_array_length(problems) > 0 AND (sheet, "row") > (${after.sheet}, ${after.row}::int)
            ORDER BY sheet, "row" LIMIT 1000)
          SELECT p.sheet, p.row, p.item_number AS number, e.value ->> 'column' AS column, e.value ->> 'severity' AS severity,
            e.value ->> 'message' AS message
          FROM page p CROSS JOIN jsonb_array_elements(p.problems) WITH ORDINALITY e ORDER BY p.sheet, p.row, e.ordinality`,
    );
    const last = found.at(-1);
    if (!last) return;
    yield {
      sheet: 'main',
      rows: found.map(
        ({ sheet, row, number, column, severity, message }): TableCells => [sheet, row, column, number, severities[severity], message],
      ),
    };
    after = { sheet: last.sheet, row: last.row };
  }
}
