import { recordSheets } from '@duban/ledger/record-sheets/all';
import { writeWorkbook } from '@duban/ledger/write';
import exceljs from 'exceljs';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { db, transaction } from '../database.ts';
import type { RecordSheetAnswer } from '../modules/exchange/record-sheet/take-record-sheet.ts';
import type { Viewer } from '../modules/session/viewer.ts';
import { loadDemoVisits } from '../modules/visit/demo-visits.ts';
import { head, mayor } from '../modules/visit/testing/visit.fixture.ts';
import { visitsFault } from '../modules/visit/visit-chain.ts';
import { loadLedgerContext } from '../registers/ledger-context.ts';
import { visitDutyCalendar } from '../reports/visit-duties/visit-duties.query.ts';
import { visitFigures } from '../reports/visit-figures/visit-figures.query.ts';
import { openTestCity, viewerWith } from '../testing/test-city.ts';
import { recordSheetRoutes } from './record-sheet-routes.ts';
import { visitRoutes } from './visit-routes.ts';

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
  await app.register(visitRoutes);
  await app.register(recordSheetRoutes);
  await loadDemoVisits(() => undefined);
});
beforeEach(() => {
  viewer = head;
});
afterAll(async () => {
  await app.close();
  await close();
});

const boundary = 'duban-test-boundary';

async function taken(bytes: Uint8Array, query = ''): Promise<RecordSheetAnswer> {
  const start = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.xlsx"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  const answer = await app.inject({
    method: 'POST',
    url: `/files/records/VISIT${query}`,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, 'x-duban-csrf': '1' },
    payload: Buffer.concat([Buffer.from(start), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<RecordSheetAnswer>();
}

const exported = async (query = '') => {
  const answer = await app.inject({ url: `/files/visits/data.xlsx${query}` });
  expect(answer.statusCode, answer.body.slice(0, 500)).toBe(200);
  return new Uint8Array(answer.rawPayload);
};

/** The rows of the exported sheet by heading, as a person reads them. */
async function rowsOf(bytes: Uint8Array): Promise<Record<string, string>[]> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
  const sheet = workbook.worksheets[0]!;
  const headings = Array.from(sheet.getRow(1).values as unknown[], String);
  const rows: Record<string, string>[] = [];
  sheet.eachRow((row, number) => {
    if (number === 1) return;
    const of = (at: number) => {
      const { value } = row.getCell(at);
      return value instanceof Date ? value.toISOString().slice(0, 10) : String(value ?? '');
    };
    rows.push(Object.fromEntries(headings.map((heading, at) => [heading, at === 0 ? '' : of(at)])));
  });
  return rows;
}

async function made(rows: readonly Record<string, unknown>[]): Promise<Uint8Array> {
  const { lookup } = await loadLedgerContext();
  return writeWorkbook(recordSheets.VISIT, { main: rows as never }, { lookup, withPersonal: false });
}

const sound = {
  leader: { postId: 'gtj-head', text: '市国土局局长' },
  visitedOn: '2014-09-12',
  place: '西平县测试村',
  countyId: '411721',
  kinds: ['household', 'talk'],
  isFrontLine: true,
  peopleMet: 9,
  needs: '修路｜市交通运输局｜2014-10-31｜\n安路灯｜｜｜已安装。',
};

it('is left by the city as it counts it: completion by month and needs answered come out of the file alone', async () => {
  viewer = mayor;
  const rows = (await rowsOf(await exported('?status=IN_FORCE'))).filter((row) => row.状态 === '有效');
  const { months } = await visitDutyCalendar(mayor, '2014-09-30');
  for (const { month, done } of months) {
    const leaders = new Set(rows.filter((row) => row.走访日期!.startsWith(month)).map((row) => row.走访领导));
    expect([month, leaders.size]).toEqual([month, done]);
  }
  const outcomes = rows.flatMap((row) => row.需求办理结果!.split('\n').filter(Boolean));
  const answered = outcomes.filter((line) => /^(当场答复|事后答复|督办已办结)/.test(line));
  expect(await visitFigures(mayor, '2014-09-30')).toMatchObject({
    visits: rows.length,
    frontLine: rows.filter((row) => row.一线工作法 === '是').length,
    needs: outcomes.length,
    answered: answered.length,
    becameItems: outcomes.filter((line) => /群-2014-\d{4}$/.test(line)).length,
  });
});

it('leaves only what the viewer may see, as filtered, and is on the system chain', async () => {
  const own = await db.visit.count({ where: { OR: [{ postId: 'gtj-head' }, { needs: { some: { unitId: 'gtj' } } }] } });
  expect(await rowsOf(await exported())).toHaveLength(own);
  const one = await rowsOf(await exported('?posts=gtj-head&from=2014-07-01&to=2014-07-31'));
  expect(one.every((row) => row.走访领导 === '市国土局局长' && row.走访日期!.startsWith('2014-07'))).toBe(true);
  const event = await db.systemEvent.findFirstOrThrow({ where: { kind: 'EXPORT' }, orderBy: { sequence: 'desc' } });
  expect(JSON.parse(event.payload)).toEqual({ export: 'VISIT', rows: one.length });
  viewer = viewerWith('SYSTEM_ADMIN');
  expect((await app.inject({ url: '/files/visits/data.xlsx' })).statusCode).toBe(403);
  viewer = head;
  expect((await app.inject({ url: '/files/visits/data.xlsx?from=x' })).statusCode).toBe(400);
});

describe('the sheet taken back', () => {
  it('changes nothing where nothing was changed', async () => {
    const answer = await taken(await exported());
    expect(answer.problems).toEqual([]);
    expect(new Set(answer.rows.map(({ verdict }) => verdict))).toEqual(new Set(['UNCHANGED']));
  });

  it('is a dry run first, then goes in whole and once', async () => {
    const before = await db.visit.count();
    const file = await made([sound, { ...sound, visitedOn: '2014-09-13', needs: null }]);
    expect((await taken(file)).rows.map(({ row, verdict }) => [row, verdict])).toEqual([
      [2, 'CREATE'],
      [3, 'CREATE'],
    ]);
    expect(await db.visit.count()).toBe(before);
    const first = await taken(file, '?requestId=visits-1');
    expect(first.isApplied).toBe(true);
    expect(await taken(file, '?requestId=visits-1')).toEqual(first);
    expect(await db.visit.count()).toBe(before + 2);
    const visit = await db.visit.findFirstOrThrow({
      where: { number: first.rows[0]!.number! },
      include: { needs: { orderBy: { position: 'asc' } } },
    });
    expect(visit.needs.map(({ text, unitId, answer }) => [text, unitId, answer])).toEqual([
      ['修路', 'jtj', null],
      ['安路灯', null, '已安装。'],
    ]);
    expect(await transaction(visitsFault)).toBeNull();
  });

  it('names what is wrong by row and column, and takes nothing while anything is', async () => {
    const before = await db.visit.count();
    const file = await made([
      sound,
      { ...sound, leader: { postId: 'mayor', text: '市长' } },
      { ...sound, leader: { postId: null, text: '某某局长' } },
      { ...sound, visitedOn: '2014-10-08', contactPoint: '没有的点', needs: null },
      { ...sound, needs: '修路｜某某局｜下月｜' },
      { ...sound, needs: '修路｜｜｜' },
    ]);
    const answer = await taken(file, '?requestId=visits-2');
    expect(answer.isApplied).toBe(false);
    expect(answer.rows.map(({ verdict, problems }) => [verdict, problems.map(({ column, message }) => `${column}：${message}`)])).toEqual([
      ['CREATE', []],
      ['REFUSE', ['走访领导：只能录入本人或本单位领导的走访；市领导的由督查室代录。']],
      ['REFUSE', ['走访领导：没有“某某局长”这个领导岗位。']],
      ['REFUSE', ['联系点：这位领导没有名为“没有的点”的联系点。']],
      ['REFUSE', ['群众需求：第 1 行：没有“某某局”这个承办单位。', '群众需求：第 1 行：办结时限“下月”不是日期，请写作 2014-10-31。']],
      ['REFUSE', ['群众需求：第 1 行：请选择承办单位，或填写当场答复。']],
    ]);
    expect(await db.visit.count()).toBe(before);
  });

  it('corrects what there is, with a reason and at its version', async () => {
    const [present] = (await rowsOf(await exported('?posts=gtj-head&from=2014-09-13&to=2014-09-13'))).slice(-1);
    const changed = { ...sound, visitedOn: '2014-09-13', needs: null, peopleMet: 33, number: present!.编号, version: 1 };
    const bare = await taken(await made([changed]));
    expect(bare.rows[0]).toMatchObject({ verdict: 'REFUSE', problems: [{ column: '更正原因', message: '请填写理由。' }] });
    const file = await made([{ ...changed, correction: '人数有误' }]);
    expect((await taken(file, '?requestId=visits-3')).rows[0]).toMatchObject({ verdict: 'UPDATE', number: present!.编号 });
    expect(await db.visit.findFirstOrThrow({ where: { number: present!.编号! } })).toMatchObject({ peopleMet: 33, version: 2 });
    const stale = await taken(await made([{ ...changed, peopleMet: 34, correction: '再改' }]));
    expect(stale.rows[0]).toMatchObject({ verdict: 'REFUSE', problems: [{ column: '版本号' }] });
    expect(await transaction(visitsFault)).toBeNull();
  });
});
