import exceljs from 'exceljs';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { db } from '../database.ts';
import { addComplaint, create, entry, revoke } from '../modules/accountability/testing/accountability.fixture.ts';
import type { Viewer } from '../modules/session/viewer.ts';
import { openTestCity, viewerWith } from '../testing/test-city.ts';
import { accountabilityRoutes } from './accountability-routes.ts';

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
  await app.register(accountabilityRoutes);
  await addComplaint('诉-2014-0001', 'TRUE');
  await create(entry({ name: '张三丰', itemNumber: '诉-2014-0001', fact: '=1+1', administrativeHead: true }));
  const { answer } = await create(entry({ unitId: '411702', post: '镇长', form: 'removal' }));
  await revoke(answer.id, 1);
});
beforeEach(() => {
  viewer = viewerWith('INSPECTION', 'jcj');
});
afterAll(async () => {
  await app.close();
  await close();
});

const get = (query = '') => app.inject({ method: 'GET', url: `/files/accountability/data.xlsx${query}` });

/** The rows under the headings, as text. */
async function rowsOf(bytes: Buffer): Promise<string[][]> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  const rows: string[][] = [];
  workbook.worksheets[0]!.eachRow((row) =>
    rows.push(
      Array.from(row.values as unknown[])
        .slice(1)
        .map((value) => String(value ?? '')),
    ),
  );
  return rows.slice(rows.findIndex(([first]) => first === '编号'));
}

it('writes the register without names, formulas defused, and records that it left', async () => {
  const answer = await get();
  expect(answer.statusCode).toBe(200);
  const [headings, ...rows] = await rowsOf(answer.rawPayload);
  expect(headings).not.toContain('姓名');
  expect(rows.map((row) => [row[0], row[2], row[4], row[7], row[12], row[15], row.at(-1)])).toEqual([
    ['责-2014-0001', '副局长', '是', '诫勉谈话', '诉-2014-0001', '有效', '1'],
    ['责-2014-0002', '镇长', '否', '免职', '', '已撤销', '2'],
  ]);
  expect(JSON.stringify(rows)).not.toContain('张');
  expect(rows[0]![5]).not.toMatch(/^=/);
  const [event] = await db.systemEvent.findMany({ where: { kind: 'EXPORT' } });
  expect(JSON.parse(event!.payload)).toEqual({ export: 'ACCOUNTABILITY', rows: 2 });
});

it('takes the filters of the page’s address', async () => {
  const numbersOf = async (query: string) => (await rowsOf((await get(query)).rawPayload)).slice(1).map(([number]) => number);
  expect(await numbersOf('?status=IN_FORCE&size=50')).toEqual(['责-2014-0001']);
  expect(await numbersOf('?units=411702,gtj&head=no')).toEqual(['责-2014-0002']);
  expect(await numbersOf('?followsComplaint=true')).toEqual(['责-2014-0001']);
  expect(await numbersOf('?asOf=2014-09-09')).toEqual([]);
  expect((await get('?from=yesterday')).statusCode).toBe(400);
});

it('gives a head the own unit’s rows, and nothing to those who have no part in it', async () => {
  viewer = viewerWith('UNIT_HEAD', '411702');
  expect((await rowsOf((await get()).rawPayload)).slice(1).map(([number]) => number)).toEqual(['责-2014-0002']);
  for (const role of ['UNIT_CLERK', 'SERVICE_CENTRE', 'SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN'] as const) {
    viewer = viewerWith(role, 'gtj');
    expect((await get()).statusCode).toBe(403);
  }
  viewer = null;
  expect((await get()).statusCode).toBe(401);
});
