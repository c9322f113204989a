import { ApolloClient, ApolloLink, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { createMemoryHistory, createRootRoute, createRouter, RouterContextProvider } from '@tanstack/react-router';
import { act, type ReactNode } from 'react';
import { expect, it, vi } from 'vitest';
import { cellsOf, press, render, waitFor } from '../../test/render.tsx';
import { testCache } from '../../test/test-cache.ts';
import { parseSearch, stringifySearch } from '../../ui/search-params.ts';
import { type Session, SessionContext } from '../../ui/session.ts';
import { BoardFigures } from './board-figures.tsx';
import { boardInput, boardValues, missingOf } from './board-values.ts';
import { DisorderTable } from './disorder-table.tsx';
import { EntryTable } from './entry-table.tsx';
import { MonthForm } from './month-form.tsx';
import { ProblemForm } from './problem-form.tsx';
import type { Board, BoardTotal, BoardUnit, Entry } from './rectifications-query.ts';
import { StageLine } from './stage-line.tsx';
import { UnitTable } from './unit-table.tsx';

const router = createRouter({ routeTree: createRootRoute(), history: createMemoryHistory(), parseSearch, stringifySearch });
const session = {
  viewer: { desks: ['REPORTING'] },
  campaign: { title: '', titleEn: '', isDemo: true, today: '2014-09-30' },
  asOf: '2014-09-30',
  units: [
    { id: 'gtj', name: '市国土资源局', shortName: '市国土局', kind: 'DEPARTMENT' },
    { id: 'gaj', name: '市公安局', shortName: '市公安局', kind: 'DEPARTMENT' },
  ],
} as unknown as Session;

/** A server that answers each mutation by `answer`; and the variables of each that it got. */
function server(answer: (variables: Record<string, unknown>) => unknown) {
  const sent: Record<string, unknown>[] = [];
  const link = new ApolloLink(({ operationName, variables }) => {
    const reply = (): Record<string, unknown> => {
      if (operationName === 'WorkingCalendar') return { thisYear: [], nextYear: [] };
      if (operationName === 'Words') return { terms: [], posts: [] };
      sent.push(variables);
      return { answer: answer(variables) };
    };
    return new Observable((observer) => {
      observer.next({ data: reply() });
      observer.complete();
    });
  });
  const client = new ApolloClient({ link, cache: testCache() });
  const show = (ui: ReactNode) =>
    render(
      <RouterContextProvider router={router as never}>
        <SessionContext value={session}>
          <ApolloProvider client={client}>{ui}</ApolloProvider>
        </SessionContext>
      </RouterContextProvider>,
    );
  return { sent, show };
}

const plain = server(() => null).show;
const labels = (container: Element) => [...container.querySelectorAll('label')].map((label) => label.textContent);
const button = (container: Element, text: string) =>
  [...container.querySelectorAll('button')].find((one) => one.textContent?.replace(/\s/g, '').includes(text));
const submit = (container: Element) => act(async () => container.querySelector('form')?.requestSubmit());
const problemsOf = (container: Element) =>
  [...container.querySelectorAll('[aria-invalid=true]')].map((control) => {
    const label = container.querySelector(`label[for="${control.id}"]`)?.textContent;
    const told = document.getElementById(control.getAttribute('aria-describedby') ?? '')?.querySelector('[role=alert]')?.textContent;
    return [label, told];
  });
const controlOf = (container: Element, label: string) => {
  const id = [...container.querySelectorAll('label')].find((one) => one.textContent?.startsWith(label))?.htmlFor;
  return document.getElementById(id ?? '') as HTMLInputElement | HTMLTextAreaElement;
};
function fill(container: Element, label: string, text: string) {
  const control = controlOf(container, label);
  const type = control instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  return act(async () => {
    Object.getOwnPropertyDescriptor(type.prototype, 'value')?.set?.call(control, text);
    control.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

const entry = (month: string, version: number, changes: Partial<Entry> = {}): Entry => ({
  __typename: 'RectificationEntry',
  ...{ unitId: 'gtj', unitName: '市国土局', month, state: version > 0 ? 'ENTERED' : 'MISSING', isAsked: true },
  ...{ checks: 0, spotFixed: 0, casesFiled: 0, peopleHandled: 0, lookBacks: 0, relapses: 0, listed: 0, listedFixed: 0 },
  ...{ note: null, enteredBy: version > 0 ? '联络员' : null, knownOn: version > 0 ? '2014-08-04' : null, version },
  ...changes,
});
const july = entry('2014-07', 1, { checks: 30, spotFixed: 8, lookBacks: 4, relapses: 1 });
const august = entry('2014-08', 0, { listed: 3, listedFixed: 2 });
const board: Board = {
  __typename: 'Rectification',
  ...{ code: '3', name: '行政执法', nameEn: 'Enforcement', version: 2, goal: null, disorders: 'ENFORCEMENT_DISORDER', access: 'NONE' },
  leadUnit: { __typename: 'RectificationPartner', id: 'fzb', shortName: '市法制办' },
  stages: [],
  units: [{ __typename: 'RectificationPartner', id: 'gtj', shortName: '市国土局' }],
  months: ['2014-07', '2014-08'],
  unitsToEnter: ['gtj'],
  unitsToList: ['gtj'],
};
const form = (month: string, entries: Entry[], onDone = vi.fn()) => (
  <MonthForm board={board} entries={entries} unitId="gtj" month={month} onPick={vi.fn()} onDone={onDone} onClose={vi.fn()} />
);

it('asks for six numbers with last month beside, shows what the ledger counts, and takes full-width digits', async () => {
  const { sent, show } = server(() => ({ __typename: 'Rectification', rectification: '3' }));
  const onDone = vi.fn();
  const container = await show(form('2014-08', [july, august], onDone));
  expect(labels(container)).toEqual(['单位', '月份', '检查次数', '当场整改', '立案', '处理人数', '回头看', '反弹', '说明 选填']);
  expect(container.textContent).toContain('上月 30');
  expect(container.textContent).toContain('列入台账的问题：本月发现 3 件，本月办结 2 件');
  await submit(container);
  expect(problemsOf(container)).toHaveLength(6);
  expect(sent).toEqual([]);
  for (const [label, text] of [
    ['检查次数', '２０'],
    ['当场整改', '1,006'],
    ['立案', '0'],
    ['处理人数', '0'],
    ['回头看', '2'],
    ['反弹', '3'],
  ] as const)
    await fill(container, label, text);
  await submit(container);
  expect(problemsOf(container)).toEqual([['反弹', '反弹数不能多于回头看次数。']]);
  await fill(container, '反弹', '2');
  await submit(container);
  await waitFor(() => (onDone.mock.calls.length > 0 ? true : null));
  expect(sent[0]?.entry).toEqual({
    ...{ code: '3', unitId: 'gtj', month: '2014-08', version: 0, checks: 20, spotFixed: 1006, casesFiled: 0, peopleHandled: 0 },
    ...{ lookBacks: 2, relapses: 2, note: null, reason: null },
  });
  expect(onDone).toHaveBeenCalledWith('done', { unit: '市国土局', month: '2014-08' });
});

it('puts a month right with a reason, keeps what was typed when somebody was faster, and goes on from the latest version', async () => {
  let tries = 0;
  const { sent, show } = server(() => {
    tries += 1;
    return tries === 1 ? { __typename: 'ConflictError', version: 2 } : { __typename: 'Rectification', rectification: '3' };
  });
  const onDone = vi.fn();
  const container = await show(form('2014-07', [july, august], onDone));
  expect(controlOf(container, '检查次数').value).toBe('30');
  await fill(container, '检查次数', '32');
  await submit(container);
  expect(problemsOf(container)).toEqual([['更正理由', '请填写此项。']]);
  await fill(container, '更正理由', '补计乡镇检查');
  await submit(container);
  await press(await waitFor(() => button(container, '已看清，继续保存')));
  expect(controlOf(container, '检查次数').value).toBe('32');
  await submit(container);
  await waitFor(() => (onDone.mock.calls.length > 0 ? true : null));
  expect(sent.map(({ entry: one }) => (one as { version: number }).version)).toEqual([1, 2]);
  expect(onDone).toHaveBeenCalledWith('corrected', { unit: '市国土局', month: '2014-07' });
});

it('asks for the kind of disorder only where the rectification has a list of its own', async () => {
  const problemForm = (disorders: Board['disorders']) => (
    <ProblemForm board={{ code: '3', disorders, unitsToList: ['gtj', 'gaj'] }} onDone={vi.fn()} onClose={vi.fn()} />
  );
  expect(labels(await plain(problemForm('ROAD_DISORDER')))).toContain('三乱类型 选填');
  const container = await plain(problemForm(null));
  expect(labels(container)).not.toContain('三乱类型 选填');
  await submit(container);
  expect(problemsOf(container).map(([label]) => label)).toEqual(['问题', '问题情况', '整改单位', '整改时限']);
});

it('says in words which stage is late, and marks the present one', async () => {
  const stage = (changes: Partial<Board['stages'][number]>): Board['stages'][number] => ({
    __typename: 'RectificationStageOn',
    ...{ stage: 'MOBILISE', plannedFrom: '2014-06-03', plannedTo: '2014-06-13', startedOn: '2014-06-03', endedOn: '2014-06-13' },
    ...{ summary: null, phase: 'OVER', lateDays: 0, isNow: false },
    ...changes,
  });
  const container = await plain(
    <StageLine
      stages={[
        stage({}),
        stage({ stage: 'SCREEN', endedOn: '2014-06-20', lateDays: 7, summary: '排查结束' }),
        stage({ stage: 'RECTIFY', endedOn: null, phase: 'UNDER_WAY', lateDays: 3, isNow: true }),
        stage({ stage: 'CONSOLIDATE', startedOn: null, endedOn: null, phase: 'AHEAD', lateDays: 2 }),
      ]}
    />,
  );
  expect([...container.querySelectorAll('li')].map((one) => one.textContent)).toEqual([
    '动员已结束计划 2014-06-03 至 2014-06-13实际 2014-06-03 至 2014-06-13',
    '排查已结束计划 2014-06-03 至 2014-06-13实际 2014-06-03 至 2014-06-20比计划晚 7 天结束排查结束',
    '整治进行中计划 2014-06-03 至 2014-06-13实际 2014-06-03 开始，进行中应已结束，晚 3 天',
    '巩固未开始计划 2014-06-03 至 2014-06-13应已开始，晚 2 天',
  ]);
  expect(container.querySelector('[aria-current=step]')?.textContent).toContain('整治');
});

const lights = { __typename: 'LightCounts' as const, green: 1, yellow: 0, red: 1, grey: 0 };
const hrefs = (container: Element) =>
  [...container.querySelectorAll('a')].map((link) => decodeURIComponent(link.getAttribute('href') ?? ''));

it('leads from what is listed to the ledger, and from what was entered to its rows', async () => {
  const total: BoardTotal = {
    __typename: 'RectificationTotal',
    ...{ code: '3', found: 22, fixed: 20, fixedPercent: 90.9, checks: 62, spotFixed: 18, casesFiled: 4, peopleHandled: 3, lookBacks: 8 },
    ...{ relapses: 0, listed: 4, listedFixed: 2, open: 2, overdue: 1, lights, units: 3, missing: 0 },
  };
  const container = await plain(<BoardFigures total={total} code="3" asOf="2014-09-30" />);
  const ledger = '/items?categories=3&kinds=RECTIFICATION_PROBLEM';
  expect(hrefs(container)).toEqual([
    '#entries',
    `${ledger}&phase=OPEN`,
    `${ledger}&phase=OPEN&due=..2014-09-29`,
    `${ledger.replace('PROBLEM', 'PROBLEM&lights=GREEN')}`,
    `${ledger.replace('PROBLEM', 'PROBLEM&lights=RED')}`,
    ledger,
    `${ledger}&isComplete=1&closed=..2014-09-30`,
    ...Array.from({ length: 5 }, () => '#entries'),
    '#units',
  ]);
  expect(container.textContent).toContain('90.9%');
});

it('adds units up to the whole, names the months not reported, and keeps the lists of disorders apart', async () => {
  const unit = (unitId: string, unitName: string, changes: Partial<BoardUnit>): BoardUnit => ({
    __typename: 'RectificationUnitFigures',
    ...{ unitId, unitName, takesPart: true, checks: 0, found: 0, fixed: 0, spotFixed: 0, listed: 0, listedFixed: 0, casesFiled: 0 },
    ...{ peopleHandled: 0, lookBacks: 0, relapses: 0, open: 0, overdue: 0, missingMonths: [] },
    ...changes,
  });
  const units = [
    unit('gtj', '市国土局', { checks: 52, found: 17, fixed: 16, spotFixed: 15, listed: 2, open: 1, missingMonths: ['2014-06', '2014-08'] }),
    unit('jyj', '市教育局', { takesPart: false, found: 1, fixed: 1, listed: 1 }),
  ];
  const container = await plain(<UnitTable units={units} code="3" asOf="2014-09-30" />);
  const [, land, education, sum] = cellsOf(container);
  expect(land).toEqual(['市国土局', '17', '16', '52', '15', '0', '0', '0', '0', '2', '1', '0', '6月、8月']);
  expect(education?.[0]).toBe('市教育局 非参加单位');
  expect(sum).toEqual(['合计', '18', '17', '52', '15', '0', '0', '0', '0', '3', '1', '0', '']);
  const kinds = [
    {
      __typename: 'RectificationDisorder' as const,
      code: 'fee',
      name: '乱收费',
      nameEn: 'Fee',
      listed: 2,
      listedFixed: 2,
      open: 0,
      overdue: 0,
      lights,
    },
  ];
  const table = (list: 'ROAD_DISORDER' | 'ENFORCEMENT_DISORDER') =>
    plain(<DisorderTable disorders={kinds} list={list} code="3" asOf="2014-09-30" />);
  expect(hrefs(await table('ROAD_DISORDER'))[0]).toBe('/items?categories=3&roadDisorders=fee&kinds=RECTIFICATION_PROBLEM');
  expect(hrefs(await table('ENFORCEMENT_DISORDER'))[0]).toBe('/items?categories=3&enforcementDisorders=fee&kinds=RECTIFICATION_PROBLEM');
});

it('shows the rows of one unit or month with their sum, and opens the form only for the own unit', async () => {
  const other = entry('2014-08', 2, { unitId: 'gaj', unitName: '市公安局', checks: 10, spotFixed: 3 });
  const table = (search: object) =>
    plain(<EntryTable entries={[august, other, july]} board={board} search={search} canChange asOf="2014-09-30" />);
  const all = await table({});
  expect(cellsOf(all).at(-1)?.slice(0, 3)).toEqual(['合计 3 行', '40', '11']);
  expect(cellsOf(all)[1]?.slice(0, 4)).toEqual(['市国土局', '2014-08', '未报', '—']);
  expect(cellsOf(all)[2]?.slice(0, 4)).toEqual(['市公安局', '2014-08', '已报 第 2 次', '10']);
  expect(
    [...all.querySelectorAll('tbody tr')].map((row) =>
      [...row.querySelectorAll('button')].map((one) => one.textContent?.replace(/\s/g, '')),
    ),
  ).toEqual([['填报'], ['留痕'], ['更正', '留痕']]);
  expect(hrefs(all)).toEqual([
    '/items?leadUnits=gtj&categories=3&kinds=RECTIFICATION_PROBLEM&found=2014-08-01..2014-08-31',
    '/items?leadUnits=gtj&categories=3&kinds=RECTIFICATION_PROBLEM&isComplete=1&closed=2014-08-01..2014-08-31',
  ]);
  expect(
    cellsOf(await table({ month: '2014-07' }))
      .at(-1)
      ?.slice(0, 2),
  ).toEqual(['合计 1 行', '30']);
  expect((await table({ unit: 'jyj' })).textContent).toContain('没有符合条件的月报');
});

it('reads a board into its form and back, with every field that is missing', () => {
  const values = boardValues({ ...board, leadUnit: null, units: [] });
  expect(missingOf(values)).toEqual([
    'leadUnitId',
    'unitIds',
    ...['MOBILISE', 'SCREEN', 'RECTIFY', 'CONSOLIDATE'].flatMap((stage) => [`stages.${stage}.plannedFrom`, `stages.${stage}.plannedTo`]),
  ]);
  expect(boardInput('3', 2, { ...values, goal: ' ', leadUnitId: 'fzb' })).toMatchObject({
    code: '3',
    version: 2,
    goal: null,
    leadUnitId: 'fzb',
  });
});
