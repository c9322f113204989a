import { ApolloClient, ApolloLink, Observable } from '@apollo/client';
import { ApolloProvider, createQueryPreloader } from '@apollo/client/react';
import { createMemoryHistory, createRouter, RouterProvider } from '@tanstack/react-router';
import { act } from 'react';
import { describe, expect, it } from 'vitest';
import { exchangeRoute } from '../../app/routes/exchange.tsx';
import { frameRoute } from '../../app/routes/frame.tsx';
import { itemRoute } from '../../app/routes/item.tsx';
import { itemsRoute } from '../../app/routes/items.tsx';
import { rootRoute } from '../../app/routes/root.tsx';
import { render, waitFor } from '../../test/render.tsx';
import { testCache } from '../../test/test-cache.ts';
import { ledgerSearch } from '../../ui/ledger-link.ts';
import { parseSearch, stringifySearch } from '../../ui/search-params.ts';
import { pagePatch } from './ledger.tsx';
import { exportHref } from './ledger-export.ts';
import { barValues, searchPatch } from './ledger-fields.ts';

const frame = {
  viewer: {
    __typename: 'Viewer',
    id: 'u1',
    account: 'supervision',
    displayName: '督查员',
    postTitle: '督查员',
    role: 'SUPERVISION_OFFICE',
    duties: [],
    desks: [],
    accountability: 'NONE',
    unit: { __typename: 'Unit', id: '411700', name: '市政府' },
  },
  campaign: { __typename: 'Campaign', title: '主题活动', titleEn: 'Campaign', isDemo: true, today: '2014-09-30' },
  units: [{ __typename: 'Unit', id: '411702', name: '驿城区人民政府', shortName: '驿城区', kind: 'COUNTY' }],
};
const row = {
  __typename: 'ComplaintItem',
  id: 'i1',
  number: '诉-2014-0007',
  kind: 'COMPLAINT',
  title: '窗口超时办理',
  level: null,
  category: { __typename: 'Term', name: '违反服务承诺', nameEn: 'Broken promise' },
  leadUnit: { __typename: 'Unit', id: 'forestry', name: '市林业局', shortName: '市林业局' },
  county: null,
  dutyPost: null,
  dutyLeader: null,
  foundOn: '2014-08-07',
  assignedOn: '2014-08-12',
  closedOn: null,
  writtenOffOn: null,
  isClosedOnTime: null,
  standing: {
    __typename: 'ItemStanding',
    state: 'IN_PROGRESS',
    light: 'RED',
    progressPercent: null,
    dueOn: '2014-09-12',
    remainingWorkingDays: -12,
    why: {
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
    },
  },
};

/** The app at an address, on a server that knows `total` items; answers the variables that the ledger asked with. */
async function openApp(address: string, total: number, role = frame.viewer.role) {
  const asked: Record<string, unknown>[] = [];
  const link = new ApolloLink((operation) => {
    const answers: Record<string, Record<string, unknown>> = {
      Frame: { ...frame, viewer: { ...frame.viewer, role } },
      Words: { terms: [], posts: [] },
      LedgerItems: {
        items: {
          __typename: 'ItemConnection',
          totalCount: total,
          pageInfo: { __typename: 'PageInfo', hasNextPage: total > 1, hasPreviousPage: false, startCursor: 'a', endCursor: 'b' },
          nodes: total > 0 ? [row] : [],
        },
      },
    };
    if (operation.operationName === 'LedgerItems') asked.push(operation.variables);
    return new Observable((observer) => {
      observer.next({ data: answers[operation.operationName ?? ''] ?? {} });
      observer.complete();
    });
  });
  const client = new ApolloClient({ link, cache: testCache(), dataMasking: true });
  const router = createRouter({
    routeTree: rootRoute.addChildren([frameRoute.addChildren([itemsRoute, itemRoute, exchangeRoute])]),
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
  const title = await waitFor(() => {
    const text = container.querySelector('h1')?.textContent;
    return text?.includes('件') ? text : null;
  });
  return { asked, container, title };
}

describe('the ledger at the end of a drill', () => {
  it('asks for exactly the filter of the link, and says the count that the server gives', async () => {
    const filter = { kinds: ['COMPLAINT' as const], lights: ['RED' as const], found: { from: '2014-08-01', to: '2014-08-31' } };
    const { asked, container, title } = await openApp(`/items${stringifySearch(ledgerSearch(filter))}`, 7);
    expect(title).toBe('效能投诉台账（逾期/滞后） · 7 件');
    expect(asked[0]).toMatchObject({ filter, asOf: null, first: 20, orderBy: 'NUMBER', descending: false });
    expect(container.textContent).toContain('共 7 条');
    const link = container.querySelector('a[data-row-link]');
    expect(decodeURI(link?.getAttribute('href') ?? '')).toBe('/items/诉-2014-0007');
    expect(container.querySelector('button[aria-label="逾期：应于 9 月 12 日办结，已超 12 个工作日"]')).not.toBeNull();
    const chips = [...container.querySelectorAll('[aria-label="已选条件"] button')].map((chip) => chip.textContent);
    expect(chips).toEqual(['台账 效能投诉', '亮灯 逾期/滞后', '发现 2014-08-01 – 2014-08-31', '清除全部']);
  });

  it('offers the export with complainants to the inspection office, of complaints alone', async () => {
    const menuOf = async (address: string, role: string) =>
      (await openApp(address, 3, role)).container.querySelector('button[aria-label="其他导出方式"]');
    expect(await menuOf('/items?kinds=COMPLAINT', 'INSPECTION')).not.toBeNull();
    expect(await menuOf('/items?kinds=COMPLAINT,HARD_PROBLEM', 'INSPECTION')).toBeNull();
    expect(await menuOf('/items?kinds=HARD_PROBLEM', 'INSPECTION')).toBeNull();
    expect(await menuOf('/items?kinds=COMPLAINT', 'SUPERVISION_OFFICE')).toBeNull();
  });

  it('keeps the as-of day and the scope', async () => {
    const { asked, container } = await openApp('/items?asOf=2014-08-31&scope=411702&lights=RED&before=x&size=50', 3);
    expect(asked[0]).toMatchObject({ filter: { lights: ['RED'], counties: ['411702'] }, asOf: '2014-08-31', last: 50, before: 'x' });
    expect(container.querySelector('a[data-row-link]')?.getAttribute('href')).toContain('?asOf=2014-08-31&scope=411702');
  });

  it('says why it is empty and offers the way on', async () => {
    const { container } = await openApp('/items?lights=RED', 0);
    expect(container.textContent).toContain('没有符合条件的事项');
    expect([...container.querySelectorAll('button')].some((button) => button.textContent === '清除筛选条件')).toBe(true);
  });
});

describe('changes to the address', () => {
  it('sorts from the first page on', () => {
    expect(pagePatch({ sort: '-DUE_ON', after: undefined, before: undefined })).toEqual({
      orderBy: 'DUE_ON',
      descending: '1',
      after: undefined,
      before: undefined,
    });
    expect(pagePatch({ after: 'c', before: undefined })).toEqual({ after: 'c', before: undefined });
  });

  it('writes two days as one parameter, and lifts it with its chip', () => {
    expect(barValues({ due: '2014-09-01..' })).toMatchObject({ 'due.from': '2014-09-01', 'due.to': undefined });
    expect(searchPatch({ 'due.from': undefined, 'due.to': '2014-09-30' })).toEqual({ due: '..2014-09-30' });
    expect(searchPatch({ 'due.from': undefined, 'due.to': undefined })).toEqual({ due: undefined });
  });

  it('exports the filter of one register, and of no more than one', () => {
    expect(exportHref({ kinds: ['COMPLAINT'], lights: ['RED'] }, '2014-08-31')).toEqual({
      exportHref: '/files/ledgers/COMPLAINT/data.xlsx?lights=RED&asOf=2014-08-31',
    });
    expect(exportHref({ kinds: ['COMPLAINT', 'HARD_PROBLEM'] }, undefined)).toEqual({});
    expect(exportHref({}, undefined)).toEqual({});
  });
});
