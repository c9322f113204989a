import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db, insertRows, pool, transaction } from '../../database.ts';
import { nobody, sealComplainant } from '../../registers/complainant.ts';
import { addItem, ask, openTestCity, type TestItem, viewerWith } from '../../testing/test-city.ts';
import { readUpload, storeUpload } from '../exchange/stored-uploads.ts';
import { person } from '../item/acts/testing/acts.fixture.ts';
import type { Viewer } from '../session/viewer.ts';
import { judgeFile } from './judge-file.ts';
import { letterOf } from './testing/office.fixture.ts';
import { pageOf, pdfOf } from './testing/pdf.fixture.ts';
import { photoOf } from './testing/pictures.fixture.ts';
import { visibleAttachment } from './visible-attachment.ts';

const complainant = '李四海';
let close: () => Promise<void>;
let inspector: Viewer;
beforeAll(async () => {
  close = await openTestCity();
  inspector = await person('INSPECTION', 'jcj');
});
beforeEach(() => pool.query('DELETE FROM attachment'));
afterAll(() => close());

interface Complaint {
  itemId: string;
  complaintId: string;
}

/** A complaint about 国土局 by 李四海, handled by 发改委 unless said otherwise. */
async function addComplaint(given: Partial<TestItem> = {}, complainedUnitId: string | null = 'gtj'): Promise<Complaint> {
  const itemId = await addItem({ kind: 'COMPLAINT', leadUnitId: 'fgw', ...given });
  const complaintId = randomUUID();
  await transaction(async (tx) => {
    const row = { id: complaintId, item_id: itemId, channel: 'web', real_name: true, complained_unit_id: complainedUnitId };
    const defaults = {
      extension_days: 0,
      rework_count: 0,
      people: 1,
      on_the_spot: false,
      self_rated: false,
      reopened_by_complainant: false,
    };
    await insertRows(tx, 'complaint', [{ ...row, ...defaults, facts: '拖延', received_on: '2014-09-20' }]);
    await insertRows(tx, 'complainant', [
      sealComplainant(complaintId, { ...nobody, complainantName: complainant, complainantPhone: '13812345678' }),
    ]);
  });
  return { itemId, complaintId };
}

/** A file that the complainant brought, judged as every upload is. */
async function addFile({ itemId, complaintId }: Complaint, bytes: Buffer, name: string): Promise<string> {
  const id = randomUUID();
  const judged = judgeFile(bytes, name);
  await transaction(async (tx) => {
    const file = { id, item_id: itemId, complaint_id: complaintId, name: judged.name, added_at: new Date() };
    await insertRows(tx, 'attachment', [{ ...file, file_hash: await storeUpload(tx, judged.bytes, judged.mediaType) }]);
  });
  return id;
}

interface Answer {
  __typename: string;
  code?: string;
  message?: string;
  fields?: { field: string; code: string; message: string }[];
  item?: { attachments: Listed[] };
}
interface Listed {
  id: string;
  name: string;
  isFromComplainant: boolean;
  isForwarded: boolean;
  forwardedFrom: { id: string } | null;
}
const listed = 'attachments { id name isFromComplainant isForwarded forwardedFrom { id } }';

async function forward(
  viewer: Viewer,
  itemId: string,
  attachmentIds: string[],
  more: { reason?: string; requestId?: string; version?: number } = {},
) {
  const { version } = await db.item.findUniqueOrThrow({ where: { id: itemId } });
  const input = { itemId, version, requestId: randomUUID(), attachmentIds, ...more };
  const answer = await ask<{ forwardFiles: Answer }>(
    viewer,
    `mutation($input: ForwardFilesInput!) { forwardFiles(input: $input) { __typename
      ... on ItemActed { item { ${listed} } } ... on InputError { fields { field code message } } ... on ActRefusedError { code message } } }`,
    { input },
  );
  expect(answer.errors).toBeUndefined();
  return answer.data!.forwardFiles;
}

async function seenBy(viewer: Viewer, itemId: string): Promise<Listed[] | null> {
  const answer = await ask<{ item: { attachments: Listed[] } | null }>(viewer, `query($id: ID!) { item(id: $id) { ${listed} } }`, {
    id: itemId,
  });
  expect(answer.errors).toBeUndefined();
  return answer.data!.item?.attachments ?? null;
}

const unit = (unitId: string) => viewerWith('UNIT_HEAD', unitId);

describe('what a complainant brought', () => {
  it('is listed and opened by inspection alone, and not by those who keep out of the matter', async () => {
    const complaint = await addComplaint();
    const id = await addFile(complaint, photoOf('x'), '李四海的照片.jpg');
    expect(await seenBy(inspector, complaint.itemId)).toMatchObject([{ id, isFromComplainant: true }]);
    expect(await visibleAttachment(inspector, id)).not.toBeNull();
    const others = [
      ...(['CITY_LEADER', 'VICE_MAYOR', 'SUPERVISION_OFFICE', 'SERVICE_CENTRE', 'SYSTEM_ADMIN', 'AUDIT_ADMIN'] as const).map((role) =>
        viewerWith(role),
      ),
      unit('fgw'),
      unit('gtj'),
      viewerWith('UNIT_CLERK', 'fgw'),
    ];
    for (const viewer of others) {
      expect([viewer.role, (await seenBy(viewer, complaint.itemId)) ?? []]).toEqual([viewer.role, []]);
      expect([viewer.role, await visibleAttachment(viewer, id)]).toEqual([viewer.role, null]);
    }
    const colleague = await person('INSPECTION', 'jcj');
    await pool.query(`INSERT INTO recusal (item_id, user_id, reason, entered_by, at) VALUES ($1, $2, '近亲属', '监察局', now())`, [
      complaint.itemId,
      colleague.userId,
    ]);
    expect((await seenBy(colleague, complaint.itemId)) ?? []).toEqual([]);
    expect(await visibleAttachment(colleague, id)).toBeNull();
  });
});

describe('forwarding', () => {
  it('gives the handling unit copies without traces under neutral names; the story tells no original name', async () => {
    const complaint = await addComplaint();
    const author = '王举报';
    const ids = [
      await addFile(complaint, photoOf(author), '李四海拍的.jpg'),
      await addFile(complaint, letterOf({ author, more: { 'word/media/image1.jpeg': photoOf(author) } }), '李四海的信.docx'),
      await addFile(complaint, pdfOf({ objects: pageOf({ 6: `<</Author(Wang Jubao)>>` }), trailer: '/Info 6 0 R' }), '李四海.pdf'),
      await addFile(complaint, Buffer.from('收费无据'), '李四海.txt'),
    ];
    const requestId = randomUUID();
    const { version } = await db.item.findUniqueOrThrow({ where: { id: complaint.itemId } });
    const done = await forward(inspector, complaint.itemId, ids, { reason: '供核查', requestId, version });
    expect(done.__typename).toBe('ItemActed');
    // A repeat answers as the first did, and makes no second copies.
    expect(await forward(inspector, complaint.itemId, ids, { reason: '供核查', requestId, version })).toMatchObject({
      __typename: 'ItemActed',
    });
    expect(await seenBy(inspector, complaint.itemId)).toHaveLength(8);

    const copies = (await seenBy(unit('fgw'), complaint.itemId))!;
    expect(copies.map(({ name }) => name).sort()).toEqual(['材料1.jpg', '材料2.docx', '材料3.pdf', '材料4.txt']);
    for (const copy of copies) {
      expect(copy).toMatchObject({ isForwarded: true, isFromComplainant: false, forwardedFrom: null });
      const found = await visibleAttachment(unit('fgw'), copy.id);
      const bytes = (await readUpload(found!.hash))!;
      for (const trace of [author, 'Wang Jubao', 'GPS']) expect([copy.name, bytes.includes(trace)]).toEqual([copy.name, false]);
    }
    expect(
      (await seenBy(inspector, complaint.itemId))!
        .filter(({ forwardedFrom }) => forwardedFrom)
        .map(({ forwardedFrom }) => forwardedFrom!.id)
        .sort(),
    ).toEqual([...ids].sort());

    const event = await db.itemEvent.findFirstOrThrow({ where: { itemId: complaint.itemId }, orderBy: { sequence: 'desc' } });
    expect(event.action).toBe('FORWARD_FILES');
    expect(JSON.parse(event.payload)).toEqual({ files: 4, names: ['材料1.jpg', '材料2.docx', '材料3.pdf', '材料4.txt'], reason: '供核查' });

    expect(await forward(inspector, complaint.itemId, [ids[0]!])).toMatchObject({
      fields: [{ field: 'attachmentIds', code: 'FORWARDED' }],
    });
    const later = await addFile(complaint, Buffer.from('又一份'), '补.txt');
    await forward(inspector, complaint.itemId, [later]);
    expect((await seenBy(unit('fgw'), complaint.itemId))!.map(({ name }) => name)).toContain('材料5.txt');
  });

  it('refuses what can’t be cleared and what names the complainant, and then forwards nothing', async () => {
    const complaint = await addComplaint();
    const good = await addFile(complaint, Buffer.from('收费无据'), '好.txt');
    const named = await addFile(complaint, Buffer.from(`举报人 李 四海，电话 138-1234-5678`), '信.txt');
    const locked = await addFile(complaint, pdfOf({ objects: pageOf(), trailer: '/Encrypt<<>>' }), '密.pdf');
    const answer = await forward(inspector, complaint.itemId, [good, named, locked]);
    expect(answer.fields?.map(({ field, message }) => [field, message])).toEqual([
      ['attachmentIds', '《信.txt》的内容里有投诉人的姓名、电话，请遮盖后另存，再转交。'],
      ['attachmentIds', '《密.pdf》是加密的 PDF，请去掉密码或打印成普通 PDF 后再转交。'],
    ]);
    expect(await seenBy(unit('fgw'), complaint.itemId)).toEqual([]);
  });

  it.each<[string, Partial<TestItem>, string]>([
    ['holds a part itself', { assisting: ['gtj'] }, 'gtj'],
    ['leads it', { leadUnitId: 'gtj' }, 'gtj'],
    ['stands above one that holds a part', { leadUnitId: '411721' }, '411700'],
  ])('never reaches the accused: refused when the unit complained of %s', async (_what, given, accused) => {
    const complaint = await addComplaint(given, accused);
    const id = await addFile(complaint, Buffer.from('收费无据'), '信.txt');
    expect(await forward(inspector, complaint.itemId, [id], { reason: '仍要转交' })).toMatchObject({ code: 'ACCUSED_HANDLES' });
    expect(await db.attachment.count()).toBe(1);
  });

  it('nor when the duty goes over to the accused later', async () => {
    const complaint = await addComplaint();
    const id = await addFile(complaint, Buffer.from('收费无据'), '信.txt');
    await forward(inspector, complaint.itemId, [id]);
    await pool.query('UPDATE item_unit SET unit_id = $2 WHERE item_id = $1', [complaint.itemId, 'gtj']);
    await pool.query('UPDATE item SET lead_unit_id = $2 WHERE id = $1', [complaint.itemId, 'gtj']);
    expect(await seenBy(unit('gtj'), complaint.itemId)).toEqual([]);
    expect(await seenBy(viewerWith('CITY_LEADER'), complaint.itemId)).toHaveLength(1);
  });

  it('asks inspection to say why it is safe where nobody is named as complained of', async () => {
    const complaint = await addComplaint({}, null);
    const id = await addFile(complaint, Buffer.from('收费无据'), '信.txt');
    expect(await forward(inspector, complaint.itemId, [id])).toMatchObject({ fields: [{ field: 'reason', code: 'ACCUSED_UNKNOWN' }] });
    expect(await forward(inspector, complaint.itemId, [id], { reason: '投诉对象为个体经营者' })).toMatchObject({ __typename: 'ItemActed' });
  });

  it('is inspection’s alone, of a complaint under way, with its own files and at its present version', async () => {
    const complaint = await addComplaint();
    const other = await addComplaint();
    const id = await addFile(complaint, Buffer.from('收费无据'), '信.txt');
    const foreign = await addFile(other, Buffer.from('别的'), '别.txt');
    for (const viewer of [viewerWith('SUPERVISION_OFFICE'), viewerWith('CITY_LEADER'), unit('fgw')])
      expect([viewer.role, (await forward(viewer, complaint.itemId, [id])).code]).toEqual([viewer.role, 'NOT_THIS_ROLE']);
    expect((await forward(viewerWith('AUDIT_ADMIN'), complaint.itemId, [id])).__typename).toBe('NotFoundError');
    for (const ids of [[foreign], ['x'], [randomUUID()]])
      expect(await forward(inspector, complaint.itemId, ids)).toMatchObject({ fields: [{ code: 'UNKNOWN_FILES' }] });
    expect(await forward(inspector, complaint.itemId, [])).toMatchObject({ fields: [{ code: 'REQUIRED' }] });
    expect((await forward(inspector, complaint.itemId, [id], { version: 99 })).__typename).toBe('ConflictError');
    const closed = await addComplaint({ closedOn: '2014-09-10' });
    expect(await forward(inspector, closed.itemId, [await addFile(closed, Buffer.from('x'), 'x.txt')])).toMatchObject({
      code: 'NOT_FROM_THIS_STATE',
    });
    const problem = await addItem({ kind: 'STYLE_PROBLEM', leadUnitId: 'fgw' });
    expect(await forward(inspector, problem, [id])).toMatchObject({ code: 'NOT_A_COMPLAINT' });
  });

  it('reaches the files of a complaint that was merged into the matter', async () => {
    const target = await addComplaint();
    const merged = await addComplaint();
    const id = await addFile(merged, Buffer.from('同一件事'), '信.txt');
    await pool.query(`UPDATE item SET merged_into_id = $2, state = 'MERGED' WHERE id = $1`, [merged.itemId, target.itemId]);
    expect(await seenBy(inspector, target.itemId)).toMatchObject([{ id }]);
    expect(await forward(inspector, target.itemId, [id])).toMatchObject({ __typename: 'ItemActed' });
    expect(await seenBy(unit('fgw'), target.itemId)).toMatchObject([{ name: '材料1.txt' }]);
  });
});
