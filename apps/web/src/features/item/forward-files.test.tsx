import { ApolloClient, ApolloLink, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { act } from 'react';
import { expect, it } from 'vitest';
import { press, render, waitFor } from '../../test/render.tsx';
import { testCache } from '../../test/test-cache.ts';
import { type Session, SessionContext } from '../../ui/session.ts';
import { ForwardFiles } from './forward-files.tsx';
import type { ItemDetail } from './item-query.ts';

const file = (id: string, more: object = {}) => ({
  id,
  name: `${id}.pdf`,
  size: 2048,
  mediaType: 'application/pdf',
  href: `/files/attachments/${id}`,
  addedAt: '2014-09-30T02:00:00Z',
  addedBy: null,
  isFromComplainant: true,
  isForwarded: false,
  forwardedFrom: null,
  ...more,
});
const copy = file('copy', { name: '材料1.pdf', isFromComplainant: false, isForwarded: true, forwardedFrom: { id: 'b' } });
const itemWith = (viewerActs: string[], attachments = [file('a'), file('b'), copy]) =>
  ({ id: 'i', version: 5, viewerActs, attachments }) as unknown as ItemDetail;

async function show(item: ItemDetail, isPast = false) {
  const sent: Record<string, unknown>[] = [];
  const fields = [{ __typename: 'FieldProblem', field: 'attachmentIds', code: 'NOT_CLEARED', message: '《a.pdf》是加密的 PDF。' }];
  const link = new ApolloLink(({ variables }) => {
    sent.push(variables.input);
    return new Observable((observer) => {
      observer.next({ data: { forwardFiles: { __typename: 'InputError', fields } } });
      observer.complete();
    });
  });
  const container = await render(
    <SessionContext value={{ isPast } as Session}>
      <ApolloProvider client={new ApolloClient({ link, cache: testCache() })}>
        <ForwardFiles item={item} />
      </ApolloProvider>
    </SessionContext>,
  );
  return { container, sent };
}

it('shows what was handed on and under which name, and what stands in the way of the rest', async () => {
  const { container, sent } = await show(itemWith(['FORWARD_FILES']));
  expect(container.textContent).toContain('已转交为 材料1.pdf');
  const boxes = container.querySelectorAll<HTMLInputElement>('input[type=checkbox]');
  expect([...boxes].map((box) => box.getAttribute('aria-label'))).toEqual(['选择 a.pdf']);
  await press(boxes[0]);
  await press([...container.querySelectorAll('button')].find((button) => button.textContent?.includes('转交所选材料（1 份）')));
  const form = await waitFor(() => document.querySelector<HTMLFormElement>('.ant-drawer form'));
  await act(async () => form.requestSubmit());
  const alert = await waitFor(() => [...form.querySelectorAll('[role=alert]')].find(({ textContent }) => textContent?.includes('加密')));
  expect(alert.textContent).toBe('《a.pdf》是加密的 PDF。');
  expect(sent).toMatchObject([{ itemId: 'i', version: 5, attachmentIds: ['a'], reason: null }]);
}, 20_000);

it('only lists them for who may not hand on, or on a past day, and is not there without any', async () => {
  expect((await show(itemWith([]))).container.querySelector('input')).toBeNull();
  expect((await show(itemWith(['FORWARD_FILES']), true)).container.querySelector('input')).toBeNull();
  expect((await show(itemWith(['FORWARD_FILES'], [copy]))).container.textContent).toBe('');
});
