import { itemState } from '@duban/rules/item-states';
import type { ItemAction } from '@duban/rules/vocabulary';
import type pg from 'pg';
import { calendar, clock } from '../../../clock.ts';
import type { LedgerContext } from '../../../registers/ledger-context.ts';
import { signDueOn } from '../../../registers/sign-due-on.ts';
import { changeItems } from '../change-items.ts';
import type { Actor, Change, PartChange } from '../item-change.ts';
import type { LockedItem, LockedPart } from '../locked-item.ts';
import type { ActFields } from './act.ts';
import { effectOf, phaseAfter } from './effects.ts';
import { judgeOf } from './judge.ts';
import { writeRegisterEffects } from './register-effects.ts';

/** An act that may be done: who, from which state and with what have been judged. */
export interface JudgedAct {
  action: Change['action'];
  actor: Actor;
  item: LockedItem;
  parts: readonly LockedPart[];
  part: LockedPart | null;
  fields: ActFields;
  /** What the unit last reported of the part. */
  reported: string | null;
  /** What the event keeps. */
  payload: Record<string, unknown>;
  loadContext: () => Promise<LedgerContext>;
}

/** Acts with which a part is assigned anew: its clock of signing in starts. */
const startsClock: ReadonlySet<ItemAction> = new Set(['APPROVE', 'ASSIGN', 'TAKE_ON', 'FORCE_ASSIGN', 'REOPEN']);

/** Writes an act in the caller's transaction: the register's own row, then the item, its parts, event, spans and notices. */
export async function writeAct(tx: pg.PoolClient, judged: JudgedAct): Promise<void> {
  const { action, actor, item, parts, part, fields, reported, payload, loadContext } = judged;
  const today = clock.today();
  const signBy = startsClock.has(action) ? signDueOn(today, await loadContext()) : null;
  const effect = effectOf(action, { item, parts, part, fields, actorId: actor.userId, today, calendar, signDueOn: signBy });

  const planned = new Map((effect.parts ?? []).map((plan) => [plan.unitId, plan]));
  const gone = new Set(effect.removedUnitIds ?? []);
  const succeeded = new Set((effect.parts ?? []).flatMap(({ succeedsPartId }) => succeedsPartId ?? []));
  const standing = parts.filter(({ id, unit_id }) => !gone.has(unit_id) && !succeeded.has(id) && !planned.has(unit_id));
  const partStates = [...standing, ...planned.values()].map(({ state, duty }) => ({ state, duty, superseded: false }));
  const state = itemState(phaseAfter(effect, item.state), partStates);

  const fresh = await writeRegisterEffects(tx, action, { item, part, fields, closes: effect.closedOn != null, reported });
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
    action,
    itemId: item.id,
    version: item.version,
    facts,
    standing: itemStanding,
    parts: partChanges,
    payload,
    ...(part ? { partId: part.id } : {}),
    ...(effect.removedUnitIds ? { removedUnitIds: effect.removedUnitIds } : {}),
    ...(effect.override !== undefined ? { override: effect.override } : {}),
    ...(effect.closedOn !== undefined ? { closedOn: effect.closedOn } : {}),
    ...(effect.writtenOffOn !== undefined ? { writtenOffOn: effect.writtenOffOn } : {}),
    ...(effect.beginsRound ? { beginsRound: true } : {}),
    ...(effect.satisfaction ? { satisfaction: effect.satisfaction } : {}),
    ...(effect.mergedIntoId ? { mergedIntoId: effect.mergedIntoId } : {}),
  };
  await changeItems(tx, actor, [change]);
}
