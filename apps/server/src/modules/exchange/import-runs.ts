import { itemKinds } from '@duban/rules/vocabulary';
import type pg from 'pg';
import { z } from 'zod';
import { insertRows, type Runner, rows, sql, type TableRow, transaction } from '../../database.ts';
import type { ImportFailure } from './import-failure.ts';
import type { RowJudgement } from './judge-entry.ts';
import { countVerdicts } from './judge-ledger.ts';
import { runMapping } from './run-mapping.ts';
import { dropUpload } from './stored-uploads.ts';

const runRow = z.object({
  id: z.string(),
  kind: z.enum(itemKinds),
  fileHash: z.string().nullable(),
  fileName: z.string(),
  actorId: z.string().nullable(),
  actorTitle: z.string(),
  state: z.enum(['CHECKING', 'MAPPING', 'CHECKED', 'APPLYING', 'APPLIED', 'FAILED']),
  totalRows: z.number(),
  refuseCount: z.number(),
  mapping: runMapping.nullable(),
  mappingVersion: z.number(),
});
export type Run = z.infer<typeof runRow>;

/** The run as it stands, locked until the transaction ends. */
export async function lockRun(tx: Runner, runId: string): Promise<Run> {
  const [run] = await rows(
    runRow,
    sql`SELECT id, kind, file_hash AS "fileHash", file_name AS "fileName", actor_id AS "actorId", actor_title AS "actorTitle", state,
          total_rows AS "totalRows", refuse_count AS "refuseCount", mapping, mapping_version AS "mappingVersion"
        FROM import_run WHERE id = ${runId}::uuid FOR UPDATE`,
    tx,
  );
  if (!run) throw new Error(`No import run ${runId}`);
  return run;
}

/** Ends a run without anything written, and drops its file. */
export function failRun(runId: string, failure: ImportFailure): Promise<void> {
  return transaction((tx) => failRunIn(tx, runId, failure));
}

export async function failRunIn(tx: pg.PoolClient, runId: string, failure: ImportFailure): Promise<void> {
  await dropUpload(tx, runId);
  await tx.query(`UPDATE import_run SET state = 'FAILED', failure = $2, finished_at = now() WHERE id = $1`, [
    runId,
    JSON.stringify(failure),
  ]);
}

/** Has a run wait for a person to say what its columns are; `notices` says why the last answer would not do. */
export async function awaitMapping(runId: string, notices: ImportFailure | null): Promise<void> {
  await transaction(async (tx) => {
    await tx.query('DELETE FROM import_row WHERE run_id = $1', [runId]);
    await tx.query(
      `UPDATE import_run SET state = 'MAPPING', total_rows = 0, done_rows = 0, create_count = 0, update_count = 0, unchanged_count = 0,
         refuse_count = 0, failure = $2 WHERE id = $1`,
      [runId, notices && JSON.stringify(notices)],
    );
  });
}

/** Keeps what the dry run says, row by row, in place of what an earlier one said. `breathe` lets others in between batches. */
export async function keepJudgements(
  runId: string,
  judgements: readonly RowJudgement[],
  notices: ImportFailure | null,
  breathe: () => Promise<void>,
): Promise<void> {
  await transaction(async (tx) => {
    await tx.query('DELETE FROM import_row WHERE run_id = $1', [runId]);
    for (let at = 0; at < judgements.length; at += 500) {
      await insertRows(
        tx,
        'import_row',
        judgements.slice(at, at + 500).map((judgement) => judgementRow(runId, judgement)),
      );
      await breathe();
    }
    const { CREATE, UPDATE, UNCHANGED, REFUSE } = countVerdicts(judgements);
    await tx.query(
      `UPDATE import_run SET state = 'CHECKED', total_rows = $2, done_rows = $2, create_count = $3, update_count = $4, unchanged_count = $5,
         refuse_count = $6, failure = $7 WHERE id = $1`,
      [runId, judgements.length, CREATE, UPDATE, UNCHANGED, REFUSE, notices && JSON.stringify(notices)],
    );
  });
}

/** Ends a run in the transaction that wrote it: they stand or fall together. Numbers given now are kept with their rows. */
export async function closeRun(tx: pg.PoolClient, runId: string, judgements: readonly RowJudgement[]): Promise<void> {
  const numbered = judgements
    .filter(({ problems }) => problems.some(({ code }) => code === 'TO_BE_NUMBERED'))
    .map((judgement) => judgementRow(runId, judgement));
  await tx.query(
    `UPDATE import_row t SET item_number = r.item_number FROM jsonb_populate_recordset(NULL::import_row, $1::jsonb) r
     WHERE t.run_id = r.run_id AND t.sheet = r.sheet AND t.row = r.row`,
    [JSON.stringify(numbered)],
  );
  const { CREATE, UPDATE, UNCHANGED } = countVerdicts(judgements);
  await dropUpload(tx, runId);
  await tx.query(
    `UPDATE import_run SET state = 'APPLIED', done_rows = total_rows, create_count = $2, update_count = $3, unchanged_count = $4,
       finished_at = now() WHERE id = $1`,
    [runId, CREATE, UPDATE, UNCHANGED],
  );
}

function judgementRow(runId: string, { sheet, row, verdict, itemNumber, title, problems, changes }: RowJudgement): TableRow {
  return { run_id: runId, sheet, row, verdict, item_number: itemNumber, title, problems, changes };
}
