import { randomBytes } from 'node:crypto';
import { parseWorkbook } from '@duban/ledger/parse';
import { styleProblemRegister } from '@duban/ledger/registers/style-problem';
import { workbookOf } from '@duban/ledger/testing/workbook.fixture';
import exceljs from 'exceljs';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db } from '../database.ts';
import { importsIdle } from '../modules/exchange/import-queue.ts';
import { complaintLine, importAll, ledgerFile, runOf, styleLine } from '../modules/exchange/testing/exchange.fixture.ts';
import type { Viewer } from '../modules/session/viewer.ts';
import { loadLedgerContext } from '../registers/ledger-context.ts';
import { openTestCity, viewerWith } from '../testing/test-city.ts';
import { ledgerRoutes } from './ledger-routes.ts';

let close: () => Promise<void>;
let app: FastifyInstance;
let viewer: Viewer | null;
const office = viewerWith('SUPERVISION_OFFICE');

beforeAll(async () => {
  close = await openTestCity();
  app = fastify();
  app.decorateRequest('viewer', null);
  app.addHook('preHandler', async (request) => {
    request.viewer = viewer;
  });
  await app.register(ledgerRoutes);
});
beforeEach(() => {
  viewer = office;
});
afterAll(async () => {
  await app.close();
  await close();
});

const boundary = 'duban-test-boundary';

function upload(kind: string, bytes: Uint8Array, fileName = '台账.xlsx', headers: Record<string, string> = { 'x-duban-csrf': '1' }) {
  const payload = Buffer.concat([
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\nContent-Type: application/octet-stream\r\n\r\n`,
    ),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  return app.inject({
    method: 'POST',
    url: `/files/imports/${kind}`,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, ...headers },
    payload,
  });
}

async function checked(kind: string, bytes: Uint8Array, fileName?: string) {
  const answer = await upload(kind, bytes, fileName);
  expect(answer.statusCode, answer.body).toBe(200);
  await importsIdle();
  return runOf(answer.json<{ importRunId: string }>().importRunId);
}

describe('POST /files/imports/:kind', () => {
  it('takes a ledger and begins its dry run', async () => {
    const run = await checked('STYLE_PROBLEM', await ledgerFile('STYLE_PROBLEM', [styleLine('风-2014-0001')]), '整改/../台账\u0000.xlsx');
    expect(run).toMatchObject({ state: 'CHECKED', createCount: 1, fileName: '台账.xlsx', actorTitle: '测试岗位' });
    const file = await db.storedFile.findFirstOrThrow();
    expect(file.encrypted).toBe(true);
    expect(Buffer.from(file.bytes).subarray(0, 2).toString()).not.toBe('PK');
  });

  it('asks for a session, a right, our own page and a file', async () => {
    const file = await ledgerFile('STYLE_PROBLEM', [styleLine('风-2014-0002')]);
    viewer = null;
    expect((await upload('STYLE_PROBLEM', file)).statusCode).toBe(401);
    viewer = { ...office, mustChangePassword: true };
    expect((await upload('STYLE_PROBLEM', file)).json()).toMatchObject({ statusCode: 403, message: '请先修改密码。' });
    viewer = viewerWith('UNIT_CLERK', 'fgw');
    expect((await upload('COMPLAINT', file)).json()).toMatchObject({ message: '您的岗位不能导入效能投诉台账。' });
    viewer = viewerWith('CITY_LEADER');
    expect((await upload('STYLE_PROBLEM', file)).statusCode).toBe(403);
    viewer = office;
    expect((await upload('STYLE_PROBLEM', file, undefined, {})).statusCode).toBe(403);
    expect((await upload('STYLE_PROBLEM', file, undefined, { 'x-duban-csrf': '1', origin: 'https://evil.example' })).statusCode).toBe(403);
    expect((await upload('NO_SUCH', file)).statusCode).toBe(404);
    const bare = await app.inject({ method: 'POST', url: '/files/imports/STYLE_PROBLEM', headers: { 'x-duban-csrf': '1' }, payload: {} });
    expect(bare.json()).toMatchObject({ statusCode: 415, message: '请以文件上传。' });
  });

  it('refuses more than 10 MB with a sentence', async () => {
    const answer = await upload('STYLE_PROBLEM', new Uint8Array(10 * 1024 * 1024 + 1));
    expect(answer.statusCode).toBe(413);
    expect(answer.json()).toMatchObject({ message: '文件超过 10 MB 的上限。请删去图片或分成几个文件上传。' });
  });

  const headings = Object.keys(styleLine(''));
  const line = Object.values(styleLine('风-2014-0100'));
  const bad: [string, () => Promise<Uint8Array> | Uint8Array, string, RegExp][] = [
    ['nothing', () => new Uint8Array(), '空.xlsx', /文件是空的/],
    ['noise', () => randomBytes(5000), '台账.xlsx', /不是 Excel 工作簿/],
    ['a picture', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), '台账.xlsx', /图片/],
    ['comma-separated text', () => Buffer.from('编号,问题\n风-1,某'), '台账.csv', /csv/],
    ['a web page named .xls', () => Buffer.from('<html><table><tr><td>编号</td></tr></table></html>'), '台账.xls', /网页/],
    ['half a workbook', async () => (await workbookOf({ 台账: [headings, line] })).slice(0, 900), '台账.xlsx', /损坏|不完整|工作簿/],
    ['no heading', () => workbookOf({ 十个方面问题台账: [['随便', '写点', '什么']] }), '台账.xlsx', /没有找到表头/],
    ['headings alone', () => workbookOf({ 十个方面问题台账: [headings] }), '台账.xlsx', /只有表头，没有数据/],
  ];
  it.each(bad)('%s ends in a sentence, and nothing is kept', async (_what, make, name, sentence) => {
    const run = await checked('STYLE_PROBLEM', await make(), name);
    expect(run).toMatchObject({ state: 'FAILED', fileHash: null, rows: [] });
    expect(run.failure?.problems.map(({ message }) => message).join('\n')).toMatch(sentence);
  });

  it('waits for a person to say what its columns are when headings are missing or are another ledger’s', async () => {
    const missing = await checked('STYLE_PROBLEM', await workbookOf({ 十个方面问题台账: [headings.slice(0, -1), line.slice(0, -1)] }));
    expect(missing).toMatchObject({ state: 'MAPPING', rows: [], failure: null });
    const other = await checked('STYLE_PROBLEM', await ledgerFile('COMPLAINT', [complaintLine('诉-1')]));
    expect(other).toMatchObject({ state: 'MAPPING', rows: [] });
    expect(other.failure?.problems[0]?.message).toBe('这个文件看起来是效能投诉台账。如果选错了台账，请放弃后在效能投诉台账处重新上传');
  });

  it('reports each bad cell by row and column, also as a list to download', async () => {
    const lines = [
      styleLine('风-2014-0201', { 查摆日期: '２０１４年５月２８日', 责任单位: ' 发改委　' }),
      styleLine('风-2014-0202', { 查摆日期: '2014-13-40' }),
      styleLine('风-2014-0203', { 整改程度: '差不多' }),
      styleLine('风-2014-0203'),
      styleLine('风-2014-0205', { 问题: null }),
      styleLine('风-2014-0206', { 问题: '=HYPERLINK("http://x")' }),
    ];
    const run = await checked('STYLE_PROBLEM', await ledgerFile('STYLE_PROBLEM', lines));
    expect(run).toMatchObject({ state: 'CHECKED', createCount: 2, refuseCount: 4 });
    expect(run.problems.map(({ row, column, code }) => `${row} ${column} ${code}`)).toEqual([
      '3 查摆日期 BAD_DAY',
      '4 整改程度 BAD_CHOICE',
      '5 null ROW_TWICE',
      '6 问题 REQUIRED',
    ]);
    const answer = await app.inject({ url: `/files/imports/${run.id}/problems.xlsx` });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-disposition']).toBe(
      `attachment; filename="ledger.xlsx"; filename*=UTF-8''${encodeURIComponent('问题清单-台账.xlsx')}`,
    );
    expect(answer.headers['cache-control']).toBe('private, no-store');
    expect((await tableOf(answer.rawPayload)).slice(1)).toEqual([
      ['工作表', '行', '列', '编号', '程度', '原因'],
      ['十个方面问题台账', 3, '查摆日期', '风-2014-0202', '不能导入', '“2014-13-40”不是有效日期，请按 2014-09-30 的格式填写'],
      ['十个方面问题台账', 4, '整改程度', '风-2014-0203', '不能导入', expect.stringContaining('“差不多”不在可选范围内')],
      ['十个方面问题台账', 5, null, '风-2014-0203', '不能导入', expect.stringContaining('与第 4 行重复')],
      ['十个方面问题台账', 6, '问题', '风-2014-0205', '不能导入', '必填，不能空着'],
    ]);
    viewer = { ...viewerWith('UNIT_CLERK', 'fgw'), userId: '00000000-0000-4000-8000-0000000000ff' };
    expect((await app.inject({ url: `/files/imports/${run.id}/problems.xlsx` })).statusCode).toBe(404);
  });
});

/** Rows of the first tab, as another program reads them. */
async function tableOf(bytes: Buffer): Promise<unknown[][]> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(bytes as unknown as Parameters<typeof workbook.xlsx.load>[0]);
  const found: unknown[][] = [];
  workbook.worksheets[0]?.eachRow((row) => found.push(Array.from({ length: 6 }, (_cell, index) => row.getCell(index + 1).value)));
  return found;
}

describe('GET /files/ledgers/:kind', () => {
  it('gives an empty template that is itself a good ledger', async () => {
    const answer = await app.inject({ url: '/files/ledgers/STYLE_PROBLEM/template.xlsx' });
    expect(answer.headers['content-disposition']).toContain(encodeURIComponent('十个方面问题台账-模板.xlsx'));
    const { lookup } = await loadLedgerContext();
    const { fileProblems } = await parseWorkbook(answer.rawPayload, styleProblemRegister, lookup);
    expect(fileProblems.map(({ code }) => code)).toEqual(['SHEET_EMPTY']);
  });

  it('gives the rows that the viewer may see and the filter holds, each with its version', async () => {
    const lines = [
      styleLine('风-2014-0301'),
      styleLine('风-2014-0302', { 责任单位: '市教育局' }),
      styleLine('风-2014-0303', { 责任单位: '市教育局', 配合单位: '市发改委', 主要类别: '形式主义' }),
    ];
    await importAll(office, 'STYLE_PROBLEM', await ledgerFile('STYLE_PROBLEM', lines));
    const numbersOf = async (who: Viewer, query = '') => {
      viewer = who;
      const answer = await app.inject({ url: `/files/ledgers/STYLE_PROBLEM/data.xlsx${query}` });
      expect(answer.statusCode, answer.body.slice(0, 200)).toBe(200);
      const { lookup } = await loadLedgerContext();
      const { sheets } = await parseWorkbook(answer.rawPayload, styleProblemRegister, lookup);
      expect(sheets.main.every(({ values }) => values.version === 1)).toBe(true);
      return sheets.main.map(({ values }) => values.number).filter((number) => number?.startsWith('风-2014-03'));
    };
    expect(await numbersOf(office)).toEqual(['风-2014-0301', '风-2014-0302', '风-2014-0303']);
    expect(await numbersOf(viewerWith('UNIT_CLERK', 'fgw'))).toEqual(['风-2014-0301', '风-2014-0303']);
    expect(await numbersOf(office, '?leadUnits=jyj&categories=9&assigned=2014-06-01..&phase=OPEN&asOf=2014-09-30')).toEqual([
      '风-2014-0303',
    ]);
    expect(await db.systemEvent.count({ where: { kind: 'EXPORT' } })).toBe(3);
  });

  it('refuses what it can not read, and those who keep the system', async () => {
    expect((await app.inject({ url: '/files/ledgers/STYLE_PROBLEM/data.xlsx?lights=PURPLE' })).statusCode).toBe(400);
    expect((await app.inject({ url: "/files/ledgers/STYLE_PROBLEM/data.xlsx?found=2014-99-99..'" })).statusCode).toBe(400);
    expect((await app.inject({ url: '/files/ledgers/constructor/data.xlsx' })).statusCode).toBe(404);
    for (const role of ['SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN'] as const) {
      viewer = viewerWith(role);
      expect((await app.inject({ url: '/files/ledgers/COMPLAINT/data.xlsx' })).statusCode, role).toBe(403);
      expect((await app.inject({ url: '/files/ledgers/COMPLAINT/template.xlsx' })).statusCode, role).toBe(403);
    }
  });
});
