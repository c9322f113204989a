import { ApolloClient, ApolloLink, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { act } from 'react';
import { expect, it, vi } from 'vitest';
import { press, render, waitFor } from '../../test/render.tsx';
import { testCache } from '../../test/test-cache.ts';
import { type Session, SessionContext } from '../../ui/session.ts';
import { WindowEntry } from './window-entry.tsx';

// Whole forms of many controls.
vi.setConfig({ testTimeout: 30_000 });

const session = {
  viewer: { id: 'u1', role: 'SERVICE_CENTRE', desks: ['COMPLAINT_INTAKE'], unit: { id: 'fwzx', name: '市行政服务中心' } },
  campaign: { title: '', titleEn: '', isDemo: true, today: '2014-09-30' },
  asOf: '2014-09-30',
  isPast: false,
  units: [],
} as unknown as Session;
const term = (dictionary: string, code: string, name: string) => ({ __typename: 'Term', dictionary, code, name, nameEn: name });
const terms = [
  term('complaint-channel', 'phone', '电话'),
  term('complaint-channel', 'window', '服务大厅'),
  term('complaint-class', '1', '审批不规范'),
];
const registered = {
  __typename: 'ComplaintRegistered',
  number: '诉-2014-0061',
  code: 'ABCDE-23456',
  secret: '40213377',
  acceptDueOn: '2014-10-14',
  answerAddress: null,
};
const registration = {
  __typename: 'ComplaintRegistration',
  number: '诉-2014-0060',
  receivedOn: '2014-09-30',
  channel: 'window',
  isOnTheSpot: false,
  state: 'DRAFT',
  acceptDueOn: '2014-10-10',
  answerDueOn: null,
};
/** What was registered today and this month. */
const own = {
  TODAY: [registration],
  THIS_MONTH: [
    registration,
    {
      ...registration,
      number: '诉-2014-0051',
      receivedOn: '2014-09-02',
      state: 'IN_PROGRESS',
      acceptDueOn: null,
      answerDueOn: '2014-10-08',
    },
  ],
};
const refused = (field: string, message: string) => ({
  __typename: 'InputError',
  message: '',
  fields: [{ __typename: 'FieldProblem', field, code: 'X', message }],
});

type Input = Record<string, unknown>;

/** The window's form over a server that gives these answers; `LOST`: the request never arrives. */
async function open(answers: unknown[], answerAddress: string | null = null) {
  const sent: Input[] = [];
  const link = new ApolloLink(
    ({ operationName, variables }) =>
      new Observable((observer) => {
        const give = (data: Record<string, unknown>) => {
          observer.next({ data });
          observer.complete();
        };
        if (operationName === 'Words') return give({ terms, posts: [] });
        if (operationName === 'ActUnits') return give({ units: [] });
        if (operationName === 'WorkingCalendar') return give({ thisYear: [], nextYear: [] });
        if (operationName === 'OwnRegistrations') {
          const registrations = own[variables.period as keyof typeof own];
          const counts = { __typename: 'ComplaintRegistrations', today: 1, thisMonth: 2, answerAddress };
          return give({ ownComplaintRegistrations: { ...counts, registrations } });
        }
        sent.push(variables.input as Input);
        const answer = answers.shift();
        if (answer === 'LOST') observer.error(new TypeError('Failed to fetch'));
        else give({ registerComplaint: answer });
      }),
  );
  const client = new ApolloClient({ link, cache: testCache() });
  const page = (
    <ApolloProvider client={client}>
      <SessionContext value={session}>
        <WindowEntry />
      </SessionContext>
    </ApolloProvider>
  );
  const root = createRootRoute();
  const routeTree = root.addChildren([
    createRoute({ getParentRoute: () => root, path: '/', component: () => page }),
    createRoute({ getParentRoute: () => root, path: '/other', component: () => '别处' }),
  ]);
  const router = createRouter({ routeTree, history: createMemoryHistory() });
  const container = await render(<RouterProvider router={router as never} />);
  await waitFor(() => (container.textContent?.includes('服务大厅') ? true : null));
  await waitFor(() => container.querySelector('.ant-picker input'));
  const submit = async () => {
    await act(async () => container.querySelector('form')?.requestSubmit());
    await act(async () => new Promise((resolve) => setTimeout(resolve, 20)));
  };
  return { container, client, router, sent, submit };
}

const fieldOf = (container: Element, label: string) => {
  const found = [...container.querySelectorAll('label')].find(({ textContent }) => textContent?.startsWith(label));
  return document.getElementById(found?.htmlFor ?? '') as HTMLInputElement | HTMLTextAreaElement;
};
async function type(field: HTMLInputElement | HTMLTextAreaElement, text: string) {
  const own = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  const set = Object.getOwnPropertyDescriptor(own.prototype, 'value')!.set!;
  await act(async () => {
    set.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
const saidAt = (field: Element) => document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent;
const button = (container: Element, text: string) =>
  [...container.querySelectorAll('button')].find((one) => one.textContent?.replace(/\s/g, '').includes(text));

it('goes by keyboard in the order in which a complaint is told, from the channel on', async () => {
  const { container } = await open([]);
  expect((document.activeElement as HTMLInputElement).value).toBe('window');
  const stops = [...container.querySelectorAll<HTMLInputElement>('input, textarea, button[role=switch]')].filter(
    ({ type: kind, checked, tabIndex }) => tabIndex >= 0 && (kind !== 'radio' || checked),
  );
  const names = stops.map((stop) => stop.labels?.[0]?.textContent?.replace('（选填）', '').trim() ?? '');
  const told = ['服务大厅', '投诉人数', '实名', '姓名', '联系电话', '证件号码', '联系地址', '被投诉单位', '投诉类别', '投诉内容', '诉求'];
  expect(names.slice(0, told.length)).toEqual(told);
  expect(stops.every((stop) => stop.tabIndex === 0)).toBe(true);
});

it('asks for what must be given before anything is sent, the first of it under the keyboard', async () => {
  const { container, sent, submit } = await open([]);
  await submit();
  expect(sent).toEqual([]);
  expect(saidAt(fieldOf(container, '姓名'))).toContain('请填写姓名。');
  expect(saidAt(fieldOf(container, '投诉内容'))).toContain('请填写投诉内容。');
  expect(document.activeElement).toBe(fieldOf(container, '姓名'));
  await press(container.querySelector('input[type=radio][value=false]'));
  expect(fieldOf(container, '姓名')).toBeNull();
  await press(container.querySelector('button[role=switch]'));
  await submit();
  expect(saidAt(fieldOf(container, '被投诉单位'))).toContain('请填写被投诉单位。');
  expect(saidAt(fieldOf(container, '答复内容'))).toContain('请填写答复内容。');
});

it('shows the slip once, keeps nothing of it, and goes on with an empty form', async () => {
  const { container, client, sent, submit } = await open([registered]);
  await type(fieldOf(container, '姓名'), ' 甲 ');
  await type(fieldOf(container, '投诉内容'), '窗口两次无人受理。');
  await submit();
  expect(sent[0]).toMatchObject({ channel: 'window', isNamed: true, name: '甲', facts: '窗口两次无人受理。', people: 1, onTheSpot: null });
  const slip = await waitFor(() => container.querySelector('section'));
  for (const told of ['诉-2014-0061', 'ABCDE-23456', '40213377', '2014-10-14', '/public/answer']) expect(slip.textContent).toContain(told);
  expect(slip.textContent).not.toContain('甲');
  expect(JSON.stringify(client.cache.extract())).not.toContain('40213377');
  expect(`${JSON.stringify(window.sessionStorage)}${JSON.stringify(window.localStorage)}`).not.toContain('窗口两次');
  await press(button(container, '继续登记'));
  expect(container.textContent).not.toContain('40213377');
  expect(fieldOf(container, '投诉内容').value).toBe('');
});

it('keeps what was typed when it is refused or lost, and repeats a lost request under its own id', async () => {
  const { container, sent, submit } = await open([
    refused('onTheSpot.facts', '请删去能认出投诉人的信息（姓名）。'),
    refused('phone', '电话号码不正确。'),
    'LOST',
    { ...registered, secret: '' },
  ]);
  await type(fieldOf(container, '姓名'), '甲');
  await type(fieldOf(container, '投诉内容'), '推诿扯皮。');
  await submit();
  expect(container.querySelector('[role=alert]')?.textContent).toBe('请删去能认出投诉人的信息（姓名）。');
  await submit();
  expect(saidAt(fieldOf(container, '联系电话'))).toContain('电话号码不正确。');
  await submit();
  expect(container.textContent).toContain('没有送达服务器');
  expect(fieldOf(container, '投诉内容').value).toBe('推诿扯皮。');
  await submit();
  expect(new Set(sent.map(({ requestId }) => requestId)).size).toBe(1);
  expect(container.textContent).toContain('密码只在首次显示，不能再次查看');
});

it('asks before a begun entry is left, and lets an empty one go', async () => {
  const { container, router } = await open([]);
  await type(fieldOf(container, '投诉内容'), '推诿扯皮。');
  act(() => void router.navigate({ to: '/other' } as never));
  const stay = await waitFor(() => button(document.body, '继续填写'));
  expect(container.textContent).not.toContain('别处');
  await press(stay);
  expect(fieldOf(container, '投诉内容').value).toBe('推诿扯皮。');
  await type(fieldOf(container, '投诉内容'), '');
  act(() => void router.navigate({ to: '/other' } as never));
  await waitFor(() => (container.textContent?.includes('别处') ? true : null));
});

it('prints the address that the server is reached by, on the slip', async () => {
  const address = 'https://duban.example.gov.cn/public/answer';
  const { container, submit } = await open([{ ...registered, answerAddress: address }]);
  await type(fieldOf(container, '姓名'), '甲');
  await type(fieldOf(container, '投诉内容'), '推诿扯皮。');
  await submit();
  expect((await waitFor(() => container.querySelector('section'))).textContent).toContain(address);
});

it('lists what was registered today and this month, how far it has come and by when', async () => {
  const { container } = await open([]);
  const lines = () =>
    [...container.querySelectorAll('tbody tr')].map((line) =>
      [...line.querySelectorAll('th, td')].map((cell) => cell.textContent?.replace(/\s/g, '')),
    );
  await waitFor(() => (lines().length > 0 ? true : null));
  expect(lines()).toEqual([['诉-2014-00602014-09-30·服务大厅', '待受理', '2014-10-10前决定是否受理', '回执']]);
  await press([...container.querySelectorAll('button[aria-pressed]')].find(({ textContent }) => textContent === '本月2'));
  await waitFor(() => (lines().length === 2 ? true : null));
  expect(lines()[1]).toEqual(['诉-2014-00512014-09-02·服务大厅', '办理中', '2014-10-08前答复', '回执']);
});

it('prints a receipt without code or secret, and keeps what is being typed', async () => {
  const address = 'https://duban.example.gov.cn/public/answer';
  const { container, sent } = await open([], address);
  await type(fieldOf(container, '投诉内容'), '推诿扯皮。');
  await press(await waitFor(() => container.querySelector('button[aria-label="打印 诉-2014-0060 的登记回执"]')));
  const receipt = await waitFor(() => container.querySelector('section[aria-labelledby=receipt]'));
  for (const told of ['诉-2014-0060', '服务大厅', '待受理', '2014-10-10 前决定是否受理', address, '市行政服务中心'])
    expect(receipt.textContent).toContain(told);
  expect([...receipt.querySelectorAll('dt')].map(({ textContent }) => textContent)).not.toContain('查询码');
  expect(button(container, '打印回执')).toBe(document.activeElement);
  expect(container.querySelector('form')?.closest('.no-print')).not.toBeNull();
  await press(button(container, '返回列表'));
  expect(fieldOf(container, '投诉内容').value).toBe('推诿扯皮。');
  expect(container.querySelector('form')?.closest('.no-print')).toBeNull();
  expect(sent).toEqual([]);
});
