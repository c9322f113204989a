import { isRefusal, itemState, step, transitionOf } from '@duban/rules/item-states';
import type { ItemAction } from '@duban/rules/vocabulary';
import type pg from 'pg';
import { z } from 'zod';
import { calendar, clock } from '../../../clock.ts';
import { execute, rows, sql } from '../../../database.ts';
import { ActRefusedError, InputError, NotFoundError } from '../../../graphql/errors.ts';
import { type LedgerContext, loadLedgerContext } from '../../../registers/ledger-context.ts';
import { signDueOn } from '../../../registers/sign-due-on.ts';
import { attachTo } from '../../attachment/attach-to.ts';
import type { Viewer } from '../../session/viewer.ts';
import { changeItems } from '../change-items.ts';
import { actorsOf, itemsVisibleTo } from '../item.policy.ts';
import type { Change, PartChange } from '../item-change.ts';
import { isId, lockVisible } from '../lock-visible.ts';
import { type LockedItem, type LockedPart, lockParts } from '../locked-item.ts';
import type { Act, ActFields } from './act.ts';
import { refusalError } from './act-refusals.ts';
import { checkFields } from './check-fields.ts';
import { effectOf, phaseAfter } from './effects.ts';
import { judgeOf } from './judge.ts';
import { type ItemForActs, type PartForActs, stepFactsOf } from './open-acts.ts';
import { addReport, judgeReport, type OpenReport, openReportOf, signReport } from './part-reports.ts';
import { writeRegisterEffects } from './register-effects.ts';
import { actSettings } from './settings.ts';

/**
 * Performs one act in the caller's transaction, whole or not at all: who, from which state, with what (THE state table), then the item, its
 * parts, its register's row, the report, the event, the spans and the notices.
 *
 * Errors: NotFoundError (not there, or not for this viewer), ConflictError with what others did, ActRefusedError (state, role or guard),
 * InputError at each field.
 */
export async function performAct(tx: pg.PoolClient, viewer: Viewer, act: Act, requestId: string): Promise<void> {
  const { item, parts, part } = await locked(tx, viewer, act);
  const settings = await actSettings(tx);
  const report = part ? await openReportOf(tx, part.id) : null;
  const state = part ? part.state : item.state;
  const transition = transitionOf(state, act.action);
  const itemView = itemForActs(item);
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
  const fields = await checkFields(tx, { ...act, fields: given }, needs);
  const facts = { ...stepFactsOf(viewer, itemView, partView, settings, clock.today()), satisfaction: fields.satisfaction ?? null };
  const after = step(state, act.action, facts);
  if (isRefusal(after)) throw refusalError(after);
  await checkAgainst(tx, viewer, act, fields, item, parts, part);
  await write(tx, { viewer, act, requestId, item, parts, part, report, fields });
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
}

/** Acts with which a part is assigned anew: its clock of signing in starts. */
const startsClock: ReadonlySet<ItemAction> = new Set(['APPROVE', 'ASSIGN', 'FORCE_ASSIGN', 'REOPEN']);

async function write(tx: pg.PoolClient, doing: Doing): Promise<void> {
  const { viewer, act, requestId, item, parts, part, report, fields } = doing;
  let context: Promise<LedgerContext> | undefined;
  const loadContext = () => {
    context ??= loadLedgerContext(tx);
    return context;
  };
  const today = clock.today();
  const signBy = startsClock.has(act.action) ? signDueOn(today, await loadContext()) : null;
  const effect = effectOf(act.action, { item, parts, part, fields, actorId: viewer.userId, today, calendar, signDueOn: signBy });

  const planned = new Map((effect.parts ?? []).map((plan) => [plan.unitId, plan]));
  const gone = new Set(effect.removedUnitIds ?? []);
  const succeeded = new Set((effect.parts ?? []).flatMap(({ succeedsPartId }) => succeedsPartId ?? []));
  const standing = parts.filter(({ id, unit_id }) => !gone.has(unit_id) && !succeeded.has(id) && !planned.has(unit_id));
  const partStates = [...standing, ...planned.values()].map(({ state, duty }) => ({ state, duty, superseded: false }));
  const state = itemState(phaseAfter(effect, item.state), partStates);

  const extra = await sideWrites(tx, doing);
  const fresh = await writeRegisterEffects(tx, act.action, {
    item,
    part,
    fields,
    closes: effect.closedOn != null,
    reported: report?.text ?? null,
  });
  const judge = judgeOf(tx, item, loadContext);
  const facts = effect.facts ?? {};
  const itemStanding = await judge.item(
    { state, assignedOn: facts.assignedOn ?? item.assigned_on, dueOn: facts.dueOn ?? item.due_on },
    fresh,
  );
  const partChanges: PartChange[] = [];
  for (const { state: partState, dueOn, ...plan } of planned.values()) {
    const known = parts.find(({ unit_id, id }) => unit_id === plan.unitId && id !== plan.succeedsPartId) ?? null;
    const assignedOn = plan.assignedOn ?? known?.assigned_on ?? today;
    partChanges.push({ ...plan, standing: await judge.part(known, { state: partState, assignedOn, dueOn }, fresh) });
  }
  const change: Change = {
    action: act.action as Change['action'],
    itemId: item.id,
    version: act.version,
    facts,
    standing: itemStanding,
    parts: partChanges,
    payload: { ...payloadOf(doing), ...extra },
    ...(part ? { partId: part.id } : {}),
    ...(effect.removedUnitIds ? { removedUnitIds: effect.removedUnitIds } : {}),
    ...(effect.override !== undefined ? { override: effect.override } : {}),
    ...(effect.closedOn !== undefined ? { closedOn: effect.closedOn } : {}),
    ...(effect.writtenOffOn !== undefined ? { writtenOffOn: effect.writtenOffOn } : {}),
    ...(effect.beginsRound ? { beginsRound: true } : {}),
    ...(effect.satisfaction ? { satisfaction: effect.satisfaction } : {}),
    ...(effect.mergedIntoId ? { mergedIntoId: effect.mergedIntoId } : {}),
  };
  await changeItems(tx, { userId: viewer.userId, title: viewer.postTitle, requestId }, [change]);
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
    default:
      return {};
  }
}

/** What the event keeps: what was brought, whose part, and what changed of it. */
function payloadOf({ act, part, item, fields }: Doing): Record<string, unknown> {
  const brought = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));
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
  if (act.action === 'CORRECT' && !fields.title && !fields.dueOn && !fields.dutyPerson) refuse('title', 'NOTHING', '请填写至少一处更正。');
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
    if (target!.kind !== item.kind) refuse('targetId', 'OTHER_REGISTER', '只能并入同一台账的事项。');
  }
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
