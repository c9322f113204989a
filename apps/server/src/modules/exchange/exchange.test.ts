import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, db, openTestCity, viewerWith } from '../../testing/test-city.ts';
import { importsIdle } from './import-queue.ts';
import { apply, check, complaintLine, importAll, ledgerFile, runOf, styleLine, taskLine } from './testing/exchange.fixture.ts';

let close: () => Promise<void>;
beforeAll(async () => {
  close = await openTestCity();
});
afterAll(() => close());

const office = viewerWith('SUPERVISION_OFFICE');
const style = (...lines: ReturnType<typeof styleLine>[]) => ledgerFile('STYLE_PROBLEM', lines);
const itemOf = (number: string) =>
  db.item.findUniqueOrThrow({ where: { number }, include: { styleProblem: true, parts: true, spans: true, events: true } });

describe('creating', () => {
  it('brings a row in with its history, its parts and the state it says, recorded as importAs', async () => {
    const line = styleLine('风-2014-1001', {
      配合单位: '市财政局、市教育局',
      整改程度: '到位',
      验收日期: '2014-08-28',
      办理状态: '销号',
      办结日期: '2014-08-30',
      销号日期: '2014-09-10',
    });
    const run = await importAll(office, 'STYLE_PROBLEM', await style(line));
    expect(run).toMatchObject({ state: 'APPLIED', createCount: 1, refuseCount: 0, fileHash: null });
    const item = await itemOf('风-2014-1001');
    expect(item).toMatchObject({ state: 'WRITTEN_OFF', leadUnitId: 'fgw', clauseNumber: '2(1)', closedOnTime: true, version: 1 });
    expect(Number(item.progressPercent)).toBe(100);
    expect(item.parts.map(({ unitId, duty, state }) => `${unitId} ${duty} ${state}`).sort()).toEqual([
      'czj ASSIST CLOSED',
      'fgw LEAD CLOSED',
      'jyj ASSIST CLOSED',
    ]);
    const states = item.spans.filter(({ unitId }) => unitId === null).sort((a, b) => a.fromAt.getTime() - b.fromAt.getTime());
    expect(states.map(({ state }) => state)).toEqual(['DRAFT', 'ASSIGNED', 'IN_PROGRESS', 'CLOSED', 'WRITTEN_OFF']);
    expect(item.events).toMatchObject([{ action: 'CREATE', toState: 'WRITTEN_OFF', importRunId: run.id, actorTitle: '测试岗位' }]);
    expect(JSON.parse(item.events[0]!.payload)).toMatchObject({ importAs: 'WRITTEN_OFF', ledger: '十个方面问题台账' });
  });

  it('numbers rows that have no number after the highest in the system and the file', async () => {
    await importAll(office, 'STYLE_PROBLEM', await style(styleLine('风-2014-1100')));
    const run = await importAll(
      office,
      'STYLE_PROBLEM',
      await style(styleLine(null), styleLine('风-2014-1101'), styleLine(null, { 查摆日期: '2013-12-30' })),
    );
    expect(run.rows.map(({ itemNumber }) => itemNumber)).toEqual(['风-2014-1102', '风-2014-1101', '风-2013-0001']);
    expect(await db.item.count({ where: { number: { in: ['风-2014-1102', '风-2014-1101', '风-2013-0001'] } } })).toBe(3);
    expect(run.problems).toMatchObject([{ code: 'TO_BE_NUMBERED' }, { code: 'TO_BE_NUMBERED' }]);
  });

  it('names a unit it does not know, suggests one, and writes nothing', async () => {
    const run = await check(
      office,
      'STYLE_PROBLEM',
      await style(styleLine('风-2014-1200', { 责任单位: '发展改革局' }), styleLine('风-2014-1201')),
    );
    expect(run).toMatchObject({ state: 'CHECKED', createCount: 1, refuseCount: 1 });
    expect(run.problems).toMatchObject([{ row: 2, column: '责任单位', code: 'UNKNOWN_UNIT' }]);
    expect(run.problems[0]?.message).toMatch(/没有名为“发展改革局”的单位。您是否指：.+/);
    await expect(apply(office, run.id)).rejects.toMatchObject({ name: 'ImportHasRefusals', refusedRows: 1 });
    expect(await db.item.count({ where: { number: { in: ['风-2014-1200', '风-2014-1201'] } } })).toBe(0);
  });

  it.each([
    ['a state without its day', { 办理状态: '已办结' }, '办结日期', '状态为“已办结”，须填“办结日期”'],
    [
      'a day against its state',
      { 办理状态: '办理中', 办结日期: '2014-08-30' },
      '办理状态',
      '填了“办结日期”，状态却是“办理中”。请核对其中一项',
    ],
    [
      'a write-off without acceptance',
      { 办理状态: '销号', 办结日期: '2014-08-30', 销号日期: '2014-09-01' },
      '验收日期',
      '先验收、后销号：没有验收日期，或验收日期晚于销号日期。请核对',
    ],
    ['a day to come', { 验收日期: '2014-10-08' }, '验收日期', '2014-10-08 还没有到（今天是 2014-09-30）。请核对日期'],
    ['a clause that is none', { 对应条款: '9(9)' }, '对应条款', '文件中没有条款“9(9)”。请填如“2(1)”的条款号，或空着'],
    [
      'the lead unit as assistant',
      { 配合单位: '市发改委' },
      '配合单位',
      '“驻马店市发展和改革委员会”已是责任单位，不能同时作配合单位。请从配合单位中删去',
    ],
    [
      'a due day beyond the calendar',
      { 整改期限: '2035-01-01' },
      '整改期限',
      '系统中没有 2035 年的工作日历，算不出时限。请核对日期，或请管理员先装入该年日历',
    ],
  ])('refuses %s', async (_what, changes, column, message) => {
    const run = await check(office, 'STYLE_PROBLEM', await style(styleLine('风-2014-1300', changes)));
    expect(run).toMatchObject({ state: 'CHECKED', refuseCount: 1 });
    expect(run.problems).toMatchObject([{ row: 2, column, message }]);
  });

  it('leaves a number of another register alone', async () => {
    await importAll(office, 'STYLE_PROBLEM', await style(styleLine('风-2014-1400')));
    const run = await check(office, 'COMPLAINT', await ledgerFile('COMPLAINT', [complaintLine('风-2014-1400')]));
    expect(run.problems).toMatchObject([{ code: 'OTHER_REGISTER', column: '编号' }]);
  });
});

describe('the ledger of supervision tasks', () => {
  it('comes in under the headings that cities use, without a measure of progress', async () => {
    const run = await importAll(
      office,
      'SUPERVISION_TASK',
      await ledgerFile('SUPERVISION_TASK', [taskLine('督-2014-1101'), taskLine(null)]),
    );
    expect(run).toMatchObject({ state: 'APPLIED', createCount: 2, problems: [{ code: 'TO_BE_NUMBERED' }] });
    const item = await db.item.findUniqueOrThrow({ where: { number: '督-2014-1101' }, include: { supervisionTask: true, parts: true } });
    expect(item).toMatchObject({
      state: 'ASSIGNED',
      category: 'instruction',
      clauseNumber: '4(6)',
      progressPercent: null,
      leadUnitId: 'cgj',
    });
    expect(item.foundOn.toISOString().slice(0, 10)).toBe('2014-08-11');
    expect(item.supervisionTask).toMatchObject({ instructedBy: '市长', instruction: '请城管局牵头，限期整治。', answer: null });
    expect(item.parts.map(({ unitId, state }) => `${unitId} ${state}`).sort()).toEqual(['cgj ASSIGNED', 'gaj ASSIGNED']);
  });

  it.each([
    [{ 批示领导: null }, '批示人', 'INSTRUCTION_LACKS'],
    [{ 批示内容: null }, '批示内容', 'INSTRUCTION_LACKS'],
    [{ 批示日期: '2014-08-13' }, null, 'DAYS_REVERSED'],
    [{ 来源: '道听途说' }, '来源', 'UNKNOWN_TERM'],
    [{ 答复日期: '2014-10-01' }, '答复日期', 'FUTURE_DAY'],
  ])('refuses %j', async (changes, column, code) => {
    const run = await check(office, 'SUPERVISION_TASK', await ledgerFile('SUPERVISION_TASK', [taskLine('督-2014-1102', changes)]));
    expect(run.problems.map((problem) => [problem.column, problem.code])).toEqual([[column, code]]);
  });

  it('asks for no instruction where a meeting decided it', async () => {
    const line = taskLine('督-2014-1103', { 来源: '会议纪要', 批示领导: null, 批示内容: null, 批示日期: null });
    const run = await importAll(office, 'SUPERVISION_TASK', await ledgerFile('SUPERVISION_TASK', [line]));
    expect(run).toMatchObject({ state: 'APPLIED', createCount: 1, problems: [] });
  });
});

describe('updating', () => {
  it('changes facts only, recomputes the light, and leaves columns that the file has not', async () => {
    await importAll(office, 'STYLE_PROBLEM', await style(styleLine('风-2014-2001', { 原因: '制度不全', 整改程度: '未启动' })));
    const before = await itemOf('风-2014-2001');
    const run = await importAll(
      office,
      'STYLE_PROBLEM',
      await style(styleLine('风-2014-2001', { 整改期限: '2014-09-20', 整改措施: '限期整改' })),
    );
    expect(run).toMatchObject({ state: 'APPLIED', updateCount: 1, createCount: 0 });
    const after = await itemOf('风-2014-2001');
    expect(after).toMatchObject({
      state: before.state,
      version: 2,
      styleProblem: { cause: '制度不全', measure: '限期整改', progressClass: 'PARTLY' },
    });
    expect(after.redOn.toISOString().slice(0, 10)).toBe('2014-09-30');
    expect(after.redReason).toEqual({ rule: 'OVERDUE', dueOn: '2014-09-20' });
    expect(after.parts[0]?.dueOn.toISOString().slice(0, 10)).toBe('2014-09-20');
    expect(after.events.map(({ action }) => action)).toEqual(['CREATE', 'IMPORT_FACTS']);
    expect(JSON.parse(after.events[1]!.payload).changes).toContainEqual({ column: '整改期限', before: '2014-10-31', after: '2014-09-20' });
    expect(after.spans.filter(({ unitId, toAt }) => unitId === null && toAt.getUTCFullYear() === 9999)).toHaveLength(1);
    const round = await db.round.findFirstOrThrow({ where: { itemId: after.id } });
    expect(round.dueOn.toISOString().slice(0, 10)).toBe('2014-09-20');
  });

  it('makes no change where nothing changed', async () => {
    await importAll(office, 'STYLE_PROBLEM', await style(styleLine('风-2014-2002')));
    const run = await importAll(office, 'STYLE_PROBLEM', await style(styleLine('风-2014-2002', { 责任单位: '驻马店市发展和改革委员会' })));
    expect(run).toMatchObject({ state: 'APPLIED', unchangedCount: 1 });
    expect(await itemOf('风-2014-2002')).toMatchObject({ version: 1 });
  });

  it('refuses a stale row and names both versions', async () => {
    await importAll(office, 'STYLE_PROBLEM', await style(styleLine('风-2014-2003', { 版本号: 1 })));
    await importAll(office, 'STYLE_PROBLEM', await style(styleLine('风-2014-2003', { 版本号: 1, 原因: '甲' })));
    const run = await check(office, 'STYLE_PROBLEM', await style(styleLine('风-2014-2003', { 版本号: 1, 原因: '乙' })));
    expect(run.problems).toMatchObject([
      { column: '版本号', code: 'STALE', message: '这一行导出之后（版本 1），库中又有改动（现为版本 2）。请重新导出，在新表上修改' },
    ]);
  });

  it('refuses state columns of an existing item by name', async () => {
    await importAll(office, 'STYLE_PROBLEM', await style(styleLine('风-2014-2004')));
    const run = await check(
      office,
      'STYLE_PROBLEM',
      await style(styleLine('风-2014-2004', { 办理状态: '已办结', 办结日期: '2014-09-01' })),
    );
    expect(run.problems.map(({ column, code }) => `${column} ${code}`)).toEqual(['办理状态 STATE_COLUMN', '办结日期 STATE_COLUMN']);
  });

  it('refuses to move the lead, to drop an assistant, and to touch what was written off', async () => {
    const off = { 整改程度: '到位', 验收日期: '2014-08-28', 办理状态: '销号', 办结日期: '2014-08-30', 销号日期: '2014-09-10' };
    await importAll(
      office,
      'STYLE_PROBLEM',
      await style(styleLine('风-2014-2005', { 配合单位: '市财政局' }), styleLine('风-2014-2006', off)),
    );
    const run = await check(
      office,
      'STYLE_PROBLEM',
      await style(styleLine('风-2014-2005', { 责任单位: '市教育局' }), styleLine('风-2014-2006', { ...off, 问题: '改过的问题' })),
    );
    expect(run.problems.map(({ row, code }) => `${row} ${code}`)).toEqual(['2 LEAD_UNIT_CHANGED', '2 ASSIST_UNIT_REMOVED', '3 ITEM_ENDED']);
  });

  it('adds an assisting unit, whose part begins as assigned', async () => {
    await importAll(office, 'STYLE_PROBLEM', await style(styleLine('风-2014-2007')));
    await importAll(office, 'STYLE_PROBLEM', await style(styleLine('风-2014-2007', { 配合单位: '市财政局' })));
    const { parts } = await itemOf('风-2014-2007');
    expect(parts.find(({ unitId }) => unitId === 'czj')).toMatchObject({ duty: 'ASSIST', state: 'ASSIGNED' });
  });
});

describe('sheets beside the main one', () => {
  const hard = (changes = {}) => ({
    编号: '难-2014-3001',
    难题名称: '城中村改造安置',
    层级: '市级',
    主题: '征地拆迁',
    牵头单位: '市国土局',
    交办日期: '2014-03-03',
    计划破解日期: '2014-12-31',
    ...changes,
  });
  const step = (position: number, changes = {}) => ({
    编号: '难-2014-3001',
    序号: position,
    事项: `第${position}步`,
    计划完成: `2014-0${3 + position}-20`,
    ...changes,
  });

  it('come with the item, and alone when the item is there already', async () => {
    const steps = [step(1, { 实际完成: '2014-04-18' }), step(2), step(3, { 责任单位: '某村委会' })];
    await importAll(office, 'HARD_PROBLEM', await ledgerFile('HARD_PROBLEM', [hard()], { 事项进度表: steps }));
    const before = await db.item.findUniqueOrThrow({
      where: { number: '难-2014-3001' },
      include: { steps: { orderBy: { position: 'asc' } } },
    });
    expect(Number(before.progressPercent)).toBe(33.3);
    expect(before.steps[2]).toMatchObject({ unitId: null, unitText: '某村委会' });

    const alone = await ledgerFile('HARD_PROBLEM', [], {
      事项进度表: [step(2, { 实际完成: '2014-05-19' }), step(3, { 责任单位: '某村委会' })],
    });
    const run = await importAll(office, 'HARD_PROBLEM', alone);
    expect(run.rows.map(({ sheet, verdict }) => `${sheet} ${verdict}`)).toEqual(['事项进度表 UPDATE', '事项进度表 UNCHANGED']);
    const after = await db.item.findUniqueOrThrow({ where: { number: '难-2014-3001' }, include: { steps: true } });
    expect(Number(after.progressPercent)).toBe(66.6);
    expect(after.steps).toHaveLength(3);
    expect(after.version).toBe(2);
  });

  it('are refused when their item is nowhere', async () => {
    const run = await check(
      office,
      'HARD_PROBLEM',
      await ledgerFile('HARD_PROBLEM', [hard()], { 事项进度表: [{ ...step(1), 编号: '难-2014-9999' }] }),
    );
    expect(run.problems).toMatchObject([
      { row: 2, code: 'NO_SUCH_ITEM', message: '主表和库中都没有编号为“难-2014-9999”的事项。请核对编号，或在主表中补上该事项' },
    ]);
  });

  it('supersede a monthly figure, never overwrite it', async () => {
    const work = {
      编号: '民-2014-3001',
      项目名称: '农村公路',
      所属专项: '十项民生工程',
      承诺事项: '修路',
      性质: '建设类',
      年度任务: 100,
      计量单位: '公里',
      责任单位: '市交通运输局',
      交办日期: '2014-01-10',
      完成时限: '2014-12-31',
    };
    const month = (actual: number) => [{ 编号: '民-2014-3001', 月份: '2014-06', 计划累计: 50, 完成累计: actual }];
    await importAll(office, 'LIVELIHOOD_WORK', await ledgerFile('LIVELIHOOD_WORK', [work], { 月度进度: month(40) }));
    await importAll(office, 'LIVELIHOOD_WORK', await ledgerFile('LIVELIHOOD_WORK', [work], { 月度进度: month(45) }));
    const item = await db.item.findUniqueOrThrow({
      where: { number: '民-2014-3001' },
      include: { figures: { where: { series: 'ACTUAL' }, orderBy: { id: 'asc' } } },
    });
    expect(
      item.figures.map(({ value, knownOn, supersededAt }) => [Number(value), knownOn.toISOString().slice(0, 10), supersededAt !== null]),
    ).toEqual([
      [40, '2014-07-07', true],
      [45, '2014-09-30', false],
    ]);
    expect(Number(item.progressPercent)).toBe(45);
  });
});

describe('who may', () => {
  it('lets a unit import only what it leads, and hides what others have', async () => {
    await importAll(office, 'STYLE_PROBLEM', await style(styleLine('风-2014-4001', { 责任单位: '市教育局' })));
    const clerk = viewerWith('UNIT_CLERK', 'fgw');
    const run = await check(
      clerk,
      'STYLE_PROBLEM',
      await style(styleLine('风-2014-4002'), styleLine('风-2014-4003', { 责任单位: '市教育局' }), styleLine('风-2014-4001')),
    );
    expect(run.problems.map(({ row, code }) => `${row} ${code}`)).toEqual(['3 NOT_YOUR_UNIT', '4 NUMBER_TAKEN']);
    expect(run.problems[1]?.message).not.toContain('教育局');
  });

  it('hides a run from others and keeps them from applying it', async () => {
    const clerk = { ...viewerWith('UNIT_CLERK', 'fgw'), userId: randomUUID() };
    const other = { ...viewerWith('UNIT_CLERK', 'czj'), userId: randomUUID() };
    const { id } = await check(clerk, 'STYLE_PROBLEM', await style(styleLine('风-2014-4010')));
    expect((await ask<{ importRun: unknown }>(other, 'query ($id: ID!) { importRun(id: $id) { id } }', { id })).data?.importRun).toBeNull();
    await expect(apply(other, id)).rejects.toMatchObject({ name: 'NotFoundError' });
    expect((await apply(clerk, id)).state).toBe('APPLIED');
  });
});

describe('applying through GraphQL', () => {
  const applyImport = /* GraphQL */ `
    mutation ($id: ID!, $requestId: String!) {
      applyImport(importRunId: $id, requestId: $requestId) {
        __typename
        ... on ImportRun { id state }
        ... on ImportHasRefusals { message refusedRows }
        ... on ImportNotReady { message state }
        ... on NotFoundError { message }
        ... on InputError { message }
      }
    }
  `;
  const page = /* GraphQL */ `
    query ($id: ID!) {
      importRun(id: $id) {
        state totalRows doneRows createCount refuseCount viewerCanAct failure { code }
        summary { sheet verdict rows }
        rows(first: 10, verdict: REFUSE) { totalCount edges { node { sheet row verdict itemNumber problems { code column severity message messageEn } } } }
      }
      importRuns(first: 1) { totalCount edges { node { id } } }
      ledgers { kind viewerCanImport viewerCanExport }
    }
  `;

  it('answers a repeat with the first result, and applies once', async () => {
    const { id } = await check(office, 'STYLE_PROBLEM', await style(styleLine('风-2014-5001')));
    const requestId = randomUUID();
    const first = await ask<{ applyImport: unknown }>(office, applyImport, { id, requestId });
    expect(first.data?.applyImport).toMatchObject({ __typename: 'ImportRun', id });
    const again = await ask<{ applyImport: unknown }>(office, applyImport, { id, requestId });
    expect(again.data?.applyImport).toMatchObject({ __typename: 'ImportRun', id });
    await importsIdle();
    expect(await runOf(id)).toMatchObject({ state: 'APPLIED', createCount: 1 });
    const third = await ask<{ applyImport: unknown }>(office, applyImport, { id, requestId: randomUUID() });
    expect(third.data?.applyImport).toEqual({ __typename: 'ImportNotReady', message: '这个文件已经导入。', state: 'APPLIED' });
  });

  it('shows what was refused and does not offer to apply', async () => {
    const { id } = await check(
      office,
      'STYLE_PROBLEM',
      await style(styleLine('风-2014-5002'), styleLine('风-2014-5003', { 主要类别: '从来没有' })),
    );
    const { data } = await ask<Record<string, unknown>>(office, page, { id });
    expect(data).toMatchObject({
      importRun: {
        state: 'CHECKED',
        totalRows: 2,
        createCount: 1,
        refuseCount: 1,
        viewerCanAct: true,
        failure: null,
        summary: [
          { sheet: '十个方面问题台账', verdict: 'CREATE', rows: 1 },
          { sheet: '十个方面问题台账', verdict: 'REFUSE', rows: 1 },
        ],
        rows: {
          totalCount: 1,
          edges: [
            { node: { row: 3, itemNumber: '风-2014-5003', problems: [{ code: 'UNKNOWN_TERM', column: '主要类别', severity: 'error' }] } },
          ],
        },
      },
      importRuns: { edges: [{ node: { id } }] },
    });
    const answer = await ask<{ applyImport: unknown }>(office, applyImport, { id, requestId: randomUUID() });
    expect(answer.data?.applyImport).toMatchObject({ __typename: 'ImportHasRefusals', refusedRows: 1 });
    const discard = 'mutation ($id: ID!) { discardImport(importRunId: $id) { ... on ImportRun { state failure { code message } } } }';
    expect((await ask<{ discardImport: unknown }>(office, discard, { id })).data?.discardImport).toEqual({
      state: 'FAILED',
      failure: { code: 'DISCARDED', message: '已放弃，没有写入任何数据。' },
    });
    expect((await runOf(id)).fileHash).toBeNull();
  });
});
