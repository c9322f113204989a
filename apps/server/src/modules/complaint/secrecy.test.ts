import { randomUUID } from 'node:crypto';
import { type Role, roles } from '@duban/rules/vocabulary';
import {
  type DocumentNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  parse,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pool, transaction } from '../../database.ts';
import { askDocument, openTestCity } from '../../testing/test-city.ts';
import { storeUpload } from '../exchange/stored-uploads.ts';
import { act, partOf, person } from '../item/acts/testing/acts.fixture.ts';
import type { Viewer } from '../session/viewer.ts';
import { supplementByComplainant } from './complainant-acts.ts';
import { registerComplaint } from './register-complaint.ts';

/**
 * Every field that can be reached, as every role: who complained, what they wrote, and what they handed in never shows to anybody but the
 * complaint office, and who complained not even there without asking for it (policy 2(2)5).
 */
const personal = ['某甲乙', '13900001111', '41280119700101123X', '某某街道12号'];
const words = ['亲眼看见三次', '只求公道', '二楼某科长', '某某巷口', '又看见一次'];
const material = ['我拍的照片.png'];
/** Told to those who see the whole city, and to no unit: an answer names whom it is for. */
const answers = ['甲乙同志：所反映问题已经查实'];
/** What the unit must answer. */
const facts = '群众反映办事窗口长期无人值守';
const ownFacts = '群众反映工作人员收受礼品';

/** Arguments for the root fields that need some. A new one without an entry fails the test below. */
const args: Record<string, (city: City) => string> = {
  item: ({ itemId }) => `(id: "${itemId}")`,
  accountability: () => '(number: "责-2014-0001")',
  calendarDays: () => '(year: 2014)',
  complaintIntakeCourse: () => '(by: MONTH)',
  importRun: () => `(id: "${randomUUID()}")`,
  ownComplaintRegistrations: () => '(period: THIS_MONTH)',
  movements: () => '(since: "2014-01-01T00:00:00.000Z")',
  rectification: () => '(code: "1")',
  rectificationDisorders: () => '(code: "4")',
  rectificationEntries: () => '(code: "1")',
  rectificationEntryStory: () => '(code: "1", month: "2014-08", unitId: "gaj")',
  rectificationMonths: () => '(code: "1")',
  rectificationUnits: () => '(code: "1")',
  unitRanking: () => '(group: DEPARTMENT)',
  urging: ({ number }) => `(number: "${number}")`,
  visit: () => '(number: "访-2014-0001")',
};

interface City {
  itemId: string;
  number: string;
  ownItemId: string;
  ownNumber: string;
}
let close: () => Promise<void>;
let schema: GraphQLSchema;
let city: City;
let inspection: Viewer;
let questions: Question[];
const everything = new Map<string, Map<string, string>>();
let viewers: { name: string; role: Role | null; viewer: Viewer | null }[];

beforeAll(async () => {
  close = await openTestCity();
  ({ schema } = await import('../../graphql/schema.ts'));
  inspection = await person('INSPECTION', 'jcj');
  const handler = await person('UNIT_HEAD', 'czj');
  const service = await person('SERVICE_CENTRE', 'xzfw');
  const registered = await complaint('about', service);
  const own = await complaint('own', service);
  await transaction((tx) => supplementByComplainant(tx, registered.id, '又看见一次', [], randomUUID()));
  const takenOn = { category: '4', complainedUnitId: 'zjj', assistUnitIds: [] };
  expect(
    await act(inspection, 'takeOnComplaint', registered.itemId, { ...takenOn, mode: 'ASSIGN', facts, leadUnitId: 'czj' }),
  ).toMatchObject({ __typename: 'ItemActed' });
  expect(
    await act(inspection, 'takeOnComplaint', own.itemId, { ...takenOn, mode: 'OWN', facts: ownFacts, leadUnitId: 'jcj' }),
  ).toMatchObject({
    __typename: 'ItemActed',
  });
  const { id: partId } = await partOf(registered.itemId, 'czj');
  await act(handler, 'signPart', registered.itemId, { partId });
  await act(handler, 'reportPart', registered.itemId, { partId, text: '已核实。', evidence: '台账' });
  for (const { itemId } of [registered, own]) {
    await act(inspection, 'recordFinding', itemId, { finding: 'TRUE', measures: '轮岗值守' });
    expect(await act(inspection, 'answerComplaint', itemId, { answer: `${answers[0]}，感谢监督。` })).toMatchObject({
      __typename: 'ItemActed',
    });
  }
  const made: Partial<Record<Role, Viewer>> = { INSPECTION: inspection, SERVICE_CENTRE: service };
  city = { itemId: registered.itemId, number: registered.number, ownItemId: own.itemId, ownNumber: own.number };
  questions = await allQuestions();
  viewers = [
    { name: '公众', role: null, viewer: null },
    { name: '被投诉单位负责人', role: 'UNIT_HEAD', viewer: await person('UNIT_HEAD', 'zjj') },
    { name: '被投诉单位联络员', role: 'UNIT_CLERK', viewer: await person('UNIT_CLERK', 'zjj') },
    { name: '承办单位负责人', role: 'UNIT_HEAD', viewer: handler },
    { name: '承办单位联络员', role: 'UNIT_CLERK', viewer: await person('UNIT_CLERK', 'czj') },
    ...(await Promise.all(
      roles
        .filter((role) => !role.startsWith('UNIT'))
        .map(async (role) => ({
          name: role,
          role,
          viewer: made[role] ?? (await person(role, unitsOf[role] ?? '411700')),
        })),
    )),
  ];
}, 240_000);
afterAll(() => close());

const unitsOf: Partial<Record<Role, string>> = { SUPERVISION_OFFICE: 'dcs' };

/** A complaint that a window entered. */
async function complaint(key: string, window: Viewer) {
  const registered = await transaction(async (tx) => {
    const fileHash = await storeUpload(tx, Buffer.from(`file ${key}`), 'image/png');
    const fileId = randomUUID();
    await tx.query('INSERT INTO attachment (id, file_hash, name, added_by_id, added_at) VALUES ($1, $2, $3, $4, now())', [
      ...[fileId, fileHash, material[0], window.userId],
    ]);
    return registerComplaint(
      tx,
      { userId: window.userId, title: window.postTitle },
      {
        channel: 'window',
        realName: true,
        person: {
          complainantName: personal[0]!,
          complainantPhone: personal[1]!,
          complainantIdentity: personal[2]!,
          complainantAddress: personal[3]!,
        },
        statement: {
          facts: `亲眼看见三次（${key}）`,
          wish: '只求公道',
          concerns: '二楼某科长',
          place: '某某巷口',
          occurredOn: '2014-09-01',
        },
        category: '4',
        complainedUnitId: 'zjj',
        people: 1,
        fileIds: [fileId],
        queryCode: key.padEnd(10, '0').toUpperCase(),
        secretHash: `hash-of-${key}`,
      },
    );
  });
  return registered;
}

/** Few of a list: what one may ask for at once is weighed by the rows asked for. */
const few = (field: GraphQLField<unknown, unknown>) => (field.args.some(({ name }) => name === 'first') ? '(first: 3)' : '');

/** The objects that a type may be, those aside through which the way led already. */
function objectsOf(type: GraphQLNamedType, way: readonly string[]): readonly GraphQLObjectType[] {
  const objects = isAbstractType(type) ? schema.getPossibleTypes(type) : isObjectType(type) ? [type] : [];
  return objects.filter(({ name }) => !way.includes(name));
}

/** Every field of a type and of those it leads to, none through the same type twice on the way. */
function selectionOf(type: GraphQLNamedType, depth: number, way: readonly string[] = []): string {
  const parts = objectsOf(type, way).map((object) => {
    const fields = Object.values(object.getFields()).flatMap((field) => {
      const of = getNamedType(field.type);
      if (field.args.some(isRequiredArgument)) return [];
      // Two registers may give one name to fields of different types: each goes under its type's.
      const name = `${object.name}_${field.name}: ${field.name}${few(field)}`;
      if (isLeafType(of)) return [name];
      if (depth === 0) return [];
      const inner = selectionOf(of, depth - 1, [...way, object.name]);
      return inner ? [`${name} { ${inner} }`] : [];
    });
    return `... on ${object.name} { __typename ${fields.join(' ')} }`;
  });
  return parts.join(' ');
}

/** Wraps a selection into the fields that lead to it. */
type Within = (selection: string) => string;

interface Question {
  name: string;
  document: DocumentNode;
}

/** All of a type in one question, or, where that is more than one request may ask for, object by object, or field by field. */
async function questionsOf(
  name: string,
  within: Within,
  type: GraphQLNamedType,
  depth: number,
  way: readonly string[],
): Promise<Question[]> {
  const inner = isLeafType(type) ? '' : selectionOf(type, depth, way);
  if (!isLeafType(type) && inner === '') return [];
  const document = parse(within(inner && `{ ${inner} }`), { noLocation: true });
  const { errors } = await askDocument(inspection, document);
  if (!errors?.some(({ message }) => message.startsWith('Query exceeds'))) return [{ name, document }];
  expect(isLeafType(type), `${name} can't be asked for in one request`).toBe(false);
  const questions: Question[] = [];
  const objects = objectsOf(type, way);
  for (const object of objects) {
    if (objects.length > 1) {
      questions.push(...(await questionsOf(name, within, object, depth, way)));
      continue;
    }
    for (const field of Object.values(object.getFields())) {
      const of = getNamedType(field.type);
      if (field.args.some(isRequiredArgument) || (depth === 0 && !isLeafType(of))) continue;
      const one: Within = (selection) => within(`{ ... on ${object.name} { ${field.name}${few(field)} ${selection} } }`);
      questions.push(...(await questionsOf(`${name}.${field.name}`, one, of, depth - 1, [...way, object.name])));
    }
  }
  return questions;
}

/** Every root field, and of two complaints every field, deeper. */
async function allQuestions(): Promise<Question[]> {
  const questions: Question[] = [];
  for (const field of Object.values(schema.getQueryType()!.getFields())) {
    const within: Within = (selection) => `{ ${field.name}${args[field.name]?.(city) ?? few(field)} ${selection} }`;
    questions.push(...(await questionsOf(field.name, within, getNamedType(field.type), 1, [])));
  }
  const complaint = schema.getType('ComplaintItem');
  if (!isObjectType(complaint)) throw new TypeError('No type ComplaintItem');
  for (const itemId of [city.itemId, city.ownItemId]) {
    for (const field of Object.values(complaint.getFields()).filter((one) => !one.args.some(isRequiredArgument))) {
      const within: Within = (selection) =>
        `{ item(id: "${itemId}") { ... on ComplaintItem { ${field.name}${few(field)} ${selection} } } }`;
      questions.push(...(await questionsOf(`item.${field.name}`, within, getNamedType(field.type), 2, ['ComplaintItem'])));
    }
  }
  return questions;
}

/** What a viewer is answered, by question. A refusal is an answer too; a question that can't be asked at all is none. */
async function everythingSeenBy(viewer: Viewer | null): Promise<Map<string, string>> {
  const seen = new Map<string, string>();
  for (const { name, document } of questions) {
    const answer = await askDocument(viewer, document);
    const broken = answer.errors?.find(({ extensions }) => !['FORBIDDEN', 'UNAUTHENTICATED'].includes(String(extensions?.code)));
    expect([name, broken?.message]).toEqual([name, undefined]);
    seen.set(name, `${seen.get(name) ?? ''}${JSON.stringify(answer)}`);
  }
  return seen;
}

const found = (seen: Map<string, string>, texts: readonly string[]) =>
  [...seen].flatMap(([name, text]) => texts.flatMap((one) => (text.includes(one) ? [`${name}: ${one}`] : [])));

describe('every field as every role', () => {
  it('has an argument for each root field that needs one', () => {
    const needing = Object.values(schema.getQueryType()!.getFields()).filter((field) => field.args.some(isRequiredArgument));
    expect(needing.map(({ name }) => name).filter((name) => !(name in args))).toEqual([]);
  });

  it('shows who complained to nobody, and what they wrote and handed in to the complaint office alone', async () => {
    for (const { name, role, viewer } of viewers) {
      const seen = await everythingSeenBy(viewer);
      everything.set(name, seen);
      expect([name, found(seen, [...personal, 'hash-of-'])]).toEqual([name, []]);
      // The window meets what it entered, and of it the number alone.
      if (role === 'SERVICE_CENTRE') expect(found(seen, [city.number, city.ownNumber])).not.toEqual([]);
      if (role === 'INSPECTION') {
        // The walk does reach them.
        expect(found(seen, words).map((one) => one.split(': ')[1])).toEqual(expect.arrayContaining(words));
        expect(found(seen, material)).not.toEqual([]);
      } else expect([name, found(seen, [...words, ...material])]).toEqual([name, []]);
      const isCityWide = role !== null && ['CITY_LEADER', 'VICE_MAYOR', 'SUPERVISION_OFFICE', 'INSPECTION'].includes(role);
      if (isCityWide) expect([name, found(seen, answers).length > 0]).toEqual([name, true]);
      else expect([name, found(seen, answers)]).toEqual([name, []]);
    }
  }, 600_000);

  it('lets the handling unit see the facts that it must answer, and the accused nothing of what others handle', () => {
    const ofHandler = everything.get('承办单位负责人')!;
    expect(found(ofHandler, [facts])).not.toEqual([]);
    expect(found(ofHandler, [ownFacts, city.ownNumber])).toEqual([]);
    for (const name of ['被投诉单位负责人', '被投诉单位联络员']) {
      const seen = everything.get(name)!;
      expect([name, found(seen, [facts, ownFacts, city.number, city.ownNumber])]).toEqual([name, []]);
    }
  });

  it('keeps all of it out of the tables', async () => {
    const { rows } = await pool.query<{ table: string }>(
      `SELECT table_name AS "table" FROM information_schema.tables WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'`,
    );
    const clear: string[] = [];
    for (const { table } of rows) {
      const { rows: lines } = await pool.query<{ line: string }>(`SELECT t::text AS line FROM "${table}" t`);
      for (const { line } of lines) for (const text of [...personal, ...words]) if (line.includes(text)) clear.push(`${table}: ${text}`);
    }
    expect(clear).toEqual([]);
  });
});
