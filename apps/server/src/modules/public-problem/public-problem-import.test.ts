import { randomUUID } from 'node:crypto';
import { workbookOf } from '@duban/ledger/testing/workbook.fixture';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ledgerRoutes } from '../../http/ledger-routes.ts';
import { ask, db, openTestCity } from '../../testing/test-city.ts';
import { importsIdle } from '../exchange/import-queue.ts';
import { apply, runOf } from '../exchange/testing/exchange.fixture.ts';
import { person } from '../item/acts/testing/acts.fixture.ts';
import type { Viewer } from '../session/viewer.ts';
import { placesOf } from './testing/public-problem.fixture.ts';

/** A workbook of public messages as the message board gives it out: its own headings, days as text and as real days, long texts, one twice. */
const headings = ['留言编号', '昵称', '标题', '留言时间', '详情', '办理单位', '回复', '回复时间', '点击量'];
const long = '小区门前道路开挖后一直没有回填，雨天积水，老人小孩出行不便。'.repeat(60);
const messages = [
  [
    'LY-0001',
    '某甲乙',
    '小区门前道路积水',
    '2014/7/3 15:20',
    `${long}联系人某甲乙，电话 139-0000-1111。`,
    '市城管局',
    '某甲乙您好：路面已回填。',
    '2014年7月20日',
    31,
  ],
  [
    'LY-0002',
    '市民',
    '学校门口没有红绿灯',
    new Date(Date.UTC(2014, 6, 4, 8, 30)),
    '市民反映上下学时段车流大，没有红绿灯。',
    '市教育局',
    '已安装。',
    new Date(Date.UTC(2014, 6, 25)),
    12,
  ],
  ['LY-0003', 'U0008＿网友', '自来水发黄', '２０１４／７／５', '连续半个月自来水发黄有异味。', '', '', '', 4],
  ['LY-0003', 'U0008＿网友', '自来水发黄', '2014-07-05', '连续半个月自来水发黄有异味。', '', '', '', 4],
  ['LY-0004', '某丙丁', '咨询入园政策', '2014-07-06 09:00:00', '请问外来务工人员子女怎样入园？', '市教育局', '', '', 7],
];
const constants = [{ column: 'leadUnitId', value: '市住建局' }];

let close: () => Promise<void>;
let app: FastifyInstance;
let office: Viewer;
let auditor: Viewer;
beforeAll(async () => {
  close = await openTestCity();
  office = await person('SUPERVISION_OFFICE', 'dcs');
  auditor = await person('AUDIT_ADMIN');
  app = fastify();
  app.decorateRequest('viewer', null);
  app.addHook('preHandler', async (request) => {
    request.viewer = office;
  });
  await app.register(ledgerRoutes);
});
afterAll(async () => {
  await app.close();
  await close();
});

async function upload(bytes: Uint8Array, fileName: string) {
  const boundary = 'duban-test-boundary';
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${fileName}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  const answer = await app.inject({
    method: 'POST',
    url: '/files/imports/PUBLIC_PROBLEM',
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, 'x-duban-csrf': '1' },
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  });
  expect(answer.statusCode, answer.body).toBe(200);
  await importsIdle();
  return runOf(answer.json<{ importRunId: string }>().importRunId);
}

interface Tab {
  name: string;
  sheet: string;
  headerRow: number;
  headerRows: number;
  headers: { at: number; header: string; column: string | null; isMasked: boolean; samples: string[] }[];
}
async function mappingOf(id: string) {
  const { data, errors } = await ask<{ importRun: { mapping: { version: number; source: string; tabs: Tab[] } } }>(
    office,
    `query ($id: ID!) { importRun(id: $id) { mapping { version source tabs { name sheet headerRow headerRows headers { at header column isMasked samples } } } } }`,
    { id },
  );
  expect(errors).toBeUndefined();
  return data!.importRun.mapping;
}

async function map(id: string, version: number, tab: Tab, columns: { at: number; column: string }[]) {
  const { data } = await ask<{ setImportMapping: { __typename: string } }>(
    office,
    `mutation ($id: ID!, $requestId: String!, $version: Int!, $tabs: [ImportTabInput!]!) {
      setImportMapping(importRunId: $id, requestId: $requestId, version: $version, tabs: $tabs, remember: true) { __typename ... on InputError { fields { field message } } } }`,
    {
      id,
      requestId: randomUUID(),
      version,
      tabs: [{ tab: tab.name, sheet: tab.sheet, headerRow: tab.headerRow, headerRows: tab.headerRows, columns, constants }],
    },
  );
  await importsIdle();
  return data!.setImportMapping;
}

const workbook = (rows: unknown[][]) =>
  workbookOf({ 留言: [['网上留言（7月）'], headings, ...rows] as never }, { 留言: [{ startRow: 0, endRow: 0, startCol: 0, endCol: 8 }] });

describe('a workbook of public messages', () => {
  it('goes in untouched once a person has said what its headings are, and shows the fate of every row', async () => {
    const run = await upload(await workbook(messages), '网上留言7月.xlsx');
    expect(run).toMatchObject({ state: 'MAPPING', failure: null });
    const { version, source, tabs } = await mappingOf(run.id);
    expect([version, source]).toEqual([0, 'GUESSED']);
    const tab = tabs[0]!;
    expect([tab.sheet, tab.headerRow]).toEqual(['main', 2]);
    // The names are masked to whoever maps, and what is unknown is left to say.
    expect(tab.headers[1]).toMatchObject({ header: '昵称', isMasked: true });
    expect(JSON.stringify(tab.headers)).not.toContain('某甲乙');
    expect(tab.headers[8]).toMatchObject({ header: '点击量', column: null });
    expect(await placesOf('某甲乙')).toEqual([]);
    const named = { externalNumber: 0, raiserName: 1, title: 2, raisedOn: 3, content: 4, leadUnitId: 5, answer: 6, answeredOn: 7 };
    const columns = Object.entries(named).map(([column, at]) => ({ column, at }));
    expect(await map(run.id, version, tab, columns)).toEqual({ __typename: 'ImportRun' });

    const checked = await runOf(run.id);
    expect(checked).toMatchObject({ state: 'CHECKED', totalRows: 5, createCount: 4, refuseCount: 1 });
    expect(checked.rows.map(({ row, verdict }) => [row, verdict])).toEqual([
      [3, 'CREATE'],
      [4, 'CREATE'],
      [5, 'CREATE'],
      [6, 'REFUSE'],
      [7, 'CREATE'],
    ]);
    const said = checked.problems.filter(({ code }) => code !== 'TO_BE_NUMBERED').map(({ row, code, column }) => [row, code, column]);
    expect(said).toEqual([
      [3, 'NAMES_RAISER', '问题内容'],
      [3, 'NAMES_RAISER', '答复'],
      [6, 'ORIGIN_TWICE', '来件编号'],
    ]);
  }, 60_000);

  it('is remembered by its headings: corrected, the same file is read without a question and taken in', async () => {
    const run = await upload(await workbook(messages.toSpliced(3, 1)), '网上留言7月改.xlsx');
    expect(run).toMatchObject({ state: 'CHECKED', createCount: 4, refuseCount: 0 });
    expect(await mappingOf(run.id)).toMatchObject({ source: 'REMEMBERED' });
    expect(await apply(office, run.id)).toMatchObject({ state: 'APPLIED', createCount: 4 });
    const found = await db.publicProblem.findMany({ orderBy: { externalNumber: 'asc' }, include: { item: true, raiser: true } });
    expect(
      found.map(({ externalNumber, channel, item, answeredOn }) => [
        externalNumber,
        channel,
        item.leadUnitId,
        item.category,
        item.state,
        answeredOn?.toISOString().slice(0, 10) ?? null,
      ]),
    ).toEqual([
      ['LY-0001', 'message', 'cgj', null, 'CLOSED', '2014-07-20'],
      ['LY-0002', 'message', 'jyj', null, 'CLOSED', '2014-07-25'],
      ['LY-0003', 'message', 'zjj', null, 'ASSIGNED', null],
      ['LY-0004', 'message', 'jyj', null, 'ASSIGNED', null],
    ]);
    expect(found.map(({ item }) => item.foundOn.toISOString().slice(0, 10))).toEqual([
      '2014-07-03',
      '2014-07-04',
      '2014-07-05',
      '2014-07-06',
    ]);
    expect(found[0]!.content).toBe(`${long}联系人○○，电话 ○○。`);
    expect(found[0]!.answer).toBe('○○您好：路面已回填。');
    expect(found[1]!.content).toContain('市民反映');
    expect(found.every(({ raiser }) => raiser?.nameCipher)).toBe(true);
    for (const secret of ['某甲乙', '某丙丁', '139-0000-1111', '13900001111']) expect(await placesOf(secret)).toEqual([]);
  }, 60_000);

  it('brings in only what is new the next month', async () => {
    const next = [...messages.toSpliced(3, 1), ['LY-0009', '', '路灯不亮', '2014-08-02', '解放路路灯三天不亮。', '市城管局', '', '', 1]];
    const run = await upload(await workbook(next), '网上留言8月.xlsx');
    expect(run).toMatchObject({ state: 'CHECKED', createCount: 1, unchangedCount: 4, refuseCount: 0 });
    expect(run.problems.filter(({ code }) => code === 'ORIGIN_KNOWN').map(({ row }) => row)).toEqual([3, 4, 5, 6]);
    expect(await apply(office, run.id)).toMatchObject({ state: 'APPLIED', createCount: 1 });
    expect(await db.publicProblem.count()).toBe(5);
  }, 60_000);
});

describe('who raised what came in', () => {
  interface Revealed {
    revealRaiser: { __typename: string; name?: string; phone?: string };
  }
  const reveal = (viewer: Viewer, itemId: string, reason: string) =>
    ask<Revealed>(
      viewer,
      `mutation ($itemId: ID!, $reason: String!) { revealRaiser(itemId: $itemId, reason: $reason) {
        __typename ... on Raiser { name phone } ... on InputError { fields { field } } } }`,
      { itemId, reason },
    );
  const idOf = async (externalNumber: string) => (await db.publicProblem.findFirstOrThrow({ where: { externalNumber } })).itemId;

  it('is shown to the lead unit and the office with a reason, and the audit administrator sees each look', async () => {
    const clerk = await person('UNIT_CLERK', 'jyj');
    const itemId = await idOf('LY-0004');
    expect((await reveal(clerk, itemId, '答')).data?.revealRaiser).toMatchObject({ __typename: 'InputError' });
    expect(await db.systemEvent.count({ where: { kind: 'RAISER_REVEALED' } })).toBe(0);
    expect((await reveal(clerk, itemId, '电话答复反映人')).data?.revealRaiser).toEqual({
      __typename: 'Raiser',
      name: '某丙丁',
      phone: null,
    });
    expect((await reveal(office, itemId, '回访是否满意')).data?.revealRaiser).toMatchObject({ name: '某丙丁' });
    const events = await db.systemEvent.findMany({ where: { kind: 'RAISER_REVEALED' }, orderBy: { sequence: 'asc' } });
    expect(events.map(({ actorTitle, payload }) => [actorTitle, JSON.parse(payload).reason])).toEqual([
      ['UNIT_CLERK jyj', '电话答复反映人'],
      ['SUPERVISION_OFFICE dcs', '回访是否满意'],
    ]);
    expect(events.map(({ payload }) => payload).join()).not.toContain('某丙丁');
    const seen = await ask<{ systemEvents: { kind: string }[] }>(
      auditor,
      '{ systemEvents(first: 10, kind: "RAISER_REVEALED") { kind payload } }',
    );
    expect(seen.errors).toBeUndefined();
    expect(seen.data?.systemEvents).toHaveLength(2);
  });

  it('is kept from everybody else', async () => {
    const itemId = await idOf('LY-0004');
    for (const viewer of [await person('CITY_LEADER'), await person('INSPECTION', 'jcj')])
      expect((await reveal(viewer, itemId, '想了解一下情况')).errors?.[0]?.message).toContain('无权');
    for (const viewer of [await person('UNIT_HEAD', 'wsj'), await person('SYSTEM_ADMIN'), auditor]) {
      const { data } = await reveal(viewer, itemId, '想了解一下情况');
      expect(data?.revealRaiser).toMatchObject({ __typename: 'NotFoundError' });
    }
    expect(await db.systemEvent.count({ where: { kind: 'RAISER_REVEALED' } })).toBe(2);
  });
});
