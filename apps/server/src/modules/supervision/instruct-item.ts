import { transitionOf } from '@duban/rules/item-states';
import { type Day, roles } from '@duban/rules/vocabulary';
import type pg from 'pg';
import { z } from 'zod';
import { execute, rows, sql } from '../../database.ts';
import { ActRefusedError, type FieldProblem, InputError } from '../../graphql/errors.ts';
import { lockNumbers } from '../../registers/item-numbers.ts';
import { loadLedgerContext } from '../../registers/ledger-context.ts';
import { attachTo } from '../attachment/attach-to.ts';
import { changeItems } from '../item/change-items.ts';
import { actorsOf } from '../item/item.policy.ts';
import { lockVisible } from '../item/lock-visible.ts';
import type { LockedItem } from '../item/locked-item.ts';
import type { Viewer } from '../session/viewer.ts';
import { addTasks } from './add-tasks.ts';
import { entersForLeaders, isLeader } from './supervision.policy.ts';
import { checkTask } from './task-fields.ts';

/** An instruction (批示) on an item, as it came in. */
export interface Instruction {
  itemId: string;
  /** The item's version as seen. */
  version: number;
  instruction: string;
  standard?: string | null | undefined;
  /** Default: the unit that leads the item. */
  leadUnitId?: string | null | undefined;
  assistUnitIds?: readonly string[] | null | undefined;
  dueOn: Day;
  attachmentIds?: readonly string[] | null | undefined;
  /** The leader whose paper the supervision office enters. */
  onBehalfOfPostId?: string | null | undefined;
  /** Day of the paper; default today. */
  instructedOn?: Day | null | undefined;
}

const mostFiles = 20;
const mostTitle = 200;

/**
 * A leader instructs on an item, or the supervision office enters a leader's paper with its scan. In the caller's transaction: a supervision
 * task, assigned at once; the instruction in the item's own story; the link from the item to the task; the files at the task.
 *
 * Errors: NotFoundError (not there, or not for this viewer), ConflictError, ActRefusedError (role), InputError at each field.
 */
export async function instructItem(
  tx: pg.PoolClient,
  viewer: Viewer,
  given: Instruction,
  requestId: string,
): Promise<{ itemId: string; taskId: string }> {
  // Before the item: an import holds the numbers first and its items after.
  await lockNumbers(tx, 'SUPERVISION_TASK');
  const item = await lockVisible(tx, viewer, given.itemId, given.version);
  const transition = transitionOf(item.state, 'INSTRUCT');
  const actors = actorsOf(viewer, { kind: item.kind, leadUnitId: item.lead_unit_id, dutyPostId: item.duty_post_id }, null, {});
  if (!transition?.who.some((actor) => actors.has(actor))) throw new ActRefusedError('NOT_THIS_ROLE', '您的岗位不能对此事项作批示。');

  const { title: leader, problems } = await instructorOf(tx, viewer, given);
  const context = await loadLedgerContext(tx);
  const checked = checkTask(
    {
      title: titleOf(leader ?? viewer.postTitle, item),
      source: 'instruction',
      basis: item.number,
      instructedBy: leader ?? viewer.postTitle,
      instruction: given.instruction,
      instructedOn: given.instructedOn ?? context.today,
      standard: given.standard,
      leadUnitId: given.leadUnitId ?? item.lead_unit_id,
      assistUnitIds: given.assistUnitIds,
      dueOn: given.dueOn,
    },
    context,
  );
  const all = [...checked.problems, ...problems];
  if (all.length > 0) throw new InputError(all);

  const onBehalfOf = entersForLeaders(viewer) ? leader! : undefined;
  const actor = { userId: viewer.userId, title: viewer.postTitle, requestId };
  const { fields } = checked;
  const [task] = await addTasks(tx, actor, [{ ...fields, state: 'ASSIGNED' }], context, onBehalfOf);
  const files = given.attachmentIds ?? [];
  if (files.length > 0) await attachTo(tx, viewer, files, { itemId: task!.id });
  await execute(sql`INSERT INTO item_link (from_id, to_id, why) VALUES (${item.id}::uuid, ${task!.id}::uuid, 'INSTRUCTION')`, tx);
  await changeItems(tx, actor, [
    {
      action: 'INSTRUCT',
      itemId: item.id,
      version: item.version,
      payload: {
        text: fields.instruction,
        taskNumber: task!.number,
        leadUnitId: fields.leadUnitId,
        dueOn: fields.dueOn,
        files: files.length,
      },
      ...(onBehalfOf ? { onBehalfOf } : {}),
    },
  ]);
  return { itemId: item.id, taskId: task!.id };
}

/** Title of the leader who instructs: the viewer, or the one whose paper the office enters; null where that one is not known. */
async function instructorOf(
  tx: pg.PoolClient,
  viewer: Viewer,
  { onBehalfOfPostId, attachmentIds, instructedOn }: Instruction,
): Promise<{ title: string | null; problems: FieldProblem[] }> {
  const problems: FieldProblem[] = [];
  const say = (field: keyof Instruction, code: string, message: string) => problems.push({ field, code, message });
  if ((attachmentIds?.length ?? 0) > mostFiles) say('attachmentIds', 'TOO_MANY', `附件最多 ${mostFiles} 个。`);
  if (!entersForLeaders(viewer)) {
    if (onBehalfOfPostId) say('onBehalfOfPostId', 'ONLY_OFFICE', '只有督查室可以代录纸质批示。');
    if (instructedOn) say('instructedOn', 'ONLY_OFFICE', '批示日期只在代录纸质批示时填写。');
    return { title: viewer.postTitle, problems };
  }
  if (!attachmentIds?.length) say('attachmentIds', 'SCAN_REQUIRED', '代录纸质批示须附扫描件。');
  if (!onBehalfOfPostId) {
    say('onBehalfOfPostId', 'REQUIRED', '请选择作出批示的领导岗位。');
    return { title: null, problems };
  }
  const [post] = await rows(
    z.object({ title: z.string(), role: z.enum(roles) }),
    sql`SELECT title, role FROM post WHERE id = ${onBehalfOfPostId}`,
    tx,
  );
  if (post && isLeader(post.role)) return { title: post.title, problems };
  say('onBehalfOfPostId', 'UNKNOWN', '没有这个领导岗位，请重新选择。');
  return { title: null, problems };
}

/** 落实市长批示：…, cut to the length that a title may have. */
function titleOf(leader: string, { title }: LockedItem): string {
  const whole = [...`落实${leader}批示：${title}`];
  return whole.length <= mostTitle ? whole.join('') : `${whole.slice(0, mostTitle - 1).join('')}…`;
}
