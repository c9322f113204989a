import { type Role, roles } from '@duban/rules/vocabulary';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { transaction } from '../../database.ts';
import { ask, db, openTestCity, viewerWith } from '../../testing/test-city.ts';
import { judgeFile } from '../attachment/judge-file.ts';
import { photoOf } from '../attachment/testing/pictures.fixture.ts';
import { keepUpload } from '../attachment/uploads.ts';
import { visibleAttachment } from '../attachment/visible-attachment.ts';
import { addPoint, answer, clerk, correct, create, head, mayor, office, raise, visit, withdraw } from './testing/visit.fixture.ts';
import { visitsFault } from './visit-chain.ts';

let close: () => Promise<void>;
let point: string;
beforeAll(async () => {
  close = await openTestCity();
  point = await addPoint('gtj-head', '西平县五沟营镇测试村', '2014-06-01', '9999-12-31', '411721');
  await addPoint('mayor', '驿城区测试社区');
  const person = { passwordHash: 'x', passwordChangedAt: new Date(), displayName: '测试', account: 'tester', postId: 'gtj-head' };
  await db.user.create({ data: { ...person, id: head.userId } });
});
afterAll(() => close());

const codes = (given: { fields: { field: string; code: string }[] }) => given.fields.map(({ field, code }) => `${field} ${code}`).sort();
const units: Partial<Record<Role, string>> = { UNIT_HEAD: 'jyj', UNIT_CLERK: 'jyj', SERVICE_CENTRE: 'xzfw', INSPECTION: 'jcj' };
const faultNow = () => transaction(visitsFault);

it('enters a visit at a contact point, numbers it, and answers a repeat as the first time', async () => {
  const given = visit({ contactPointId: point, place: null, countyId: null, needs: [{ text: '村口路灯不亮', answer: '当晚已换好。' }] });
  const { answer: made } = await create(given, head, 'twice');
  expect(made).toMatchObject({
    number: '访-2014-0001',
    version: 1,
    enteredBy: '市国土局局长',
    place: '西平县五沟营镇测试村',
    countyId: '411721',
    needs: [{ text: '村口路灯不亮', outcome: 'ON_THE_SPOT', answeredOn: '2014-09-10' }],
  });
  expect((await create(given, head, 'twice')).answer.id).toBe(made.id);
  expect(await db.visit.count()).toBe(1);
  expect((await create(visit(), clerk)).answer).toMatchObject({ number: '访-2014-0002', enteredBy: '市国土局督办联络员' });
});

it('lets a leader, who reports for the unit, and for leaders of the city the supervision office enter, nobody else', async () => {
  expect(codes((await create(visit({ postId: 'mayor' }))).answer)).toEqual(['postId NOT_YOURS']);
  expect(codes((await create(visit(), mayor)).answer)).toEqual(['postId NOT_YOURS']);
  expect(codes((await create(visit(), office)).answer)).toEqual(['postId NOT_YOURS']);
  expect((await create(visit({ postId: 'mayor' }), office)).answer).toMatchObject({ __typename: 'Visit', enteredBy: '市政府督查室督查员' });
  for (const role of roles) {
    const { answer: given, error } = await create(visit(), viewerWith(role, units[role]));
    if (role.endsWith('ADMIN')) expect(error).toBe('FORBIDDEN');
    else expect(codes(given)).toEqual(['postId NOT_YOURS']);
  }
});

it('says what is wrong at each field', async () => {
  const wrong = visit({
    postId: 'nobody',
    contactPointId: point,
    place: ' ',
    countyId: 'gtj',
    visitedOn: '2014-10-01',
    kinds: ['none'],
    peopleMet: -1,
    met: '人'.repeat(201),
    needs: [
      { text: '' },
      { text: '修路', unitId: 'nobody', dueOn: '2014-09-01' },
      { text: '修路', unitId: 'jtj', raise: true },
      { text: '修路', answer: '已修', raise: true, topic: 'transport' },
    ],
    photoIds: ['x'],
  });
  expect(codes((await create(wrong)).answer)).toEqual([
    'contactPointId UNKNOWN',
    'countyId UNKNOWN',
    'kinds UNKNOWN',
    'met TOO_LONG',
    'needs.0.text REQUIRED',
    'needs.0.unitId REQUIRED',
    'needs.1.dueOn BEFORE_VISIT',
    'needs.1.unitId UNKNOWN',
    'needs.2.topic REQUIRED',
    'needs.3.raise ANSWERED',
    'needs.3.unitId REQUIRED',
    'peopleMet OUT_OF_RANGE',
    'place REQUIRED',
    'postId UNKNOWN',
    'visitedOn FUTURE',
  ]);
  expect(codes((await create(visit({ contactPointId: point, visitedOn: '2014-05-31' }))).answer)).toEqual(['contactPointId NOT_IN_FORCE']);
  expect(codes((await create(visit({ photoIds: ['x'] }))).answer)).toEqual(['photoIds UNKNOWN_FILES']);
});

it('takes photos without their position; only who sees the visit sees them', async () => {
  const judged = judgeFile(photoOf('32.98N 114.02E'), '现场.jpg');
  expect(judged.bytes.includes('32.98N')).toBe(false);
  const { id } = await keepUpload(head, judged);
  const stranger = viewerWith('UNIT_HEAD', 'jyj');
  expect(await visibleAttachment(clerk, id)).not.toBeNull();
  const { answer: made } = await create(visit({ photoIds: [id] }));
  expect(made.photos).toMatchObject([{ id, name: '现场.jpg', mediaType: 'image/jpeg' }]);
  expect(await visibleAttachment(mayor, id)).not.toBeNull();
  expect(await visibleAttachment(stranger, id)).toBeNull();
  // A photo can't be taken twice, nor dropped as an upload.
  expect(codes((await create(visit({ photoIds: [id] }))).answer)).toEqual(['photoIds UNKNOWN_FILES']);
  const { data } = await ask<{ answer: { __typename: string } }>(
    head,
    `mutation { answer: discardAttachment(id: "${id}", requestId: "drop-photo") { __typename } }`,
  );
  expect(data?.answer.__typename).toBe('NotFoundError');
  expect((await correct(made.id, 1, visit({ photoIds: [] }))).answer).toMatchObject({ version: 2, photoCount: 0 });
  expect(await db.attachment.count({ where: { id } })).toBe(0);
});

it('corrects with a reason and at the version seen, keeps needs by id, and tells what it said before', async () => {
  const needs = [
    { text: '修路', unitId: 'jtj', dueOn: '2014-10-31' },
    { text: '安路灯', answer: '已安装。' },
  ];
  const { answer: made } = await create(visit({ needs }));
  const [road, lamp] = made.needs;
  expect((await correct(made.id, 2, visit())).answer).toMatchObject({ __typename: 'ConflictError', version: 1 });
  const same = [
    { ...needs[0]!, id: road!.id },
    { ...needs[1]!, id: lamp!.id },
  ];
  expect((await correct(made.id, 1, visit({ needs: same }))).answer.code).toBe('NOTHING_CHANGED');
  expect(codes((await correct(made.id, 1, visit(), head, ' ')).answer)).toEqual(['reason REQUIRED']);
  const turned = [{ ...same[1]!, answer: '已安装两盏。' }, same[0]!, { text: '引自来水', unitId: 'slj' }];
  const { answer: put } = await correct(made.id, 1, visit({ visitedOn: '2014-09-11', peopleMet: 30, needs: turned }), clerk);
  expect(put.needs.map(({ id, text, answeredOn, outcome }) => [id === lamp!.id || id === road!.id, text, answeredOn, outcome])).toEqual([
    [true, '安路灯', '2014-09-11', 'ON_THE_SPOT'],
    [true, '修路', null, 'WAITING'],
    [false, '引自来水', null, 'WAITING'],
  ]);
  const { data } = await ask<{ visit: { events: object[] } }>(
    mayor,
    `{ visit(number: "${made.number}") { events { sequence action reason actorTitle changes { field before after } } } }`,
  );
  expect(data?.visit.events).toEqual([
    {
      sequence: 2,
      action: 'CORRECT',
      reason: '录入有误',
      actorTitle: '市国土局督办联络员',
      changes: [
        { field: 'visitedOn', before: '2014-09-10', after: '2014-09-11' },
        { field: 'peopleMet', before: '12', after: '30' },
        { field: 'needs', before: '安路灯（已安装。）', after: '安路灯（已安装两盏。）' },
        { field: 'needs', before: null, after: '引自来水' },
      ],
    },
    { sequence: 1, action: 'CREATE', reason: null, actorTitle: '市国土局局长', changes: [] },
  ]);
});

it('withdraws with a reason; then nothing more may be done', async () => {
  const { answer: made } = await create(visit({ needs: [{ text: '修路', unitId: 'jtj' }] }));
  expect((await withdraw(made.id, 1, viewerWith('UNIT_HEAD', 'jtj'))).error).toBe('FORBIDDEN');
  expect((await withdraw(made.id, 1)).answer).toMatchObject({ isWithdrawn: true, version: 2, viewerCanChange: false, answerableNeeds: [] });
  expect((await withdraw(made.id, 2)).answer.code).toBe('WITHDRAWN');
  expect((await correct(made.id, 2, visit())).answer.code).toBe('WITHDRAWN');
  expect((await raise(made.id, 2, made.needs[0]!.id)).answer.code).toBe('WITHDRAWN');
  expect((await answer(made.id, 2, made.needs[0]!.id)).answer.code).toBe('WITHDRAWN');
});

it('writes down what became of a need: who entered, the department charged, the supervision office', async () => {
  const charged = viewerWith('UNIT_CLERK', 'jtj');
  const { answer: made } = await create(visit({ needs: [{ text: '修路', unitId: 'jtj' }] }));
  const needId = made.needs[0]!.id;
  expect((await answer(made.id, 1, needId, viewerWith('UNIT_CLERK', 'jyj'))).answer.__typename).toBe('NotFoundError');
  expect((await answer(made.id, 1, needId, mayor)).error).toBe('FORBIDDEN');
  expect(codes((await answer(made.id, 1, needId, charged, { answer: ' ', answeredOn: '2014-09-09' })).answer)).toEqual([
    'answer REQUIRED',
    'answeredOn BEFORE_VISIT',
  ]);
  expect((await answer(made.id, 1, needId, charged, { answeredOn: '2014-09-20' })).answer.needs).toMatchObject([
    { outcome: 'LATER', answeredOn: '2014-09-20', answer: '已修好。' },
  ]);
  expect((await answer(made.id, 2, needId)).answer.code).toBe('ANSWERED');
  expect((await raise(made.id, 2, needId)).answer.code).toBe('ANSWERED');
});

it('makes a need an item in one step: assigned by who may charge the unit, else laid before the supervision office', async () => {
  const stateBy = async (viewer: typeof head, postId: string, unitId: string) => {
    const { answer: made } = await create(visit({ postId, needs: [{ text: '村口道路坑洼', unitId }] }), postId === 'mayor' ? mayor : head);
    const { answer: raised } = await raise(made.id, 1, made.needs[0]!.id, viewer);
    const item = await db.item.findUniqueOrThrow({
      where: { number: raised.needs[0]!.itemNumber! },
      include: { publicProblem: true, parts: true },
    });
    expect(item).toMatchObject({
      kind: 'PUBLIC_PROBLEM',
      category: 'transport',
      leadUnitId: unitId,
      countyId: '411721',
      title: '村口道路坑洼',
    });
    expect(item.publicProblem).toMatchObject({ origin: 'ASKED_FOR', channel: 'visit', content: '村口道路坑洼' });
    expect(item.parts.map((part) => [part.state, part.signDueOn !== null])).toEqual([[item.state, item.state === 'ASSIGNED']]);
    expect(raised.needs[0]!.outcome).toBe('ITEM_UNDER_WAY');
    return item.state;
  };
  expect(await stateBy(mayor, 'mayor', 'jtj')).toBe('ASSIGNED');
  expect(await stateBy(office, 'mayor', 'jtj')).toBe('ASSIGNED');
  expect(await stateBy(office, 'gtj-head', 'jtj')).toBe('ASSIGNED');
  expect(await stateBy(head, 'gtj-head', 'gtj')).toBe('ASSIGNED');
  expect(await stateBy(head, 'gtj-head', 'jtj')).toBe('PENDING_APPROVAL');
  expect(await stateBy(clerk, 'gtj-head', 'gtj')).toBe('PENDING_APPROVAL');
});

it('makes items of the needs ticked with the same save, once; the item tells from which visit it comes', async () => {
  const needs = [
    { text: '修路', unitId: 'jtj', raise: true, topic: 'transport', dueOn: '2014-11-28' },
    { text: '安路灯', answer: '已安装。' },
  ];
  const before = await db.item.count();
  const { answer: made } = await create(visit({ postId: 'mayor', needs }), mayor, 'ticked');
  expect((await create(visit({ postId: 'mayor', needs }), mayor, 'ticked')).answer.id).toBe(made.id);
  expect(await db.item.count()).toBe(before + 1);
  expect(made).toMatchObject({ version: 1, needs: [{ outcome: 'ITEM_UNDER_WAY', item: { standing: { state: 'ASSIGNED' } } }, {}] });
  const number = made.needs[0]!.itemNumber!;
  const source = `{ item(number: "${number}") { standing { dueOn } visit { number leaderTitle visitedOn } } }`;
  const { data } = await ask<{ item: object }>(viewerWith('UNIT_HEAD', 'jtj'), source);
  expect(data?.item).toEqual({
    standing: { dueOn: '2014-11-28' },
    visit: { number: made.number, leaderTitle: '市长', visitedOn: '2014-09-10' },
  });
  // A need that became an item stays as it was raised.
  const gone = await correct(made.id, 1, visit({ postId: 'mayor', needs: [] }), mayor);
  expect(codes(gone.answer)).toEqual(['needs RAISED']);
  const changed = needs.map((need, at) => ({ ...need, raise: false, id: made.needs[at]!.id, text: '别的' }));
  const { answer: put } = await correct(made.id, 1, visit({ postId: 'mayor', needs: changed }), mayor);
  expect(put.needs.map(({ text }) => text)).toEqual(['修路', '别的']);
});

it('asks anew what an item needs: topic, unit, a day that lies ahead', async () => {
  const { answer: made } = await create(visit({ needs: [{ text: '修路', unitId: 'jtj', dueOn: '2014-09-20' }] }));
  const needId = made.needs[0]!.id;
  expect(codes((await raise(made.id, 1, needId, head, { topic: 'none' })).answer)).toEqual(['dueOn PAST', 'topic REQUIRED']);
  const { answer: raised } = await raise(made.id, 1, needId, head, { unitId: 'glj', dueOn: '2014-10-31' });
  expect(raised.needs).toMatchObject([{ unitId: 'glj', dueOn: '2014-10-31' }]);
  expect((await raise(made.id, 2, needId)).answer.code).toBe('RAISED');
});

it('shows a unit the visits of its leaders and those with a need charged to it, the city all, administrators none', async () => {
  const source = '{ visits(first: 200) { totalCount nodes { number } } visitDuties { leaders { postId } } visitFigures { visits } }';
  type Data = {
    visits: { totalCount: number; nodes: object[] };
    visitDuties: { leaders: { postId: string }[] };
    visitFigures: { visits: number };
  };
  const seen = async (viewer: typeof head) => {
    const { data, errors } = await ask<Data>(viewer, source);
    if (!data) return errors?.[0]?.extensions?.code;
    expect(data.visits.nodes).toHaveLength(data.visits.totalCount);
    return [data.visits.totalCount, data.visitDuties.leaders.map(({ postId }) => postId)];
  };
  const all = await db.visit.count();
  const [ofHead, charged] = await Promise.all([
    db.visit.count({ where: { postId: 'gtj-head' } }),
    db.visit.count({ where: { needs: { some: { unitId: 'slj' } } } }),
  ]);
  expect(charged).toBe(1);
  expect(await seen(mayor)).toEqual([all, ['mayor', 'gtj-head']]);
  expect(await seen(viewerWith('INSPECTION', 'jcj'))).toEqual([all, ['mayor', 'gtj-head']]);
  const ownItem = await db.visit.count({ where: { OR: [{ postId: 'gtj-head' }, { needs: { some: { unitId: 'gtj' } } }] } });
  expect(ownItem).toBe(ofHead);
  expect(await seen(clerk)).toEqual([ofHead, ['gtj-head']]);
  expect(await seen(viewerWith('UNIT_CLERK', 'slj'))).toEqual([1, []]);
  expect(await seen(viewerWith('UNIT_HEAD', 'jyj'))).toEqual([0, []]);
  for (const role of ['SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN'] as const) expect(await seen(viewerWith(role))).toBe('FORBIDDEN');
});

it('keeps a history that shows a change behind its back', async () => {
  expect(await faultNow()).toBeNull();
  const tamper = (statement: string) =>
    transaction(async (tx) => {
      await tx.query(statement);
      const fault = await visitsFault(tx);
      await tx.query('ROLLBACK');
      await tx.query('BEGIN');
      return fault;
    });
  expect(await tamper(`UPDATE visit SET people_met = 99 WHERE number = '访-2014-0001'`)).toContain('访-2014-0001');
  expect(await tamper(`UPDATE visit_need SET text = '别的'`)).toContain('现有内容与最后一条记录不一致');
  expect(await tamper(`DELETE FROM visit_need`)).toContain('不一致');
  await expect(tamper(`UPDATE visit_event SET reason = '改'`)).rejects.toThrow('permission denied');
});

it('has the supervision office keep contact points, within the visits made there', async () => {
  const save = async (viewer: typeof head, input: Record<string, unknown>) => {
    const { data, errors } = await ask<{ answer: { __typename: string; fields: { field: string; code: string }[]; id: string } }>(
      viewer,
      `mutation($input: ContactPointEntry!, $requestId: String!) { answer: saveContactPoint(requestId: $requestId, input: $input) {
        __typename ... on ContactPoint { id name validTo } ... on InputError { fields { field code } } ... on ConflictError { version } } }`,
      { input, requestId: `point-${JSON.stringify(input)}`.slice(-100) },
    );
    return errors?.[0]?.extensions?.code ?? data?.answer;
  };
  const given = { postId: 'jyj-head', name: '上蔡县测试小学', countyId: '411722', validFrom: '2014-09-01' };
  expect(await save(head, given)).toBe('FORBIDDEN');
  expect(await save(office, given)).toMatchObject({ name: '上蔡县测试小学', validTo: '9999-12-31' });
  expect(await save(office, { ...given, validTo: '2014-10-01' })).toMatchObject({ fields: [{ field: 'name', code: 'TAKEN' }] });
  expect(await save(office, { ...given, name: '', countyId: 'gtj', validTo: '2014-08-01', postId: 'x' })).toMatchObject({
    fields: [{ field: 'postId' }, { field: 'name', code: 'REQUIRED' }, { field: 'validTo' }, { field: 'countyId' }],
  });
  const change = { id: point, version: 1, postId: 'gtj-head', name: '改名的村', validFrom: '2014-09-11' };
  expect(await save(office, change)).toMatchObject({ fields: [{ field: 'validTo', code: 'HAS_VISITS' }] });
  expect(await save(office, { ...change, validFrom: '2014-07-01' })).toMatchObject({ id: point });
  expect(await save(office, { ...change, validFrom: '2014-07-02' })).toMatchObject({ version: 2 });
});
