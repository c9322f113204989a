import { isRefusal, step, transitionOf } from '@duban/rules/item-states';
import type pg from 'pg';
import { z } from 'zod';
import { clock } from '../../../clock.ts';
import { execute, rows, sql } from '../../../database.ts';
import { ActRefusedError, InputError, NotFoundError } from '../../../graphql/errors.ts';
import { type LedgerContext, loadLedgerContext } from '../../../registers/ledger-context.ts';
import { attachTo } from '../../attachment/attach-to.ts';
import { complaintDefaults, complaintProblems, isAnswered } from '../../complaint/complaint-acts.ts';
import { areRaisersAnswered, publicProblemProblems } from '../../public-problem/public-problem-acts.ts';
import type { Viewer } from '../../session/viewer.ts';
import { actorsOf, itemsVisibleTo } from '../item.policy.ts';
import type { Change } from '../item-change.ts';
import { isId, lockVisible } from '../lock-visible.ts';
import { type LockedItem, type LockedPart, lockParts } from '../locked-item.ts';
import type { Act, ActFields } from './act.ts';
import { refusalError } from './act-refusals.ts';
import { checkFields } from './check-fields.ts';
import { type ItemForActs, type PartForActs, stepFactsOf } from './open-acts.ts';
import { addReport, judgeReport, type OpenReport, openReportOf, signReport } from './part-reports.ts';
import { actSettings } from './settings.ts';
import { writeAct } from './write-act.ts';

/**
 * Performs one act in the caller's transaction, whole or not at all: who, from which state, with what (THE state table), then the item, its
 * parts, its register's row, the report, the event, the spans and the notices.
 *
 * Errors: NotFoundError (not there, or not for this viewer), ConflictError with what others did, ActRefusedError (state, role or guard),
 * InputError at each field.
 */
export async function performAct(tx: pg.PoolClient, viewer: Viewer, act: Act, requestId: string): Promise<void> {
  const { item, parts, part } = await locked(tx, viewer, act);
  let context: Promise<LedgerContext> | undefined;
  const loadContext = () => {
    context ??= loadLedgerContext(tx);
    return context;
  };
  const settings = await actSettings(tx);
  const report = part ? await openReportOf(tx, part.id) : null;
  const state = part ? part.state : item.state;
  const transition = transitionOf(state, act.action);
  const itemView = { ...itemForActs(item), isAnswered: act.action !== 'CALL_BACK' || (await isAllAnswered(tx, item)) };
  const partView = part && partForActs(part, report);
  const subject = part ? 'PART' : 'ITEM';
  const isElsewhere = act.from !== undefined && !act.from.includes(state);
  if (!transition || transition.subject !== subject || isElsewhere)
    throw refusalError({ refused: 'NOT_FROM_THIS_STATE', state, action: act.action, allowed: [] });
  const actors = actorsOf(viewer, itemView, partView, settings.extensionDeciders);
  if (!transition.who.some((actor) => actors.has(actor))) throw new ActRefusedError('NOT_THIS_ROLE', '您的岗位不能对此事项进行这项操作。');
  // A draft names its lead unit already.
  const given = transition.needs.includes('LEAD_UNIT')
    ? { ...act.fields, leadUnitId: act.fields.leadUnitId ?? item.lead_unit_id }
    : act.fields;
  // Lifting an override brings no light.
  const needs = act.action === 'OVERRIDE_LIGHT' && item.override_light ? (['REASON'] as const) : transition.needs;
  const fields = await checkFields(tx, { ...act, fields: await complaintDefaults(tx, item, act.action, given, loadContext) }, needs);
  const facts = { ...stepFactsOf(viewer, itemView, partView, settings, clock.today()), satisfaction: fields.satisfaction ?? null };
  const after = step(state, act.action, facts);
  if (isRefusal(after)) throw refusalError(after);
  await checkAgainst(tx, viewer, act, fields, item, parts, part);
  await write(tx, { viewer, act, requestId, item, parts, part, report, fields, loadContext });
}

interface Doing {
  viewer: Viewer;
  act: Act;
  requestId: string;
  item: LockedItem;
  parts: readonly LockedPart[];
  part: LockedPart | null;
  report: OpenReport | null;
  fields: ActFields;
  loadContext: () => Promise<LedgerContext>;
}

async function write(tx: pg.PoolClient, doing: Doing): Promise<void> {
  const { viewer, act, requestId, item, parts, part, report, fields, loadContext } = doing;
  const extra = await sideWrites(tx, doing);
  await writeAct(tx, {
    action: act.action as Change['action'],
    actor: { userId: viewer.userId, title: viewer.postTitle, requestId },
    item,
    parts,
    part,
    fields,
    reported: report?.text ?? null,
    payload: { ...payloadOf(doing), ...extra },
    loadContext,
  });
}

/** Reports, files and links that come with an act. Answers what the event should say of them. */
async function sideWrites(tx: pg.PoolClient, { viewer, act, item, part, report, fields }: Doing): Promise<Record<string, unknown>> {
  switch (act.action) {
    case 'REPORT': {
      const reportId = await addReport(tx, viewer, item, part!, fields);
      const files = fields.attachmentIds ?? [];
      if (files.length > 0) await attachTo(tx, viewer, files, { itemId: item.id, reportId });
      return { reportId, files: files.length };
    }
    case 'SIGN_OFF_REPORT':
      if (report) await signReport(tx, viewer, report.id);
      return {};
    case 'ACCEPT':
      await judgeReport(tx, viewer, report, 'ACCEPTED', fields.acceptance ?? null);
      return {};
    case 'RETURN_FOR_REWORK':
      if (part) await judgeReport(tx, viewer, report, 'RETURNED', fields.reason ?? null);
      return {};
    case 'MERGE':
      await execute(
        sql`INSERT INTO item_link (from_id, to_id, why) VALUES (${item.id}::uuid, ${fields.targetId}::uuid, 'MERGED') ON CONFLICT DO NOTHING`,
        tx,
      );
      return {};
    case 'STEP_ASIDE':
      await execute(
        sql`INSERT INTO recusal (item_id, user_id, reason, entered_by, at)
            VALUES (${item.id}::uuid, ${viewer.userId}::uuid, ${fields.reason}, ${viewer.postTitle}, ${clock.now()}) ON CONFLICT DO NOTHING`,
        tx,
      );
      return {};
    default:
      return {};
  }
}

/** Texts that stand at the complaint, where not everybody who reads the story may read them. */
const keptElsewhere: ReadonlySet<string> = new Set(['facts', 'answer', 'measures', 'sanction']);

/** What the event keeps: what was brought, whose part, and what changed of it. */
function payloadOf({ act, part, item, fields }: Doing): Record<string, unknown> {
  const brought = Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => value !== null && value !== undefined && !keptElsewhere.has(name)),
  );
  const dueBefore = fields.dueOn ? { dueBefore: part ? part.due_on : item.due_on } : {};
  const askedTo = act.action === 'GRANT_EXTENSION' || act.action === 'REFUSE_EXTENSION' ? { askedTo: part!.extension_asked_to } : {};
  const takenOverBy = part && fields.unitId ? { toUnitId: fields.unitId } : {};
  return { ...brought, ...dueBefore, ...askedTo, ...(part ? { unitId: part.unit_id, duty: part.duty } : {}), ...takenOverBy };
}

/** The item and its parts under lock, at the version seen; errors as `lockVisible`. */
async function locked(tx: pg.PoolClient, viewer: Viewer, act: Act) {
  const item = await lockVisible(tx, viewer, act.itemId, act.version);
  const parts = await lockParts(tx, [item.id]);
  const part = act.partId === null ? null : (parts.find(({ id }) => id === act.partId) ?? null);
  if (act.partId !== null && !part) throw new NotFoundError();
  return { item, parts, part };
}

/** What only this act asks, against the item as it stands. */
async function checkAgainst(
  tx: pg.PoolClient,
  viewer: Viewer,
  act: Act,
  fields: ActFields,
  item: LockedItem,
  parts: readonly LockedPart[],
  part: LockedPart | null,
): Promise<void> {
  const refuse = (field: keyof ActFields, code: string, message: string) => {
    throw new InputError([{ field, code, message }]);
  };
  if ((act.action === 'REQUEST_EXTENSION' || act.action === 'GRANT_EXTENSION') && fields.dueOn! <= part!.due_on)
    refuse('dueOn', 'NOT_LATER', `延期后的时限应晚于现在的时限（${part!.due_on}）。`);
  if (part && (act.action === 'ASSIGN' || act.action === 'FORCE_ASSIGN')) {
    if (act.action === 'ASSIGN' && fields.unitId === part.unit_id)
      refuse('unitId', 'SAME_UNIT', '该单位刚退回此事项；确需由其承办的，请用“指定承办”。');
    if (parts.some(({ unit_id, id }) => unit_id === fields.unitId && id !== part.id))
      refuse('unitId', 'ALREADY_CHARGED', '该单位已承担此事项的另一部分。');
  }
  const problems = [
    ...(await complaintProblems(tx, viewer, item, act.action, fields)),
    ...(await publicProblemProblems(tx, viewer, item, act.action, fields)),
  ];
  if (problems.length > 0) throw new InputError(problems);
  if (act.action === 'CORRECT' && !fields.title && !fields.dueOn && !fields.dutyPerson && !fields.category)
    refuse('title', 'NOTHING', '请填写至少一处更正。');
  if (act.action === 'MERGE') {
    if (!isId(fields.targetId!)) refuse('targetId', 'UNKNOWN', '没有这个事项，请重新选择。');
    if (fields.targetId === item.id) refuse('targetId', 'ITSELF', '不能并入自身。');
    const [target] = await rows(
      z.object({ kind: z.string(), state: z.string() }),
      sql`SELECT i.kind, i.state FROM item i WHERE i.id = ${fields.targetId}::uuid AND ${itemsVisibleTo(viewer)}`,
      tx,
    );
    if (!target) refuse('targetId', 'UNKNOWN', '没有这个事项，请重新选择。');
    if (target!.state === 'MERGED') refuse('targetId', 'MERGED', '该事项已并入其他事项，请选择最终的事项。');
    if (target!.state === 'REFUSED' || target!.state === 'WITHDRAWN') refuse('targetId', 'ENDED', '该事项不予受理或已撤回，不能并入。');
    if (target!.kind !== item.kind) refuse('targetId', 'OTHER_REGISTER', '只能并入同一台账的事项。');
  }
}

/** Everybody who waits for an answer has it: complainants, and those who raised a problem. */
async function isAllAnswered(tx: pg.PoolClient, item: LockedItem): Promise<boolean> {
  return (await isAnswered(tx, item)) && areRaisersAnswered(tx, item);
}

function itemForActs(item: LockedItem): ItemForActs {
  return { kind: item.kind, state: item.state, dueOn: item.due_on, leadUnitId: item.lead_unit_id, dutyPostId: item.duty_post_id };
}

function partForActs(part: LockedPart, report: OpenReport | null): PartForActs {
  return {
    unitId: part.unit_id,
    duty: part.duty,
    state: part.state,
    dueOn: part.due_on,
    returnsUsed: part.returns_used,
    isForced: part.is_forced,
    extensionAskedTo: part.extension_asked_to,
    signedOffBy: report?.signedOffBy ?? null,
  };
}
