import { randomUUID } from 'node:crypto';
import type { ItemState, Role } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { pool, row, sql } from '../../../../database.ts';
import { addItem, ask, type TestItem, viewerWith } from '../../../../testing/test-city.ts';
import type { Viewer } from '../../../session/viewer.ts';
import type { ActDefinition, ActFields } from '../act.ts';
import { actDefinitions } from '../act-definitions.ts';

/** A hard problem with its register row, led by 国土局 and assisted by 财政局 unless said otherwise. Answers its id. */
export async function addHardProblem(given: Partial<TestItem> = {}): Promise<string> {
  const id = await addItem({ kind: 'HARD_PROBLEM', level: 'CITY', leadUnitId: 'gtj', assisting: ['czj'], dueOn: '2014-12-31', ...given });
  await pool.query('INSERT INTO hard_problem (item_id) VALUES ($1)', [id]);
  return id;
}

/** A post of its own, so that two viewers are two persons. */
export async function person(role: Role, unitId = '411700', more: Partial<Viewer> = {}): Promise<Viewer> {
  const userId = randomUUID();
  const postId = `post-${userId}`;
  await pool.query('INSERT INTO post (id, title, title_en, unit_id, role, position) VALUES ($1, $2, $2, $3, $4, 999)', [
    postId,
    `${role} ${unitId}`,
    unitId,
    role,
  ]);
  await pool.query(
    `INSERT INTO app_user (id, account, display_name, post_id, password_hash, password_changed_at) VALUES ($1, $2, $2, $3, 'x', now())`,
    [userId, `u-${userId}`, postId],
  );
  return { ...viewerWith(role, unitId), userId, postId, postTitle: `${role} ${unitId}`, ...more };
}

const partRow = z.object({ id: z.string(), state: z.string(), due_on: z.string(), assigned_on: z.string() });

/** The part in force of a unit. */
export function partOf(itemId: string, unitId: string) {
  return row(
    partRow,
    sql`SELECT id, state, due_on, assigned_on FROM item_unit WHERE item_id = ${itemId}::uuid AND unit_id = ${unitId} AND superseded_by_id IS NULL`,
  );
}

const itemRow = z.object({
  version: z.number(),
  state: z.string(),
  due_on: z.string(),
  round: z.number(),
  closed_on: z.string().nullable(),
});

export function itemRowOf(itemId: string) {
  return row(itemRow, sql`SELECT version, state, due_on, round, closed_on FROM item WHERE id = ${itemId}::uuid`);
}

export interface Answer {
  __typename: string;
  item?: { state?: string; standing: { state: ItemState } };
  fields?: { field: string; code: string }[];
  code?: string;
  version?: number;
  changes?: { actorTitle: string; action: string }[];
}

export const definitionOf = (mutation: string): ActDefinition => actDefinitions.find((definition) => definition.mutation === mutation)!;

/** Calls an act's mutation as the viewer, at the item's present version unless another is given. */
export async function act(
  viewer: Viewer | null,
  mutation: string,
  itemId: string,
  given: ActFields & { partId?: string; version?: number; requestId?: string } = {},
): Promise<Answer> {
  const { version = (await itemRowOf(itemId)).version, requestId = randomUUID(), ...fields } = given;
  const input = { itemId, version, requestId, ...fields };
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const answer = await ask<Record<string, Answer>>(
    viewer,
    `mutation Act($input: ${type}!) { ${mutation}(input: $input) {
      __typename
      ... on ItemActed { item { standing { state } } }
      ... on InputError { fields { field code } }
      ... on ActRefusedError { code }
      ... on ConflictError { version changes { actorTitle action } }
    } }`,
    { input },
  );
  if (answer.errors) throw new Error(answer.errors.map(({ message }) => message).join('; '));
  return answer.data![mutation]!;
}

/** Texts and days that satisfy whatever an act asks for. */
export const goodFields: ActFields = {
  reason: '情况属实，理由充分',
  dueOn: '2015-01-30',
  leadUnitId: 'gtj',
  assistUnitIds: ['czj'],
  unitId: 'fgw',
  text: '已经办结，有关手续齐备',
  evidence: '驻国土〔2014〕12号',
  acceptance: '同意办结',
  satisfaction: 'SATISFIED',
  light: 'YELLOW',
  title: '更正后的名称',
};

/** Of the good fields those that the act takes. */
export function fieldsOf({ fields }: ActDefinition): ActFields {
  return Object.fromEntries(fields.flatMap((field) => (field in goodFields ? [[field, goodFields[field]]] : [])));
}
