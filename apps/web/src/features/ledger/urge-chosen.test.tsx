import { ApolloClient, ApolloLink, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { act } from 'react';
import { expect, it, vi } from 'vitest';
import { press, render, waitFor } from '../../test/render.tsx';
import { testCache } from '../../test/test-cache.ts';
import { type Session, SessionContext } from '../../ui/session.ts';
import { UrgeChosen } from './urge-chosen.tsx';

const session = { campaign: { title: '', titleEn: '', isDemo: true, today: '2014-09-30' } } as Session;
const unit = { __typename: 'Unit', id: 'gtj', name: '市国土局' };
const openRungs = ['REMINDER', 'URGE', 'YELLOW_CARD', 'RED_CARD'].map((rung) => ({
  __typename: 'RungState',
  rung,
  isOpen: rung === 'URGE',
  refusal: rung === 'URGE' ? null : 'YELLOW_FIRST',
}));
type Sent = { parts: { itemId: string; partId: string; version: number }[] };

/** Items `a` and `b` can be urged, `closed` can't; another person changes `b` once, between the reading and the first urge. */
function openDrawer() {
  const sent: Sent[] = [];
  const versions: Record<string, number> = { a: 1, b: 1, closed: 1 };
  const itemOf = (id: string) => ({
    __typename: 'StyleProblemItem',
    id,
    number: `风-${id}`,
    title: `事项${id}`,
    version: versions[id],
    parts: ['LEAD', 'ASSIST'].map((duty) => ({
      __typename: 'ItemUnit',
      id: `${id}-${duty}`,
      duty,
      viewerActs: id === 'closed' ? [] : ['URGE'],
      unit,
      highestRung: null,
      openRungs,
    })),
  });
  const urge = (variables: Sent) => {
    sent.push(variables);
    if (sent.length === 1) versions.b = 2;
    const results = variables.parts.map(({ itemId, partId, version }) => {
      const done = versions[itemId] === version;
      return {
        __typename: 'UrgeResult',
        itemId,
        partId,
        number: `风-${itemId}`,
        done,
        slipNumber: done ? `催-${itemId}` : null,
        code: done ? null : 'CONFLICT',
        message: done ? null : '刚被修改',
      };
    });
    return { __typename: 'PartsUrged', results };
  };
  const link = new ApolloLink(({ operationName, variables }) => {
    const data: Record<string, unknown> =
      operationName === 'UrgeParts'
        ? { urgeParts: urge(variables as Sent) }
        : operationName === 'WorkingCalendar'
          ? { thisYear: [], nextYear: [] }
          : { item: itemOf((variables.id ?? variables.itemId) as string) };
    return new Observable((observer) => {
      observer.next({ data });
      observer.complete();
    });
  });
  const client = new ApolloClient({ link, cache: testCache() });
  const onUrged = vi.fn();
  const ui = (
    <SessionContext value={session}>
      <ApolloProvider client={client}>
        <UrgeChosen itemIds={['a', 'b', 'closed']} onClose={() => undefined} onUrged={onUrged} />
      </ApolloProvider>
    </SessionContext>
  );
  return { ui, sent, onUrged };
}

it('urges the lead part of each chosen item; what another changed meanwhile goes at its new version', async () => {
  const { ui, sent, onUrged } = openDrawer();
  await render(ui);
  const form = await waitFor(() => document.querySelector('form'));
  expect(document.body.textContent).toContain('所选事项中有 1 项现在不能催办');
  const submit = () => act(async () => form.requestSubmit());
  await press([...form.querySelectorAll('button')].find((button) => button.textContent === '进展缓慢'));
  await submit();
  await waitFor(() => onUrged.mock.calls[0]);
  expect(sent[0]?.parts).toEqual([
    { itemId: 'a', partId: 'a-LEAD', version: 1 },
    { itemId: 'b', partId: 'b-LEAD', version: 1 },
  ]);
  expect(onUrged).toHaveBeenLastCalledWith({ slips: ['催-a'], itemIds: ['a'], refused: 1 });
  expect(form.textContent).toContain('已发出 催-a');
  expect(form.textContent).toContain('事项刚被他人修改');
  // The items are read anew.
  await act(async () => new Promise((resolve) => setTimeout(resolve, 50)));
  await submit();
  await waitFor(() => onUrged.mock.calls[1]);
  expect(sent[1]?.parts).toEqual([{ itemId: 'b', partId: 'b-LEAD', version: 2 }]);
  expect(onUrged).toHaveBeenLastCalledWith({ slips: ['催-b'], itemIds: ['b'], refused: 0 });
}, 20_000);

it('leaves out what is unticked', async () => {
  const { ui, sent } = openDrawer();
  await render(ui);
  const form = await waitFor(() => document.querySelector('form'));
  await press(form.querySelectorAll('input[type=checkbox]')[0]);
  await act(async () => form.requestSubmit());
  await waitFor(() => sent[0]);
  expect(sent[0]?.parts.map(({ partId }) => partId)).toEqual(['b-LEAD']);
}, 20_000);
