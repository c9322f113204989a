import { randomUUID } from 'node:crypto';
import type { Satisfaction } from '@duban/rules/vocabulary';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { row, rows, sql, transaction } from '../../database.ts';
import { ActRefusedError } from '../../graphql/errors.ts';
import { ask, openTestCity } from '../../testing/test-city.ts';
import { act, itemRowOf, partOf, person } from '../item/acts/testing/acts.fixture.ts';
import type { Viewer } from '../session/viewer.ts';
import { answerPageOf } from './answer-page.ts';
import { rateByComplainant, reopenByComplainant, supplementByComplainant, withdrawByComplainant } from './complainant-acts.ts';
import { type NewComplaint, registerComplaint } from './register-complaint.ts';

/** A complaint from the public site, about 市住建局. */
const web: NewComplaint = {
  channel: 'web',
  realName: true,
  person: {
    complainantName: '某甲乙',
    complainantPhone: '13900001111',
    complainantIdentity: null,
    complainantAddress: '驿城区某某街道12号',
  },
  statement: {
    facts: '我叫某甲乙，电话13900001111，办证三次都被退回。',
    wish: '尽快办结',
    concerns: '二楼窗口',
    place: '服务大厅',
    occurredOn: '2014-09-20',
  },
  category: '2',
  complainedUnitId: 'zjj',
  people: 1,
  fileIds: [],
  queryCode: '0000000001',
  secretHash: 'x',
};

let close: () => Promise<void>;
let inspection: Viewer;
let head: Viewer;
beforeAll(async () => {
  close = await openTestCity();
  inspection = await person('INSPECTION', 'jcj');
  head = await person('UNIT_HEAD', 'czj');
});
afterAll(() => close());

let codes = 1;
async function register(given: Partial<NewComplaint> = {}) {
  codes += 1;
  const complaint = { ...web, queryCode: String(codes).padStart(10, '0'), ...given };
  return transaction((tx) => registerComplaint(tx, { userId: null, title: '投诉人' }, complaint));
}

const takenOn = {
  category: '2',
  mode: 'ASSIGN',
  facts: '群众反映办证三次被退回。',
  complainedUnitId: 'zjj',
  leadUnitId: 'czj',
  assistUnitIds: [],
} as const;
const pageOf = async (id: string) => (await answerPageOf(id))!;
const doing = (work: (tx: Parameters<Parameters<typeof transaction>[0]>[0]) => Promise<void>) => transaction(work);

/** Takes a complaint on, has the unit report and the office accept it, so that it is closed. */
async function close_(itemId: string): Promise<void> {
  await act(inspection, 'takeOnComplaint', itemId, takenOn);
  const { id: partId } = await partOf(itemId, 'czj');
  await act(head, 'signPart', itemId, { partId });
  await act(head, 'reportPart', itemId, { partId, text: '已补办，并向群众道歉。', evidence: '办件回执' });
  await act(head, 'signOffReport', itemId, { partId });
  await act(inspection, 'takeIntoReview', itemId, { partId });
  expect(await act(inspection, 'acceptPart', itemId, { partId, acceptance: '属实，同意。' })).toMatchObject({ __typename: 'ItemActed' });
}

describe('a complaint', () => {
  it('waits to be taken on, due by the limit for the decision, and tells nobody what was written', async () => {
    const { itemId, id, acceptDueOn } = await register();
    expect(acceptDueOn).toBe('2014-10-10');
    const item = await row(
      z.object({ state: z.string(), title: z.string(), due_on: z.string(), lead_unit_id: z.string() }),
      sql`SELECT state, title, due_on, lead_unit_id FROM item WHERE id = ${itemId}::uuid`,
    );
    expect(item).toEqual({ state: 'DRAFT', title: '关于市住建局违反服务承诺问题的投诉', due_on: '2014-10-10', lead_unit_id: 'jcj' });
    const dump = await row(
      z.object({ text: z.string() }),
      sql`SELECT concat((SELECT json_agg(c) FROM complaint c), (SELECT json_agg(p) FROM complainant p), (SELECT json_agg(e) FROM item_event e),
            (SELECT json_agg(i) FROM item i)) AS text`,
    );
    for (const secret of ['某甲乙', '13900001111', '某某街道', '退回', '二楼窗口']) expect(dump.text).not.toContain(secret);
    expect(await pageOf(id)).toMatchObject({
      stage: 'REGISTERED',
      facts: web.statement.facts,
      acceptBy: '2014-10-10',
      handledBy: null,
      steps: [{ step: 'REGISTERED', on: '2014-09-30' }],
      canSupplement: true,
      canWithdraw: true,
      canRate: false,
      canReopen: false,
    });
  });

  it('can be taken on only by the complaint office, and not be simply assigned', async () => {
    const { itemId } = await register();
    const supervision = await person('SUPERVISION_OFFICE', 'dcs');
    expect(await act(supervision, 'takeOnComplaint', itemId, takenOn)).toMatchObject({ code: 'NOT_THIS_ROLE' });
    expect(await act(supervision, 'assignItem', itemId, { leadUnitId: 'czj', dueOn: '2014-12-31' })).toMatchObject({ code: 'COMPLAINT' });
    expect(await act(inspection, 'assignItem', itemId, { leadUnitId: 'czj', dueOn: '2014-12-31' })).toMatchObject({ code: 'COMPLAINT' });
    expect((await itemRowOf(itemId)).state).toBe('DRAFT');
  });

  it('is due by the limit of complaints when taken on without a day', async () => {
    const { itemId, id } = await register();
    await act(inspection, 'takeOnComplaint', itemId, takenOn);
    expect(await itemRowOf(itemId)).toMatchObject({ state: 'ASSIGNED', due_on: '2014-10-30' });
    expect(await pageOf(id)).toMatchObject({
      stage: 'TAKEN_ON',
      handledBy: '驻马店市财政局',
      dueOn: '2014-10-30',
      acceptedOn: '2014-09-30',
    });
  });

  it.each([
    [{ facts: '' }, 'facts', 'REQUIRED'],
    [{ facts: '某甲乙反映办证三次被退回' }, 'facts', 'NAMES_COMPLAINANT'],
    [{ facts: '来电 139-0000-1111 反映' }, 'facts', 'NAMES_COMPLAINANT'],
    [{ title: '某 甲 乙的投诉' }, 'title', 'NAMES_COMPLAINANT'],
    [{ category: '9' }, 'category', 'UNKNOWN'],
    [{ category: null }, 'category', 'REQUIRED'],
    [{ mode: null }, 'mode', 'REQUIRED'],
    [{ complainedUnitId: 'nobody' }, 'complainedUnitId', 'UNKNOWN'],
    [{ mode: 'OWN' as const }, 'leadUnitId', 'NOT_OWN'],
    [{ leadUnitId: 'jcj' }, 'leadUnitId', 'OWN'],
    [{ dueOn: '2014-09-01' }, 'dueOn', 'PAST'],
  ])('is not taken on with %j', async (wrong, field, code) => {
    const { itemId } = await register();
    const answer = await act(inspection, 'takeOnComplaint', itemId, { ...takenOn, ...wrong });
    expect(answer).toMatchObject({ __typename: 'InputError', fields: [{ field, code }] });
    expect((await itemRowOf(itemId)).state).toBe('DRAFT');
  });

  it('is refused with a reason that its author reads', async () => {
    const { itemId, id } = await register();
    expect(await act(inspection, 'refuseComplaint', itemId, {})).toMatchObject({ fields: [{ field: 'reason', code: 'REQUIRED' }] });
    await act(inspection, 'refuseComplaint', itemId, { reason: '不属于效能投诉范围，请向法院起诉。' });
    expect(await pageOf(id)).toMatchObject({
      stage: 'REFUSED',
      refusalReason: '不属于效能投诉范围，请向法院起诉。',
      canSupplement: false,
      canWithdraw: false,
      steps: [{ step: 'REGISTERED' }, { step: 'REFUSED', on: '2014-09-30' }],
    });
  });

  it('is answered before its author is asked, rated in five grades, and handled again once', async () => {
    const { itemId, id } = await register();
    await close_(itemId);
    expect(await act(inspection, 'callBackItem', itemId)).toMatchObject({ code: 'NOT_ANSWERED' });
    await act(inspection, 'recordFinding', itemId, { finding: 'TRUE', measures: '公开办件流程' });
    await act(inspection, 'answerComplaint', itemId, { answer: '您反映的问题属实，已补办。' });
    expect(await pageOf(id)).toMatchObject({
      stage: 'CLOSED',
      finding: 'TRUE',
      measures: '公开办件流程',
      answer: '您反映的问题属实，已补办。',
      answeredOn: '2014-09-30',
      canRate: true,
      canReopen: false,
    });
    const rate = (grade: Satisfaction) => doing((tx) => rateByComplainant(tx, id, grade, randomUUID()));
    await expect(doing((tx) => reopenByComplainant(tx, id, '没有解决', randomUUID()))).rejects.toMatchObject({ code: 'NOT_DISSATISFIED' });
    await rate('SATISFIED');
    await expect(doing((tx) => reopenByComplainant(tx, id, '没有解决', randomUUID()))).rejects.toBeInstanceOf(ActRefusedError);
    await rate('VERY_DISSATISFIED');
    expect((await pageOf(id)).canReopen).toBe(true);
    await doing((tx) => reopenByComplainant(tx, id, '窗口仍然不给办', randomUUID()));
    expect(await itemRowOf(itemId)).toMatchObject({ state: 'ASSIGNED', round: 2, due_on: '2014-10-30' });
    expect(await pageOf(id)).toMatchObject({
      stage: 'REHANDLED',
      grade: null,
      answeredOn: null,
      canRate: false,
      canReopen: false,
      supplements: [{ text: '申请重新办理：窗口仍然不给办' }],
    });
    // A second time it is not reopened by whoever complained.
    const { id: partId } = await partOf(itemId, 'czj');
    await act(head, 'signPart', itemId, { partId });
    await act(head, 'reportPart', itemId, { partId, text: '已办。', evidence: '回执' });
    await act(head, 'signOffReport', itemId, { partId });
    await act(inspection, 'takeIntoReview', itemId, { partId });
    await act(inspection, 'acceptPart', itemId, { partId, acceptance: '同意' });
    await rate('DISSATISFIED');
    await expect(doing((tx) => reopenByComplainant(tx, id, '还是不行', randomUUID()))).rejects.toMatchObject({ code: 'REOPENED_ONCE' });
  });

  it('is written off by the grade that its author gave', async () => {
    const { itemId, id } = await register();
    await close_(itemId);
    await act(inspection, 'answerComplaint', itemId, { answer: '已补办。' });
    await doing((tx) => rateByComplainant(tx, id, 'BASICALLY_SATISFIED', randomUUID()));
    await act(inspection, 'callBackItem', itemId);
    expect(await act(inspection, 'writeOffItem', itemId, {})).toMatchObject({
      __typename: 'ItemActed',
      item: { standing: { state: 'WRITTEN_OFF' } },
    });
  });

  it('is added to and taken back by its author while it is handled, and not after', async () => {
    const { itemId, id } = await register();
    await act(inspection, 'takeOnComplaint', itemId, takenOn);
    await doing((tx) => supplementByComplainant(tx, id, '又被退回一次', [], randomUUID()));
    expect((await pageOf(id)).supplements.map(({ text }) => text)).toEqual(['又被退回一次']);
    await doing((tx) => withdrawByComplainant(tx, id, '问题已解决', randomUUID()));
    expect(await pageOf(id)).toMatchObject({ stage: 'WITHDRAWN', canSupplement: false, canWithdraw: false });
    expect(await partOf(itemId, 'czj')).toMatchObject({ state: 'WITHDRAWN' });
    await expect(doing((tx) => supplementByComplainant(tx, id, '再补充', [], randomUUID()))).rejects.toBeInstanceOf(ActRefusedError);
  });

  it('is answered with the complaint into which it was merged', async () => {
    const [first, second] = [await register(), await register()];
    await act(inspection, 'takeOnComplaint', first.itemId, takenOn);
    await act(inspection, 'mergeItem', second.itemId, { targetId: first.itemId, reason: '同一件事' });
    await act(inspection, 'recordFinding', first.itemId, { finding: 'PARTLY_TRUE' });
    await act(inspection, 'answerComplaint', first.itemId, { answer: '已经整改。' });
    for (const { id } of [first, second])
      expect(await pageOf(id)).toMatchObject({
        stage: 'ANSWERED',
        finding: 'PARTLY_TRUE',
        answer: '已经整改。',
        handledBy: '驻马店市财政局',
      });
    expect((await pageOf(second.id)).canWithdraw).toBe(false);
  });

  it('goes on with what that one was merged into, and is not taken back with others on board', async () => {
    const [first, second, third] = [await register(), await register(), await register()];
    await act(inspection, 'mergeItem', first.itemId, { targetId: second.itemId, reason: '同一件事' });
    await act(inspection, 'mergeItem', second.itemId, { targetId: third.itemId, reason: '同一件事' });
    await act(inspection, 'takeOnComplaint', third.itemId, takenOn);
    await act(inspection, 'answerComplaint', third.itemId, { answer: '三件一并答复。' });
    for (const { id } of [first, second, third])
      expect(await pageOf(id)).toMatchObject({ stage: 'ANSWERED', answer: '三件一并答复。', canSupplement: true, canWithdraw: false });
    await expect(doing((tx) => withdrawByComplainant(tx, third.id, '不投诉了', randomUUID()))).rejects.toBeInstanceOf(ActRefusedError);
    expect(await act(inspection, 'withdrawComplaint', third.itemId, { reason: '来电要求撤回' })).toMatchObject({
      fields: [{ field: 'reason', code: 'OTHERS' }],
    });
    await doing((tx) => supplementByComplainant(tx, first.id, '还有照片', [], randomUUID()));
    expect((await pageOf(first.id)).supplements.map(({ text }) => text)).toEqual(['还有照片']);
  });

  it('is not merged into one that nobody handles', async () => {
    const [refused, other] = [await register(), await register()];
    await act(inspection, 'refuseComplaint', refused.itemId, { reason: '不属于受理范围' });
    expect(await act(inspection, 'mergeItem', other.itemId, { targetId: refused.itemId, reason: '同一件事' })).toMatchObject({
      fields: [{ field: 'targetId', code: 'ENDED' }],
    });
  });

  it('tells nobody but inspection that a text names its author', async () => {
    const { itemId } = await register();
    await act(inspection, 'takeOnComplaint', itemId, takenOn);
    const named = { title: '某甲乙的投诉', reason: '更正名称' };
    const supervision = await person('SUPERVISION_OFFICE', 'dcs');
    expect(await act(inspection, 'correctItem', itemId, named)).toMatchObject({ fields: [{ field: 'title', code: 'NAMES_COMPLAINANT' }] });
    expect(await act(supervision, 'correctItem', itemId, named)).toMatchObject({ __typename: 'ItemActed' });
  });

  it('tells an act neither to whoever stepped aside nor to the office complained of', async () => {
    const { itemId } = await register({ complainedUnitId: 'dcs' });
    const aside = await person('INSPECTION', 'jcj');
    const supervision = await person('SUPERVISION_OFFICE', 'dcs');
    await act(aside, 'stepAside', itemId, { reason: '与投诉人相识' });
    await act(inspection, 'takeOnComplaint', itemId, { ...takenOn, complainedUnitId: 'dcs' });
    const { id: partId } = await partOf(itemId, 'czj');
    await act(head, 'signPart', itemId, { partId });
    await act(head, 'returnAsNotOurs', itemId, { partId, reason: '不属本单位职责' });
    const told = await rows(
      z.object({ userId: z.string() }),
      sql`SELECT user_id AS "userId" FROM notification WHERE item_id = ${itemId}::uuid AND kind = 'BOUNCED'`,
    );
    const userIds = told.map(({ userId }) => userId);
    expect(userIds).toContain(inspection.userId);
    expect(userIds).not.toContain(aside.userId);
    expect(userIds).not.toContain(supervision.userId);
  });

  it('is out of sight and reach of whoever stepped aside', async () => {
    const { itemId } = await register();
    const other = await person('INSPECTION', 'jcj');
    expect(await act(other, 'stepAside', itemId, { reason: '与被投诉人有亲属关系' })).toMatchObject({ __typename: 'ItemActed' });
    expect(await act(other, 'takeOnComplaint', itemId, takenOn)).toMatchObject({ __typename: 'NotFoundError' });
    expect(await act(inspection, 'takeOnComplaint', itemId, takenOn)).toMatchObject({ __typename: 'ItemActed' });
  });

  it('about the supervision office is kept from it, unless it has to answer', async () => {
    const supervision = await person('SUPERVISION_OFFICE', 'dcs');
    const seen = async (id: string) =>
      (await ask<{ item: unknown }>(supervision, 'query($id: ID!) { item(id: $id) { id } }', { id })).data!.item;
    const { itemId } = await register({ complainedUnitId: 'dcs' });
    expect(await seen(itemId)).toBeNull();
    const { itemId: another } = await register();
    expect(await seen(another)).not.toBeNull();
  });
});

describe('at a desk', () => {
  const mutation = /* GraphQL */ `
    mutation Register($input: RegisterComplaintInput!) {
      registerComplaint(input: $input) {
        __typename
        ... on ComplaintRegistered {
          number
          code
          secret
          acceptDueOn
        }
        ... on InputError {
          fields {
            field
            code
          }
        }
      }
    }
  `;
  interface Registered {
    __typename: string;
    number?: string;
    code?: string;
    secret?: string;
    acceptDueOn?: string | null;
    fields?: { field: string; code: string }[];
  }
  const input = { channel: 'phone', isNamed: true, name: '某丙', facts: '窗口无人值守', unitId: 'zjj', classCode: '2' };
  const send = async (viewer: Viewer, more: object = {}) =>
    await ask<{ registerComplaint: Registered }>(viewer, mutation, { input: { requestId: randomUUID(), ...input, ...more } });

  it('is registered by windows and the complaint office alone, and the secret is told once', async () => {
    const window = await person('SERVICE_CENTRE', 'xzfw');
    const requestId = randomUUID();
    const first = (await send(window, { requestId })).data!.registerComplaint;
    expect(first).toMatchObject({ __typename: 'ComplaintRegistered', acceptDueOn: '2014-10-10' });
    expect(first.secret).toMatch(/^\d{8}$/);
    expect((await send(window, { requestId })).data!.registerComplaint).toEqual({ ...first, secret: '' });
    for (const viewer of [head, await person('SUPERVISION_OFFICE', 'dcs'), await person('UNIT_CLERK', 'czj')])
      expect((await send(viewer)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('is closed at once when it was answered on the spot', async () => {
    const answer = (await send(inspection, { channel: 'visit', onTheSpot: { facts: '窗口无人值守', answer: '已责令到岗' } })).data!
      .registerComplaint;
    const stands = await row(
      z.object({ state: z.string(), answer: z.string(), on_the_spot: z.boolean(), mode: z.string() }),
      sql`SELECT i.state, c.answer, c.on_the_spot, c.mode FROM item i JOIN complaint c ON c.item_id = i.id WHERE i.number = ${answer.number}`,
    );
    expect(stands).toEqual({ state: 'CLOSED', answer: '已责令到岗', on_the_spot: true, mode: 'OWN' });
  });

  it.each([
    [{ channel: 'pigeon' }, 'channel'],
    [{ name: '' }, 'name'],
    [{ facts: ' ' }, 'facts'],
    [{ phone: 'abc' }, 'phone'],
    [{ occurredOn: '2014-10-01' }, 'occurredOn'],
    [{ unitId: 'x' }, 'unitId'],
    [{ people: 0 }, 'people'],
    [{ onTheSpot: { facts: '某丙反映窗口无人', answer: '好' } }, 'onTheSpot.facts'],
    [{ onTheSpot: { facts: '窗口无人', answer: '' } }, 'onTheSpot.answer'],
    [{ classCode: null, onTheSpot: { facts: '窗口无人', answer: '好' } }, 'classCode'],
  ])('is refused by field with %j', async (wrong, field) => {
    expect((await send(inspection, wrong)).data!.registerComplaint).toMatchObject({ __typename: 'InputError', fields: [{ field }] });
  });
});

describe('complaints that belong together', () => {
  it('are found by their facts, and by who made them for inspection alone', async () => {
    const before = await register({ person: { ...web.person, complainantPhone: '138 1234 5678' } });
    await act(inspection, 'takeOnComplaint', before.itemId, { ...takenOn, facts: '反映城东市场占道经营长期无人管理' });
    const again = await register({
      person: { ...web.person, complainantName: '某丁戊', complainantPhone: '13812345678' },
      statement: { ...web.statement, facts: '城东市场占道经营，长期无人管理，反映多次' },
    });
    const source = `query($id: ID!) { item(id: $id) { ... on ComplaintItem { complaints { similar { item { id } score } earlier { id } earlierCount } } } }`;
    const told = async (viewer: Viewer) => {
      const answer = await ask<{
        item: {
          complaints: { similar: { item: { id: string }; score: number }[]; earlier: { id: string }[]; earlierCount: number | null }[];
        };
      }>(viewer, source, {
        id: again.itemId,
      });
      return answer.data!.item.complaints[0]!;
    };
    const inspected = await told(inspection);
    expect(inspected.similar[0]).toMatchObject({ item: { id: before.itemId } });
    expect(inspected).toMatchObject({ earlier: [{ id: before.itemId }], earlierCount: 1 });
    expect(await told(await person('SUPERVISION_OFFICE', 'dcs'))).toEqual({ similar: [], earlier: [], earlierCount: null });
    // The handling unit isn't told either.
    await act(inspection, 'takeOnComplaint', again.itemId, takenOn);
    expect(await told(head)).toMatchObject({ earlier: [], earlierCount: null });
  });
});
