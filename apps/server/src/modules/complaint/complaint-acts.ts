import { type ItemAction, satisfactions } from '@duban/rules/vocabulary';
import type pg from 'pg';
import { z } from 'zod';
import { clock } from '../../clock.ts';
import { rows, sql } from '../../database.ts';
import type { FieldProblem } from '../../graphql/errors.ts';
import { finishDay } from '../../registers/complaint.ts';
import type { LedgerContext } from '../../registers/ledger-context.ts';
import type { ActFields } from '../item/acts/act.ts';
import type { LockedItem } from '../item/locked-item.ts';
import type { Viewer } from '../session/viewer.ts';
import { complainantsNamedIn } from './complainants-named.ts';
import { canReadStatements } from './complaint.policy.ts';
import { complaintsHandledIn } from './handled-in.ts';

const ratedRow = z.object({ satisfaction: z.enum(satisfactions) });

/** What nobody has to type: the limit of the class when it is taken on, the complainant's own grade when it is written off. */
export async function complaintDefaults(
  tx: pg.PoolClient,
  item: LockedItem,
  action: ItemAction,
  fields: ActFields,
  loadContext: () => Promise<LedgerContext>,
): Promise<ActFields> {
  if (item.kind !== 'COMPLAINT') return fields;
  if (action === 'TAKE_ON' && !fields.dueOn) return { ...fields, dueOn: finishDay(await loadContext(), fields.category ?? item.category) };
  if (action === 'WRITE_OFF' && !fields.satisfaction) {
    const rated = await rows(
      ratedRow,
      sql`SELECT satisfaction FROM complaint WHERE item_id = ${item.id}::uuid AND satisfaction IS NOT NULL ORDER BY satisfaction DESC LIMIT 1`,
      tx,
    );
    return { ...fields, satisfaction: rated[0]?.satisfaction ?? null };
  }
  return fields;
}

const known = z.object({ isClass: z.boolean(), isUnit: z.boolean() });

/** Problems of what an act says of a complaint: an unknown class or unit, an office that hands over to itself, a trace of who complained. */
export async function complaintProblems(
  tx: pg.PoolClient,
  viewer: Viewer,
  item: LockedItem,
  action: ItemAction,
  fields: ActFields,
): Promise<FieldProblem[]> {
  if (item.kind !== 'COMPLAINT') return [];
  const problems: FieldProblem[] = [];
  if (action === 'TAKE_ON') {
    const [found] = await rows(
      known,
      sql`SELECT EXISTS (SELECT 1 FROM term WHERE dictionary = 'complaint-class' AND code = ${fields.category}) AS "isClass",
            EXISTS (SELECT 1 FROM unit WHERE id = ${fields.complainedUnitId ?? null} AND ${clock.today()}::date BETWEEN valid_from AND valid_to) AS "isUnit"`,
      tx,
    );
    if (!found!.isClass) problems.push({ field: 'category', code: 'UNKNOWN', message: '没有这个投诉类别，请重新选择。' });
    if (fields.complainedUnitId && !found!.isUnit)
      problems.push({ field: 'complainedUnitId', code: 'UNKNOWN', message: '没有这个单位，请重新选择。' });
    const isOwn = fields.leadUnitId === item.lead_unit_id;
    if (fields.mode === 'OWN' && !isOwn)
      problems.push({ field: 'leadUnitId', code: 'NOT_OWN', message: '自办件由受理机构承办；由其他单位承办的，请选择转办或交办。' });
    if (fields.mode !== 'OWN' && isOwn)
      problems.push({ field: 'leadUnitId', code: 'OWN', message: '请选择承办单位；由受理机构自行承办的，办理方式请选择自办。' });
  }
  if (action === 'WITHDRAW' && (await complaintsHandledIn(item.id, tx)) > 1)
    problems.push({ field: 'reason', code: 'OTHERS', message: '还有其他投诉与本件一并办理，不能登记撤回。' });
  // Only whoever may know who complained is told that a text names them: to others the answer would be a way of guessing.
  if (canReadStatements(viewer)) {
    const { facts, title, measures, sanction, reason } = fields;
    problems.push(...(await traceProblems(tx, item.id, { facts, title, measures, sanction, reason })));
  }
  return problems;
}

/** Nothing that units read may name who complained. */
async function traceProblems(tx: pg.PoolClient, itemId: string, texts: Record<string, string | null | undefined>): Promise<FieldProblem[]> {
  const problems: FieldProblem[] = [];
  for (const [field, text] of Object.entries(texts)) {
    const traces = text ? await complainantsNamedIn(tx, itemId, text) : [];
    if (traces.length > 0)
      problems.push({
        field,
        code: 'NAMES_COMPLAINANT',
        message: `承办单位会看到这里的内容，请删去能认出投诉人的信息（${traces.join('、')}）。`,
      });
  }
  return problems;
}

/** Whether everybody whose complaint is handled in an item has been answered; true of every other register. */
export async function isAnswered(tx: pg.PoolClient, item: LockedItem): Promise<boolean> {
  if (item.kind !== 'COMPLAINT') return true;
  const waiting = await rows(
    z.object({ id: z.string() }),
    sql`SELECT id FROM complaint WHERE item_id = ${item.id}::uuid AND answered_on IS NULL`,
    tx,
  );
  return waiting.length === 0;
}
