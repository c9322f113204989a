import { ApolloClient, ApolloLink, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { act } from 'react';
import { expect, it, vi } from 'vitest';
import { press, render, waitFor } from '../../test/render.tsx';
import { testCache } from '../../test/test-cache.ts';
import { Complainant } from './complainant.tsx';
import type { Complaint } from './item-query.ts';

// Whole forms of many controls.
vi.setConfig({ testTimeout: 30_000 });

const complaint = { id: 'c1', maskedPhone: '138****1234' } as Complaint;
const person = { __typename: 'Complainant', complaintId: 'c1', name: '甲', phone: '13800001234', identityNumber: null, address: null };

async function show(answers: unknown[]) {
  const sent: Record<string, unknown>[] = [];
  const link = new ApolloLink(({ variables }) => {
    sent.push(variables);
    return new Observable((observer) => {
      observer.next({ data: { revealComplainant: answers.shift() } as Record<string, unknown> });
      observer.complete();
    });
  });
  const client = new ApolloClient({ link, cache: testCache() });
  const container = await render(
    <ApolloProvider client={client}>
      <Complainant complaint={complaint} />
    </ApolloProvider>,
  );
  await press([...container.querySelectorAll('button')].find(({ textContent }) => textContent === '查看投诉人'));
  const box = await waitFor(() => document.querySelector<HTMLTextAreaElement>('form textarea'));
  return { container, client, sent, box };
}

async function type(box: HTMLTextAreaElement, text: string) {
  const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')!.set!;
  await act(async () => {
    set.call(box, text);
    box.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
const submit = () => act(async () => document.querySelector('form')?.requestSubmit());

it('asks why before it shows who complained, and says that the look is recorded', async () => {
  const { container, client, sent, box } = await show([person]);
  expect(document.querySelector('form')?.textContent).toContain('每次查看须写明理由并记入日志');
  await submit();
  expect(sent).toEqual([]);
  expect(document.getElementById(box.getAttribute('aria-describedby')!)?.textContent).toContain('请写明查看理由（4 至 200 字）。');
  await type(box, ' 核实诉求细节 ');
  await submit();
  await waitFor(() => (container.textContent?.includes('13800001234') ? true : null));
  expect(sent).toEqual([{ complaintId: 'c1', reason: '核实诉求细节' }]);
  expect(container.textContent).toContain('本次查看已记入日志');
  expect(JSON.stringify(client.cache.extract())).not.toContain('13800001234');
  await press([...container.querySelectorAll('button')].find(({ textContent }) => textContent?.replace(/\s/g, '') === '收起'));
  expect(container.textContent).not.toContain('13800001234');
});

it('puts what the server says of the reason at its field', async () => {
  const fields = [{ __typename: 'FieldProblem', field: 'reason', code: 'REASON', message: '请写明查看理由（4 至 200 字）！' }];
  const { container, box } = await show([{ __typename: 'InputError', message: '', fields }]);
  await type(box, '核实诉求');
  await submit();
  await waitFor(() => document.querySelector('textarea[aria-invalid=true]'));
  expect(document.getElementById(box.getAttribute('aria-describedby')!)?.textContent).toContain('请写明查看理由（4 至 200 字）！');
  expect(container.textContent).not.toContain('13800001234');
});
