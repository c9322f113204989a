import { ApolloClient, ApolloLink, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { createMemoryHistory, createRootRoute, createRouter, RouterContextProvider } from '@tanstack/react-router';
import { act, type ReactNode } from 'react';
import { expect, it, vi } from 'vitest';
import { cellsOf, press, render, waitFor } from '../../test/render.tsx';
import { testCache } from '../../test/test-cache.ts';
import { OpenAgeing } from '../../ui/register-charts/open-ageing.tsx';
import { parseSearch, stringifySearch } from '../../ui/search-params.ts';
import { initialValues, inputOf, missingOf, withOrigin } from './form-values.ts';
import { KeyFigures } from './key-figures.tsx';
import { Raisings } from './raisings.tsx';
import { StandTable } from './stand-table.tsx';
import { TopicMap } from './topic-map.tsx';

vi.setConfig({ testTimeout: 30_000 });

const router = createRouter({ routeTree: createRootRoute(), history: createMemoryHistory(), parseSearch, stringifySearch });
const show = (ui: ReactNode) => render(<RouterContextProvider router={router as never}>{ui}</RouterContextProvider>);
const hrefs = (container: Element) => [...container.querySelectorAll('a')].map((link) => link.getAttribute('href'));

const counts = {
  __typename: 'PublicProblemCounts' as const,
  raised: 12,
  open: 4,
  answered: 8,
  withoutTopic: 0,
  peopleAffected: 1200,
  peopleKnown: 9,
  raisings: 15,
  raisingsAnswered: 10,
};

it('shows each rate with its fraction and leads from every count to exactly its problems', async () => {
  const rates = (['CLOSED', 'CLOSED_ON_TIME', 'SATISFIED'] as const).map((rate) => ({
    __typename: 'PublicProblemRate' as const,
    rate,
    numerator: 8,
    denominator: 12,
    percent: 66.7,
    changePoints: null,
  }));
  const container = await show(<KeyFigures counts={counts} rates={rates} />);
  expect(container.textContent).toContain('66.7%');
  expect(container.textContent).toContain('8/12');
  expect(hrefs(container)).toEqual([
    '/items?kinds=PUBLIC_PROBLEM&isComplete=1',
    '/items?kinds=PUBLIC_PROBLEM&closedOnTime=1&isSettlementDue=1',
    '/items?kinds=PUBLIC_PROBLEM&satisfactions=VERY_SATISFIED,SATISFIED,BASICALLY_SATISFIED',
    '/items?kinds=PUBLIC_PROBLEM',
    '/items?kinds=PUBLIC_PROBLEM&phase=OPEN',
    '/items?kinds=PUBLIC_PROBLEM&isAnswered=1',
  ]);
  expect(container.textContent).toContain('已答复反映人次 10 / 15');
  expect(container.textContent).toContain('1,200 9 件填了人数');
});

const cell = (topic: string, countyId: string, raised: number, open: number) => ({
  __typename: 'PublicProblemHeatCell' as const,
  topic,
  topicName: topic === 'NONE' ? null : '教育',
  topicNameEn: topic === 'NONE' ? null : 'Education',
  countyId,
  countyName: countyId === 'NONE' ? null : '西平县',
  raised,
  open,
});

it('crosses topics with counties by the chosen measure, names what has none, and leads nowhere from a zero', async () => {
  const cells = [
    cell('education', '411721', 5, 2),
    cell('education', 'NONE', 0, 0),
    cell('NONE', '411721', 1, 1),
    cell('NONE', 'NONE', 0, 0),
  ];
  const container = await show(<TopicMap cells={cells} measure="open" />);
  expect(container.textContent).toContain('市直');
  expect(hrefs(container)).toEqual([
    '/items?counties=411721&categories=education&kinds=PUBLIC_PROBLEM&phase=OPEN',
    '/items?counties=411721&categories=NONE&kinds=PUBLIC_PROBLEM&phase=OPEN',
  ]);
  expect((await show(<TopicMap cells={[cell('education', '411721', 0, 0)]} measure="raised" />)).textContent).toContain(
    '还没有登记群众反映的问题',
  );
});

it('leads from every figure of a row to its problems', async () => {
  const lights = { __typename: 'LightCounts' as const, green: 2, yellow: 1, red: 1, grey: 0 };
  const row = { id: 'jyj', name: '市教育局', raised: 12, open: 4, closed: 8, closedPercent: 66.7, lights, filter: { leadUnits: ['jyj'] } };
  const container = await show(<StandTable title="责任单位" rowTitle="单位" rows={[row]} />);
  expect(cellsOf(container)[1]?.slice(0, 6)).toEqual(['市教育局', '12', '4', '8', '66.7%8/12', '1']);
  expect(hrefs(container)).toEqual([
    '/items?leadUnits=jyj&kinds=PUBLIC_PROBLEM',
    '/items?leadUnits=jyj&kinds=PUBLIC_PROBLEM&phase=OPEN',
    '/items?leadUnits=jyj&kinds=PUBLIC_PROBLEM&isComplete=1',
    '/items?leadUnits=jyj&kinds=PUBLIC_PROBLEM&lights=RED',
  ]);
});

it('says when nothing waits', async () => {
  const age = { from: 0, to: 5, assignedFrom: null, assignedTo: null, count: 0, overdue: 0 };
  expect((await show(<OpenAgeing ages={[age]} kind="PUBLIC_PROBLEM" label="天数" none="没有未办结的问题" unit="件" />)).textContent).toBe(
    '没有未办结的问题',
  );
});

it('begins the form with the limit and the only unit, and keeps a name out of what was found by the unit itself', () => {
  const values = initialValues(
    {
      __typename: 'PublicProblemForm',
      dueOn: '2014-11-17',
      leadUnits: [{ __typename: 'PublicProblemFormUnit', id: 'jyj', shortName: '市教育局' }],
    },
    '2014-09-30',
  );
  expect(values).toMatchObject({ leadUnitId: 'jyj', dueOn: '2014-11-17', raisedOn: '2014-09-30' });
  expect(missingOf(values)).toEqual(['title', 'content', 'channel']);
  const found = withOrigin({ ...values, title: '路', content: '坑', raiserName: '某甲', raiserPhone: '1' }, 'SELF_FOUND');
  expect(missingOf(found)).toEqual([]);
  expect(inputOf(found)).toMatchObject({ channel: 'self-found', raiserName: null, raiserPhone: null, topic: null, countyId: null });
  expect(withOrigin(found, 'ASKED_FOR').channel).toBe('');
});

it('asks why before it shows who raised a problem, and keeps what is shown out of the cache', async () => {
  const sent: Record<string, unknown>[] = [];
  const answers = [{ __typename: 'Raiser', itemId: 'p1', name: '某甲', phone: '13900001111' }];
  const link = new ApolloLink(({ operationName, variables }) => {
    if (operationName === 'RevealRaiser') sent.push(variables);
    return new Observable((observer) => {
      observer.next({ data: operationName === 'RevealRaiser' ? { answer: answers.shift() } : { terms: [], posts: [] } });
      observer.complete();
    });
  });
  const client = new ApolloClient({
    link,
    cache: testCache(),
  });
  const raising = (itemId: string, hasRaiser: boolean) => ({
    __typename: 'ProblemRaising' as const,
    itemId,
    number: `群-2014-000${itemId.slice(1)}`,
    raisedOn: '2014-09-01',
    channel: 'visit',
    answeredOn: itemId === 'p1' ? null : '2014-09-20',
    hasRaiser,
    maskedPhone: hasRaiser ? '139****1111' : null,
  });
  const container = await show(
    <ApolloProvider client={client}>
      <Raisings raisings={[raising('p1', true), raising('p2', false)]} mayReveal />
    </ApolloProvider>,
  );
  expect(
    cellsOf(container)
      .slice(1)
      .map((cells) => cells.slice(3)),
  ).toEqual([
    ['未答复', '139****1111查看反映人'],
    ['2014-09-20', '未留名'],
  ]);
  await press(container.querySelector('[aria-label="查看 群-2014-0001 的反映人"]'));
  const box = await waitFor(() => document.querySelector<HTMLTextAreaElement>('form textarea'));
  const submit = () => act(async () => document.querySelector('form')?.requestSubmit());
  await submit();
  expect(sent).toEqual([]);
  const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')!.set!;
  await act(async () => {
    set.call(box, '电话答复');
    box.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await submit();
  await waitFor(() => (container.textContent?.includes('13900001111') ? true : null));
  expect(sent).toEqual([{ itemId: 'p1', reason: '电话答复' }]);
  expect(JSON.stringify(client.cache.extract())).not.toContain('13900001111');
});
