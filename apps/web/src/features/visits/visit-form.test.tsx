import { ApolloClient, ApolloLink, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { createMemoryHistory, createRootRoute, createRouter, RouterContextProvider } from '@tanstack/react-router';
import { act } from 'react';
import { beforeEach, expect, it } from 'vitest';
import { press, render, waitFor } from '../../test/render.tsx';
import { testCache } from '../../test/test-cache.ts';
import { parseSearch, stringifySearch } from '../../ui/search-params.ts';
import { type Session, SessionContext } from '../../ui/session.ts';
import type { VisitEntryWords } from './entry-query.ts';
import { readKeptDraft, readSubmitted } from './kept-visits.ts';
import { NewVisitForm } from './new-visit-form.tsx';
import { sendSubmitted } from './send-visits.ts';

const router = createRouter({ routeTree: createRootRoute(), history: createMemoryHistory(), parseSearch, stringifySearch });
const session = {
  viewer: { id: 'u1', role: 'UNIT_HEAD', entersVisits: true },
  campaign: { title: '', titleEn: '', isDemo: true, today: '2014-09-30' },
  units: [
    { id: '411721', name: '西平县人民政府', shortName: '西平县', kind: 'COUNTY' },
    { id: 'jtj', name: '市交通运输局', shortName: '市交通运输局', kind: 'DEPARTMENT' },
  ],
} as unknown as Session;
const words: VisitEntryWords = {
  visitingLeaders: [
    {
      __typename: 'VisitingLeader',
      postId: 'gtj-head',
      title: '市国土局局长',
      titleEn: 'Head, Land Bureau',
      unitName: '市国土局',
      isOwn: true,
      contactPoints: [
        {
          __typename: 'ContactPoint',
          id: 'p1',
          name: '西平县东庄村',
          countyId: '411721',
          countyName: '西平县',
          validFrom: '2014-06-01',
          validTo: '9999-12-31',
        },
      ],
    },
  ],
  kinds: [
    { __typename: 'Term', code: 'silian-1', name: '四联四解（类型一）', nameEn: 'Silian sijie (type 1)', isUnconfirmed: true },
    { __typename: 'Term', code: 'talk', name: '座谈', nameEn: 'Talk', isUnconfirmed: false },
  ],
  topics: [{ __typename: 'Term', code: 'transport', name: '交通出行', nameEn: 'Roads and transport' }],
};

type Reply = { answer: unknown } | 'offline' | 'lost';

/** A server that answers each visit in turn, the last answer for all that follow; and the variables of each that it got. */
function server(...replies: Reply[]) {
  const sent: { requestId: string; entry: Record<string, unknown> }[] = [];
  let viewer = 'u1';
  const link = new ApolloLink(
    ({ operationName, variables }) =>
      new Observable((observer) => {
        const say = (data: Record<string, unknown>) => {
          observer.next({ data });
          observer.complete();
        };
        const reply = replies.length > 1 && operationName !== 'WhoSends' ? replies.shift()! : replies[0]!;
        if (reply === 'offline') return observer.error(new TypeError('Failed to fetch'));
        if (operationName === 'WhoSends') return say({ viewer: { __typename: 'Viewer', id: viewer } });
        sent.push(variables as (typeof sent)[number]);
        if (reply === 'lost') return observer.error(new TypeError('Failed to fetch'));
        return say({ answer: reply.answer });
      }),
  );
  const client = new ApolloClient({ link, cache: testCache() });
  const show = (userId = 'u1') =>
    render(
      <RouterContextProvider router={router as never}>
        <SessionContext value={session}>
          <ApolloProvider client={client}>
            <NewVisitForm userId={userId} words={words} client={client} />
          </ApolloProvider>
        </SessionContext>
      </RouterContextProvider>,
    );
  const signInAs = (id: string) => {
    viewer = id;
  };
  return { sent, show, client, signInAs };
}

const taken = { answer: { __typename: 'Visit', id: 'v1', number: '访-2014-0001' } };
const button = (container: Element, text: string) =>
  [...container.querySelectorAll('button')].find((one) => one.textContent?.replace(/\s/g, '').includes(text))!;
const controlOf = (container: Element, label: string) => {
  const id = [...container.querySelectorAll('label')].find((one) => one.textContent?.startsWith(label))?.htmlFor;
  return document.getElementById(id ?? '') as HTMLInputElement | HTMLTextAreaElement;
};
function fill(container: Element, label: string, text: string) {
  const control = controlOf(container, label);
  const type = control instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  return act(async () => {
    Object.getOwnPropertyDescriptor(type.prototype, 'value')?.set?.call(control, text);
    control.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
const check = (container: Element, text: string) =>
  act(async () =>
    [...container.querySelectorAll('label')]
      .find((one) => one.textContent?.includes(text))
      ?.querySelector('input')
      ?.click(),
  );
const submit = (container: Element) => act(async () => container.querySelector('form')?.requestSubmit());
const problemsOf = (container: Element) => [...container.querySelectorAll('[role=alert]')].map(({ textContent }) => textContent);

async function fillIn(container: Element) {
  await check(container, '座谈');
  await fill(container, '走访群众人数', '12');
}

beforeEach(() => window.localStorage.clear());

it('starts with the own post, its one contact point and today; marks words whose meaning is to be confirmed', async () => {
  const container = await server(taken).show();
  expect(controlOf(container, '地点').value).toBe('西平县东庄村');
  expect(controlOf(container, '走访日期').value).toBe('2014-09-30');
  expect(container.textContent).toContain('四联四解（类型一）（释义待确认）');
  expect(container.textContent).toContain('严禁录入涉密信息');
  expect(readKeptDraft('u1')).toBeNull();
});

it('keeps every change as a draft of this person alone, and opens with it again', async () => {
  const first = await server(taken).show();
  await fill(first, '走访群众人数', '12');
  await fill(first, '意见建议', '多下来看看');
  expect(first.textContent).toContain('草稿已存在本机');
  const again = await server(taken).show();
  expect(controlOf(again, '意见建议').value).toBe('多下来看看');
  const other = await server(taken).show('u2');
  expect(controlOf(other, '意见建议').value).toBe('');
  expect(readKeptDraft('u2')).toBeNull();
});

it('asks for what is missing at its fields, and sends nothing', async () => {
  const { sent, show } = server(taken);
  const container = await show();
  await press(button(container, '添加一条需求'));
  await submit(container);
  expect(problemsOf(container)).toEqual(Array(4).fill('请填写此项。'));
  expect(controlOf(container, '走访群众人数').getAttribute('aria-invalid')).toBe('true');
  expect(controlOf(container, '需求内容').getAttribute('aria-invalid')).toBe('true');
  expect(sent).toEqual([]);
});

it('sends the visit, forgets the draft, and says its number', async () => {
  const { sent, show } = server(taken);
  const container = await show();
  await fillIn(container);
  await submit(container);
  await waitFor(() => expect(container.textContent).toContain('已提交，编号 访-2014-0001'));
  expect(sent).toHaveLength(1);
  expect(sent[0]!.entry).toMatchObject({
    postId: 'gtj-head',
    contactPointId: 'p1',
    peopleMet: 12,
    kinds: ['talk'],
    needs: [],
    photoIds: [],
  });
  expect(readKeptDraft('u1')).toBeNull();
  expect(controlOf(container, '走访群众人数').value).toBe('');
});

it('without a network keeps what was submitted, says so, and sends it later under the same request id', async () => {
  const { sent, show, client } = server('offline');
  const container = await show();
  await fillIn(container);
  await submit(container);
  await waitFor(() => expect(container.textContent).toContain('已存在本机，联网后自动发送'));
  expect(sent).toEqual([]);
  const [waiting] = readSubmitted('u1');
  expect(waiting).toMatchObject({ state: 'WAITING', values: { peopleMet: '12' } });
  client.stop();
  const later = server(taken);
  await act(() => sendSubmitted(later.client, 'u1'));
  expect(later.sent.map(({ requestId }) => requestId)).toEqual([waiting!.requestId]);
  expect(readSubmitted('u1')).toMatchObject([{ state: 'SENT', number: '访-2014-0001' }]);
});

it('sends again under the same request id when the answer was lost, and then no more', async () => {
  const { sent, show, client } = server('lost', taken);
  const container = await show();
  await fillIn(container);
  await submit(container);
  await waitFor(() => expect(readSubmitted('u1')).toMatchObject([{ state: 'SENT' }]));
  await act(() => sendSubmitted(client, 'u1'));
  expect(sent).toHaveLength(2);
  expect(new Set(sent.map(({ requestId }) => requestId)).size).toBe(1);
});

it('sends nothing in the name of somebody else who signed in meanwhile', async () => {
  const { sent, show, client, signInAs } = server('offline');
  const container = await show();
  await fillIn(container);
  await submit(container);
  await waitFor(() => expect(readSubmitted('u1')).toHaveLength(1));
  client.stop();
  const later = server(taken);
  later.signInAs('u2');
  signInAs('u2');
  await act(() => sendSubmitted(later.client, 'u1'));
  await act(() => sendSubmitted(later.client, 'u2'));
  expect([...sent, ...later.sent]).toEqual([]);
  expect(readSubmitted('u1')).toMatchObject([{ state: 'WAITING' }]);
});

it('brings back to its fields what the server refuses, with everything typed', async () => {
  const fields = [{ __typename: 'FieldProblem', field: 'visitedOn', code: 'FUTURE', message: '走访日期不能晚于今天（2014-09-30）。' }];
  const { show } = server({ answer: { __typename: 'InputError', fields } });
  const container = await show();
  await fillIn(container);
  await fill(container, '现场决定', '本周修好');
  await submit(container);
  await waitFor(() => expect(container.textContent).toContain('提交未通过'));
  expect(problemsOf(container)).toEqual(['走访日期不能晚于今天（2014-09-30）。']);
  expect(controlOf(container, '走访日期').getAttribute('aria-invalid')).toBe('true');
  expect(controlOf(container, '现场决定').value).toBe('本周修好');
  expect(readSubmitted('u1')).toEqual([]);
  expect(readKeptDraft('u1')?.values.decision).toBe('本周修好');
});

it('takes JPEG and PNG photos only, keeps them with the draft, and drops them', async () => {
  const container = await server(taken).show();
  const input = container.querySelector<HTMLInputElement>('input[type=file]')!;
  const add = (...files: File[]) =>
    act(async () => {
      Object.defineProperty(input, 'files', { value: files, configurable: true });
      input.dispatchEvent(new Event('change', { bubbles: true }));
    });
  await add(new File(['x'], '现场.jpg', { type: 'image/jpeg' }), new File(['x'], '表.pdf', { type: 'application/pdf' }));
  await waitFor(() => expect(readKeptDraft('u1')?.photos).toMatchObject([{ name: '现场.jpg', uploadId: null }]));
  expect(problemsOf(container).join()).toContain('表.pdf 不是 JPEG 或 PNG 图片');
  await press(button(container, '删去'));
  expect(readKeptDraft('u1')).toBeNull();
});
