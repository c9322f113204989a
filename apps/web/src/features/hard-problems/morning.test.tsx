import { createMemoryHistory, createRootRoute, createRouter, RouterContextProvider } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { expect, it } from 'vitest';
import { render } from '../../test/render.tsx';
import { parseSearch, stringifySearch } from '../../ui/search-params.ts';
import type { Movement, Stuck } from './morning-query.ts';
import { Moved } from './moved.tsx';
import { StuckList } from './stuck-list.tsx';
import { WaitingForMe } from './waiting-for-me.tsx';

const router = createRouter({ routeTree: createRootRoute(), history: createMemoryHistory(), parseSearch, stringifySearch });
const show = (ui: ReactNode) => render(<RouterContextProvider router={router as never}>{ui}</RouterContextProvider>);
const hrefs = (container: Element) => [...container.querySelectorAll('a')].map((link) => decodeURI(link.getAttribute('href') ?? ''));

const movement: Movement = {
  __typename: 'Movement',
  id: 'movement/i1',
  at: '2014-09-29T08:20:00.000Z',
  actorTitle: '市国土局局长',
  action: 'SIGN',
  count: 2,
  total: 3,
  item: { __typename: 'HardProblemItem', id: 'i1', number: '难-2014-0017', title: '城中村改造' },
};
const stuck: Stuck = {
  __typename: 'StuckPart',
  partId: 'p1',
  number: '难-2014-0018',
  title: '补偿款缺口',
  unitName: '市国土局',
  on: 'SUPERVISION_OFFICE',
  since: '2014-09-09',
  stillWorkingDays: 16,
  lastAction: 'REPORT',
  lastActor: '市国土局督办联络员',
  total: 1,
};

it('tells who did what when, leads to the matter, and says that more moved than is listed', async () => {
  const container = await show(<Moved movements={[movement]} isFirst={false} />);
  expect(container.textContent).toContain('2014-09-29 16:20 市国土局局长 签收（共 2 次办理）');
  expect(container.textContent).toContain('列出前 1 条，共 3 条');
  expect(hrefs(container)).toEqual(['/items/难-2014-0017']);
});

it('counts what waits by kind, and links only the kinds that have any', async () => {
  const counts = [
    { need: 'DECIDE_EXTENSION' as const, count: 2, late: 1 },
    { need: 'DECIDE' as const, count: 0, late: 0 },
  ];
  const container = await show(<WaitingForMe works={[]} counts={counts} total={2} />);
  expect(hrefs(container)).toEqual(['/my-work?need=DECIDE_EXTENSION']);
  expect(container.textContent).toContain('延期待批 2（逾期 1）');
  expect(container.textContent).toContain('待决策 0');
});

it('says on whom a matter is stuck and since when', async () => {
  const container = await show(<StuckList parts={[stuck]} />);
  expect(container.textContent).toContain(
    '卡在督查室（市国土局承办） 自 2014-09-09 起 16 个工作日未动，此前市国土局督办联络员反馈办理情况',
  );
  expect(hrefs(container)).toEqual(['/items/难-2014-0018']);
});

it('says in words that there is nothing', async () => {
  expect((await show(<Moved movements={[]} isFirst={false} />)).textContent).toContain('自上次查看以来');
  expect((await show(<Moved movements={[]} isFirst />)).textContent).toContain('近 7 天');
  expect((await show(<StuckList parts={[]} />)).textContent).toContain('都在推进');
  expect((await show(<WaitingForMe works={[]} counts={[]} total={0} />)).textContent).toBe('目前没有等您决定的事项');
});
