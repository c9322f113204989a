import { transitionOf } from '@duban/rules/item-states';
import { dissatisfiedGrades, type ItemAction, type Satisfaction, satisfactions } from '@duban/rules/vocabulary';
import type pg from 'pg';
import { z } from 'zod';
import { clock } from '../../clock.ts';
import { execute, insertRows, row, sql } from '../../database.ts';
import { ActRefusedError, InputError } from '../../graphql/errors.ts';
import { sealText } from '../../registers/complainant.ts';
import { finishDay } from '../../registers/complaint.ts';
import { type LedgerContext, loadLedgerContext } from '../../registers/ledger-context.ts';
import type { ActFields } from '../item/acts/act.ts';
import { writeAct } from '../item/acts/write-act.ts';
import { type LockedItem, lockItems, lockParts } from '../item/locked-item.ts';
import { orderedId } from '../item/ordered-id.ts';
import { complaintsHandledIn } from './handled-in.ts';
import { takeFiles } from './take-files.ts';

// What whoever complained may do of their own complaint, known by its query code and secret. Texts are sealed; no event tells what was written.

/** How the story names whoever complained. */
const complainantTitle = '投诉人';

const complaintRow = z.object({
  itemId: z.string(),
  wrappedKey: z.instanceof(Buffer).nullable(),
  satisfaction: z.enum(satisfactions).nullable(),
  reopened: z.boolean(),
});

interface OwnComplaint extends z.infer<typeof complaintRow> {
  id: string;
  item: LockedItem;
}

/**
 * The complaint and the item in which it is handled, under lock. What was merged into another goes its own way no more: its author adds to that
 * one, rates it, and asks for it again. It is taken back only while nobody else's complaint is handled with it.
 */
async function lockOwn(tx: pg.PoolClient, complaintId: string, action: ItemAction): Promise<OwnComplaint> {
  const { handledIn } = await row(
    z.object({ handledIn: z.string() }),
    sql`SELECT coalesce(i.merged_into_id, i.id) AS "handledIn" FROM complaint c JOIN item i ON i.id = c.item_id WHERE c.id = ${complaintId}::uuid`,
    tx,
  );
  const [item] = await lockItems(tx, [handledIn]);
  const found = await row(
    complaintRow,
    sql`SELECT c.item_id AS "itemId", p.wrapped_key AS "wrappedKey", c.satisfaction, c.reopened_by_complainant AS reopened
        FROM complaint c LEFT JOIN complainant p ON p.complaint_id = c.id WHERE c.id = ${complaintId}::uuid`,
    tx,
  );
  const isShared = action === 'WITHDRAW' && (await complaintsHandledIn(handledIn, tx)) > 1;
  if (isShared || !transitionOf(item!.state, action)?.who.includes('COMPLAINANT'))
    throw new ActRefusedError('NOT_FROM_THIS_STATE', notNow[action] ?? '投诉目前的状态不能这样办理。');
  return { ...found, id: complaintId, item: item! };
}

const notNow: Partial<Record<ItemAction, string>> = {
  SUPPLEMENT: '投诉已经办结或不再办理，不能再补充。',
  WITHDRAW: '投诉已经办结、与其他投诉一并办理或不再办理，不能撤回。',
  RATE: '投诉尚未办结，办结后可以评价。',
  REOPEN: '投诉尚未办结，不能申请重新办理。',
};

/** Adds a text, and files, to a complaint that is still handled. ActRefusedError when it no longer is, InputError at `text` or `fileIds`. */
export async function supplementByComplainant(
  tx: pg.PoolClient,
  complaintId: string,
  text: string,
  fileIds: readonly string[],
  requestId: string,
): Promise<void> {
  const own = await lockOwn(tx, complaintId, 'SUPPLEMENT');
  if (!own.wrappedKey) throw new ActRefusedError('ERASED', '投诉人信息已依规清除，不能再补充。');
  const supplement = { id: orderedId(), complaint_id: complaintId, at: clock.now(), text_cipher: sealText(own.wrappedKey, text) };
  await insertRows(tx, 'complaint_supplement', [supplement]);
  if (fileIds.length > 0 && !(await takeFiles(tx, null, fileIds, { itemId: own.itemId, complaintId })))
    throw new InputError([{ field: 'fileIds', code: 'UNKNOWN_FILES', message: '有的附件已失效，请删除后重新上传。' }]);
  await act(tx, own, 'SUPPLEMENT', {}, requestId, { files: fileIds.length });
}

/** Takes a complaint back. What was written of the reason is kept sealed, as a supplement. */
export async function withdrawByComplainant(tx: pg.PoolClient, complaintId: string, reason: string, requestId: string): Promise<void> {
  const own = await lockOwn(tx, complaintId, 'WITHDRAW');
  await sealReason(tx, own, `撤回原因：${reason}`);
  await act(tx, own, 'WITHDRAW', {}, requestId, {});
}

/** Rates the handling in five grades, as often as the complainant changes their mind until 销号. */
export async function rateByComplainant(tx: pg.PoolClient, complaintId: string, grade: Satisfaction, requestId: string): Promise<void> {
  const own = await lockOwn(tx, complaintId, 'RATE');
  await execute(
    sql`UPDATE complaint SET satisfaction = ${grade}::satisfaction, self_rated = TRUE,
          called_back_on = coalesce(called_back_on, ${clock.today()}::date) WHERE id = ${complaintId}::uuid`,
    tx,
  );
  await act(tx, own, 'RATE', { satisfaction: grade }, requestId, { satisfaction: grade });
}

/** Asks for the matter to be handled again: once, after a grade that says so. ActRefusedError otherwise. */
export async function reopenByComplainant(tx: pg.PoolClient, complaintId: string, reason: string, requestId: string): Promise<void> {
  const own = await lockOwn(tx, complaintId, 'REOPEN');
  if (own.reopened) throw new ActRefusedError('REOPENED_ONCE', '重新办理只能申请一次。仍不满意的，可以向上级机关反映。');
  if (!own.satisfaction || !dissatisfiedGrades.has(own.satisfaction))
    throw new ActRefusedError('NOT_DISSATISFIED', '评价为不满意或很不满意的，才能申请重新办理。');
  const context = await loadLedgerContext(tx);
  const dueOn = finishDay(context, own.item.category);
  if (!dueOn) throw new ActRefusedError('NO_LIMIT', '暂时不能在网上申请，请电话联系受理机构。');
  await sealReason(tx, own, `申请重新办理：${reason}`);
  await act(tx, own, 'REOPEN', { dueOn, reason: '投诉人对办理结果不满意' }, requestId, { dueOn, satisfaction: own.satisfaction }, context);
  await execute(sql`UPDATE complaint SET reopened_by_complainant = TRUE WHERE id = ${complaintId}::uuid`, tx);
}

async function sealReason(tx: pg.PoolClient, { id, wrappedKey }: OwnComplaint, text: string): Promise<void> {
  if (!wrappedKey) return;
  await insertRows(tx, 'complaint_supplement', [
    { id: orderedId(), complaint_id: id, at: clock.now(), text_cipher: sealText(wrappedKey, text) },
  ]);
}

async function act(
  tx: pg.PoolClient,
  { item }: OwnComplaint,
  action: Exclude<ItemAction, 'CREATE'>,
  fields: ActFields,
  requestId: string,
  payload: Record<string, unknown>,
  context?: LedgerContext,
): Promise<void> {
  await writeAct(tx, {
    action,
    actor: { userId: null, title: complainantTitle, requestId },
    item,
    parts: await lockParts(tx, [item.id]),
    part: null,
    fields,
    reported: null,
    payload,
    loadContext: () => (context ? Promise.resolve(context) : loadLedgerContext(tx)),
  });
}
