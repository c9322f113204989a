import { randomUUID } from 'node:crypto';
import type { ItemState, ProblemOrigin, Satisfaction } from '@duban/rules/vocabulary';
import { insertRows, pool } from '../../../database.ts';
import { sealRaiser } from '../../../registers/raiser.ts';
import { addItem, ask, db } from '../../../testing/test-city.ts';
import type { Viewer } from '../../session/viewer.ts';

export interface MadeProblem {
  title?: string;
  content?: string;
  foundOn?: string;
  assignedOn?: string;
  dueOn?: string;
  closedOn?: string;
  writtenOffOn?: string;
  state?: ItemState;
  topic?: string | null;
  leadUnitId?: string;
  countyId?: string | null;
  origin?: ProblemOrigin;
  channel?: string;
  people?: number;
  answeredOn?: string | null;
  satisfaction?: Satisfaction;
  raiserName?: string;
  raiserPhone?: string;
}

/** Adds a problem of the public with its item; answered on the day of closing unless said otherwise. Answers the item's id. */
export async function addProblem(made: MadeProblem = {}): Promise<string> {
  const { foundOn = '2014-08-01', topic = 'education', leadUnitId = 'jyj', countyId = null, closedOn, writtenOffOn, title } = made;
  const itemId = await addItem({
    kind: 'PUBLIC_PROBLEM',
    category: topic,
    leadUnitId,
    countyId,
    foundOn,
    assignedOn: made.assignedOn ?? foundOn,
    dueOn: made.dueOn ?? '2014-12-31',
    ...(closedOn ? { closedOn } : {}),
    ...(writtenOffOn ? { writtenOffOn } : {}),
    ...(made.state ? { state: made.state } : {}),
    ...(title ? { title } : {}),
  });
  const answeredOn = made.answeredOn === undefined ? closedOn : made.answeredOn;
  await db.publicProblem.create({
    data: {
      itemId,
      origin: made.origin ?? 'ASKED_FOR',
      channel: made.channel ?? 'meeting',
      content: made.content ?? '测试内容',
      peopleAffected: made.people ?? null,
      answer: answeredOn ? '已解决。' : null,
      answeredOn: answeredOn ? new Date(answeredOn) : null,
      satisfaction: made.satisfaction ?? null,
    },
  });
  if (made.raiserName || made.raiserPhone) {
    const raiser = { raiserName: made.raiserName ?? null, raiserPhone: made.raiserPhone ?? null };
    await insertRows(pool, 'problem_raiser', [sealRaiser(itemId, raiser)]);
  }
  return itemId;
}

/** A sound form of 教育局. */
export const soundForm = {
  title: '城东小学门前道路坑洼积水',
  content: '城东小学门前一百余米道路坑洼，雨天积水，学生上下学不便。',
  topic: 'transport',
  origin: 'ASKED_FOR',
  channel: 'meeting',
  peopleAffected: 320,
  countyId: '411721',
  raisedOn: '2014-09-26',
  leadUnitId: 'jyj',
  raiserName: '某甲乙',
  raiserPhone: '13900001111',
};

export interface Registered {
  __typename: string;
  item?: { id: string; number: string };
  fields?: { field: string; code: string; message: string }[];
}

/** Sends the form of a viewer; `changes` replaces fields of the sound one. GraphQL's own errors are thrown. */
export async function register(
  viewer: Viewer,
  changes: Record<string, unknown> = {},
  requestId: string = randomUUID(),
): Promise<Registered> {
  const { data, errors } = await ask<{ registerPublicProblem: Registered }>(
    viewer,
    `mutation ($input: RegisterPublicProblemInput!) { registerPublicProblem(input: $input) {
      __typename ... on PublicProblemRegistered { item { id number } } ... on InputError { fields { field code message } } } }`,
    { input: { requestId, ...soundForm, ...changes } },
  );
  if (errors) throw new Error(errors.map(({ message }) => message).join('; '));
  return data!.registerPublicProblem;
}

/** Tables and columns in which a word stands in clear. */
export async function placesOf(word: string): Promise<string[]> {
  const { rows } = await pool.query<{ t: string; c: string; b: boolean }>(
    `SELECT table_name AS t, column_name AS c, data_type = 'bytea' AS b FROM information_schema.columns WHERE table_schema = current_schema()`,
  );
  const places: string[] = [];
  for (const { t, c, b } of rows) {
    const test = b ? `position(convert_to($1, 'UTF8') in "${c}") > 0` : `position($1 in "${c}"::text) > 0`;
    if ((await pool.query(`SELECT 1 FROM "${t}" WHERE ${test} LIMIT 1`, [word])).rows.length > 0) places.push(`${t}.${c}`);
  }
  return places;
}
