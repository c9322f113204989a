import { transitionOf } from '@duban/rules/item-states';
import type pg from 'pg';
import { z } from 'zod';
import { clock } from '../../clock.ts';
import { insertRows, row, rows, sql } from '../../database.ts';
import { ActRefusedError, type FieldProblem, InputError } from '../../graphql/errors.ts';
import { complainantsNamedIn } from '../complaint/complainants-named.ts';
import { isHandledIn } from '../complaint/handled-in.ts';
import { readUpload, storeUpload } from '../exchange/stored-uploads.ts';
import { refusalError } from '../item/acts/act-refusals.ts';
import { changeItems } from '../item/change-items.ts';
import { actorsOf } from '../item/item.policy.ts';
import { isId, lockVisible } from '../item/lock-visible.ts';
import type { LockedItem } from '../item/locked-item.ts';
import { orderedId } from '../item/ordered-id.ts';
import type { Viewer } from '../session/viewer.ts';
import { accusedPartOf } from './accused-part.ts';
import { attachmentsVisibleTo } from './attachment.policy.ts';
import { fileKinds } from './file-kinds.ts';
import { FileRefused } from './file-refused.ts';
import { clearFile } from './without-traces/clear-in-worker.ts';
import { TracesRemain } from './without-traces/traces-remain.ts';
import { type ClearedFile, kindOf } from './without-traces/without-traces.ts';

/** What inspection hands on of a complainant's files, as it came in. */
export interface Forwarding {
  itemId: string;
  /** The item's version as seen. */
  version: number;
  attachmentIds: readonly string[];
  reason?: string | null | undefined;
}

const mostFiles = 20;
const mostReason = 500;

const originalRow = z.object({ id: z.string(), name: z.string(), hash: z.string(), mediaType: z.string(), isForwarded: z.boolean() });
type Original = z.infer<typeof originalRow>;

/**
 * 转交材料: inspection hands files of a complainant on to those who handle the matter, each as a copy without traces under a neutral name
 * (材料1.jpg …). In the caller's transaction: all of them or none; the story tells the names given and how many, never an original name.
 *
 * Errors: NotFoundError (not there, or not for this viewer), ConflictError, ActRefusedError (state, role, or the unit complained of would
 * read them), InputError at `attachmentIds` and `reason`.
 */
export async function forwardFiles(tx: pg.PoolClient, viewer: Viewer, given: Forwarding, requestId: string): Promise<{ itemId: string }> {
  const item = await lockVisible(tx, viewer, given.itemId, given.version);
  checkAct(viewer, item);
  const reason = given.reason?.trim() || null;
  if (reason && [...reason].length > mostReason)
    throw new InputError([{ field: 'reason', code: 'TOO_LONG', message: `说明最多 ${mostReason} 字。` }]);
  const originals = await originalsOf(tx, viewer, item, [...new Set(given.attachmentIds)]);
  await checkAccused(tx, item, reason);

  const problems: FieldProblem[] = [];
  const cleared: { original: Original; file: ClearedFile }[] = [];
  for (const original of originals) {
    const outcome = await clear(tx, item, original);
    if (typeof outcome === 'string') problems.push({ field: 'attachmentIds', code: 'NOT_CLEARED', message: outcome });
    else cleared.push({ original, file: outcome });
  }
  if (problems.length > 0) throw new InputError(problems);
  const names = await attachCopies(tx, viewer, item, cleared);
  const actor = { userId: viewer.userId, title: viewer.postTitle, requestId };
  const payload = { files: names.length, names, ...(reason ? { reason } : {}) };
  await changeItems(tx, actor, [{ action: 'FORWARD_FILES', itemId: item.id, version: item.version, payload }]);
  return { itemId: item.id };
}

function checkAct(viewer: Viewer, item: LockedItem): void {
  if (item.kind !== 'COMPLAINT') throw new ActRefusedError('NOT_A_COMPLAINT', '只有效能投诉的材料需要转交。');
  const actors = actorsOf(viewer, { kind: item.kind, leadUnitId: item.lead_unit_id, dutyPostId: item.duty_post_id }, null, {});
  if (!actors.has('INSPECTION')) throw new ActRefusedError('NOT_THIS_ROLE', '投诉材料只能由监察机构转交。');
  if (!transitionOf(item.state, 'FORWARD_FILES'))
    throw refusalError({ refused: 'NOT_FROM_THIS_STATE', state: item.state, action: 'FORWARD_FILES', allowed: [] });
}

/** Accusation material never reaches the accused. Where the complaint names no unit of the tree, inspection has to say why it is safe. */
async function checkAccused(tx: pg.PoolClient, item: LockedItem, reason: string | null): Promise<void> {
  const { unitName, isUnknown } = await accusedPartOf(tx, item.id);
  if (unitName)
    throw new ActRefusedError(
      'ACCUSED_HANDLES',
      `${unitName}是被投诉单位，或与被投诉单位有隶属关系，且承办此事项。投诉材料不得转给被投诉的一方；请改由其他单位承办，或只摘要告知须答复的事实。`,
    );
  if (isUnknown && !reason)
    throw new InputError([
      { field: 'reason', code: 'ACCUSED_UNKNOWN', message: '投诉没有填明被投诉单位，请在说明中写明承办单位不是被投诉的一方。' },
    ]);
}

async function originalsOf(tx: pg.PoolClient, viewer: Viewer, item: LockedItem, ids: readonly string[]): Promise<Original[]> {
  const say = (code: string, message: string) => new InputError([{ field: 'attachmentIds', code, message }]);
  if (ids.length === 0) throw say('REQUIRED', '请至少选择一份材料。');
  if (ids.length > mostFiles) throw say('TOO_MANY', `一次最多转交 ${mostFiles} 份材料。`);
  const found = ids.every(isId)
    ? await rows(
        originalRow,
        sql`SELECT a.id, a.name, a.file_hash AS hash, f.media_type AS "mediaType",
              EXISTS (SELECT 1 FROM attachment b WHERE b.forwarded_from_id = a.id AND b.item_id = ${item.id}::uuid) AS "isForwarded"
            FROM attachment a JOIN stored_file f ON f.hash = a.file_hash JOIN complaint c ON c.id = a.complaint_id
            WHERE a.id = ANY(${ids}::uuid[]) AND ${isHandledIn(sql`${item.id}::uuid`)} AND ${attachmentsVisibleTo(viewer)}`,
        tx,
      )
    : [];
  if (found.length !== ids.length) throw say('UNKNOWN_FILES', '有的材料不属于这件投诉，或者您无权查看，请刷新后重新选择。');
  const again = found.filter(({ isForwarded }) => isForwarded);
  if (again.length > 0) throw say('FORWARDED', `${again.map(({ name }) => `《${name}》`).join('、')}已转交过。`);
  return ids.map((id) => found.find((file) => file.id === id)!);
}

/** The copy, or in words why there can be none. */
async function clear(tx: pg.PoolClient, item: LockedItem, { name, hash, mediaType }: Original): Promise<ClearedFile | string> {
  const bytes = await readUpload(hash, tx);
  if (!bytes) return `《${name}》的内容已不存在，不能转交。`;
  try {
    const file = await clearFile(bytes, mediaType);
    const named = file.text === null ? [] : await complainantsNamedIn(tx, item.id, file.text);
    return named.length > 0 ? `《${name}》的内容里有投诉人的${named.join('、')}，请遮盖后另存，再转交。` : file;
  } catch (error) {
    if (error instanceof TracesRemain) return `《${name}》${error.message}`;
    if (error instanceof FileRefused) return `《${name}》：${error.message}`;
    throw error;
  }
}

/** Numbers go on from the copies that the item has. Answers the names. */
async function attachCopies(
  tx: pg.PoolClient,
  viewer: Viewer,
  item: LockedItem,
  cleared: readonly { original: Original; file: ClearedFile }[],
): Promise<string[]> {
  const { count } = await row(
    z.object({ count: z.number() }),
    sql`SELECT count(*)::int AS count FROM attachment WHERE item_id = ${item.id}::uuid AND forwarded_from_id IS NOT NULL`,
    tx,
  );
  const copies = [];
  for (const [index, { original, file }] of cleared.entries()) {
    copies.push({
      id: orderedId(),
      item_id: item.id,
      file_hash: await storeUpload(tx, file.bytes, original.mediaType),
      name: `材料${count + index + 1}.${fileKinds[kindOf(original.mediaType)!].extensions[0]}`,
      added_at: clock.now(),
      added_by_id: viewer.userId,
      forwarded_from_id: original.id,
    });
  }
  await insertRows(tx, 'attachment', copies);
  return copies.map(({ name }) => name);
}
