import type pg from 'pg';
import { z } from 'zod';
import { clock } from '../../../clock.ts';
import { execute, rows, sql } from '../../../database.ts';
import type { Viewer } from '../../session/viewer.ts';
import type { LockedItem, LockedPart } from '../locked-item.ts';
import { orderedId } from '../ordered-id.ts';
import type { ActFields } from './act.ts';

const openReportRow = z.object({ id: z.string(), partId: z.string(), signedOffBy: z.array(z.string()), text: z.string() });
/** The report of a part that nobody has judged yet. */
export type OpenReport = z.infer<typeof openReportRow>;

export async function openReportOf(tx: pg.PoolClient, partId: string): Promise<OpenReport | null> {
  const [found] = await rows(
    openReportRow,
    sql`SELECT id, part_id AS "partId", signed_off_by AS "signedOffBy", text FROM part_report WHERE part_id = ${partId}::uuid AND verdict IS NULL`,
    tx,
  );
  return found ?? null;
}

/** Keeps what a unit reports of its part. Answers the report's id. */
export async function addReport(tx: pg.PoolClient, viewer: Viewer, item: LockedItem, part: LockedPart, fields: ActFields): Promise<string> {
  const id = orderedId();
  await execute(
    sql`INSERT INTO part_report (id, item_id, part_id, round, text, evidence, reported_at, reported_by_id, reported_by, signed_off_by)
        VALUES (${id}::uuid, ${item.id}::uuid, ${part.id}::uuid, ${item.round}, ${fields.text}, ${fields.evidence ?? null}, ${clock.now()},
          ${viewer.userId}::uuid, ${viewer.postTitle}, '{}')`,
    tx,
  );
  return id;
}

export async function signReport(tx: pg.PoolClient, viewer: Viewer, reportId: string): Promise<void> {
  await execute(sql`UPDATE part_report SET signed_off_by = array_append(signed_off_by, ${viewer.postId}) WHERE id = ${reportId}::uuid`, tx);
}

/** What became of the open report, if there is one. */
export async function judgeReport(
  tx: pg.PoolClient,
  viewer: Viewer,
  report: OpenReport | null,
  verdict: 'ACCEPTED' | 'RETURNED',
  note: string | null,
): Promise<void> {
  if (!report) return;
  await execute(
    sql`UPDATE part_report SET verdict = ${verdict}::report_verdict, verdict_note = ${note}, verdict_at = ${clock.now()}, verdict_by = ${viewer.postTitle}
        WHERE id = ${report.id}::uuid`,
    tx,
  );
}
