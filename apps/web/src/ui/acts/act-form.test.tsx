import { ApolloClient, ApolloLink, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { act } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { press, render, waitFor } from '../../test/render.tsx';
import { testCache } from '../../test/test-cache.ts';
import { type Session, SessionContext } from '../session.ts';
import { ActForm } from './act-form.tsx';
import type { ActItem } from './act-item.ts';
import { specOf } from './open-acts.ts';

const session: Session = {
  viewer: {
    id: 'u1',
    account: 'clerk',
    displayName: '市国土局督办联络员',
    postTitle: '市国土局督办联络员',
    role: 'UNIT_CLERK',
    duties: [],
    desks: [],
    accountability: 'NONE',
    entersVisits: false,
    keepsContactPoints: false,
    unit: { id: 'gtj', name: '市国土局' },
  },
  campaign: { title: '主题活动', titleEn: 'Campaign', isDemo: true, today: '2014-09-30' },
  asOf: '2014-09-30',
  isPast: false,
  units: [],
};
const item: ActItem = {
  id: 'i1',
  number: '难-2014-0017',
  title: '城中村改造',
  kind: 'HARD_PROBLEM',
  version: 3,
  viewerActs: [],
  leadUnit: { id: 'gtj', name: '市国土局' },
  dutyPerson: null,
  standing: { state: 'IN_PROGRESS', light: 'GREEN', computedLight: null, dueOn: '2014-10-20' },
  parts: [
    {
      id: 'p1',
      unit: { id: 'gtj', name: '市国土局' },
      duty: 'LEAD',
      state: 'ASSIGNED',
      dueOn: '2014-10-20',
      signDueOn: null,
      extensionAskedTo: null,
      extensionReason: null,
      returnReason: null,
      viewerActs: ['RETURN_AS_NOT_OURS'],
      reports: [],
    },
  ],
};

type Input = { version: number; requestId: string; reason: string };
type Answer = Record<string, unknown> | 'LOST';

/** Opens 退回（非本单位职责） over a server that gives these answers, one after the other. */
async function openForm(answers: Answer[]) {
  const sent: Input[] = [];
  const link = new ApolloLink(
    ({ variables }) =>
      new Observable((observer) => {
        sent.push(variables.input as Input);
        const answer = answers.shift() ?? 'LOST';
        if (answer === 'LOST') observer.error(new TypeError('Failed to fetch'));
        else {
          observer.next({ data: { answer } });
          observer.complete();
        }
      }),
  );
  const client = new ApolloClient({ link, cache: testCache() });
  const onDone = vi.fn();
  const onClose = vi.fn();
  const refresh = vi.fn(async () => undefined);
  const form = (
    <ApolloProvider client={client}>
      <SessionContext.Provider value={session}>
        <ActForm
          item={item}
          act={{ spec: specOf('RETURN_AS_NOT_OURS', 'PART', 'ASSIGNED')!, part: item.parts[0]! }}
          refresh={refresh}
          onDone={onDone}
          onClose={onClose}
        />
      </SessionContext.Provider>
    </ApolloProvider>
  );
  const router = createRouter({ routeTree: createRootRoute({ component: () => form }), history: createMemoryHistory() });
  const container = await render(<RouterProvider router={router as never} />);
  const box = await waitFor(() => container.querySelector('textarea'));
  const submit = async () => {
    await press(container.querySelector('button[type=submit]'));
    await act(async () => new Promise((resolve) => setTimeout(resolve, 20)));
  };
  return { container, box, sent, onDone, refresh, submit };
}

async function type(box: HTMLTextAreaElement, text: string) {
  const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')!.set!;
  await act(async () => {
    set.call(box, text);
    box.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

const done = {
  __typename: 'ItemActed',
  item: {
    __typename: 'HardProblemItem',
    id: 'i1',
    version: 4,
    standing: { __typename: 'ItemStanding', state: 'RETURNED', dueOn: '2014-10-20' },
    parts: [],
  },
};
const refused = { __typename: 'ActRefusedError', code: 'RETURNS_USED_UP', message: '退回次数已用完（2/2 次），不能再退回。' };
const conflict = {
  __typename: 'ConflictError',
  message: '刚被修改',
  version: 5,
  changes: [{ __typename: 'ConflictingChange', at: '2014-09-30T02:05:00.000Z', actorTitle: '督查室督查员', action: 'URGE' }],
};
const text = '不属于本单位职责，建议由市住建局承办。';

beforeEach(() => window.sessionStorage.clear());

describe('the form of an act', () => {
  it('asks for the reason before anything is sent', async () => {
    const { container, sent, submit } = await openForm([]);
    await submit();
    expect(sent).toEqual([]);
    expect(container.querySelector('[role=alert]')?.textContent).toBe('请填写退回理由。');
    expect(container.querySelector('textarea')?.getAttribute('aria-invalid')).toBe('true');
  });

  it('keeps what was typed when it is refused, and says why', async () => {
    const { container, box, submit, onDone } = await openForm([refused]);
    await type(box, text);
    await submit();
    expect(container.textContent).toContain('退回次数已用完（2/2 次），不能再退回。');
    expect(box.value).toBe(text);
    expect(onDone).not.toHaveBeenCalled();
  });

  it('tells what others did, and goes on from the latest version with the same text', async () => {
    const { container, box, submit, sent, refresh, onDone } = await openForm([conflict, done]);
    await type(box, text);
    await submit();
    expect(container.textContent).toContain('2014-09-30 10:05 督查室督查员 催办');
    expect(box.value).toBe(text);
    await press([...container.querySelectorAll('button')].find((button) => button.textContent === '按最新状态继续'));
    expect(refresh).toHaveBeenCalledOnce();
    await submit();
    expect(sent.map(({ version, reason }) => [version, reason])).toEqual([
      [3, text],
      [5, text],
    ]);
    expect(sent[0]?.requestId).not.toBe(sent[1]?.requestId);
    expect(onDone).toHaveBeenCalledOnce();
  });

  it('repeats a lost request under its own id, and a changed one under another', async () => {
    const { container, box, submit, sent } = await openForm(['LOST', 'LOST', done]);
    await type(box, text);
    await submit();
    expect(container.textContent).toContain('没有送达服务器');
    await submit();
    expect(sent[1]?.requestId).toBe(sent[0]?.requestId);
    await type(box, `${text}请批示。`);
    await submit();
    expect(sent[2]?.requestId).not.toBe(sent[0]?.requestId);
  });

  it('brings back what was not sent when it is opened again, and forgets what was done', async () => {
    const first = await openForm(['LOST', done]);
    await type(first.box, text);
    await first.submit();
    const again = await openForm([done]);
    expect(again.box.value).toBe(text);
    expect(again.container.textContent).toContain('已恢复上次未提交的内容');
    await again.submit();
    expect(again.sent[0]?.requestId).toBe(first.sent[0]?.requestId);
    expect((await openForm([])).box.value).toBe('');
  });

  it('puts the server’s problem at its field', async () => {
    const problem = {
      __typename: 'InputError',
      message: '',
      fields: [{ __typename: 'FieldProblem', field: 'reason', code: 'TOO_LONG', message: '理由最多 500 字，现为 512 字。' }],
    };
    const { container, box, submit } = await openForm([problem]);
    await type(box, text);
    await submit();
    const help = document.getElementById(box.getAttribute('aria-describedby') ?? '');
    expect(help?.textContent).toContain('理由最多 500 字，现为 512 字。');
    expect(container.querySelector('textarea')?.value).toBe(text);
  });
});
