import exceljs from 'exceljs';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { db } from '../database.ts';
import { exportLedger } from '../modules/exchange/export-ledger.ts';
import type { RecordSheetAnswer } from '../modules/exchange/record-sheet/take-record-sheet.ts';
import { board, clerk, detail, enter, entry, office, set } from '../modules/rectification/testing/rectification.fixture.ts';
import type { Viewer } from '../modules/session/viewer.ts';
import { rectificationMonths } from '../reports/rectification-months/rectification-months.query.ts';
import { addItem, openTestCity, viewerWith } from '../testing/test-city.ts';
import { recordSheetRoutes } from './record-sheet-routes.ts';
import { rectificationRoutes } from './rectification-routes.ts';

let close: () => Promise<void>;
let app: FastifyInstance;
let viewer: Viewer | null;

beforeAll(async () => {
  close = await openTestCity();
  app = fastify();
  app.decorateRequest('viewer', null);
  app.addHook('preHandler', async (request) => {
    request.viewer = viewer;
  });
  await app.register(rectificationRoutes);
  await app.register(recordSheetRoutes);
  await set(office, board());
  await enter(office, entry({ month: '2014-07', checks: 30, spotFixed: 8 }));
  await enter(office, entry());
  await enter(office, entry({ version: 1, checks: 22, spotFixed: 7, reason: '补计' }));
  await enter(office, entry({ unitId: 'gaj', month: '2014-07', spotFixed: 3 }));
  const days = [
    ['gtj', '2014-07-10', '2014-08-20'],
    ['gtj', '2014-08-11', undefined],
    ['gaj', '2014-08-12', '2014-09-12'],
    ['jyj', '2014-07-02', '2014-07-30'],
  ] as const;
  for (const [leadUnitId, foundOn, closedOn] of days)
    await detail(
      await addItem({
        kind: 'RECTIFICATION_PROBLEM',
        category: '3',
        leadUnitId,
        foundOn,
        assignedOn: foundOn,
        ...(closedOn ? { closedOn } : {}),
      }),
    );
});
beforeEach(() => {
  viewer = office;
});
afterAll(async () => {
  await app.close();
  await close();
});

const exported = async (query = '') => {
  const answer = await app.inject({ url: `/files/rectifications/months.xlsx${query}` });
  expect(answer.statusCode, answer.body.slice(0, 200)).toBe(200);
  return new Uint8Array(answer.rawPayload);
};

type Line = Record<string, string>;

/** The rows of the first tab, by heading. */
async function linesOf(bytes: Uint8Array): Promise<Line[]> {
  const { headings, rows } = await opened(bytes);
  return rows.map((row) => Object.fromEntries(headings.map((heading, at) => [heading, textOf(row.getCell(at + 1))])));
}

/** Days as they are written elsewhere. */
const textOf = ({ value, text }: exceljs.Cell) => (value instanceof Date ? value.toISOString().slice(0, 10) : text);

async function opened(bytes: Uint8Array) {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
  const sheet = workbook.worksheets[0]!;
  const headings = (sheet.getRow(1).values as unknown[]).slice(1).map(String);
  const rows = Array.from({ length: sheet.rowCount - 1 }, (_, at) => sheet.getRow(at + 2)).filter((row) => row.getCell(1).text !== '');
  return { workbook, headings, rows };
}

/** The file with cells set in the row of a unit's month. */
async function edited(bytes: Uint8Array, changes: readonly (readonly [unit: string, month: string, cells: Line])[]): Promise<Uint8Array> {
  const { workbook, headings, rows } = await opened(bytes);
  const textAt = (row: exceljs.Row, heading: string) => row.getCell(headings.indexOf(heading) + 1).text;
  for (const [unit, month, cells] of changes) {
    const row = rows.find((one) => textAt(one, '单位') === unit && textAt(one, '月份') === month)!;
    for (const [heading, value] of Object.entries(cells)) row.getCell(headings.indexOf(heading) + 1).value = value;
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const boundary = 'duban-test-boundary';

async function taken(bytes: Uint8Array, query = ''): Promise<RecordSheetAnswer> {
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="月报.xlsx"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  const answer = await app.inject({
    method: 'POST',
    url: `/files/records/RECTIFICATION_MONTH${query}`,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, 'x-duban-csrf': '1' },
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<RecordSheetAnswer>();
}

const verdicts = ({ rows }: RecordSheetAnswer) => rows.map(({ verdict }) => verdict);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

it('gives found and fixed by month again, recomputed from the two exported workbooks', async () => {
  const entered = await linesOf(await exported());
  const problems = await linesOf(await exportLedger(office, 'RECTIFICATION_PROBLEM', { address: '127.0.0.1' }));
  expect(problems).toHaveLength(4);
  const months = await rectificationMonths(office, '2014-09-30', { code: '3' });
  expect(months.map(({ month }) => month)).toEqual(['2014-06', '2014-07', '2014-08', '2014-09']);
  for (const { month, found, fixed } of months) {
    const onTheSpot = sum(entered.filter((line) => line.月份 === month).map((line) => Number(line.当场整改问题数 || 0)));
    const inMonth = (heading: string) => problems.filter((line) => line[heading]?.startsWith(month)).length;
    expect([month, found, fixed]).toEqual([month, onTheSpot + inMonth('发现日期'), onTheSpot + inMonth('办结日期')]);
  }
  expect(months.map(({ found }) => found)).toEqual([0, 13, 9, 0]);
});

it('exports months that are owed too, and takes the sheet back without a change', async () => {
  const bytes = await exported('?code=3');
  const lines = await linesOf(bytes);
  expect(lines.filter((line) => line.填报情况 === '未报')).toHaveLength(6);
  expect(lines.find((line) => line.单位?.includes('国土') && line.月份 === '2014-08')).toMatchObject({
    检查次数: '22',
    版本号: '2',
    填报情况: '已报',
  });
  const before = await db.rectificationMonth.count();
  expect(new Set(verdicts(await taken(bytes)))).toEqual(new Set(['UNCHANGED']));
  expect(new Set(verdicts(await taken(bytes, '?requestId=same')))).toEqual(new Set(['UNCHANGED']));
  expect(await db.rectificationMonth.count()).toBe(before);
});

it('says row and column of what is wrong, and takes nothing while anything is', async () => {
  const bytes = await exported('?code=3');
  const lines = await linesOf(bytes);
  const unitOf = (word: string) => lines.find((line) => line.单位?.includes(word))!.单位!;
  const [land, police] = [unitOf('国土'), unitOf('公安')];
  const sound = { 检查次数: '１５', 当场整改问题数: '2', 立案数: '0', 处理人数: '0', 回头看次数: '1', 反弹问题数: '0' };
  const wrong = await edited(bytes, [
    [police, '2014-08', { ...sound, 反弹问题数: '2' }],
    [police, '2014-06', { ...sound, 检查次数: '十五' }],
    [land, '2014-06', { 检查次数: '5' }],
    [land, '2014-08', { 检查次数: '23' }],
    [land, '2014-07', sound],
  ]);
  const before = await db.rectificationMonth.count();
  const answer = await taken(wrong, '?requestId=wrong');
  const refused = answer.rows.filter(({ verdict }) => verdict === 'REFUSE').flatMap(({ problems }) => problems);
  const ofColumn = (name: string) => refused.filter(({ column }) => column === name).map(({ message }) => message);
  expect(ofColumn('反弹问题数').sort()).toEqual(
    ['反弹问题数请填写不小于 0 的整数，没有发生填 0。', '反弹问题数不能多于回头看次数。'].sort(),
  );
  expect(ofColumn('检查次数')[0]).toContain('十五');
  expect(ofColumn('立案数')).toEqual(['立案数请填写不小于 0 的整数，没有发生填 0。']);
  expect(ofColumn('更正原因')).toEqual(Array.from({ length: 2 }, () => '更正已报的数，请填写更正理由。'));
  expect(refused).toHaveLength(9);
  expect(answer.isApplied).toBe(false);
  expect(await db.rectificationMonth.count()).toBe(before);

  const mended = await edited(bytes, [
    [police, '2014-08', sound],
    [land, '2014-08', { 检查次数: '23', 更正原因: '复核台账' }],
  ]);
  const dry = await taken(mended);
  expect(
    verdicts(dry)
      .filter((verdict) => verdict !== 'UNCHANGED')
      .sort(),
  ).toEqual(['CREATE', 'UPDATE']);
  expect(await db.rectificationMonth.count()).toBe(before);
  expect((await taken(mended, '?requestId=mended')).isApplied).toBe(true);
  expect((await taken(mended, '?requestId=mended')).isApplied).toBe(true);
  expect(await db.rectificationMonth.count()).toBe(before + 2);
  const stood = await db.rectificationMonth.findFirstOrThrow({
    where: { unitId: 'gtj', supersededAt: null, periodOn: new Date('2014-08-31') },
  });
  expect(stood).toMatchObject({ checks: 23, version: 3, reason: '复核台账' });
  // The sheet of before is stale now: its row has an older version.
  const stale = await taken(await edited(bytes, [[land, '2014-08', { 检查次数: '24', 更正原因: '再改' }]]));
  expect(stale.rows.find(({ verdict }) => verdict === 'REFUSE')?.problems[0]).toMatchObject({
    column: '版本号',
    message: expect.stringContaining('版本 3'),
  });
});

it('lets a unit take back its own months alone, and gives administrators nothing', async () => {
  const bytes = await exported('?code=3');
  const police = (await linesOf(bytes)).find((line) => line.单位?.includes('公安'))!.单位!;
  viewer = clerk;
  const own = await linesOf(await exported('?code=3'));
  expect(new Set(own.map((line) => line.单位))).toHaveLength(1);
  const cells = { 检查次数: '9', 当场整改问题数: '1', 立案数: '0', 处理人数: '0', 回头看次数: '0', 反弹问题数: '0' };
  const answer = await taken(await edited(bytes, [[police, '2014-09', cells]]));
  expect(answer.rows.flatMap(({ problems }) => problems.map(({ column }) => column))).toEqual(['单位']);
  viewer = viewerWith('AUDIT_ADMIN');
  expect((await app.inject({ url: '/files/rectifications/months.xlsx' })).statusCode).toBe(403);
  viewer = null;
  expect((await app.inject({ url: '/files/rectifications/months.xlsx' })).statusCode).toBe(401);
});
