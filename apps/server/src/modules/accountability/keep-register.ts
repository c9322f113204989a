import type pg from 'pg';
import { z } from 'zod';
import { clock } from '../../clock.ts';
import { row, type Sql, sql } from '../../database.ts';
import { ActRefusedError, type FieldProblem, InputError } from '../../graphql/errors.ts';
import { recordNumberer } from '../../registers/record-numbers.ts';
import type { RecordActor } from '../audit/chained-records.ts';
import { reasonProblems } from '../audit/reason-problems.ts';
import { itemsVisibleTo } from '../item/item.policy.ts';
import { orderedId } from '../item/ordered-id.ts';
import type { Viewer } from '../session/viewer.ts';
import { noName, openName, type SealedName, sealName } from './person-name.ts';
import { appendRecordEvent, type StoredRecord } from './record-chain.ts';
import { checkRecord, type RecordFields, type RecordInput } from './record-fields.ts';
import { sourceItem } from './source-item.ts';
import { lockRecord } from './stored-record.ts';

/** Who keeps the register, and which items a record of theirs may follow from (WHERE on `i`). */
export interface Keeper {
  actor: RecordActor;
  seesItems: Sql;
}

export function keeperOf(viewer: Viewer, address: string): Keeper {
  return { actor: { userId: viewer.userId, title: viewer.postTitle, address }, seesItems: itemsVisibleTo(viewer) };
}

const numbers = { table: 'accountability', prefix: '责' };

/** Enters a person held to account; answers the record's id. InputError with a problem at each field. */
export async function createRecord(tx: pg.PoolClient, keeper: Keeper, input: RecordInput, demo = false): Promise<string> {
  const name = input.name?.trim() || null;
  const { fields, itemId } = await sound(tx, keeper, input, { present: null, name });
  const nextNumber = await recordNumberer(tx, numbers);
  const record: StoredRecord = {
    ...fields,
    ...sealName(name),
    id: orderedId(),
    number: nextNumber(Number(clock.today().slice(0, 4))),
    itemId,
    revokedOn: null,
    revokedReason: null,
    demo,
    version: 1,
  };
  await write(tx, record);
  await appendRecordEvent(tx, keeper.actor, { record, action: 'CREATE', reason: null });
  return record.id;
}

/** Puts right what was entered wrongly. ActRefusedError on a revoked record, or where nothing would change. */
export async function correctRecord(
  tx: pg.PoolClient,
  viewer: Viewer,
  keeper: Keeper,
  { id, version, reason, ...input }: RecordInput & { id: string; version: number; reason: string },
): Promise<void> {
  const present = await lockRecord(tx, viewer, id, version);
  assertInForce(present);
  const given = input.name?.trim() || null;
  const nameNow = openName(present);
  const name = input.removeName ? null : (given ?? nameNow);
  const why = reasonProblems(reason, name);
  const { fields, itemId } = await sound(tx, keeper, input, { present, name, problems: why });
  const sealed: SealedName = name === nameNow ? present : name === null ? noName : sealName(name);
  const { wrappedKey, nameCipher } = sealed;
  const record: StoredRecord = { ...present, ...fields, wrappedKey, nameCipher, itemId, version: present.version + 1 };
  if (isSame(present, record)) throw new ActRefusedError('NOTHING_CHANGED', '没有改动任何内容，无需更正。');
  await write(tx, record);
  await appendRecordEvent(tx, keeper.actor, { record, action: 'CORRECT', reason: reason.trim() });
}

/** Withdraws a record: it stays, marked, and no figure counts it any more. ActRefusedError when it is revoked already. */
export async function revokeRecord(
  tx: pg.PoolClient,
  viewer: Viewer,
  keeper: Keeper,
  { id, version, reason }: { id: string; version: number; reason: string },
): Promise<void> {
  const present = await lockRecord(tx, viewer, id, version);
  assertInForce(present);
  const problems = reasonProblems(reason, openName(present));
  if (problems.length > 0) throw new InputError(problems);
  const record: StoredRecord = { ...present, revokedOn: clock.today(), revokedReason: reason.trim(), version: present.version + 1 };
  await write(tx, record);
  await appendRecordEvent(tx, keeper.actor, { record, action: 'REVOKE', reason: reason.trim() });
}

function assertInForce({ revokedOn }: StoredRecord): void {
  if (revokedOn !== null) throw new ActRefusedError('REVOKED', '这条记录已撤销，不能再更正或撤销。');
}

const groundRow = z.object({ units: z.array(z.string()), forms: z.array(z.string()), levels: z.array(z.string()) });

/** Checks a record against the words and items in force; what a record holds already may stay. InputError with all problems at once. */
async function sound(
  tx: pg.PoolClient,
  keeper: Keeper,
  input: RecordInput,
  { present, name, problems: others = [] }: { present: StoredRecord | null; name: string | null; problems?: FieldProblem[] },
): Promise<{ fields: RecordFields; itemId: string | null }> {
  const today = clock.today();
  const terms = (dictionary: string) =>
    sql`ARRAY(SELECT code FROM term WHERE dictionary = ${dictionary} AND ${today}::date BETWEEN valid_from AND valid_to)`;
  const ground = await row(
    groundRow,
    sql`SELECT ARRAY(SELECT id FROM unit WHERE kind <> 'CITY' AND ${today}::date BETWEEN valid_from AND valid_to) AS units,
          ${terms('accountability-form')} AS forms, ${terms('post-level')} AS levels`,
    tx,
  );
  const typed = input.itemNumber?.trim();
  const found = typed ? await sourceItem(tx, typed, { seen: keeper.seesItems, keptId: present?.itemId ?? null }) : null;
  const item = found && 'item' in found ? found.item : null;
  const kept = (list: readonly string[], value: string | undefined) => new Set(value === undefined ? list : [...list, value]);
  const { fields, problems } = checkRecord(input, {
    today,
    units: kept(ground.units, present?.unitId),
    forms: kept(ground.forms, present?.form),
    levels: kept(ground.levels, present?.postLevel),
    name,
    itemFoundOn: item?.foundOn ?? null,
    hasItem: item !== null,
  });
  if (found && 'problem' in found) {
    const [code, message] = found.problem;
    problems.push({ field: 'itemNumber', code, message });
  }
  if (problems.length + others.length > 0) throw new InputError([...problems, ...others]);
  return { fields, itemId: item?.id ?? null };
}

/** Inserts the record, or puts it in the place of the one with its id. */
async function write(tx: pg.PoolClient, record: StoredRecord): Promise<void> {
  const columns = {
    id: record.id,
    number: record.number,
    unit_id: record.unitId,
    post: record.post,
    post_level: record.postLevel,
    administrative_head: record.administrativeHead,
    fact: record.fact,
    rule: record.rule,
    form: record.form,
    decided_by: record.decidedBy,
    decided_on: record.decidedOn,
    effect: record.effect,
    effect_until: record.effectUntil,
    item_id: record.itemId,
    enforcement_record: record.enforcementRecord,
    source: record.source,
    wrapped_key: record.wrappedKey,
    name_cipher: record.nameCipher,
    revoked_on: record.revokedOn,
    revoked_reason: record.revokedReason,
    demo: record.demo,
    version: record.version,
  };
  const names = Object.keys(columns);
  const places = names.map((_, at) => `$${at + 1}`);
  const changed = names.filter((name) => name !== 'id' && name !== 'number').map((name) => `${name} = excluded.${name}`);
  await tx.query(
    `INSERT INTO accountability (${names.join(', ')}) VALUES (${places.join(', ')}) ON CONFLICT (id) DO UPDATE SET ${changed.join(', ')}`,
    Object.values(columns),
  );
}

function isSame(before: StoredRecord, after: StoredRecord): boolean {
  const plain = ({ version: _version, ...record }: StoredRecord) => JSON.stringify(record);
  return plain(before) === plain(after);
}
