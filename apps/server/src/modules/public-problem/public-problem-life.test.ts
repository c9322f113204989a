import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, db, openTestCity } from '../../testing/test-city.ts';
import { act, itemRowOf, partOf, person } from '../item/acts/testing/acts.fixture.ts';
import { countItems } from '../item/item-list.ts';
import type { Viewer } from '../session/viewer.ts';
import { placesOf, register } from './testing/public-problem.fixture.ts';

let close: () => Promise<void>;
let clerk: Viewer;
let head: Viewer;
let office: Viewer;
beforeAll(async () => {
  close = await openTestCity();
  clerk = await person('UNIT_CLERK', 'jyj');
  head = await person('UNIT_HEAD', 'jyj');
  office = await person('SUPERVISION_OFFICE', 'dcs');
});
afterAll(() => close());

const problemOf = (itemId: string) => db.publicProblem.findUniqueOrThrow({ where: { itemId } });
const made = async (changes: Record<string, unknown> = {}) => (await register(office, { ...changes })).item!.id;

/** Signed, reported and signed off, so that the office may judge it. */
async function reported(itemId: string, text = '已铺设碎石并硬化路面。') {
  const { id: partId } = await partOf(itemId, 'jyj');
  await act(head, 'signPart', itemId, { partId });
  expect(await act(clerk, 'reportPart', itemId, { partId, text, evidence: '施工照片' })).toMatchObject({ __typename: 'ItemActed' });
  await act(head, 'signOffReport', itemId, { partId });
  await act(office, 'takeIntoReview', itemId, { partId });
  return partId;
}

async function solved(itemId: string, text?: string) {
  const partId = await reported(itemId, text);
  expect(await act(office, 'acceptPart', itemId, { partId, acceptance: '属实。' })).toMatchObject({ __typename: 'ItemActed' });
}

interface Seen {
  item: { detail: { raisings: object[]; similar: { item: { id: string }; isSameTopic: boolean; score: number }[] } };
}
const seen = async (viewer: Viewer, id: string) => {
  const { data, errors } = await ask<Seen>(
    viewer,
    `query ($id: ID) { item(id: $id) { ... on PublicProblemItem { detail {
      raisings { number raisedOn channel answeredOn hasRaiser maskedPhone } similar { item { id } isSameTopic isSameCounty score } } } } }`,
    { id },
  );
  expect(errors).toBeUndefined();
  return data!.item.detail;
};

describe('the life of a problem', () => {
  it('ends answered by the report that was accepted, called back, and written off with the grade', async () => {
    const itemId = await made();
    await solved(itemId);
    expect(await problemOf(itemId)).toMatchObject({ answer: '已铺设碎石并硬化路面。', answeredOn: new Date('2014-09-30') });
    expect(await act(office, 'writeOffItem', itemId, { acceptance: '同意', satisfaction: 'SATISFIED' })).toMatchObject({
      code: 'CALL_BACK_FIRST',
    });
    await act(office, 'callBackItem', itemId);
    expect(await act(office, 'writeOffItem', itemId, {})).toMatchObject({ fields: [{ field: 'satisfaction', code: 'REQUIRED' }] });
    expect(await act(office, 'writeOffItem', itemId, { satisfaction: 'DISSATISFIED' })).toMatchObject({ code: 'DISSATISFIED' });
    await act(office, 'writeOffItem', itemId, { satisfaction: 'VERY_SATISFIED' });
    expect(await problemOf(itemId)).toMatchObject({ satisfaction: 'VERY_SATISFIED' });
    expect(await countItems(office, '2014-09-30', { kinds: ['PUBLIC_PROBLEM'], satisfactions: ['VERY_SATISFIED'] })).toBe(1);
  });

  it('is to be answered anew when it is reopened, and is not called back before', async () => {
    const itemId = await made();
    await solved(itemId);
    await act(office, 'callBackItem', itemId);
    await act(office, 'reopenItem', itemId, { reason: '路面又坏了，群众不满意', dueOn: '2014-10-31' });
    expect(await problemOf(itemId)).toMatchObject({ answer: null, answeredOn: null, satisfaction: 'DISSATISFIED' });
    await solved(itemId, '重新铺设，已验收。');
    await db.publicProblem.update({ where: { itemId }, data: { answeredOn: null } });
    expect(await act(office, 'callBackItem', itemId)).toMatchObject({ code: 'NOT_ANSWERED' });
  });

  it('may be given a topic later by the office, and only one of the dictionary', async () => {
    const itemId = await made({ topic: null });
    expect(await act(office, 'correctItem', itemId, { reason: '补充类别', category: 'weather' })).toMatchObject({
      fields: [{ field: 'category', code: 'UNKNOWN' }],
    });
    await act(office, 'correctItem', itemId, { reason: '补充类别', category: 'utilities' });
    expect(await db.item.findUniqueOrThrow({ where: { id: itemId } })).toMatchObject({ category: 'utilities' });
    expect(await countItems(office, '2014-09-30', { kinds: ['PUBLIC_PROBLEM'], categories: ['utilities'] })).toBe(1);
  });

  it('takes no report that names whoever raised it', async () => {
    const itemId = await made();
    const { id: partId } = await partOf(itemId, 'jyj');
    await act(head, 'signPart', itemId, { partId });
    expect(await act(clerk, 'reportPart', itemId, { partId, text: '已向某甲乙当面说明', evidence: '电话 139 0000 1111' })).toMatchObject({
      fields: [
        { field: 'text', code: 'NAMES_RAISER' },
        { field: 'evidence', code: 'NAMES_RAISER' },
      ],
    });
    expect([...(await placesOf('某甲乙')), ...(await placesOf('139 0000 1111'))]).toEqual([]);
  });
});

describe('problems merged into one', () => {
  it('are found alike, the same topic and county first', async () => {
    const [own, near, far] = [
      await made({ title: '老城停水频繁水压低', content: '老城每天十八点以后没有水，四楼以上用不上水。', topic: 'utilities' }),
      await made({ title: '老城晚上没有水', content: '老城每天十八点以后没有水，五楼以上用不上水。', topic: 'utilities' }),
      await made({
        title: '老城停水频繁水压低',
        content: '老城每天十八点以后没有水，四楼以上用不上水。',
        topic: 'other',
        countyId: '411722',
      }),
    ];
    const { similar } = await seen(office, own);
    expect(similar.map(({ item, isSameTopic }) => [item.id, isSameTopic])).toEqual([
      [near, true],
      [far, false],
    ]);
    expect(similar[0]!.score).toBeLessThan(similar[1]!.score);
  });

  it('are all answered, rated and asked anew together, and no name shows', async () => {
    const [into, first, second] = [
      await made(),
      await made({ raisedOn: '2014-09-10', channel: 'visit' }),
      await made({ raiserName: null, raiserPhone: null }),
    ];
    for (const from of [first, second])
      expect(await act(office, 'mergeItem', from, { targetId: into, reason: '同一处路面' })).toMatchObject({ __typename: 'ItemActed' });
    expect((await seen(head, into)).raisings).toEqual([
      expect.objectContaining({ answeredOn: null, hasRaiser: true, maskedPhone: '139****1111' }),
      expect.objectContaining({ raisedOn: '2014-09-10', channel: 'visit', answeredOn: null, hasRaiser: true, maskedPhone: '139****1111' }),
      expect.objectContaining({ answeredOn: null, hasRaiser: false, maskedPhone: null }),
    ]);
    await solved(into);
    for (const each of [into, first, second]) expect(await problemOf(each)).toMatchObject({ answeredOn: new Date('2014-09-30') });
    await act(office, 'callBackItem', into);
    await act(office, 'writeOffItem', into, { satisfaction: 'SATISFIED' });
    expect(await problemOf(first)).toMatchObject({ satisfaction: 'SATISFIED' });
    await act(office, 'reopenItem', into, { reason: '部分路段又坏', dueOn: '2014-10-31' });
    expect(await problemOf(second)).toMatchObject({ answeredOn: null, satisfaction: null });
    expect((await itemRowOf(first)).state).toBe('MERGED');
  });

  it('are told at once what the others were told', async () => {
    const [into, late] = [await made(), await made()];
    await solved(into, '已修好。');
    await act(office, 'mergeItem', late, { targetId: into, reason: '同一处路面' });
    expect(await problemOf(late)).toMatchObject({ answer: '已修好。', answeredOn: new Date('2014-09-30') });
  });
});
