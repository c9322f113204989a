import { randomUUID } from 'node:crypto';
import {
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertRows, pool } from '../database.ts';
import { makeDemoAccounts } from '../modules/campaign/demo-accounts.ts';
import { sealText } from '../registers/complainant.ts';
import { addItem, db, openTestCity } from '../testing/test-city.ts';
import { publicSchema } from './schema.ts';
import { addComplaint, askPublic, filledIn, secret } from './testing/public.fixture.ts';

// Each string stands in one place that the public must not read; none occurs anywhere else.
const secrets = {
  name: '慕容密一',
  phone: '13900001111',
  identity: '411702190001011234',
  address: '密址街二号',
  facts: '密述：窗口三次推诿',
  wish: '密求：请道歉',
  concerns: '密人：某某科长',
  place: '密处：三楼',
  supplement: '密补：又去一次',
  strippedFacts: '密事：经整理的事实',
  refusal: '密拒：不属于受理范围',
  measures: '密改：已经整改',
  sanction: '密处分：诫勉谈话',
  answer: '密答：答复如下',
  external: '密外-2014-7',
  title: '密题：关于某单位的投诉',
  dutyPerson: '密责：某处长',
  source: '密源：领导批示',
  note: '密注：内部批注',
  reason: '密由：延期理由',
  override: '密灯：手动改灯',
  recusal: '密避：与当事人有亲属关系',
  file: '密附件.pdf',
  reviewer: '密审：审核岗位',
  hidden: '密工程：尚未公开',
  problem: '密问题：班子存在的问题',
  report: '密报：办理情况',
  code: '',
} satisfies Record<string, string>;

let close: () => Promise<void>;
let own: { id: string; itemId: string; code: string };

beforeAll(async () => {
  close = await openTestCity();
  await makeDemoAccounts(db);
  const user = await db.user.findFirstOrThrow();
  const { dutyPerson, source, note, reason, override, recusal } = secrets;
  for (const state of ['DRAFT', 'IN_PROGRESS', 'CLOSED', 'REFUSED', 'MERGED'] as const) {
    const person = {
      complainantName: secrets.name,
      complainantPhone: secrets.phone,
      complainantIdentity: secrets.identity,
      complainantAddress: secrets.address,
    };
    const { facts, wish, concerns, place } = secrets;
    const made = await addComplaint({
      item: { state, title: secrets.title, ...(state === 'CLOSED' ? { closedOn: '2014-09-01' } : {}) },
      person,
      statement: { facts, wish, concerns, place },
      complaint: {
        ...{ complainedUnitId: 'gtj', realName: true, facts: secrets.strippedFacts, refusalReason: secrets.refusal, finding: 'TRUE' },
        ...{ measures: secrets.measures, sanction: secrets.sanction, answer: secrets.answer, externalNumber: secrets.external },
        answeredOn: new Date('2014-09-01'),
      },
    });
    secrets.code = made.code;
    await db.item.update({
      where: { id: made.itemId },
      data: { dutyPerson, source, overrideLight: 'RED', overrideReason: override, dutyLeader: dutyPerson },
    });
    await db.itemUnit.updateMany({ where: { itemId: made.itemId }, data: { extensionReason: reason, returnReason: reason } });
    const { wrappedKey } = await db.complainant.findUniqueOrThrow({ where: { complaintId: made.id } });
    const supplement = sealText(Buffer.from(wrappedKey!), secrets.supplement);
    await insertRows(pool, 'complaint_supplement', [{ id: randomUUID(), complaint_id: made.id, at: new Date(), text_cipher: supplement }]);
    const hash = randomUUID();
    await db.storedFile.create({ data: { hash, size: 1, mediaType: 'application/pdf', bytes: Buffer.from(secrets.file) } });
    await db.attachment.create({
      data: { itemId: made.itemId, complaintId: made.id, fileHash: hash, name: secrets.file, addedAt: new Date() },
    });
    const part = await db.itemUnit.findFirstOrThrow({ where: { itemId: made.itemId } });
    await db.partReport.create({
      data: { itemId: made.itemId, partId: part.id, round: 1, text: secrets.report, reportedAt: new Date(), reportedBy: secrets.reviewer },
    });
    await db.recusal.create({ data: { itemId: made.itemId, userId: user.id, reason: recusal, enteredBy: note, at: new Date() } });
    await db.itemOpenness.create({
      data: {
        itemId: made.itemId,
        openness: 'PUBLIC',
        verdict: 'PASSED',
        setById: made.id,
        setBy: secrets.reviewer,
        setAt: new Date(),
        reason: note,
      },
    });
  }
  await addItem({ leadUnitId: 'gtj', category: '1', title: secrets.problem });
  for (const [title, verdict] of [
    ['公开的工程', 'PASSED'],
    [secrets.hidden, null],
  ] as const) {
    const itemId = await addItem({ kind: 'LIVELIHOOD_WORK', leadUnitId: 'jtj', category: 'ten-works', title });
    await db.item.update({
      where: { id: itemId },
      data: { dutyPerson, source, overrideLight: 'RED', overrideReason: override, dutyLeader: dutyPerson },
    });
    await db.livelihoodWork.create({
      data: { itemId, matter: note, nature: 'BUILD', quantity: 1, quantityUnit: '项', promise: `${title}的承诺` },
    });
    await db.countyTarget.create({ data: { itemId, countyId: '411721', target: 1, actual: 0 } });
    await db.itemOpenness.create({
      data: {
        itemId,
        openness: 'PUBLIC',
        verdict,
        setById: itemId,
        setBy: secrets.reviewer,
        setAt: new Date(),
        reviewedBy: secrets.reviewer,
        reason: note,
      },
    });
  }
  own = await addComplaint({
    statement: { facts: '本人写的', wish: '本人要的', concerns: secrets.concerns },
    person: {
      complainantName: secrets.name,
      complainantPhone: secrets.phone,
      complainantIdentity: secrets.identity,
      complainantAddress: secrets.address,
    },
    item: { closedOn: '2014-09-20', title: secrets.title },
    complaint: { sanction: secrets.sanction, externalNumber: secrets.external, facts: secrets.strippedFacts, answer: '给本人的答复' },
  });
}, 120_000);
afterAll(() => close());

/** Every field below a type, by name: what can be asked at all. */
function selection(type: GraphQLOutputType, path: string[] = []): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  expect(path.length, path.join(' > ')).toBeLessThan(10);
  if (isUnionType(named))
    return `{ __typename ${named
      .getTypes()
      .map((one) => `... on ${one.name} ${selection(one, path)}`)
      .join(' ')} }`;
  expect(isAbstractType(named), named.name).toBe(false);
  const fields = Object.values((named as GraphQLObjectType).getFields()).map((field) => {
    expect(field.args, `${named.name}.${field.name}`).toEqual([]);
    // The same name may be null in one type of a union and not in another.
    return `${named.name}_${field.name}: ${field.name} ${selection(field.type, [...path, field.name])}`;
  });
  return `{ ${fields.join(' ')} }`;
}

function expectNoSecret(answer: unknown): void {
  const text = JSON.stringify(answer);
  for (const [place, words] of Object.entries(secrets)) expect(text, place).not.toContain(words);
}

describe('no answer of the public schema tells what is not public', () => {
  it('of all that can be read', async () => {
    const query = publicSchema.getQueryType()!;
    const fields = Object.values(query.getFields());
    expect(fields.map(({ name }) => name).sort()).toEqual([
      'complaintFigures',
      'complaintForm',
      'promise',
      'promises',
      'site',
      'styleTotals',
    ]);
    const numbers = await db.item.findMany({ select: { number: true } });
    const asked = fields.flatMap((field) =>
      field.name === 'promise'
        ? numbers.map(({ number }, index) => `p${index}: promise(number: "${number}") ${selection(field.type)}`)
        : [`${field.name} ${selection(field.type)}`],
    );
    const { data, errors } = await askPublic(`{ ${asked.join(' ')} }`);
    expect(errors).toBeUndefined();
    expect(JSON.stringify(data)).toContain('公开的工程的承诺');
    expectNoSecret(data);
  });

  it('of all that can be done, with a key that opens nothing', async () => {
    expect(Object.keys(publicSchema.getMutationType()!.getFields()).sort()).toEqual([
      'openComplaint',
      'rateComplaint',
      'reopenComplaint',
      'submitComplaint',
      'supplementComplaint',
      'withdrawComplaint',
    ]);
    for (const { answer } of await everyAct(secrets.code, 'not the secret')) expectNoSecret(answer);
  });

  it('and nobody reads in their own complaint what is of the office, or of others', async () => {
    const answers = await everyAct(own.code, secret);
    expect(JSON.stringify(answers)).toContain('给本人的答复');
    for (const { answer } of answers) expectNoSecret(answer);
  });

  it('and no type has a field beyond those that were thought through', () => {
    const types = Object.values(publicSchema.getTypeMap()).filter((type) => isObjectType(type) && !type.name.startsWith('__'));
    expect(types.map(({ name }) => name).sort()).toEqual([
      ...['AnswerStep', 'ClassFigure', 'ComplaintAnswer', 'ComplaintFigures', 'ComplaintForm', 'ComplaintSubmitted', 'CountyProgress'],
      ...['FieldProblem', 'FormUnit', 'InputError', 'MonthFigure', 'Mutation', 'NotPossible', 'Promise', 'Query', 'Site', 'StyleTotal'],
      ...['Supplement', 'Term', 'TooManyRequests', 'UnknownComplaint'],
    ]);
    const answer = publicSchema.getType('ComplaintAnswer') as GraphQLObjectType;
    expect(Object.keys(answer.getFields()).sort()).toEqual([
      ...[
        'acceptBy',
        'acceptedOn',
        'answer',
        'answeredOn',
        'canRate',
        'canReopen',
        'canSupplement',
        'canWithdraw',
        'code',
        'dueOn',
        'facts',
      ],
      ...['finding', 'grade', 'handledBy', 'measures', 'receivedOn', 'refusalReason', 'stage', 'steps', 'supplements', 'wish'],
    ]);
  });
});

async function everyAct(code: string, withSecret: string): Promise<{ act: string; answer: unknown }[]> {
  const given = { requestId: randomUUID() };
  const inputs: Record<string, object> = {
    openComplaint: {},
    supplementComplaint: { input: { ...given, text: '补充' } },
    rateComplaint: { input: { ...given, grade: 'DISSATISFIED' } },
    reopenComplaint: { input: { ...given, requestId: randomUUID(), reason: '不满意' } },
    withdrawComplaint: { input: { ...given, requestId: randomUUID(), reason: '撤回' } },
    submitComplaint: { input: filledIn() },
  };
  const answers = [];
  for (const [act, variables] of Object.entries(inputs)) {
    const field = publicSchema.getMutationType()!.getFields()[act]!;
    const args = field.args.filter(({ name }) => name === 'key' || name in variables);
    const declared = args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
    const passed = args.map(({ name }) => `${name}: $${name}`).join(', ');
    const document = `mutation Act(${declared}) { ${act}(${passed}) ${selection(field.type)} }`;
    const { data, errors } = await askPublic(document, { key: { code, secret: withSecret }, ...variables });
    expect(errors, act).toBeUndefined();
    answers.push({ act, answer: data });
  }
  return answers;
}
