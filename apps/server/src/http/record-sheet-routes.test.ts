import { recordSheets } from '@duban/ledger/record-sheets/all';
import { writeWorkbook } from '@duban/ledger/write';
import exceljs from 'exceljs';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db, pool, transaction } from '../database.ts';
import { registerFault } from '../modules/accountability/record-chain.ts';
import { addComplaint, create, entry, revoke } from '../modules/accountability/testing/accountability.fixture.ts';
import type { RecordSheetAnswer } from '../modules/exchange/record-sheet/take-record-sheet.ts';
import type { Viewer } from '../modules/session/viewer.ts';
import { loadLedgerContext } from '../registers/ledger-context.ts';
import { openTestCity, viewerWith } from '../testing/test-city.ts';
import { accountabilityRoutes } from './accountability-routes.ts';
import { recordSheetRoutes } from './record-sheet-routes.ts';

let close: () => Promise<void>;
let app: FastifyInstance;
let viewer: Viewer | null;
const inspection = viewerWith('INSPECTION', 'jcj');

beforeAll(async () => {
  close = await openTestCity();
  app = fastify();
  app.decorateRequest('viewer', null);
  app.addHook('preHandler', async (request) => {
    request.viewer = viewer;
  });
  await app.register(accountabilityRoutes);
  await app.register(recordSheetRoutes);
  await addComplaint('诉-2014-0001', 'TRUE');
  await create(entry({ name: '张三丰', itemNumber: '诉-2014-0001', effect: '已执行', effectUntil: '2015-03-10' }));
  await create(entry({ unitId: '411702', post: '镇长', form: 'removal' }));
  const { answer } = await create(entry({ unitId: 'jyj', post: '科长' }));
  await revoke(answer.id, 1);
});
beforeEach(() => {
  viewer = inspection;
});
afterAll(async () => {
  await app.close();
  await close();
});

const boundary = 'duban-test-boundary';

async function send(bytes: Uint8Array, query = '', headers: Record<string, string> = { 'x-duban-csrf': '1' }) {
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="登记簿.xlsx"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return app.inject({
    method: 'POST',
    url: `/files/records/ACCOUNTABILITY${query}`,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, ...headers },
    payload,
  });
}

async function taken(bytes: Uint8Array, query = ''): Promise<RecordSheetAnswer> {
  const answer = await send(bytes, query);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<RecordSheetAnswer>();
}

const exported = async () => new Uint8Array((await app.inject({ url: '/files/accountability/data.xlsx' })).rawPayload);

/** The file with cells set, by heading and the row's place under the headings. */
async function edited(bytes: Uint8Array, changes: readonly (readonly [number, string, string])[]): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
  const sheet = workbook.worksheets[0]!;
  const headings = (sheet.getRow(1).values as unknown[]).map(String);
  for (const [row, heading, value] of changes) {
    expect(headings).toContain(heading);
    sheet.getRow(row + 1).getCell(headings.indexOf(heading)).value = value;
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

async function made(rows: readonly Record<string, unknown>[]): Promise<Uint8Array> {
  const { lookup } = await loadLedgerContext();
  return writeWorkbook(recordSheets.ACCOUNTABILITY, { main: rows as never }, { lookup, withPersonal: true });
}

const sound = {
  unitId: 'gtj',
  post: '副科长',
  postLevel: 'section-deputy',
  administrativeHead: false,
  fact: '接件后三次未一次告知。',
  rule: '一次性告知制度',
  form: 'education',
  decidedBy: '市国土局党组',
  decidedOn: '2014-09-12',
  source: '国土党组〔2014〕9号',
};

describe('a sheet of records', () => {
  it('that was exported changes nothing', async () => {
    const answer = await taken(await exported());
    expect(answer.rows.map(({ number, verdict }) => [number, verdict])).toEqual([
      ['责-2014-0001', 'UNCHANGED'],
      ['责-2014-0002', 'UNCHANGED'],
      ['责-2014-0003', 'UNCHANGED'],
    ]);
    expect(answer).toMatchObject({ problems: [], isApplied: false });
  });

  it('is a dry run first: it says what would become of each row and writes nothing', async () => {
    const file = await made([sound, { ...sound, post: '窗口工作人员', postLevel: 'staff', name: '李四光' }]);
    const answer = await taken(file);
    expect(answer.rows.map(({ row, number, verdict }) => [row, number, verdict])).toEqual([
      [2, '责-2014-0004', 'CREATE'],
      [3, '责-2014-0005', 'CREATE'],
    ]);
    expect(await db.accountability.count()).toBe(3);
    expect(await db.systemEvent.count({ where: { kind: 'ACCOUNTABILITY' } })).toBe(4);
  });

  it('goes in whole, once, with its names sealed and its history whole', async () => {
    const file = await made([sound, { ...sound, post: '窗口工作人员', postLevel: 'staff', name: '李四光' }]);
    const first = await taken(file, '?requestId=sheet-1');
    expect(first).toMatchObject({ isApplied: true, rows: [{ verdict: 'CREATE' }, { verdict: 'CREATE' }] });
    expect(await taken(file, '?requestId=sheet-1')).toEqual(first);
    expect(await db.accountability.count()).toBe(5);
    const { rows } = await pool.query<{ text: string }>(
      'SELECT to_jsonb(r)::text AS text FROM accountability r UNION ALL SELECT to_jsonb(q)::text FROM request_result q',
    );
    expect(rows.map(({ text }) => text).join()).not.toContain('李四光');
    expect(await transaction(registerFault)).toBeNull();
  });

  it('corrects what there is, with a reason and at its version', async () => {
    const change = [1, '追究方式', '效能告诫'] as const;
    const file = await exported();
    const bare = await taken(await edited(file, [change]));
    expect(bare.rows[0]).toMatchObject({ verdict: 'REFUSE', problems: [{ column: '更正原因', message: '请填写理由。' }] });
    const reasoned = await edited(file, [change, [1, '更正原因', '决定书文种登记有误']]);
    expect((await taken(reasoned, '?requestId=sheet-2')).rows[0]).toMatchObject({ number: '责-2014-0001', verdict: 'UPDATE' });
    const record = await db.accountability.findFirstOrThrow({ where: { number: '责-2014-0001' } });
    expect(record).toMatchObject({ form: 'warning', version: 2 });
    expect(record.nameCipher).not.toBeNull();
    const stale = await edited(file, [
      [1, '执行情况', '另有说明'],
      [1, '更正原因', '补充说明'],
    ]);
    expect((await taken(stale)).rows[0]).toMatchObject({ verdict: 'REFUSE', problems: [{ column: '版本号' }] });
  });

  it('leaves alone what it has no column for, and counts a name entered again as no change', async () => {
    const before = await db.accountability.findFirstOrThrow({ where: { number: '责-2014-0001' } });
    const row = { ...before, itemId: null, decidedOn: '2014-09-10', effectUntil: undefined, effect: undefined, source: undefined };
    const columns = recordSheets.ACCOUNTABILITY.sheets.main.columns.filter(
      ({ key }) => !/^(effect|effectUntil|itemNumber|source)$/.test(key),
    );
    const sheet = { ...recordSheets.ACCOUNTABILITY, sheets: { main: { ...recordSheets.ACCOUNTABILITY.sheets.main, columns } } };
    const { lookup } = await loadLedgerContext();
    const narrow = (changes: object) => writeWorkbook(sheet, { main: [{ ...row, ...changes }] as never }, { lookup, withPersonal: true });
    expect((await taken(await narrow({ name: '张三丰' }))).rows).toMatchObject([{ verdict: 'UNCHANGED', problems: [] }]);
    const changed = await narrow({ rule: '首问负责制度', correction: '条款写错' });
    expect((await taken(changed, '?requestId=sheet-narrow')).rows).toMatchObject([{ verdict: 'UPDATE' }]);
    const { rule, effect, effectUntil, itemId } = await db.accountability.findFirstOrThrow({ where: { number: '责-2014-0001' } });
    expect({ rule, effect, effectUntil, itemId }).toEqual({
      rule: '首问负责制度',
      ...{ effect: before.effect, effectUntil: before.effectUntil, itemId: before.itemId },
    });
  });

  it('revokes nothing, and takes no running number for a record’s', async () => {
    const revoking = await edited(await exported(), [[2, '状态', '已撤销']]);
    expect((await taken(revoking)).rows[1]).toMatchObject({ verdict: 'REFUSE', problems: [{ column: '状态' }] });
    expect((await taken(await made([{ ...sound, status: '已撤销' }]))).rows).toMatchObject([
      { verdict: 'REFUSE', problems: [{ column: '状态' }] },
    ]);
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(Buffer.from(await made([sound])) as unknown as ArrayBuffer);
    workbook.worksheets[0]!.spliceColumns(1, 0, ['序号', 1]);
    expect((await taken(new Uint8Array(await workbook.xlsx.writeBuffer()))).rows).toMatchObject([{ verdict: 'CREATE' }]);
  });

  it('comes back whole when a unit or a form that a record holds has ended', async () => {
    await db.unit.update({ where: { id: 'jyj' }, data: { validTo: new Date('2014-09-29') } });
    await db.term.updateMany({ where: { dictionary: 'accountability-form', code: 'removal' }, data: { validTo: new Date('2014-09-29') } });
    const answer = await taken(await exported());
    expect(answer.rows.map(({ verdict, problems }) => [verdict, problems])).toEqual(answer.rows.map(() => ['UNCHANGED', []]));
    expect(answer.rows.length).toBeGreaterThan(2);
    expect((await taken(await made([{ ...sound, form: 'removal' }]))).rows[0]).toMatchObject({
      verdict: 'REFUSE',
      problems: [{ column: '追究方式' }],
    });
    await db.unit.update({ where: { id: 'jyj' }, data: { validTo: new Date('9999-12-31') } });
    await db.term.updateMany({ where: { dictionary: 'accountability-form', code: 'removal' }, data: { validTo: new Date('9999-12-31') } });
  });

  it('takes nothing while one row is wrong, and says what and where', async () => {
    const count = await db.accountability.count();
    const file = await made([
      sound,
      { ...sound, decidedOn: '2014-12-31' },
      { ...sound, number: '责-2014-0999' },
      { ...sound, source: null },
      { ...sound, post: '', rule: '一'.repeat(501) },
    ]);
    const answer = await taken(file, '?requestId=sheet-3');
    expect(answer.isApplied).toBe(false);
    expect(answer.rows.map(({ verdict, problems }) => [verdict, ...problems.map(({ column }) => column)])).toEqual([
      ['CREATE'],
      ['REFUSE', '决定日期'],
      ['REFUSE', null],
      ['REFUSE', '来源依据'],
      ['REFUSE', '职务', '违反规定'],
    ]);
    expect(await db.accountability.count()).toBe(count);
    const revoked = await edited(await exported(), [
      [3, '职务', '处长'],
      [3, '更正原因', '写错了'],
    ]);
    expect((await taken(revoked)).rows[2]).toMatchObject({
      verdict: 'REFUSE',
      problems: [{ message: '这条记录已撤销，不能再更正或撤销。' }],
    });
  });

  it('is taken from those who keep the register, from our own page, and only as a workbook', async () => {
    const file = await made([sound]);
    for (const role of ['SUPERVISION_OFFICE', 'UNIT_HEAD', 'CITY_LEADER', 'AUDIT_ADMIN'] as const) {
      viewer = viewerWith(role, 'gtj');
      expect([role, (await send(file)).statusCode]).toEqual([role, 403]);
    }
    viewer = null;
    expect((await send(file)).statusCode).toBe(401);
    viewer = inspection;
    expect((await send(file, '', {})).statusCode).toBe(403);
    expect((await taken(Buffer.from('%PDF-1.7'))).problems).toHaveLength(1);
    expect((await taken(await made([]))).problems).toEqual(['文件中没有数据行。请检查是否填在了正确的工作表里。']);
  });
});
