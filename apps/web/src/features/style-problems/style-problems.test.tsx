import { createMemoryHistory, createRootRoute, createRouter, RouterContextProvider } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import { cellsOf, render } from '../../test/render.tsx';
import { parseSearch, stringifySearch } from '../../ui/search-params.ts';
import { CategoryTable } from './category-table.tsx';
import { Repeats } from './repeats.tsx';
import { UnitHeatMap } from './unit-heat-map.tsx';
import { WriteOffTime } from './write-off-time.tsx';

const router = createRouter({ routeTree: createRootRoute(), history: createMemoryHistory(), parseSearch, stringifySearch });
const show = (ui: ReactNode) => render(<RouterContextProvider router={router as never}>{ui}</RouterContextProvider>);
const hrefs = (container: Element) => [...container.querySelectorAll('a')].map((link) => link.getAttribute('href'));

const category = {
  __typename: 'StyleCategory' as const,
  category: '6',
  name: '对群众冷漠',
  nameEn: 'Coldness',
  found: 122,
  rectified: 77,
  rectifiedPercent: 63.1,
  writtenOff: 63,
  repeats: 0,
  medianWriteOffWorkingDays: 27,
  lights: { __typename: 'LightCounts' as const, green: 42, yellow: 9, red: 2, grey: 0 },
};

it('leads from every figure of a category to exactly its items', async () => {
  const container = await show(<CategoryTable categories={[category]} asOf="2014-09-30" />);
  expect(cellsOf(container)[1]?.slice(0, 8)).toEqual(['对群众冷漠', '122', '77', '63.1%77/122', '63', '0', '27', '2']);
  expect(hrefs(container)).toEqual([
    '/items?categories=6&kinds=STYLE_PROBLEM',
    '/items?categories=6&kinds=STYLE_PROBLEM&isComplete=1',
    '/items?categories=6&kinds=STYLE_PROBLEM&states=WRITTEN_OFF',
    '/items?categories=6&kinds=STYLE_PROBLEM&lights=RED',
  ]);
});

it('crosses units with categories by the chosen measure', async () => {
  const unit = {
    __typename: 'StyleHeatRow' as const,
    unitId: 'gtj',
    unitName: '市国土局',
    found: 5,
    unrectified: 2,
    cells: [{ __typename: 'StyleHeatCell' as const, category: '6', found: 5, unrectified: 2 }],
  };
  const container = await show(<UnitHeatMap units={[unit]} categories={[category]} measure="unrectified" />);
  const cell = container.querySelector('td a');
  expect(cell?.getAttribute('aria-label')).toBe('市国土局（2），对群众冷漠：2 件');
  expect(cell?.getAttribute('href')).toBe('/items?leadUnits=gtj&categories=6&kinds=STYLE_PROBLEM&isComplete=0');
});

it('says the median and the spread, or that nothing was written off', async () => {
  const buckets = [
    { __typename: 'WriteOffBucket' as const, from: 0, to: 10, count: 2 },
    { __typename: 'WriteOffBucket' as const, from: 11, to: null, count: 1 },
  ];
  const container = await show(
    <WriteOffTime time={{ __typename: 'StyleWriteOffTime', count: 3, medianWorkingDays: 10, ninetiethWorkingDays: 10.8, buckets }} />,
  );
  expect(container.textContent).toContain('10 个工作日 中位数');
  expect(container.textContent).toContain('九成在 10.8 个工作日内销号');
  expect(container.textContent).toContain('11 日及以上');
  const none = await show(
    <WriteOffTime time={{ __typename: 'StyleWriteOffTime', count: 0, medianWorkingDays: null, ninetiethWorkingDays: null, buckets }} />,
  );
  expect(none.textContent).toBe('还没有销号的问题');
});

it('names where problems come back', async () => {
  const repeat = {
    __typename: 'StyleRepeat' as const,
    unitId: 'cgj',
    unitName: '市城管局',
    category: '6',
    categoryName: '对群众冷漠',
    categoryNameEn: 'Coldness',
    count: 6,
    total: 6,
  };
  const container = await show(<Repeats repeats={[repeat]} />);
  expect(hrefs(container)).toEqual(['/items?leadUnits=cgj&categories=6&kinds=STYLE_PROBLEM&isRepeat=1']);
  expect((await show(<Repeats repeats={[]} />)).textContent).toBe('没有销号后反弹的问题');
});
