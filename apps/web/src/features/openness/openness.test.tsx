import { ApolloClient, ApolloLink, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { act } from 'react';
import { expect, it, vi } from 'vitest';
import { press, render, waitFor } from '../../test/render.tsx';
import { testCache } from '../../test/test-cache.ts';
import { OpennessDrawer } from './openness-drawer.tsx';
import type { OpennessItem } from './openness-query.ts';

const work = (id: string, more: Partial<OpennessItem> = {}): OpennessItem =>
  ({
    __typename: 'LivelihoodWorkItem',
    id,
    number: `民-2014-${id}`,
    title: '农村公路改造',
    version: 3,
    category: { __typename: 'Term', name: '十项民生工程', nameEn: 'Ten works' },
    leadUnit: { __typename: 'Unit', id: 'jtj', name: '市交通运输局', shortName: '交通局' },
    openness: {
      __typename: 'ItemOpenness',
      openness: 'PUBLIC',
      verdict: null,
      setBy: '市政府督查室督查员',
      setAt: '2014-09-30T02:00:00Z',
      reviewedBy: null,
      reviewedAt: null,
      reason: null,
      isTextChanged: false,
    },
    viewerCanSetOpenness: false,
    viewerCanReviewOpenness: true,
    standing: { __typename: 'ItemStanding', progressPercent: 40, dueOn: '2014-12-31' },
    work: { __typename: 'LivelihoodWork', promise: '年底前完成 120 公里', quantity: 120, quantityUnit: '公里', countyTargets: [] },
    ...more,
  }) as OpennessItem;

/** A server that refuses the second work, and the variables that it got. */
function server() {
  const sent: Record<string, unknown>[] = [];
  const link = new ApolloLink(({ variables }) => {
    sent.push(variables);
    const rows = variables.rows as { itemId: string }[];
    const results = rows.map(({ itemId }) => ({
      __typename: 'BulkResult',
      itemId,
      number: `民-2014-${itemId}`,
      done: itemId !== '2',
      message: itemId === '2' ? '这条记录刚被他人修改' : null,
    }));
    return new Observable((observer) => {
      observer.next({ data: { reviewOpennessOfMany: { __typename: 'BulkDone', results } } });
      observer.complete();
    });
  });
  return { sent, client: new ApolloClient({ link, cache: testCache() }) };
}

const drawer = () => document.querySelector('.ant-drawer')!;

it('shows what the public will see, asks why at its field when it is sent back, and tells what became of each', async () => {
  const { sent, client } = server();
  const onDone = vi.fn();
  await render(
    <ApolloProvider client={client}>
      <OpennessDrawer items={[work('1')]} isPast={false} onClose={() => undefined} onDone={onDone} />
    </ApolloProvider>,
  );
  await waitFor(() => drawer().querySelector('form'));
  expect(drawer().textContent).toContain('年底前完成 120 公里');
  expect(drawer().textContent).toContain('已完成 40.0%');
  expect(drawer().textContent).toContain('主动公开，待审核');
  await press(drawer().querySelector('input[value=REJECTED]'));
  await act(async () => drawer().querySelector('form')!.requestSubmit());
  const field = drawer().querySelector('textarea')!;
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(document.getElementById(field.getAttribute('aria-describedby')!)?.textContent).toBe('请填写理由。');
  expect(sent).toEqual([]);
  await press(drawer().querySelector('input[value=PASSED]'));
  await act(async () => drawer().querySelector('form')!.requestSubmit());
  await waitFor(() => (onDone.mock.calls.length > 0 ? true : null));
  expect(sent).toMatchObject([{ verdict: 'PASSED', rows: [{ itemId: '1', version: 3 }], reason: null }]);
  expect(onDone).toHaveBeenCalledWith({ done: ['1'], refused: [] });
}, 20_000);

it('sends of many only those that the viewer may review, and tells why one was refused', async () => {
  const { sent, client } = server();
  const onDone = vi.fn();
  const own = work('3', { viewerCanReviewOpenness: false });
  await render(
    <ApolloProvider client={client}>
      <OpennessDrawer items={[work('1'), work('2'), own]} isPast={false} onClose={() => undefined} onDone={onDone} />
    </ApolloProvider>,
  );
  await waitFor(() => drawer().querySelector('form'));
  expect(drawer().textContent).toContain('其中 1 件不能由您办理这一步');
  await act(async () => drawer().querySelector('form')!.requestSubmit());
  await waitFor(() => (onDone.mock.calls.length > 0 ? true : null));
  expect(sent).toMatchObject([{ rows: [{ itemId: '1' }, { itemId: '2' }] }]);
  expect(onDone).toHaveBeenCalledWith({
    done: ['1'],
    refused: [{ itemId: '2', number: '民-2014-2', message: '这条记录刚被他人修改' }],
  });
}, 20_000);

it('offers nothing on a past day', async () => {
  const { client } = server();
  await render(
    <ApolloProvider client={client}>
      <OpennessDrawer items={[work('1')]} isPast onClose={() => undefined} onDone={() => undefined} />
    </ApolloProvider>,
  );
  await waitFor(() => document.querySelector('.ant-drawer-body'));
  expect(drawer().querySelector('form')).toBeNull();
  expect(drawer().textContent).toContain('正在查看历史日期');
});
