import { createMemoryHistory, createRootRoute, createRouter, RouterContextProvider } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { cellsOf, press, render, summaryOf } from '../../test/render.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { OpenAgeing } from '../../ui/register-charts/open-ageing.tsx';
import { parseSearch, stringifySearch } from '../../ui/search-params.ts';
import { ClassTable } from './class-table.tsx';
import type { ComplaintPlace, ComplaintRate } from './complaints-query.ts';
import { CountStrip } from './count-strip.tsx';
import { HotWords } from './hot-words.tsx';
import { IntakeBars } from './intake-bars.tsx';
import { PlaceTable } from './place-table.tsx';
import { RateFigures } from './rate-figures.tsx';
import { SatisfactionBar } from './satisfaction-bar.tsx';
import { UnitsOnTime } from './units-on-time.tsx';

const router = createRouter({ routeTree: createRootRoute(), history: createMemoryHistory(), parseSearch, stringifySearch });
const show = (ui: ReactNode) => render(<RouterContextProvider router={router as never}>{ui}</RouterContextProvider>);
const hrefs = (container: Element) => [...container.querySelectorAll('a')].map((link) => decodeURI(link.getAttribute('href') ?? ''));
const links = (container: Element) =>
  Object.fromEntries(
    [...container.querySelectorAll('a')].map((link) => [link.textContent?.trim(), decodeURI(link.getAttribute('href') ?? '')]),
  );

const complaints = '/items?kinds=COMPLAINT';

describe('a rate', () => {
  const rate = (kind: ComplaintRate['rate'], numerator: number, denominator: number): ComplaintRate => ({
    __typename: 'ComplaintRate',
    rate: kind,
    numerator,
    denominator,
    percent: denominator ? Math.round((1000 * numerator) / denominator) / 10 : null,
    changePoints: null,
  });

  it('says what it divides by what, and leads to either and to the rest', async () => {
    const container = await show(<RateFigures rates={[rate('RESPONSE', 182, 200)]} />);
    expect(container.querySelector('article')?.textContent).toContain('91.0%');
    expect(container.querySelector('summary')?.getAttribute('aria-label')).toBe('响应率的口径');
    expect(container.querySelector('details')?.textContent).toContain('分母：截至当日已决定受理或不予受理的');
    expect(links(container)).toEqual({
      响应率: `${complaints}&isDecisionDue=1&isDecidedInTime=1`,
      '分子 182 件': `${complaints}&isDecisionDue=1&isDecidedInTime=1`,
      '分母 200 件': `${complaints}&isDecisionDue=1`,
      '其余 18 件': `${complaints}&isDecisionDue=1&isDecidedInTime=0`,
    });
  });

  it('counts the upper three grades as satisfied', async () => {
    const container = await show(<RateFigures rates={[rate('SATISFIED', 9, 10)]} />);
    expect(links(container)).toMatchObject({
      '分子 9 件': `${complaints}&satisfactions=VERY_SATISFIED,SATISFIED,BASICALLY_SATISFIED`,
      '其余 1 件': `${complaints}&satisfactions=DISSATISFIED,VERY_DISSATISFIED`,
    });
  });

  it('without anything to count leads nowhere but to its empty ledger', async () => {
    const container = await show(<RateFigures rates={[rate('SETTLED', 0, 0)]} />);
    expect(container.querySelector('article')?.textContent).toContain('—');
    expect(container.querySelectorAll('details a')).toHaveLength(0);
  });
});

describe('the counts', () => {
  const counts = {
    __typename: 'ComplaintCounts' as const,
    received: 152,
    waiting: 3,
    takenOn: 145,
    refused: 4,
    withdrawn: 0,
    reworked: 7,
    reopened: 2,
    collective: 1,
    repeated: 12,
  };

  it('each lead to their complaints', async () => {
    const container = await show(<CountStrip counts={counts} />);
    expect(links(container)).toEqual({
      '收到 152': complaints,
      '待受理 3': `${complaints}&states=DRAFT`,
      '已受理 145': `${complaints}&isTakenOn=1`,
      '不予受理 4': `${complaints}&states=REFUSED`,
      '重复投诉 12': `${complaints}&isRepeatComplainant=1`,
      '集体投诉 1': `${complaints}&isCollective=1`,
      '重新办理 7': `${complaints}&isReworked=1`,
      '投诉人要求重办 2': `${complaints}&isReopened=1`,
    });
    expect(container.textContent).toContain('撤回 0');
  });

  it('leave out repeats where they may not be known', async () => {
    const container = await show(<CountStrip counts={{ ...counts, repeated: null }} />);
    expect(container.textContent).not.toContain('重复投诉');
  });
});

describe('intake', () => {
  const days = [0, 3, 12].map((count, index) => {
    const day = `2014-09-${28 + index}`;
    return { __typename: 'ComplaintIntakePeriod' as const, period: day, from: day, to: day, count };
  });

  it('shows the figure of each day and leads to what came in on it', async () => {
    const container = await show(<IntakeBars periods={days} by="DAY" />);
    expect(hrefs(container)).toEqual([`${complaints}&found=2014-09-29..2014-09-29`, `${complaints}&found=2014-09-30..2014-09-30`]);
    expect([...container.querySelectorAll('a')].map((link) => link.getAttribute('aria-label'))).toEqual([
      '2014-09-29：3 件',
      '2014-09-30：12 件',
    ]);
    expect(summaryOf(container)).toContain('共收到 15 件');
  });

  it('gives a month its days', async () => {
    const month = { __typename: 'ComplaintIntakePeriod' as const, period: '2014-08', from: '2014-08-01', to: '2014-08-31', count: 40 };
    expect(hrefs(await show(<IntakeBars periods={[month]} by="MONTH" />))).toEqual([`${complaints}&found=2014-08-01..2014-08-31`]);
  });

  it('says so when nothing came in', async () => {
    const none = days.map((day) => ({ ...day, count: 0 }));
    expect((await show(<IntakeBars periods={none} by="DAY" />)).textContent).toBe('近三十天没有收到投诉');
  });
});

describe('satisfaction', () => {
  const grade = (satisfaction: 'VERY_SATISFIED' | 'SATISFIED' | 'DISSATISFIED', count: number) => ({
    __typename: 'ComplaintGrade' as const,
    satisfaction,
    count,
  });

  it('shows all five grades with figure and share, each leading to its complaints', async () => {
    const container = await show(
      <SatisfactionBar grades={[grade('VERY_SATISFIED', 5), grade('SATISFIED', 13), grade('DISSATISFIED', 2)]} />,
    );
    expect(hrefs(container)).toEqual([
      `${complaints}&satisfactions=VERY_SATISFIED`,
      `${complaints}&satisfactions=SATISFIED`,
      `${complaints}&satisfactions=DISSATISFIED`,
    ]);
    for (const text of ['很满意525.0%', '满意1365.0%', '基本满意00.0%', '不满意210.0%', '很不满意00.0%'])
      expect(container.textContent).toContain(text);
  });

  it('says so when nobody rated', async () => {
    expect((await show(<SatisfactionBar grades={[]} />)).textContent).toBe('还没有投诉人作出评价');
  });
});

describe('hot words', () => {
  it('lead to the complaints that hold them', async () => {
    const word = { __typename: 'ComplaintWord' as const, word: '罚款', count: 21, from: '2013-10-01', to: '2014-09-30' };
    expect(hrefs(await show(<HotWords words={[word]} />))).toEqual([`${complaints}&word=罚款&found=2013-10-01..2014-09-30`]);
  });

  it('say why there are none', async () => {
    expect((await show(<HotWords words={[]} />)).textContent).toContain('还没有可以归纳的热词');
  });
});

describe('units and counties', () => {
  const place = (unitId: string, unitName: string | null, more: Partial<ComplaintPlace> = {}): ComplaintPlace => ({
    __typename: 'ComplaintPlace',
    unitId,
    unitName,
    received: 9,
    takenOn: 8,
    complete: 6,
    settlementDue: 7,
    onTime: 5,
    onTimePercent: 71.4,
    upheld: 4,
    red: 1,
    ...more,
  });

  it('lead from every figure to exactly its complaints', async () => {
    const container = await show(<PlaceTable places={[place('gtj', '市国土局')]} by="complainedUnits" />);
    expect(cellsOf(container)[1]).toEqual(['市国土局', '9', '8', '6', '71.4%5/7', '4', '1']);
    const unit = `/items?complainedUnits=gtj&kinds=COMPLAINT`;
    expect(hrefs(container)).toEqual([
      unit,
      `${unit}&isTakenOn=1`,
      `${unit}&isComplete=1&isTakenOn=1`,
      `${unit}&isSettlementDue=1`,
      `${unit}&findings=TRUE,PARTLY_TRUE`,
      `${unit}&lights=RED`,
    ]);
  });

  it('name what names none, and rate nothing where nothing was due', async () => {
    const none = place('NONE', null, { settlementDue: 0, onTime: 0, onTimePercent: null, red: 0 });
    const container = await show(<PlaceTable places={[none]} by="counties" />);
    expect(cellsOf(container)[1]).toEqual(['不属于县区', '9', '8', '6', '无应办结', '4', '0']);
    expect(hrefs(container)[0]).toBe('/items?counties=NONE&kinds=COMPLAINT');
    expect((await show(<PlaceTable places={[]} by="counties" />)).textContent).toBe('还没有收到投诉');
  });

  it('turn to plain numbers in their panel', async () => {
    const container = await show(
      <Panel id="counties" title="所在县区">
        <PlaceTable places={[place('411721', '西平县')]} by="counties" />
      </Panel>,
    );
    await press(container.querySelector('button[aria-label="表格"]'));
    expect(cellsOf(container)[1]).toEqual(['西平县', '9', '8', '6', '71.4%', '4', '1', '5/7']);
  });
});

it('leads from a class, and from those without one, to their complaints', async () => {
  const lights = { __typename: 'LightCounts' as const, green: 1, yellow: 2, red: 3, grey: 0 };
  const counted = { __typename: 'ComplaintClass' as const, received: 9, takenOn: 8, complete: 2, completePercent: 25, lights };
  const container = await show(
    <ClassTable
      classes={[
        { ...counted, code: '2', name: '违反服务承诺', nameEn: 'Broken service promise' },
        { ...counted, code: 'NONE', name: null, nameEn: null, takenOn: 0, complete: 0, completePercent: null },
      ]}
    />,
  );
  expect(cellsOf(container).map(([name, ...figures]) => [name, ...figures.slice(0, 4)])).toEqual([
    ['投诉类别', '收到', '受理', '办结', '办结率'],
    ['违反服务承诺', '9', '8', '2', '25.0%2/8'],
    ['未归类', '9', '0', '0', '无应计事项'],
  ]);
  const second = '/items?categories=2&kinds=COMPLAINT';
  expect(hrefs(container).slice(0, 5)).toEqual([
    second,
    `${second}&isTakenOn=1`,
    `${second}&isComplete=1&isTakenOn=1`,
    `${second}&lights=YELLOW`,
    `${second}&lights=RED`,
  ]);
  expect(hrefs(container)[5]).toBe('/items?categories=NONE&kinds=COMPLAINT');
});

describe('handling units', () => {
  const unit = (unitId: string, numerator: number, denominator: number) => ({
    __typename: 'RankedUnit' as const,
    unitId,
    unitName: unitId,
    numerator,
    denominator,
    percent: Math.round((1000 * numerator) / denominator) / 10,
    isRanked: denominator >= 5,
    groupPercent: 80,
  });

  it('are ranked from five on; the others are named with their figures', async () => {
    const container = await show(<UnitsOnTime units={[unit('gtj', 5, 8), unit('jyj', 1, 2)]} group="DEPARTMENT" />);
    expect(hrefs(container)).toEqual(['/items?settlementDueFrom=gtj&kinds=COMPLAINT', '/items?settlementDueFrom=jyj&kinds=COMPLAINT']);
    expect(container.textContent).toContain('参评不足（应办结少于 5 件，不排名）：jyj 1/2');
  });

  it('say so when none is ranked', async () => {
    expect((await show(<UnitsOnTime units={[]} group="WINDOW" />)).textContent).toContain('窗口单位没有可排名的承办单位');
  });
});

describe('ageing', () => {
  const age = (count: number) => ({
    from: 6,
    to: 10,
    assignedFrom: '2014-09-15',
    assignedTo: '2014-09-19',
    count,
    overdue: 0,
  });

  it('leads to the open ones assigned in those days, and says so when none is open', async () => {
    expect(hrefs(await show(<OpenAgeing ages={[age(5)]} kind="COMPLAINT" label="天数" none="没有在办的投诉" unit="件" />))).toEqual([
      `${complaints}&phase=OPEN&assigned=2014-09-15..2014-09-19`,
    ]);
    expect((await show(<OpenAgeing ages={[age(0)]} kind="COMPLAINT" label="天数" none="没有在办的投诉" unit="件" />)).textContent).toBe(
      '没有在办的投诉',
    );
  });
});
