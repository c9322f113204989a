import type pg from 'pg';
import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { genesis } from '../item/event-chain.ts';
import { storedColumns, storedVisit } from './stored-visit.ts';
import { snapshotOf, visitActions, visitHashOf } from './visit-chain.ts';

const eventRow = z.object({
  recordId: z.string(),
  sequence: z.number(),
  action: z.enum(visitActions),
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
 * What of the visits doesn't hold, in a sentence; null when all does: every record's chain, its rows against its newest event, and the system
 * chain's witness of each event, so that neither a row nor the end of a history can be changed unseen.
 */
export async function visitsFault(tx: pg.PoolClient): Promise<string | null> {
  const visits = await rows(storedVisit, sql`SELECT ${storedColumns} FROM visit v ORDER BY v.number`, tx);
  const events = await rows(
    eventRow,
    sql`WITH witness AS MATERIALIZED (SELECT w ->> 'hash' AS hash FROM system_event, jsonb_array_elements(payload::jsonb -> 'visits') w
          WHERE kind = 'VISIT')
        SELECT record_id AS "recordId", sequence, action, reason, actor_id AS "actorId", actor_title AS "actorTitle", at,
          recorded_at AS "recordedAt", payload, previous_hash AS "previousHash", e.hash, w.hash IS NOT NULL AS "isWitnessed"
        FROM visit_event e LEFT JOIN witness w ON w.hash = e.hash ORDER BY record_id, sequence`,
    tx,
  );
  const eventsOf = new Map<string, typeof events>();
  for (const event of events) {
    const chain = eventsOf.get(event.recordId);
    if (chain) chain.push(event);
    else eventsOf.set(event.recordId, [event]);
  }
  for (const visit of visits) {
    let previous = genesis;
    const chain = eventsOf.get(visit.id) ?? [];
    for (const [index, event] of chain.entries()) {
      const fault = (why: string) => `走访 ${visit.number} 第 ${index + 1} 条记录：${why}。`;
      if (event.sequence !== index + 1) return fault('序号不连续（记录被删除或改号）');
      if (event.previousHash !== previous) return fault('前一条的校验值不一致');
      const said = { ...event, at: event.at.toISOString(), recordedAt: event.recordedAt.toISOString() };
      if (event.hash !== visitHashOf(said)) return fault('内容与校验值不一致（内容或校验值被改动）');
      if (!event.isWitnessed) return fault('系统记录中没有对应的记载');
      previous = event.hash;
    }
    if (chain.length !== visit.version) return `走访 ${visit.number}：应有 ${visit.version} 条记录，实有 ${chain.length} 条。`;
    if (chain.at(-1)?.payload !== snapshotOf(visit)) return `走访 ${visit.number}：现有内容与最后一条记录不一致。`;
  }
  const [witnesses] = await rows(
    z.object({ count: z.number() }),
    sql`SELECT coalesce(sum(jsonb_array_length(payload::jsonb -> 'visits')), 0)::int AS count FROM system_event WHERE kind = 'VISIT'`,
    tx,
  );
  const count = witnesses?.count ?? 0;
  return count === events.length ? null : `走访：系统记录记载了 ${count} 次录入、更正或办理，实有 ${events.length} 条记录。`;
}
