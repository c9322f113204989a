import type pg from 'pg';
import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { genesis } from '../item/event-chain.ts';
import { recordActions, recordHashOf, snapshotOf } from './record-chain.ts';
import { storedColumns, storedRecord } from './stored-record.ts';

const eventRow = z.object({
  recordId: z.string(),
  sequence: z.number(),
  action: z.enum(recordActions),
  reason: z.string().nullable(),
  actorId: z.string().nullable(),
  actorTitle: z.string(),
  at: z.date(),
  recordedAt: z.date(),
  payload: z.string(),
  previousHash: z.string(),
  hash: z.string(),
  isWitnessed: z.boolean(),
});

/**
 * What of the register of accountability doesn't hold, in a sentence; null when all does: every record's chain, its row against its newest
 * event, and the system chain's witness of each event, so that neither a row nor the end of a history can be changed unseen.
 */
export async function registerFault(tx: pg.PoolClient): Promise<string | null> {
  const records = await rows(storedRecord, sql`SELECT ${storedColumns} FROM accountability r ORDER BY r.number`, tx);
  const events = await rows(
    eventRow,
    sql`WITH witness AS MATERIALIZED (SELECT payload::jsonb ->> 'hash' AS hash FROM system_event WHERE kind = 'ACCOUNTABILITY')
        SELECT record_id AS "recordId", sequence, action, reason, actor_id AS "actorId", actor_title AS "actorTitle", at,
          recorded_at AS "recordedAt", payload, previous_hash AS "previousHash", e.hash, w.hash IS NOT NULL AS "isWitnessed"
        FROM accountability_event e LEFT JOIN witness w ON w.hash = e.hash ORDER BY record_id, sequence`,
    tx,
  );
  const eventsOf = new Map<string, typeof events>();
  for (const event of events) eventsOf.set(event.recordId, [...(eventsOf.get(event.recordId) ?? []), event]);
  for (const record of records) {
    let previous = genesis;
    const chain = eventsOf.get(record.id) ?? [];
    for (const [index, event] of chain.entries()) {
      const fault = (why: string) => `责任追究 ${record.number} 第 ${index + 1} 条记录：${why}。`;
      if (event.sequence !== index + 1) return fault('序号不连续（记录被删除或改号）');
      if (event.previousHash !== previous) return fault('前一条的校验值不一致');
      const said = { ...event, at: event.at.toISOString(), recordedAt: event.recordedAt.toISOString() };
      if (event.hash !== recordHashOf(said)) return fault('内容与校验值不一致（内容或校验值被改动）');
      if (!event.isWitnessed) return fault('系统记录中没有对应的记载');
      previous = event.hash;
    }
    if (chain.length !== record.version) return `责任追究 ${record.number}：应有 ${record.version} 条记录，实有 ${chain.length} 条。`;
    if (chain.at(-1)?.payload !== snapshotOf(record)) return `责任追究 ${record.number}：现有内容与最后一条记录不一致。`;
  }
  const witnesses = await rows(
    z.object({ count: z.number() }),
    sql`SELECT count(*)::int AS count FROM system_event WHERE kind = 'ACCOUNTABILITY'`,
    tx,
  );
  const told = witnesses[0]?.count ?? 0;
  return told === events.length ? null : `责任追究：系统记录记载了 ${told} 次登记、更正或撤销，实有 ${events.length} 条记录。`;
}
