import { randomUUID } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { workbookOf } from '@duban/ledger/testing/workbook.fixture';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { clock } from '../clock.ts';
import { db, transaction } from '../database.ts';
import { attachTo } from '../modules/attachment/attach-to.ts';
import { dropStaleUploads } from '../modules/attachment/uploads.ts';
import type { Viewer } from '../modules/session/viewer.ts';
import { addItem, ask, openTestCity, viewerWith } from '../testing/test-city.ts';
import { attachmentRoutes } from './attachment-routes.ts';

let close: () => Promise<void>;
let app: FastifyInstance;
let viewer: Viewer | null;
const clerk = viewerWith('UNIT_CLERK', 'fgw');
const other: Viewer = { ...viewerWith('UNIT_HEAD', 'jyj'), userId: '00000000-0000-4000-8000-0000000000aa' };

beforeAll(async () => {
  close = await openTestCity();
  app = fastify();
  app.decorateRequest('viewer', null);
  app.addHook('preHandler', async (request) => {
    request.viewer = viewer;
  });
  await app.register(attachmentRoutes);
});
beforeEach(async () => {
  viewer = clerk;
  await db.attachment.deleteMany();
});
afterAll(async () => {
  await app.close();
  await close();
});

const boundary = 'duban-test-boundary';

function upload(bytes: Uint8Array, fileName: string, headers: Record<string, string> = { 'x-duban-csrf': '1' }) {
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\nContent-Type: text/html\r\n\r\n`;
  return app.inject({
    method: 'POST',
    url: '/files/attachments',
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, ...headers },
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  });
}

async function uploaded(bytes: Uint8Array, fileName: string) {
  const answer = await upload(bytes, fileName);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<{ id: string; name: string; size: number; mediaType: string }>();
}

const show = (id: string, query = '', headers: Record<string, string> = {}) =>
  app.inject({ url: `/files/attachments/${id}${query}`, headers });

const pdf = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

function segment(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

const scan = Buffer.concat([segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56])]);
const jfif = segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1'));
const tables = segment(0xdb, Buffer.alloc(65, 1));
const start = Buffer.from([0xff, 0xd8]);
const stop = Buffer.from([0xff, 0xd9]);

/** Little-endian Exif: orientation and a camera's name where a place would stand. */
function exif(orientation: number): Buffer {
  const tiff = Buffer.alloc(60);
  tiff.write('II*\0', 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(2, 8);
  tiff.writeUInt16LE(0x010f, 10);
  tiff.writeUInt16LE(2, 12);
  tiff.writeUInt32LE(12, 14);
  tiff.writeUInt32LE(40, 18);
  tiff.writeUInt16LE(0x0112, 22);
  tiff.writeUInt16LE(3, 24);
  tiff.writeUInt32LE(1, 26);
  tiff.writeUInt16LE(orientation, 30);
  tiff.write('GPS-SECRET', 40, 'latin1');
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]));
}

const photo = (orientation: number) =>
  Buffer.concat([
    ...[start, jfif, exif(orientation), segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0GPS-SECRET'))],
    ...[segment(0xed, Buffer.from('Photoshop GPS-SECRET')), segment(0xfe, Buffer.from('GPS-SECRET')), tables, scan, stop],
    Buffer.from('GPS-SECRET after the end'),
  ]);

function chunk(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body, Buffer.alloc(4)]);
}

const pngStart = Buffer.from('89504e470d0a1a0a', 'hex');
const header = chunk('IHDR', Buffer.from('0000000100000001080000000000'.slice(0, 26), 'hex'));
const pixels = chunk('IDAT', deflateSync(Buffer.from([0, 0])));
const ending = chunk('IEND', Buffer.alloc(0));

/** A zip's directory with entries of the sizes declared; nothing is ever unpacked. */
function zipOf(entries: [name: string, size: number][]): Buffer {
  const local = Buffer.from('504b030414000000000000000000', 'hex');
  const directory = entries.map(([name, size]) => {
    const entry = Buffer.alloc(46 + name.length);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt32LE(10, 20);
    entry.writeUInt32LE(size, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.write(name, 46);
    return entry;
  });
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, ...directory, end]);
}

/** An OLE container with the streams and storages named. */
function compound(...entries: [name: string, type: number][]): Buffer {
  const sectors = entries.map(([name, type]) => {
    const entry = Buffer.alloc(128);
    entry.write(name, 'utf16le');
    entry.writeUInt16LE((name.length + 1) * 2, 64);
    entry[66] = type;
    return entry;
  });
  const head = Buffer.alloc(512);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(head);
  return Buffer.concat([head, ...sectors]);
}

const office = (folder: string): Buffer =>
  zipOf([
    ['[Content_Types].xml', 100],
    [`${folder}/main.xml`, 100],
  ]);
const gbk = Buffer.from('d5fbb8c4b1a8b8e6', 'hex');

describe('POST /files/attachments', () => {
  it('takes each kind by its content, whatever the browser says it is', async () => {
    const workbook = await workbookOf({ 台账: [['编号'], ['风-1']] });
    const good: [Uint8Array, string, string][] = [
      [pdf, '整改报告.PDF', 'application/pdf'],
      [photo(1), '现场.jpeg', 'image/jpeg'],
      [Buffer.concat([pngStart, header, pixels, ending]), '截图.png', 'image/png'],
      [office('word'), '报告.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
      [workbook, '清单.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
      [office('ppt'), '汇报.pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
      [compound(['WordDocument', 2]), '通知.doc', 'application/msword'],
      [compound(['WordDocument', 2]), '通知.wps', 'application/msword'],
      [compound(['Workbook', 2]), '清单.xls', 'application/vnd.ms-excel'],
      [compound(['PowerPoint Document', 2]), '汇报.ppt', 'application/vnd.ms-powerpoint'],
      [Buffer.from('整改完成\n'), '说明.txt', 'text/plain; charset=utf-8'],
      [gbk, '说明二.txt', 'text/plain; charset=gb18030'],
    ];
    for (const [bytes, name, mediaType] of good) expect(await uploaded(bytes, name)).toMatchObject({ name, mediaType });
    expect(await db.attachment.count({ where: { itemId: null, addedById: clerk.userId } })).toBe(good.length);
  });

  it('keeps the bytes encrypted, the name without folders, and gives a name an extension', async () => {
    const { id, name } = await uploaded(pdf, '../../etc/整改\u202e\u0000报告.pdf');
    expect(name).toBe('整改报告.pdf');
    const { file } = await db.attachment.findUniqueOrThrow({ where: { id }, include: { file: true } });
    expect(file.encrypted).toBe(true);
    expect(Buffer.from(file.bytes).includes('%PDF')).toBe(false);
    expect((await uploaded(pdf, 'C:\\\\公文\\\\报告')).name).toBe('报告.pdf');
  });

  const bad: [string, () => Uint8Array, string, string, RegExp][] = [
    ['nothing', () => new Uint8Array(), '空.pdf', 'EMPTY', /文件是空的/],
    ['a program named .pdf', () => Buffer.from('4d5a90000300000004000000ffff0000', 'hex'), '报告.pdf', 'NOT_ALLOWED', /不能上传程序/],
    ['a shell script', () => Buffer.from('#!/bin/sh\nrm -rf /\n'), '说明.txt', 'NOT_ALLOWED', /不能上传程序/],
    ['a web page named .txt', () => Buffer.from('\n <!-- x --><HTML><script>1</script>'), '说明.txt', 'NOT_ALLOWED', /网页（HTML）/],
    ['SVG named .png', () => Buffer.from('<?xml version="1.0"?><svg xmlns="x" onload="1"/>'), '图.png', 'NOT_ALLOWED', /SVG/],
    ['XML', () => Buffer.from('<?xml version="1.0"?><a/>'), '图.txt', 'NOT_ALLOWED', /XML/],
    ['a GIF', () => Buffer.from('47494638396101000100', 'hex'), '图.gif', 'NOT_ALLOWED', /其他格式的图片/],
    ['a plain zip', () => zipOf([['a.exe', 10]]), '资料.zip', 'NOT_ALLOWED', /压缩包/],
    ['a zip named .docx', () => zipOf([['a.exe', 10]]), '资料.docx', 'NOT_ALLOWED', /压缩包/],
    [
      'a bomb as a workbook',
      () =>
        zipOf([
          ['[Content_Types].xml', 9],
          ['xl/a.xml', 201 * 1024 * 1024],
        ]),
      '清单.xlsx',
      'BOMB',
      /200 MB/,
    ],
    [
      'a bomb that hides its size',
      () =>
        zipOf([
          ['[Content_Types].xml', 9],
          ['xl/a.xml', 0],
        ]),
      '清单.xlsx',
      'BOMB',
      /200 MB/,
    ],
    [
      'macros',
      () =>
        zipOf([
          ['[Content_Types].xml', 9],
          ['word/vbaProject.bin', 9],
        ]),
      '报告.docx',
      'MACRO',
      /宏/,
    ],
    ['old macros', () => compound(['WordDocument', 2], ['_VBA_PROJECT', 2]), '报告.doc', 'MACRO', /宏/],
    ['a password', () => compound(['EncryptedPackage', 2]), '报告.docx', 'PASSWORD', /打开密码/],
    ['an installer named .doc', () => compound(['SummaryInformation', 2]), '报告.doc', 'NOT_ALLOWED', /不认识的格式/],
    ['half a workbook', () => office('xl').subarray(0, 60), '清单.xlsx', 'DAMAGED', /已损坏/],
    ['half a photo', () => photo(1).subarray(0, 60), '图.jpg', 'DAMAGED', /已损坏/],
    ['half a PNG', () => Buffer.concat([pngStart, header]), '图.png', 'DAMAGED', /已损坏/],
    ['noise', () => Buffer.from('0001020304050607fffefdfc', 'hex'), '说明.txt', 'NOT_ALLOWED', /不认识的格式/],
    ['a picture named .pdf', () => photo(1), '报告.pdf', 'LYING_NAME', /^文件内容是 JPEG 图片，与扩展名 \.pdf 不符/],
    ['a PDF named .exe', () => pdf, '报告.pdf.exe', 'LYING_NAME', /^文件内容是 PDF，与扩展名 \.exe 不符/],
    ['text named .html', () => Buffer.from('整改'), '报告.html', 'LYING_NAME', /与扩展名 \.html 不符/],
  ];
  it.each(bad)('refuses %s, and keeps nothing', async (_what, make, name, code, sentence) => {
    const answer = await upload(make(), name);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ code, message: expect.stringMatching(sentence) });
    expect(await db.attachment.count()).toBe(0);
  });

  it('refuses more than 20 MB, and more than twenty that no act has taken, also at once', async () => {
    const large = await upload(Buffer.concat([pdf, Buffer.alloc(20 * 1024 * 1024)]), '大.pdf');
    expect([large.statusCode, large.json()]).toEqual([
      413,
      { code: 'TOO_LARGE', message: '文件超过 20 MB 的上限，请压缩图片或拆分后上传。' },
    ]);
    for (let index = 0; index < 18; index += 1) await uploaded(pdf, `第${index}份.pdf`);
    const answers = await Promise.all(['甲', '乙', '丙', '丁'].map((name) => upload(pdf, `${name}.pdf`)));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 200, 409, 409]);
    expect(answers.find(({ statusCode }) => statusCode === 409)?.json()).toMatchObject({ code: 'TOO_MANY' });
    viewer = other;
    await uploaded(pdf, '他人.pdf');
  });

  it('asks for a session, a role that acts, our own page and a file', async () => {
    viewer = null;
    expect((await upload(pdf, '报告.pdf')).statusCode).toBe(401);
    for (const role of ['SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN'] as const) {
      viewer = viewerWith(role);
      expect((await upload(pdf, '报告.pdf')).statusCode, role).toBe(403);
    }
    viewer = clerk;
    expect((await upload(pdf, '报告.pdf', {})).statusCode).toBe(403);
    expect((await upload(pdf, '报告.pdf', { 'x-duban-csrf': '1', origin: 'https://evil.example' })).statusCode).toBe(403);
    const bare = await app.inject({ method: 'POST', url: '/files/attachments', headers: { 'x-duban-csrf': '1' }, payload: {} });
    expect(bare.statusCode).toBe(415);
  });
});

describe('what a camera wrote', () => {
  it('goes from a JPEG, while the picture stays byte for byte', async () => {
    const { id, size } = await uploaded(photo(1), '现场.jpg');
    const { rawPayload } = await show(id);
    expect(rawPayload).toEqual(Buffer.concat([start, jfif, tables, scan, stop]));
    expect(size).toBe(rawPayload.length);
  });

  it('leaves the orientation where it turns the picture', async () => {
    const { id } = await uploaded(photo(6), '现场.jpg');
    const { rawPayload } = await show(id);
    expect(rawPayload.includes('GPS-SECRET')).toBe(false);
    const only = segment(
      0xe1,
      Buffer.from(`${Buffer.from('Exif\0\0').toString('hex')}4d4d002a00000008000101120003000000010006000000000000`, 'hex'),
    );
    expect(rawPayload).toEqual(Buffer.concat([start, jfif, only, tables, scan, stop]));
  });

  it('goes from a PNG', async () => {
    const clear = Buffer.concat([pngStart, header, chunk('pHYs', Buffer.alloc(9)), pixels, ending]);
    const told = ['eXIf', 'tEXt', 'iTXt', 'zTXt', 'tIME', 'prVt'].map((type) => chunk(type, Buffer.from('GPS-SECRET')));
    const full = Buffer.concat([pngStart, header, ...told, chunk('pHYs', Buffer.alloc(9)), pixels, ending, Buffer.from('GPS-SECRET')]);
    const { id } = await uploaded(full, '截图.png');
    expect((await show(id)).rawPayload).toEqual(clear);
  });
});

describe('GET /files/attachments/:id', () => {
  it('shows an upload to its owner alone until an act takes it, then to those who may see the item', async () => {
    const { id } = await uploaded(pdf, '报告.pdf');
    const seenBy = async (who: Viewer | null) => {
      viewer = who;
      return (await show(id)).statusCode;
    };
    expect(await seenBy(clerk)).toBe(200);
    expect(await seenBy(other)).toBe(404);
    expect(await seenBy({ ...viewerWith('SUPERVISION_OFFICE'), userId: other.userId })).toBe(404);
    expect(await seenBy(null)).toBe(401);
    const itemId = await addItem({ kind: 'COMPLAINT', leadUnitId: 'fgw' });
    await expect(transaction((tx) => attachTo(tx, other, [id], { itemId }))).rejects.toMatchObject({
      fields: [{ field: 'attachmentIds', code: 'UNKNOWN_FILES' }],
    });
    await transaction((tx) => attachTo(tx, clerk, [id], { itemId }));
    expect(await seenBy({ ...clerk, userId: randomUUID() })).toBe(200);
    expect(await seenBy(viewerWith('INSPECTION'))).toBe(200);
    expect(await seenBy(other)).toBe(404);
    // Who uploaded it and has gone to another unit sees it no more.
    expect(await seenBy({ ...other, userId: clerk.userId })).toBe(404);
    for (const role of ['SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN'] as const) expect(await seenBy(viewerWith(role))).toBe(404);
    expect((await show('../../etc/passwd')).statusCode).toBe(404);
    viewer = clerk;
    expect((await show('x')).json()).toMatchObject({ message: '没有找到这个附件，或者您无权查看。' });
  });

  it('shows only what is safe to show, in a sandbox; the rest is saved', async () => {
    const text = await uploaded(gbk, '说明.txt');
    const shown = await show(text.id);
    expect(shown.headers).toMatchObject({
      'content-type': 'text/plain; charset=gb18030',
      'content-disposition': `inline; filename="file"; filename*=UTF-8''${encodeURIComponent('说明.txt')}`,
      'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none'/),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
    });
    expect(shown.rawPayload).toEqual(gbk);
    expect((await show(text.id, '?download=1')).headers['content-disposition']).toMatch(/^attachment;/);
    const paper = await show((await uploaded(pdf, '报告.pdf')).id);
    expect(paper.headers['content-disposition']).toMatch(/^inline;/);
    expect(paper.headers['content-security-policy']).toMatch(/^sandbox; default-src 'none'/);
    const word = await show((await uploaded(office('word'), '报告.docx')).id);
    expect(word.headers['content-disposition']).toMatch(/^attachment;/);
  });

  it('answers 304 to who has it, but only while they may see it', async () => {
    const { id } = await uploaded(pdf, '报告.pdf');
    const { etag } = (await show(id)).headers;
    const again = await show(id, '', { 'if-none-match': String(etag) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    viewer = other;
    expect((await show(id, '', { 'if-none-match': String(etag) })).statusCode).toBe(404);
  });
});

describe('uploads that no act has taken', () => {
  const discard =
    'mutation($id: ID!, $requestId: String!) { discardAttachment(id: $id, requestId: $requestId) { __typename ... on Error { message } } }';

  it('are found again by their owner, and discarded by nobody else', async () => {
    const first = await uploaded(pdf, '报告.pdf');
    const second = await uploaded(pdf, '同一份.pdf');
    const mine = '{ myUploads { id name size mediaType isImage href viewerCanDiscard } }';
    expect((await ask<{ myUploads: unknown[] }>(clerk, mine)).data?.myUploads).toEqual([
      { ...first, isImage: false, href: `/files/attachments/${first.id}`, viewerCanDiscard: true },
      { ...second, isImage: false, href: `/files/attachments/${second.id}`, viewerCanDiscard: true },
    ]);
    expect((await ask<{ myUploads: unknown[] }>(other, mine)).data?.myUploads).toEqual([]);
    const done = async (who: Viewer, id: string, requestId: string = randomUUID()) =>
      (await ask<{ discardAttachment: { __typename: string } }>(who, discard, { id, requestId })).data?.discardAttachment.__typename;
    expect(await done(other, first.id)).toBe('NotFoundError');
    const requestId = randomUUID();
    expect(await done(clerk, first.id, requestId)).toBe('AttachmentDiscarded');
    expect(await done(clerk, first.id, requestId)).toBe('AttachmentDiscarded');
    expect(await done(clerk, first.id)).toBe('NotFoundError');
    // The content stays while another file has it.
    expect((await show(second.id)).rawPayload).toEqual(pdf);
    await transaction(async (tx) => attachTo(tx, clerk, [second.id], { itemId: await addItem({ leadUnitId: 'fgw' }) }));
    expect(await done(clerk, second.id)).toBe('NotFoundError');
    expect(await done(clerk, 'x')).toBe('NotFoundError');
  });

  it('are dropped after seven days, with their content', async () => {
    const old = await uploaded(Buffer.from('旧的'), '旧.txt');
    const taken = await uploaded(Buffer.from('已提交'), '已提交.txt');
    const young = await uploaded(Buffer.from('新的'), '新.txt');
    await transaction(async (tx) => attachTo(tx, clerk, [taken.id], { itemId: await addItem({ leadUnitId: 'fgw' }) }));
    const { fileHash } = await db.attachment.findUniqueOrThrow({ where: { id: old.id } });
    const daysAgo = (days: number) => new Date(clock.now().getTime() - days * 24 * 60 * 60_000);
    await db.attachment.updateMany({ where: { id: { in: [old.id, taken.id] } }, data: { addedAt: daysAgo(7.1) } });
    await db.attachment.updateMany({ where: { id: young.id }, data: { addedAt: daysAgo(6.9) } });
    expect(await dropStaleUploads()).toBe(1);
    expect((await db.attachment.findMany({ select: { name: true } })).map(({ name }) => name).sort()).toEqual(
      ['已提交.txt', '新.txt'].sort(),
    );
    expect(await db.storedFile.count({ where: { hash: fileHash } })).toBe(0);
    expect(await dropStaleUploads()).toBe(0);
  });
});
