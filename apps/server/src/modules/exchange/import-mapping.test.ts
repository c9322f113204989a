import { randomUUID } from 'node:crypto';
import { messageHeadings, messages, messagesWorkbook } from '@duban/ledger/testing/messages.fixture';
import { workbookOf } from '@duban/ledger/testing/workbook.fixture';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pool } from '../../database.ts';
import { ask, db, openTestCity, viewerWith } from '../../testing/test-city.ts';
import type { Viewer } from '../session/viewer.ts';
import { importsIdle } from './import-queue.ts';
import { recoverImports } from './import-run.service.ts';
import { apply, check, ledgerFile, runOf, styleLine } from './testing/exchange.fixture.ts';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestCity();
});
afterAll(() => close());

const office = viewerWith('SUPERVISION_OFFICE');
const inspection = { ...viewerWith('INSPECTION', 'jcj'), userId: randomUUID() };

interface Header {
  at: number;
  header: string;
  samples: string[];
  isMasked: boolean;
  column: string | null;
  guess: string | null;
}
interface Mapping {
  version: number;
  source: string;
  setBy: string | null;
  sheets: { key: string; columns: { key: string; isNeeded: boolean; mayBeConstant: boolean; options: string[] }[] }[];
  tabs: {
    name: string;
    rows: number;
    sheet: string | null;
    headerRow: number;
    headerRows: number;
    headers: Header[];
    constants: object[];
  }[];
}
interface Answer {
  setImportMapping: {
    __typename: string;
    message?: string;
    state?: string;
    version?: number;
    fields?: { field: string; code: string; message: string }[];
  };
}

const page = /* GraphQL */ `
  query ($id: ID!, $layouts: [ImportTabLayoutInput!]) {
    importRun(id: $id) {
      state viewerCanAct
      mapping(layouts: $layouts) {
        version source setBy setAt
        sheets { key name columns { key header type isNeeded isPersonal mayBeConstant options } }
        tabs { name sheet headerRow headerRows lastHeaderRow rows source headers { at letter header filled samples isMasked column guess } constants { column value } }
      }
    }
  }
`;
const mutation = /* GraphQL */ `
  mutation ($id: ID!, $requestId: String!, $version: Int!, $tabs: [ImportTabInput!]!, $remember: Boolean!) {
    setImportMapping(importRunId: $id, requestId: $requestId, version: $version, tabs: $tabs, remember: $remember) {
      __typename
      ... on ImportRun { state }
      ... on NotFoundError { message }
      ... on ImportNotReady { message }
      ... on ConflictError { message version }
      ... on InputError { fields { field code message } }
    }
  }
`;

async function mappingOf(viewer: Viewer, id: string, layouts?: object[]): Promise<Mapping | null> {
  const { data, errors } = await ask<{ importRun: { mapping: Mapping | null } | null }>(viewer, page, { id, layouts: layouts ?? null });
  expect(errors).toBeUndefined();
  return data?.importRun?.mapping ?? null;
}

/** What is sent back when a person takes every guess. */
const taken = ({ tabs }: Mapping, constants: { column: string; value: string }[]) =>
  tabs.map(({ name, sheet, headerRow, headerRows, headers }) => ({
    tab: name,
    sheet,
    headerRow,
    headerRows,
    columns: sheet === null ? [] : headers.flatMap(({ at, column }) => (column ? [{ at, column }] : [])),
    constants: sheet === null ? [] : constants,
  }));

async function send(viewer: Viewer, id: string, given: { version: number; tabs: object[]; remember?: boolean; requestId?: string }) {
  const variables = { id, requestId: randomUUID(), remember: true, ...given };
  const { data, errors } = await ask<Answer>(viewer, mutation, variables);
  expect(errors).toBeUndefined();
  await importsIdle();
  return data!.setImportMapping;
}

const constants = [
  { column: 'channel', value: '市长信箱' },
  { column: 'leadUnitId', value: '市监察局' },
];
const complaints = () => db.complaint.findMany({ orderBy: { externalNumber: 'asc' }, include: { item: true, complainant: true } });

describe('a workbook of public messages', () => {
  it('goes in untouched, once a person has said what its columns are', async () => {
    const run = await check(office, 'COMPLAINT', await messagesWorkbook(), '市长信箱7月.xlsx');
    expect(run).toMatchObject({ state: 'MAPPING', failure: null, rows: [] });
    const seen = (await mappingOf(office, run.id))!;
    expect(seen).toMatchObject({
      version: 0,
      source: 'GUESSED',
      setBy: null,
      tabs: [{ name: 'Sheet1', sheet: 'main', headerRow: 1, headerRows: 1 }],
    });
    expect(seen.tabs[0]!.headers.map(({ header, column }) => `${header} ${column}`)).toEqual([
      '留言编号 externalNumber',
      '用户 complainantName',
      '主题 title',
      '时间 receivedOn',
      '详情 facts',
      '答复单位 leadUnitId',
      '答复 answer',
      '答复时间 answeredOn',
    ]);
    const channel = seen.sheets[0]!.columns.find(({ key }) => key === 'channel');
    expect(channel).toMatchObject({ isNeeded: true, mayBeConstant: true, options: expect.arrayContaining(['市长信箱', '电话']) });
    expect(await placesOf('张三丰')).toEqual([]);

    expect(await send(office, run.id, { version: 0, tabs: taken(seen, constants) })).toEqual({
      __typename: 'ImportRun',
      state: 'CHECKING',
    });
    const checked = await runOf(run.id);
    expect(checked).toMatchObject({ state: 'CHECKED', createCount: 4, refuseCount: 0, mappingVersion: 1 });
    expect(checked.problems.map(({ code }) => code)).toEqual(Array(4).fill('TO_BE_NUMBERED'));
    expect(await mappingOf(office, run.id)).toMatchObject({ version: 1, source: 'SET', setBy: '测试岗位', tabs: [{ constants }] });

    expect(await apply(office, run.id)).toMatchObject({ state: 'APPLIED', createCount: 4, fileHash: null, preview: null });
    const found = await complaints();
    expect(
      found.map(({ externalNumber, channel, receivedOn, answer, answeredOn }) => [
        externalNumber,
        channel,
        day(receivedOn),
        answer,
        day(answeredOn),
      ]),
    ).toEqual([
      ['188006', 'mailbox', '2014-07-03', '已整改窗口值班。', '2014-07-10'],
      ['188007', 'mailbox', '2014-07-03', '已拨付。', '2014-07-15'],
      ['188009', 'mailbox', '2014-07-04', null, null],
      ['１８８０１０', 'mailbox', '2014-07-05', '请携带居住证到学校登记。', '2014-07-20'],
    ]);
    expect(found.map(({ item }) => item.title)).toEqual(messages.map((row) => row[2]));
    expect(found.map(({ item }) => item.leadUnitId)).toEqual(['jyj', 'gtj', 'czj', 'jcj']);
    expect(found.every(({ complainant }) => complainant?.nameCipher)).toBe(true);
    expect(await placesOf('张三丰')).toEqual([]);
  }, 60_000);

  it('is read as remembered the next month, without a question, and brings in only what is new', async () => {
    const next = [
      ...messages,
      ['188020', '赵六', '路灯不亮', new Date(Date.UTC(2014, 7, 2)), '解放路路灯三天不亮。', '市教育局', null, null],
    ];
    const turned = next.map((row) => [...row].reverse());
    const file = await messagesWorkbook({ headings: [...messageHeadings].reverse(), rows: turned, under: [['市长信箱8月']], tab: '八月' });
    const run = await check(office, 'COMPLAINT', file, '市长信箱8月.xlsx');
    expect(run).toMatchObject({ state: 'CHECKED', createCount: 1, unchangedCount: 4, refuseCount: 0 });
    expect(run.problems.filter(({ code }) => code === 'ORIGIN_KNOWN').map(({ row }) => row)).toEqual([3, 4, 5, 6]);
    expect(run.problems[0]).toMatchObject({ column: '来件编号', message: '来件编号“188006”已在库中，这一行不再导入' });
    const seen = (await mappingOf(office, run.id))!;
    expect(seen).toMatchObject({ source: 'REMEMBERED', setBy: '测试岗位', tabs: [{ name: '八月', headerRow: 2, constants }] });
    expect(await apply(office, run.id)).toMatchObject({ state: 'APPLIED', createCount: 1 });
    expect((await complaints()).map(({ externalNumber }) => externalNumber)).toContain('188020');
    expect(await db.complaint.count()).toBe(5);
  }, 60_000);

  it('asks again where another office sends it, and where a heading is new', async () => {
    expect(await check(inspection, 'COMPLAINT', await messagesWorkbook())).toMatchObject({ state: 'MAPPING' });
    const rows = messages.map((row) => [...row, '无']);
    const more = await check(office, 'COMPLAINT', await messagesWorkbook({ headings: [...messageHeadings, '附件'], rows }));
    expect(more).toMatchObject({ state: 'MAPPING' });
  }, 60_000);

  it('names a message that stands in it twice, and is forgotten when told so', async () => {
    const rows = [...messages.slice(0, 1), messages[0]!].map((row) => ['2001', ...row.slice(1)]);
    const run = await check(office, 'COMPLAINT', await messagesWorkbook({ rows }));
    expect(run.problems.find(({ code }) => code === 'ORIGIN_TWICE')).toMatchObject({
      row: 3,
      message: '来件编号“2001”与第 2 行相同。请删去其中一行',
    });
    const seen = (await mappingOf(office, run.id))!;
    expect((await send(office, run.id, { version: seen.version, tabs: taken(seen, constants), remember: false })).state).toBe('CHECKING');
    expect(await db.columnMapping.count()).toBe(0);
    expect(await check(office, 'COMPLAINT', await messagesWorkbook())).toMatchObject({ state: 'MAPPING' });
  }, 60_000);
});

describe('who sees what', () => {
  it('masks what names a person, but for inspection', async () => {
    const phones = messages.map((row) => [...row, '请打 13900001234 找我']);
    const file = await messagesWorkbook({ headings: [...messageHeadings, '备注'], rows: phones });
    const { id } = await check(office, 'COMPLAINT', file);
    const seen = (await mappingOf(office, id))!.tabs[0]!.headers;
    expect(seen[1]).toMatchObject({ header: '用户', isMasked: true, samples: ['张＊＊＊', '李＊＊＊', 'U＊＊＊'] });
    expect(seen[2]).toMatchObject({ isMasked: false, samples: messages.slice(0, 3).map((row) => row[2]) });
    expect(seen[8]).toMatchObject({ column: null, samples: ['请打 139＊＊＊ 找我'] });
    // Also while nothing is mapped to the person.
    const layouts = [{ tab: 'Sheet1', sheet: null, headerRow: 1, headerRows: 1 }];
    expect((await mappingOf(office, id, layouts))!.tabs[0]!.headers[1]).toMatchObject({ column: null, isMasked: true });
    // Also when a row of data is taken for the headings.
    const below = [{ tab: 'Sheet1', sheet: 'main', headerRow: 2, headerRows: 1 }];
    expect((await mappingOf(office, id, below))!.tabs[0]).toMatchObject({ rows: 3 });
    expect((await mappingOf(office, id, below))!.tabs[0]!.headers[1]).toMatchObject({
      header: '张＊＊＊',
      samples: ['李＊＊＊', 'U＊＊＊', '王＊＊＊'],
    });
    const own = await check(inspection, 'COMPLAINT', file);
    expect((await mappingOf(inspection, own.id))!.tabs[0]!.headers[1]).toMatchObject({
      isMasked: false,
      samples: ['张三丰', '李四光', 'U0008＿网友'],
    });
  }, 60_000);

  it('hides columns and samples from whoever may not act on the run', async () => {
    const clerk = { ...viewerWith('UNIT_CLERK', 'fgw'), userId: randomUUID() };
    const other = { ...viewerWith('UNIT_CLERK', 'czj'), userId: randomUUID() };
    const { id } = await check(office, 'COMPLAINT', await messagesWorkbook());
    // Inspection knows of every run of complaints, and acts on its own.
    expect(await mappingOf(inspection, id)).toBeNull();
    expect(await send(inspection, id, { version: 0, tabs: [] })).toMatchObject({ __typename: 'NotFoundError' });
    const run = await check(
      clerk,
      'STYLE_PROBLEM',
      await workbookOf({
        Sheet1: [
          ['问题', '哪天'],
          ['推诿', '2014-07-03'],
        ],
      }),
    );
    expect(run.state).toBe('MAPPING');
    expect(await mappingOf(other, run.id)).toBeNull();
    expect(await send(other, run.id, { version: 0, tabs: [] })).toMatchObject({ __typename: 'NotFoundError' });
    expect(await mappingOf(clerk, run.id)).toMatchObject({ version: 0 });
  }, 60_000);
});

describe('a mapping that can not be taken', () => {
  it('is refused at each place, and changes nothing', async () => {
    const { id } = await check(office, 'COMPLAINT', await messagesWorkbook());
    const seen = (await mappingOf(office, id))!;
    const [tab] = taken(seen, [{ column: 'channel', value: '托梦' }]);
    const columns = tab!.columns.map((each) => (each.column === 'facts' ? { ...each, column: 'title' } : each));
    const answer = await send(office, id, { version: 0, tabs: [{ ...tab!, columns }] });
    expect(answer.__typename).toBe('InputError');
    expect(answer.fields).toEqual([
      { field: 'tabs.0.columns.4', code: 'COLUMN_TWICE', message: '“投诉事项”已对应到“主题”，请只留一列，其余选“不导入”。' },
      { field: 'tabs.0.constants.channel', code: 'BAD_CONSTANT', message: expect.stringMatching(/“托梦”不在字典里/) },
      { field: 'tabs.0.required.facts', code: 'REQUIRED_UNMAPPED', message: '“投诉内容”必填：请把表中的一列对应到它，或填一个固定值。' },
    ]);
    expect(await runOf(id)).toMatchObject({ state: 'MAPPING', mappingVersion: 0, mapping: null });
    expect((await send(office, id, { version: 0, tabs: [] })).fields).toMatchObject([{ field: 'tabs', code: 'NOTHING_MAPPED' }]);
  }, 60_000);

  it('is refused when somebody was faster, and when the run is past it; a repeat gets the first answer', async () => {
    const { id } = await check(office, 'COMPLAINT', await messagesWorkbook({ rows: [['3001', ...messages[0]!.slice(1)]] }));
    const seen = (await mappingOf(office, id))!;
    const tabs = taken(seen, constants);
    const requestId = randomUUID();
    expect((await send(office, id, { version: 0, tabs, requestId, remember: false })).state).toBe('CHECKING');
    expect((await send(office, id, { version: 0, tabs, requestId, remember: false })).__typename).toBe('ImportRun');
    expect(await runOf(id)).toMatchObject({ state: 'CHECKED', mappingVersion: 1 });
    expect(await send(office, id, { version: 0, tabs })).toMatchObject({ __typename: 'ConflictError', version: 1 });
    // What was checked may be mapped again, until it is applied.
    expect((await send(office, id, { version: 1, tabs: [{ ...tabs[0]!, headerRow: 1 }], remember: false })).state).toBe('CHECKING');
    await apply(office, id);
    expect(await send(office, id, { version: 2, tabs })).toEqual({ __typename: 'ImportNotReady', message: '这个文件已经导入。' });
  }, 60_000);

  it('can not be applied before, can be given up, and ends after a week', async () => {
    const { id } = await check(office, 'COMPLAINT', await messagesWorkbook());
    await expect(apply(office, id)).rejects.toMatchObject({ name: 'ImportNotReady', state: 'MAPPING' });
    const discard = 'mutation ($id: ID!) { discardImport(importRunId: $id) { ... on ImportRun { state } } }';
    expect((await ask<{ discardImport: unknown }>(office, discard, { id })).data?.discardImport).toEqual({ state: 'FAILED' });
    expect(await runOf(id)).toMatchObject({ fileHash: null, preview: null });
    const other = await check(office, 'COMPLAINT', await messagesWorkbook());
    // A restart leaves alone what waits for a person.
    await recoverImports();
    expect(await runOf(other.id)).toMatchObject({ state: 'MAPPING' });
    await db.importRun.update({ where: { id: other.id }, data: { createdAt: new Date(Date.now() - 8 * 86_400_000) } });
    await recoverImports();
    expect(await runOf(other.id)).toMatchObject({ state: 'FAILED', preview: null, failure: { code: 'EXPIRED' } });
  }, 60_000);
});

describe('ledgers of our own', () => {
  it('with a column of their own are asked about once; without anything under it never', async () => {
    const noted = (number: string, note: string | null) => ledgerFile('STYLE_PROBLEM', [{ ...styleLine(number), 备考: note }]);
    expect(await check(office, 'STYLE_PROBLEM', await noted('风-2014-6001', null))).toMatchObject({ state: 'CHECKED' });
    const run = await check(office, 'STYLE_PROBLEM', await noted('风-2014-6001', '某'));
    expect(run.state).toBe('MAPPING');
    const seen = (await mappingOf(office, run.id))!;
    await send(office, run.id, { version: 0, tabs: taken(seen, []) });
    expect(await runOf(run.id)).toMatchObject({ state: 'CHECKED', createCount: 1, refuseCount: 0 });
    const again = await check(office, 'STYLE_PROBLEM', await noted('风-2014-6002', '某'));
    expect(again).toMatchObject({ state: 'CHECKED', createCount: 1 });
  }, 60_000);

  it('take a state that was given for all rows for new items alone', async () => {
    const headings = ['编号', '存在的问题', '主要类别', '责任单位', '查摆日期', '交办日期', '整改期限'];
    const line = (number: string, title: string) => [number, title, '推诿扯皮', '发改委', '2014-05-28', '2014-06-03', '2014-10-31'];
    const given = [
      { column: 'subject', value: '班子' },
      { column: 'term', value: '限期整改' },
      { column: 'progressClass', value: '部分到位' },
      { column: 'state', value: '办理中' },
    ];
    const bring = async (lines: string[][]) => {
      const run = await check(office, 'STYLE_PROBLEM', await workbookOf({ Sheet1: [headings, ...lines] }));
      if (run.state === 'MAPPING') {
        const seen = (await mappingOf(office, run.id))!;
        const needed = seen.sheets[0]!.columns.filter(({ isNeeded }) => isNeeded).map(({ key }) => key);
        const known = given.filter(({ column }) => column === 'state' || needed.includes(column));
        expect(await send(office, run.id, { version: 0, tabs: taken(seen, known) })).toMatchObject({ state: 'CHECKING' });
      }
      return apply(office, run.id);
    };
    expect(await bring([line('风-2014-6101', '排队')])).toMatchObject({ state: 'APPLIED', createCount: 1 });
    await db.$executeRaw`UPDATE item SET state = 'REPORTED' WHERE number = '风-2014-6101'`;
    const second = await bring([line('风-2014-6101', '排队太久'), line('风-2014-6102', '推诿')]);
    expect(second).toMatchObject({ state: 'APPLIED', createCount: 1, updateCount: 1 });
  }, 60_000);
});

const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

/** Tables and columns in which a word stands in clear. */
async function placesOf(word: string): Promise<string[]> {
  const { rows } = await pool.query<{ t: string; c: string; b: boolean }>(
    `SELECT table_name AS t, column_name AS c, data_type = 'bytea' AS b FROM information_schema.columns WHERE table_schema = current_schema()`,
  );
  const places: string[] = [];
  for (const { t, c, b } of rows) {
    const test = b ? `position(convert_to($1, 'UTF8') in "${c}") > 0` : `position($1 in "${c}"::text) > 0`;
    if ((await pool.query(`SELECT 1 FROM "${t}" WHERE ${test} LIMIT 1`, [word])).rows.length > 0) places.push(`${t}.${c}`);
  }
  return places;
}
