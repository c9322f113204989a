import { randomUUID } from 'node:crypto';
import { createClient } from '@duban/db/client';
import { createPool } from '@duban/db/pool';
import { createTestDatabase } from '@duban/db/test-database';
import { readPack } from '@duban/pack/read-pack';
import { expect } from 'vitest';
import { loadClock } from '../../../clock.ts';
import { connect, disconnect } from '../../../database.ts';
import { loadKeys } from '../../../keys.ts';
import { ask, db, testToday, viewerWith } from '../../../testing/test-city.ts';
import { loadPack } from '../../campaign/load-pack.ts';
import { apply, check, type Line, ledgerFile, styleLine } from '../../exchange/testing/exchange.fixture.ts';
import type { Viewer } from '../../session/viewer.ts';

export const month = '2014-09-30';
const office = viewerWith('SUPERVISION_OFFICE');
/** People of the two units that the tests ask; each is a person of their own. */
export const clerk = personOf('UNIT_CLERK', 'jtj', 3);
export const otherClerk = personOf('UNIT_CLERK', 'jtj', 4);
export const head = personOf('UNIT_HEAD', 'jtj', 5);
export const financeHead = personOf('UNIT_HEAD', 'czj', 6);

function personOf(role: 'UNIT_CLERK' | 'UNIT_HEAD', unitId: string, digit: number): Viewer {
  return { ...viewerWith(role, unitId), userId: `00000000-0000-4000-8000-00000000000${digit}`, postTitle: `${unitId} ${role}` };
}

const work: Line = {
  编号: '民-2014-0001',
  项目名称: '农村公路改造',
  所属专项: '1',
  承诺事项: '改造农村公路 200 公里',
  性质: '建设类',
  责任单位: '市交通运输局',
  年度任务: 200,
  计量单位: '公里',
  交办日期: '2014-06-03',
  完成时限: '2014-12-31',
  计划资金: 900,
};

const problem: Line = {
  编号: '难-2014-0001',
  难题名称: '绕城路征地拆迁',
  层级: '市级',
  主题: '征地拆迁',
  牵头单位: '市交通运输局',
  配合单位: '市财政局',
  交办日期: '2014-06-03',
  计划破解日期: '2014-12-31',
};

const project: Line = {
  编号: '项-2014-0001',
  项目名称: '物流园',
  项目阶段: '建设',
  牵头单位: '市交通运输局',
  投资方: '某物流公司',
  总投资: 5000,
  年度计划投资: 2000,
  服务组长: '市交通运输局副局长',
  交办日期: '2014-06-03',
  计划投产日期: '2015-06-30',
};

async function load(kind: Parameters<typeof check>[1], bytes: Promise<Uint8Array>): Promise<void> {
  const checked = await check(office, kind, await bytes);
  expect(checked.state, JSON.stringify([checked.failure, checked.problems])).toBe('CHECKED');
  const run = await apply(office, checked.id);
  expect(run.state, JSON.stringify([run.failure, run.problems])).toBe('APPLIED');
}

/**
 * The ledgers that the tests begin with: 市交通运输局 leads a work whose August was not reported (grey), a hard problem of three steps with one
 * of them 市财政局's, a project and a style problem.
 */
async function loadLedgers(): Promise<void> {
  const dictionary = async (name: string) =>
    (await db.term.findFirstOrThrow({ where: { dictionary: name }, orderBy: { position: 'asc' } })).name;
  const [programme, stage] = [await dictionary('livelihood-programme'), await dictionary('project-stage')];
  await load(
    'LIVELIHOOD_WORK',
    ledgerFile('LIVELIHOOD_WORK', [{ ...work, 所属专项: programme }], {
      月度进度: [
        { 编号: work.编号!, 月份: '2014-07', 计划累计: 60, 完成累计: 55 },
        { 编号: work.编号!, 月份: '2014-08', 计划累计: 90 },
        { 编号: work.编号!, 月份: '2014-09', 计划累计: 120 },
      ],
      资金拨付: [{ 编号: work.编号!, 月份: '2014-07', 到位累计: 400 }],
      县区任务: [{ 编号: work.编号!, 县区: '西平县', 任务数: 80, 完成数: 20 }],
    }),
  );
  await load(
    'HARD_PROBLEM',
    ledgerFile('HARD_PROBLEM', [problem], {
      事项进度表: [
        { 编号: problem.编号!, 序号: 1, 事项: '勘界', 责任单位: '市交通运输局', 计划完成: '2014-07-31', 实际完成: '2014-07-20' },
        { 编号: problem.编号!, 序号: 2, 事项: '补偿协议', 责任单位: '市交通运输局', 计划完成: '2014-08-31', 存在困难: '3 户未签' },
        { 编号: problem.编号!, 序号: 3, 事项: '补偿款到位', 责任单位: '市财政局', 计划完成: '2014-09-30' },
      ],
    }),
  );
  await load(
    'SERVICE_PROJECT',
    ledgerFile('SERVICE_PROJECT', [{ ...project, 项目阶段: stage }], {
      项目节点: [{ 编号: project.编号!, 序号: 1, 节点: '立项', 责任单位: '市交通运输局', 计划完成: '2014-08-31' }],
      投资完成: [{ 编号: project.编号!, 月份: '2014-08', 计划累计: 900, 实际累计: 850 }],
    }),
  );
  await load('STYLE_PROBLEM', ledgerFile('STYLE_PROBLEM', [styleLine('风-2014-0001', { 责任单位: '市交通运输局', 配合单位: null })]));
}

/** Opens a city of the test's own, as `openTestCity`, with those ledgers in it; copied from a template, so that each test may change it for good. */
export async function openMonthlyCity(): Promise<() => Promise<void>> {
  loadKeys('', '00'.repeat(32));
  const database = await createTestDatabase({ key: 'monthly', load: loadTemplate });
  await connect(database.url);
  await loadClock(testToday);
  return async () => {
    await disconnect();
    await database.drop();
  };
}

async function loadTemplate(url: string): Promise<void> {
  const pool = await createPool(url);
  const client = createClient(pool);
  await loadPack(client, await readPack('zhumadian-2014'), { log: () => undefined });
  await client.$disconnect();
  await pool.end();
  await connect(url);
  await loadClock(testToday);
  await loadLedgers();
  await disconnect();
}

export interface FormRow {
  itemId: string;
  number: string;
  duty: string;
  itemVersion: number;
  standing: { light: string | null; progressPercent: number | null };
  after: { light: string | null; progressPercent: number | null; why: { rule: string } | null };
  fields: {
    key: string;
    last: string | null;
    plan: string | null;
    value: string | null;
    isAsked: boolean;
    problem: { code: string } | null;
  }[];
}

export interface Form {
  state: string;
  version: number;
  returnReason: string | null;
  sentAt: string | null;
  askedCount: number;
  withLastCount: number;
  filledCount: number;
  missingCount: number;
  viewerCanFill: boolean;
  viewerCanSubmit: boolean;
  viewerCanReturn: boolean;
  viewerCanSend: boolean;
  rows: FormRow[];
}

const rowFields = `itemId number duty itemVersion standing { light progressPercent } after { light progressPercent why { rule } }
  fields { key last plan value isAsked problem { code } }`;
const formFields = `state version returnReason sentAt askedCount withLastCount filledCount missingCount
  viewerCanFill viewerCanSubmit viewerCanReturn viewerCanSend rows { ${rowFields} }`;

export async function formOf(viewer: Viewer, unitId = 'jtj', periodOn = month): Promise<Form | null> {
  const source = `query ($unitId: ID, $periodOn: Day) { monthlyForm(unitId: $unitId, periodOn: $periodOn) { ${formFields} } }`;
  const { data, errors } = await ask<{ monthlyForm: Form | null }>(viewer, source, { unitId, periodOn });
  expect(errors).toBeUndefined();
  return data!.monthlyForm;
}

export type Answer = {
  __typename: string;
  message?: string;
  code?: string;
  fields?: { field: string; code: string }[];
  itemIds?: string[];
} & Partial<Form>;
const errorFields = `... on InputError { message fields { field code } } ... on NotFoundError { message } ... on ActRefusedError { code message }`;

export interface Saved extends Answer {
  others?: { itemId: string; field: string; value: string }[];
  overwritten?: { field: string; value: string | null; editedBy: string | null }[];
}

/** Saves cells as `[itemId, field, value, seen?]`. */
export async function save(
  viewer: Viewer,
  cells: readonly (readonly [string, string, string | null, (string | null)?])[],
  { version = 0, unitId = 'jtj', periodOn = month, requestId = randomUUID() as string } = {},
): Promise<Saved> {
  const source = `mutation ($input: SaveMonthlyCellsInput!) { saveMonthlyCells(input: $input) { __typename
    ... on MonthlyCellsSaved { version rows { ${rowFields} } others { itemId field value } overwritten { field value editedBy } } ${errorFields} } }`;
  const input = {
    unitId,
    periodOn,
    version,
    requestId,
    cells: cells.map(([itemId, field, value, seen = null]) => ({ itemId, field, value, seen })),
  };
  const { data, errors } = await ask<{ saveMonthlyCells: Saved }>(viewer, source, { input });
  expect(errors).toBeUndefined();
  return data!.saveMonthlyCells;
}

/** Acts on the form as it stands now, unless other versions are given. */
export async function act(
  viewer: Viewer,
  mutation: 'submitMonthly' | 'returnMonthly' | 'sendMonthly',
  given: {
    unitId?: string;
    periodOn?: string;
    version?: number;
    reason?: string;
    items?: { itemId: string; version: number }[];
    requestId?: string;
  } = {},
): Promise<Answer> {
  const { unitId = 'jtj', periodOn = month, requestId = randomUUID() } = given;
  const form = await formOf(viewerWith('CITY_LEADER'), unitId, periodOn);
  const input = {
    unitId,
    periodOn,
    requestId,
    version: given.version ?? form!.version,
    ...(mutation === 'returnMonthly' ? { reason: given.reason ?? '' } : {}),
    ...(mutation === 'sendMonthly'
      ? { items: given.items ?? form!.rows.map(({ itemId, itemVersion }) => ({ itemId, version: itemVersion })) }
      : {}),
  };
  const type = { submitMonthly: 'MonthlyActInput', returnMonthly: 'ReturnMonthlyInput', sendMonthly: 'SendMonthlyInput' }[mutation];
  const changed = mutation === 'sendMonthly' ? '... on MonthlyItemsChanged { message itemIds }' : '';
  const source = `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename ... on MonthlyForm { ${formFields} }
    ${errorFields} ... on ConflictError { message } ${changed} } }`;
  const { data, errors } = await ask<Record<string, Answer>>(viewer, source, { input });
  expect(errors).toBeUndefined();
  return data![mutation]!;
}

/** Every figure that the form of 市交通运输局 can't take from last month. */
export async function fillRequired(): Promise<void> {
  const work = await db.item.findFirstOrThrow({ where: { kind: 'LIVELIHOOD_WORK' } });
  expect(await save(clerk, [[work.id, 'fundsPaid', '300']])).toMatchObject({ __typename: 'MonthlyCellsSaved' });
}
