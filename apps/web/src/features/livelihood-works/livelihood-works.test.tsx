import { createMemoryHistory, createRootRoute, createRouter, RouterContextProvider } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import { cellsOf, render } from '../../test/render.tsx';
import { parseSearch, stringifySearch } from '../../ui/search-params.ts';
import { CountyCompletion } from './county-completion.tsx';
import { FundsTable } from './funds-table.tsx';
import type { County, Funds } from './livelihood-query.ts';

const router = createRouter({ routeTree: createRootRoute(), history: createMemoryHistory(), parseSearch, stringifySearch });
const show = (ui: ReactNode) => render(<RouterContextProvider router={router as never}>{ui}</RouterContextProvider>);
const hrefs = (container: Element) => [...container.querySelectorAll('a')].map((link) => link.getAttribute('href'));

const county = (countyId: string, countyName: string, actual: number): County => ({
  __typename: 'LivelihoodCounty',
  countyId,
  countyName,
  works: 2,
  completeWorks: 0,
  completion: 1.4,
  percent: 70,
  shares: [
    {
      __typename: 'LivelihoodCountyShare',
      number: '民-1',
      title: '公路',
      quantityUnit: '公里',
      target: 50,
      actual,
      percent: actual * 2,
    },
  ],
});
const counties = [county('411721', '西平县', 25), county('411722', '上蔡县', 10)];

it('leads from a county to the works with a target in it', async () => {
  const container = await show(<CountyCompletion counties={counties} work={undefined} filter={{ kinds: ['LIVELIHOOD_WORK'] }} />);
  expect(hrefs(container)[0]).toBe('/items?targetCounties=411721&kinds=LIVELIHOOD_WORK');
  expect(container.querySelector('a')?.getAttribute('aria-label')).toBe('西平县：70.0% · 1.4/2');
});

it('compares target and actual of one work, the furthest behind first', async () => {
  const container = await show(<CountyCompletion counties={counties} work="民-1" filter={{}} />);
  expect([...container.querySelectorAll('a')].map((bar) => bar.getAttribute('aria-label'))).toEqual([
    '上蔡县：10 公里 · 10/50 · 计划：50 公里',
    '西平县：25 公里 · 25/50 · 计划：50 公里',
  ]);
});

it('shows what has not arrived and what has not been paid', async () => {
  const sum: Funds = {
    __typename: 'LivelihoodFunds',
    programme: null,
    programmeName: null,
    programmeNameEn: null,
    number: null,
    title: null,
    works: 2,
    planned: 3000,
    arrived: 1500,
    paid: 600,
    arrivedPercent: 50,
    paidPercent: 40,
    arrivedLag: 1500,
    paidLag: 900,
  };
  const container = await show(
    <FundsTable funds={[sum, { ...sum, programme: 'x', number: '民-1', title: '公路', arrived: 0, paidPercent: null }]} />,
  );
  const [, all, work] = cellsOf(container);
  expect(all).toEqual(['合计', '3,000', '1,500', '50.0%', '1,500', '600', '40.0%', '900']);
  expect([work?.[0], work?.[6]]).toEqual(['公路', '—']);
});
