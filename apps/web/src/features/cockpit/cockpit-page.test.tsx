import { ApolloClient, ApolloLink, Observable } from '@apollo/client';
import { ApolloProvider, createQueryPreloader } from '@apollo/client/react';
import type { Theme } from '@duban/rules/vocabulary';
import { createMemoryHistory, createRouter, RouterProvider } from '@tanstack/react-router';
import { act } from 'react';
import { expect, it } from 'vitest';
import { cockpitRoute } from '../../app/routes/cockpit.tsx';
import { frameRoute } from '../../app/routes/frame.tsx';
import { itemRoute } from '../../app/routes/item.tsx';
import { itemsRoute } from '../../app/routes/items.tsx';
import { rootRoute } from '../../app/routes/root.tsx';
import { render, waitFor } from '../../test/render.tsx';
import { testCache } from '../../test/test-cache.ts';
import { parseSearch, stringifySearch } from '../../ui/search-params.ts';

const frame = {
  viewer: {
    __typename: 'Viewer',
    id: 'u1',
    account: 'leader',
    displayName: '市长',
    postTitle: '市长',
    role: 'CITY_LEADER',
    duties: [],
    desks: [],
    accountability: 'NONE',
    unit: { __typename: 'Unit', id: '411700', name: '市政府' },
  },
  campaign: { __typename: 'Campaign', title: '主题活动', titleEn: 'Campaign', isDemo: true, today: '2014-09-30' },
  units: [{ __typename: 'Unit', id: '411721', name: '西平县人民政府', shortName: '西平县', kind: 'COUNTY' }],
};

const headline = (theme: Theme, percent: number | null, numerator: number, denominator: number) => ({
  __typename: 'ThemeHeadline',
  theme,
  numerator,
  denominator,
  percent,
  changePoints: percent === null ? null : -1.2,
  plannedPercent: theme === 'LIVELIHOOD' ? 75 : null,
  lights: { __typename: 'LightCounts', green: 5, yellow: 2, red: 1, grey: 0 },
  course: [
    { __typename: 'ThemeHeadlinePoint', day: '2014-08-31', percent: 50 },
    { __typename: 'ThemeHeadlinePoint', day: '2014-09-30', percent },
  ],
});
const why = {
  __typename: 'LightReason',
  rule: 'OVERDUE',
  dueOn: '2014-09-12',
  overdueWorkingDays: 12,
  progressPercent: null,
  planPercent: null,
  periodOn: null,
  usedPercent: null,
  reportDueOn: null,
  reason: null,
};
const cockpit = {
  themeHeadlines: [
    headline('STYLE', 62.4, 412, 660),
    headline('EFFICIENCY', 91, 182, 200),
    headline('HARD_PROBLEMS', null, 0, 0),
    headline('LIVELIHOOD', 71.3, 27.1, 38),
  ],
  redList: {
    __typename: 'RedList',
    totalCount: 27,
    items: [
      {
        __typename: 'HardProblemItem',
        id: 'i1',
        number: '难-2014-0017',
        title: '城中村改造',
        viewerActs: ['INSTRUCT'],
        leadUnit: { __typename: 'Unit', id: 'gtj', shortName: '市国土局' },
        standing: { __typename: 'ItemStanding', light: 'RED', why },
      },
    ],
  },
  foundAndClosed: [],
  slowestLivelihoodWorks: [],
  overdueByUnit: [{ __typename: 'OverdueUnit', unitId: 'gtj', unitName: '市国土局', count: 3, longestOverdueWorkingDays: 12, total: 25 }],
};
const ranked = (unitId: string, unitName: string, numerator: number, denominator: number, percent: number, isRanked: boolean) => ({
  __typename: 'RankedUnit',
  unitId,
  unitName,
  numerator,
  denominator,
  percent,
  isRanked,
  groupPercent: 66.7,
});
const tile = {
  __typename: 'CountyTile',
  unitId: '411721',
  unitName: '西平县',
  column: 1,
  row: 0,
  numerator: 11,
  denominator: 15,
  percent: 73.3,
  lit: 19,
  worst: 'RED',
  lights: { __typename: 'LightCounts', red: 2 },
};

async function openCockpit(address: string) {
  const asked: Record<string, Record<string, unknown>> = {};
  const answers: Record<string, Record<string, unknown>> = {
    Frame: frame,
    Cockpit: cockpit,
    UnitRanking: { unitRanking: [ranked('fgw', '市发改委', 2, 5, 40, true), ranked('jyj', '市教育局', 1, 1, 100, false)] },
    CountyTiles: { countyTiles: [tile] },
  };
  const link = new ApolloLink((operation) => {
    asked[operation.operationName ?? ''] = operation.variables;
    return new Observable((observer) => {
      observer.next({ data: answers[operation.operationName ?? ''] ?? {} });
      observer.complete();
    });
  });
  const client = new ApolloClient({ link, cache: testCache(), dataMasking: true });
  const router = createRouter({
    routeTree: rootRoute.addChildren([frameRoute.addChildren([cockpitRoute, itemsRoute, itemRoute])]),
    context: { client, preloadQuery: createQueryPreloader(client) },
    history: createMemoryHistory({ initialEntries: [address] }),
    parseSearch,
    stringifySearch,
  });
  await act(() => router.load());
  const container = await render(
    <ApolloProvider client={client}>
      <RouterProvider router={router as never} />
    </ApolloProvider>,
  );
  await waitFor(() => container.querySelector('#counties figure'));
  const linkTo = (label: string) => {
    const found = [...container.querySelectorAll('main a')].find((one) =>
      (one.getAttribute('aria-label') ?? one.textContent)?.includes(label),
    );
    return decodeURI(found?.getAttribute('href') ?? '');
  };
  return { asked, container, linkTo };
}

it('gives each theme its rate, fraction, change, plan and page', async () => {
  const { container, linkTo } = await openCockpit('/');
  const cards = [...container.querySelectorAll('main article')].map((card) => card.textContent);
  expect(cards[0]).toContain('62.4%');
  expect(cards[0]).toContain('412/660');
  expect(cards[0]).toContain('较上月下降 1.2 个百分点');
  expect(cards[2]).toContain('无应计事项');
  expect(cards[3]).toContain('27.1/38');
  expect(cards[3]).toContain('计划 75.0%');
  expect(linkTo('破难题')).toBe('/hard-problems');
});

it('says what is red, whose it is and why, and leads to it', async () => {
  const { container, linkTo } = await openCockpit('/');
  expect(container.querySelector('#red-list h2')?.textContent).toContain('27');
  const row = container.querySelector('#red-list li');
  for (const part of ['逾期', '难-2014-0017', '城中村改造', '市国土局', '应于 9 月 12 日办结，已超 12 个工作日']) {
    expect(row?.textContent).toContain(part);
  }
  expect(linkTo('难-2014-0017')).toBe('/items/难-2014-0017');
  expect(linkTo('全部 27 件')).toContain('/items?lights=RED');
  expect(linkTo('市国土局（最长超 12 天）')).toContain('due=..2014-09-29');
});

it('ranks with the fraction, names those too few to rank, and drills into the parts counted', async () => {
  const { container, asked, linkTo } = await openCockpit('/?group=DEPARTMENT');
  expect(asked.UnitRanking).toMatchObject({ group: 'DEPARTMENT', filter: {} });
  expect(linkTo('市发改委')).toBe('/items?settlementDueFrom=fgw');
  expect(container.querySelector('#ranking')?.textContent).toContain('参评不足（应办结少于 5 件，不排名）：市教育局 1/1');
});

it('shows the lights of each county', async () => {
  const { linkTo } = await openCockpit('/');
  expect(linkTo('西平县：2 件')).toBe('/items?counties=411721&lights=RED');
});

it('shows the rate of the theme in the address; day and scope go with every question and link', async () => {
  const { asked, container, linkTo } = await openCockpit('/?theme=EFFICIENCY&asOf=2014-08-31&scope=411721');
  const shared = { asOf: '2014-08-31', filter: { counties: ['411721'] } };
  expect(asked).toMatchObject({ Cockpit: shared, UnitRanking: shared, CountyTiles: { ...shared, theme: 'EFFICIENCY' } });
  expect(container.querySelector('#counties h2')?.textContent).toBe('县区按时办结率');
  expect(linkTo('西平县：73.3%')).toBe('/items?counties=411721&themes=EFFICIENCY&isSettlementDue=1&asOf=2014-08-31&scope=411721');
});

it('says so where there is nothing', async () => {
  const { container } = await openCockpit('/');
  expect(container.querySelector('#slow-works')?.textContent).toContain('没有落后于计划的民生工程');
});
