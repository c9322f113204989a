import { workbookOf } from '@duban/ledger/testing/workbook.fixture';
import { type RawWorkbook, readWorkbook } from '@duban/ledger/workbook-reader';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { MonthlyFileAnswer } from '../modules/monthly-report/monthly-workbook.ts';
import { act, clerk, fillRequired, financeHead, head, openMonthlyCity, save } from '../modules/monthly-report/testing/monthly.fixture.ts';
import type { Viewer } from '../modules/session/viewer.ts';
import { db, viewerWith } from '../testing/test-city.ts';
import { monthlyRoutes } from './monthly-routes.ts';

let app: FastifyInstance;
let close: () => Promise<void>;
let viewer: Viewer | null = clerk;

beforeAll(async () => {
  app = fastify();
  app.decorateRequest('viewer', null);
  app.addHook('preHandler', async (request) => {
    request.viewer = viewer;
  });
  await app.register(monthlyRoutes);
});
beforeEach(async () => {
  close = await openMonthlyCity();
  viewer = clerk;
});
afterEach(() => close());
afterAll(() => app.close());

type Cell = string | number | null;

const boundary = 'duban-test-boundary';
function post(bytes: Uint8Array, { apply = false, unitId = 'jtj', month = '2014-09', fileName = '月报.xlsx', csrf = true } = {}) {
  const opening = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  return app.inject({
    method: 'POST',
    url: `/files/monthly/${unitId}/${month}${apply ? '?apply=1' : ''}`,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, ...(csrf ? { 'x-duban-csrf': '1' } : {}) },
    payload: Buffer.concat([Buffer.from(opening), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  });
}

async function download(unitId = 'jtj'): Promise<Cell[][]> {
  const answer = await app.inject({ method: 'GET', url: `/files/monthly/${unitId}/2014-09.xlsx` });
  expect(answer.statusCode, answer.body).toBe(200);
  expect(decodeURIComponent(answer.headers['content-disposition'] as string)).toContain('2014年9月月度填报.xlsx');
  const workbook = (await readWorkbook(new Uint8Array(answer.rawPayload))) as RawWorkbook;
  return workbook.sheets[0]!.rows as Cell[][];
}

/** The sheet with cells of 本月填报 changed, by field. */
function changed(rows: readonly Cell[][], values: Record<string, Cell>, columns: Record<string, Record<string, Cell>> = {}): Cell[][] {
  const header = rows.findIndex((row) => row.includes('填报项代码'));
  const at = (name: string) => rows[header]!.indexOf(name);
  return rows.map((row, index) => {
    const field = String(row[at('填报项代码')]);
    if (index <= header) return [...row];
    const next = [...row];
    if (field in values) next[at('本月填报')] = values[field]!;
    for (const [column, cells] of Object.entries(columns)) if (field in cells) next[at(column)] = cells[field]!;
    return next;
  });
}

const answerOf = async (response: ReturnType<typeof post>) => (await response).json<MonthlyFileAnswer>();

it('goes out and comes back: what was not touched changes nothing', async () => {
  const work = await db.item.findFirstOrThrow({ where: { kind: 'LIVELIHOOD_WORK' } });
  const style = await db.item.findFirstOrThrow({ where: { kind: 'STYLE_PROBLEM' } });
  await save(clerk, [
    [work.id, 'actual', '1,10.5'],
    [work.id, 'fundsPaid', '３００'],
    [style.id, 'evidence', '=1+1'],
  ]);
  await save(clerk, [[work.id, 'actual', '110.50']], { version: 1 });
  const rows = await download();
  const header = rows.find((row) => row.includes('编号'))!;
  expect(header).toEqual(['编号', '事项', '填报项', '计划', '上月', '本月填报', '核减原因', '已核实', '填报项代码']);
  expect(rows.filter((row) => row[0] === '民-2014-0001')[0]).toEqual([
    '民-2014-0001',
    '农村公路改造',
    '累计完成（公里）',
    '120',
    '55',
    110.5,
    null,
    null,
    'actual',
  ]);
  const answer = await answerOf(post(await workbookOf({ 数据: rows }), { apply: true }));
  expect(answer).toEqual({ problems: [], rows: [], changedCount: 0, refusedCount: 0, isApplied: true });
  expect((await db.monthlyCell.findMany({ orderBy: { field: 'asc' } })).map(({ value }) => value)).toEqual(['110.50', '=1+1', '３００']);
});

it('shows the differences first, then brings them into the draft', async () => {
  const bytes = await workbookOf({
    数据: changed(await download(), {
      actual: 118,
      fundsPaid: 300,
      progressClass: '到位',
      evidence: '驻交〔2014〕8号',
      'step:2:actualOn': '9月12日',
      'step:2:obstacle': '清空',
    }),
  });
  const shown = await answerOf(post(bytes));
  expect(shown).toMatchObject({ problems: [], changedCount: 6, refusedCount: 0, isApplied: false });
  expect(shown.rows.find(({ asked }) => asked?.includes('存在困难'))).toMatchObject({
    number: '难-2014-0001',
    before: null,
    after: '清空',
    problems: [],
  });
  expect(await db.monthlyCell.count()).toBe(0);
  expect(await answerOf(post(bytes, { apply: true }))).toMatchObject({ changedCount: 6, isApplied: true });
  expect(await answerOf(post(bytes))).toMatchObject({ changedCount: 0 });
  expect(await act(head, 'sendMonthly')).toMatchObject({ state: 'SENT' });
});

it('brings in nothing while anything is wrong, and says where', async () => {
  const rows = changed(await download(), {
    actual: 40,
    fundsArrived: '很多',
    fundsPaid: 2000,
    progressClass: '差不多',
    'step:2:actualOn': '10.8',
  });
  rows.push(
    ['民-2014-9999', null, null, null, null, 5, null, null, 'actual'],
    ['民-2014-0001', null, null, null, null, 5, null, null, 'nothing'],
  );
  const answer = await answerOf(post(await workbookOf({ 数据: rows }), { apply: true }));
  expect(answer).toMatchObject({ isApplied: false, refusedCount: 7 });
  expect(answer.rows.map(({ row, problems }) => [row, ...problems])).toEqual([
    [expect.any(Number), expect.stringContaining('还没有到（今天是 2014-09-30）')],
    [expect.any(Number), expect.stringContaining('累计数低于上月（55）')],
    [expect.any(Number), expect.stringContaining('不是数字')],
    [expect.any(Number), expect.stringContaining('超过目标（900）的 1.5 倍')],
    [expect.any(Number), expect.stringContaining('请填“未启动”“部分到位”或“到位”')],
    [rows.length - 1, expect.stringContaining('没有编号为“民-2014-9999”的事项')],
    [rows.length, expect.stringContaining('没有“nothing”这一填报项')],
  ]);
  expect(await db.monthlyCell.count()).toBe(0);
  const mended = changed(
    rows.slice(0, -2),
    { fundsArrived: 450, progressClass: '部分到位', 'step:2:actualOn': '9.8' },
    { 核减原因: { actual: '验收核减' }, 已核实: { fundsPaid: '是' } },
  );
  expect(await answerOf(post(await workbookOf({ 数据: mended }), { apply: true }))).toMatchObject({ isApplied: true, refusedCount: 0 });
  expect(await act(head, 'sendMonthly')).toMatchObject({ state: 'SENT' });
});

it('asks for a session, the unit, our own page, a month and a workbook', async () => {
  const bytes = await workbookOf({ 数据: await download() });
  expect((await post(bytes, { csrf: false })).statusCode).toBe(403);
  expect((await post(bytes, { month: '2014-13' })).statusCode).toBe(404);
  expect((await post(bytes, { month: '2014-10' })).json()).toMatchObject({ statusCode: 400, message: '这个月份还没有到，不能填报。' });
  expect(await answerOf(post(Buffer.from('not a workbook')))).toMatchObject({ isApplied: false, problems: [expect.any(String)] });
  expect(
    (
      await answerOf(
        post(
          await workbookOf({
            数据: [
              ['甲', '乙'],
              ['1', '2'],
            ],
          }),
        ),
      )
    ).problems,
  ).not.toEqual([]);
  await fillRequired();
  await act(clerk, 'submitMonthly');
  expect((await post(bytes, { apply: true })).statusCode).toBe(409);
  viewer = viewerWith('CITY_LEADER');
  expect((await post(bytes)).statusCode).toBe(409);
  expect(await download()).not.toEqual([]);
  viewer = financeHead;
  expect((await post(bytes)).statusCode).toBe(404);
  viewer = null;
  expect((await app.inject({ method: 'GET', url: '/files/monthly/jtj/2014-09.xlsx' })).statusCode).toBe(401);
});
