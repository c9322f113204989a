import type pg from 'pg';
import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { genesis, hashOf } from '../item/event-chain.ts';
import { readStream } from './read-stream.ts';
import type { PartResult, Progress } from './verify-audit.ts';

/** An event with its item's row; the event's columns are null for an item without events. */
const linkRow = z.object({
  item_id: z.string(),
  number: z.string(),
  item_state: z.string(),
  version: z.number(),
  last_sequence: z.number(),
  last_hash: z.string(),
  sequence: z.number().nullable(),
  action: z.string().nullable(),
  from_state: z.string().nullable(),
  to_state: z.string().nullable(),
  part_id: z.string().nullable(),
  on_behalf_of: z.string().nullable(),
  actor_id: z.string().nullable(),
  actor_title: z.string().nullable(),
  at: z.date().nullable(),
  recorded_at: z.date().nullable(),
  payload: z.string().nullable(),
  request_id: z.string().nullable(),
  import_run_id: z.string().nullable(),
  previous_hash: z.string().nullable(),
  hash: z.string().nullable(),
});
type Link = z.infer<typeof linkRow>;

const links = sql`
  SELECT i.id AS item_id, i.number, i.state AS item_state, i.version, i.last_sequence, i.last_hash, e.sequence, e.action, e.from_state,
    e.to_state, e.part_id, e.on_behalf_of, e.actor_id, e.actor_title, e.at, e.recorded_at, e.payload, e.request_id, e.import_run_id,
    e.previous_hash, e.hash
  FROM item i LEFT JOIN item_event e ON e.item_id = i.id ORDER BY i.id, e.sequence`;

/** Every item's chain, link by link, and the item's row against its newest event; stops at the first that doesn't hold. */
export async function verifyItems(tx: pg.PoolClient, progress: Progress): Promise<PartResult> {
  let count = 0;
  let last: Link | undefined;
  for await (const link of readStream(tx, linkRow, links)) {
    const before = last?.item_id === link.item_id ? last : undefined;
    const fault = (!before && last && headFault(last)) || linkFault(link, before);
    if (fault) return { count, fault };
    if (link.sequence !== null) count += 1;
    if (count % 1000 === 0) progress(count);
    last = link;
  }
  progress(count);
  const fault = (last && headFault(last)) ?? (await orphanFault(tx, count));
  return { count, fault };
}

/** What is wrong with an event as the next of its chain. */
function linkFault(link: Link, before: Link | undefined): string | null {
  const { number, sequence, hash } = link;
  if (sequence === null) return `事项 ${number}：没有任何历史记录。`;
  const expected = (before?.sequence ?? 0) + 1;
  if (sequence !== expected) return `事项 ${number} 第 ${expected} 条记录：序号不连续，实际为第 ${sequence} 条（记录被删除或改号）。`;
  if (link.previous_hash !== (before?.hash ?? genesis)) return `事项 ${number} 第 ${sequence} 条记录：前一条的校验值不一致。`;
  if (link.from_state !== (before?.to_state ?? null)) return `事项 ${number} 第 ${sequence} 条记录：起始状态与前一条的结果不一致。`;
  if (hash !== ownHash(link)) return `事项 ${number} 第 ${sequence} 条记录：内容与校验值不一致（内容或校验值被改动）。`;
  return null;
}

function ownHash(link: Link): string {
  return hashOf({
    itemId: link.item_id,
    sequence: link.sequence!,
    action: link.action!,
    fromState: link.from_state,
    toState: link.to_state!,
    partId: link.part_id,
    onBehalfOf: link.on_behalf_of,
    actorId: link.actor_id,
    actorTitle: link.actor_title!,
    at: link.at!.toISOString(),
    recordedAt: link.recorded_at!.toISOString(),
    payload: link.payload!,
    requestId: link.request_id,
    importRunId: link.import_run_id,
    previousHash: link.previous_hash!,
  });
}

/** What differs between an item's row and its newest event: an item moves only by an event (change-items.ts). */
function headFault({ number, sequence, ...link }: Link): string | null {
  if (link.last_sequence !== sequence) return `事项 ${number}：应有 ${link.last_sequence} 条记录，实有 ${sequence} 条。`;
  if (link.last_hash !== link.hash) return `事项 ${number}：事项所存校验值与第 ${sequence} 条记录不一致。`;
  if (link.version !== sequence) return `事项 ${number}：版本为 ${link.version}，与第 ${sequence} 条记录不符。`;
  if (link.item_state !== link.to_state) return `事项 ${number}：现状态与第 ${sequence} 条记录的结果不一致。`;
  return null;
}

/** Events of no item: the foreign key forbids them, unless someone took it away. */
async function orphanFault(tx: pg.PoolClient, count: number): Promise<string | null> {
  const [orphan] = await rows(
    z.object({ item_id: z.string(), sequence: z.number() }),
    sql`SELECT item_id, sequence FROM item_event e WHERE (SELECT count(*) FROM item_event) <> ${count}
          AND NOT EXISTS (SELECT 1 FROM item i WHERE i.id = e.item_id) ORDER BY id LIMIT 1`,
    tx,
  );
  return orphan ? `第 ${orphan.sequence} 条记录所属的事项（${orphan.item_id}）不存在。` : null;
}
