import type pg from 'pg';
import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import { genesis } from '../item/event-chain.ts';
import { type Anchor, anchorColumns, anchorHash, anchorRow, SealDigest, sealedRow } from './anchor.ts';
import { anchorLine } from './anchor-file.ts';
import { readStream } from './read-stream.ts';
import type { PartResult } from './verify-audit.ts';

/** The anchors, one a day, the earliest first. */
export function readAnchors(tx: pg.PoolClient): Promise<Anchor[]> {
  return rows(anchorRow, sql`SELECT ${anchorColumns} FROM audit_anchor ORDER BY day`, tx);
}

const sealedSystemRow = z.object({ day: z.string(), hash: z.string() });

/** Every anchor's own chain, and what each sealed, computed anew: all of them in one reading of the events in order of id. */
export async function verifyAnchors(tx: pg.PoolClient, anchors: readonly Anchor[]): Promise<PartResult> {
  const systemHeads = new Map(
    (
      await rows(sealedSystemRow, sql`SELECT a.day, s.hash FROM audit_anchor a JOIN system_event s ON s.sequence = a.system_events`, tx)
    ).map(({ day, hash }) => [day, hash]),
  );
  let previousHash = genesis;
  for (const [count, anchor] of anchors.entries()) {
    if (anchor.previousHash !== previousHash) return broken(count, anchor, '前一日锚点的校验值不一致（锚点被删除或改动）');
    if (anchor.hash !== anchorHash(anchor)) return broken(count, anchor, '内容与校验值不一致（锚点被改动）');
    previousHash = anchor.hash;
  }

  const events = readStream(
    tx,
    sealedRow,
    sql`SELECT id, item_id, sequence, hash FROM item_event WHERE id <= ${anchors.at(-1)?.lastItemEvent ?? 0} ORDER BY id`,
  );
  let next = await events.next();
  let sealed = 0;
  for (const [count, anchor] of anchors.entries()) {
    const digest = new SealDigest();
    while (!next.done && next.value.id <= anchor.lastItemEvent) {
      digest.add(next.value);
      sealed += 1;
      next = await events.next();
    }
    const systemHead = anchor.systemEvents === 0 ? genesis : systemHeads.get(anchor.day);
    if (systemHead === undefined) return broken(count, anchor, `当日封存的系统记录第 ${anchor.systemEvents} 条已不存在`);
    if (sealed !== anchor.itemEvents) return broken(count, anchor, `封存时有事项记录 ${anchor.itemEvents} 条，现有 ${sealed} 条`);
    if (digest.close(systemHead) !== anchor.digest) return broken(count, anchor, '封存的记录与摘要不一致（封存后记录被改动）');
  }
  return { count: anchors.length, fault: null };
}

function broken(count: number, { day }: Anchor, why: string): PartResult {
  return { count, fault: `${day} 的锚点：${why}。` };
}

/** The lines kept outside the database against the anchors inside it. */
export function verifyAnchorLines(anchors: readonly Anchor[], lines: readonly string[]): PartResult {
  for (const [index, line] of lines.entries()) {
    const anchor = anchors[index];
    if (!anchor) return { count: index, fault: `锚点文件第 ${index + 1} 行（${line.slice(0, 10)}）：数据库中没有这一日的锚点。` };
    if (anchorLine(anchor) !== line) return { count: index, fault: `锚点文件第 ${index + 1} 行：与数据库中 ${anchor.day} 的锚点不一致。` };
  }
  const missing = anchors[lines.length];
  return { count: lines.length, fault: missing ? `锚点文件：缺少 ${missing.day} 的锚点。` : null };
}
