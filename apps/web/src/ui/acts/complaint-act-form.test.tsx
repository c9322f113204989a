import { ApolloClient, ApolloLink, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import type { ItemAction } from '@duban/rules/vocabulary';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { act } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { press, render, waitFor } from '../../test/render.tsx';
import { testCache } from '../../test/test-cache.ts';
import { type Session, SessionContext } from '../session.ts';
import type { ActItem } from './act-item.ts';
import { ComplaintActForm } from './complaint-act-form.tsx';
import { specOf } from './open-acts.ts';

// Whole forms of many controls.
vi.setConfig({ testTimeout: 30_000 });

const session = {
  viewer: { id: 'u1', role: 'INSPECTION', desks: ['COMPLAINT_INTAKE'], unit: { id: 'jcj', name: '市监察局' } },
  campaign: { title: '', titleEn: '', isDemo: true, today: '2014-09-30' },
  asOf: '2014-09-30',
  isPast: false,
  units: [],
} as unknown as Session;

const actions: ItemAction[] = ['TAKE_ON', 'REFUSE', 'RECORD_FINDING', 'ANSWER', 'STEP_ASIDE'];
const item: ActItem = {
  id: 'i1',
  number: '诉-2014-0010',
  title: '关于市国土局工作效能问题的投诉',
  kind: 'COMPLAINT',
  version: 1,
  viewerActs: actions,
  leadUnit: { id: 'jcj', name: '市监察局' },
  dutyPerson: null,
  standing: { state: 'DRAFT', light: null, computedLight: null, dueOn: '2014-10-10' },
  parts: [],
};

const statement = {
  __typename: 'ComplaintStatement',
  wish: '尽快办证',
  concerns: null,
  place: '办事大厅三号窗口',
  occurredOn: null,
  draftFacts: '○○去窗口办证，来回跑了五趟。',
  supplements: [{ __typename: 'ComplaintSupplement', at: '2014-09-29T02:00:00.000Z', text: '昨天又去了一次。' }],
};
const complaint = {
  __typename: 'Complaint',
  id: 'c1',
  complainedUnit: { __typename: 'Unit', id: 'gtj', name: '市国土局' },
  mode: null,
  facts: '',
  finding: null,
  measures: null,
  sanction: null,
  answer: null,
  statement,
};
const merged = {
  __typename: 'ItemLink',
  why: 'MERGED',
  isOrigin: true,
  item: {
    __typename: 'ComplaintItem',
    id: 'i2',
    complaints: [
      { __typename: 'Complaint', id: 'c2' },
      { __typename: 'Complaint', id: 'c3' },
    ],
  },
};
const known = {
  __typename: 'ComplaintItem',
  id: 'i1',
  category: { __typename: 'Term', code: '2' },
  links: [merged, { ...merged, isOrigin: false }],
  complaints: [complaint],
};
const terms = ['审批不规范', '违反服务承诺'].map((name, at) => ({
  __typename: 'Term',
  dictionary: 'complaint-class',
  code: `${at + 1}`,
  name,
  nameEn: name,
}));
const units = [
  { __typename: 'Unit', id: 'jcj', name: '市监察局', shortName: '市监察局', kind: 'DEPARTMENT', pinyin: 'sjcj' },
  { __typename: 'Unit', id: 'gtj', name: '市国土局', shortName: '市国土局', kind: 'DEPARTMENT', pinyin: 'sgtj' },
];

async function openForm(action: ItemAction, answers: unknown[] = []) {
  const sent: Record<string, unknown>[] = [];
  const link = new ApolloLink(({ operationName, variables }) => {
    const reply = (): Record<string, unknown> => {
      if (operationName === 'ActComplaint') return { item: known };
      if (operationName === 'Words') return { terms, posts: [] };
      if (operationName === 'ActUnits') return { units };
      if (operationName === 'WorkingCalendar') return { thisYear: [], nextYear: [] };
      sent.push(variables.input as Record<string, unknown>);
      return { answer: answers.shift() };
    };
    return new Observable((observer) => {
      observer.next({ data: reply() });
      observer.complete();
    });
  });
  const client = new ApolloClient({ link, cache: testCache() });
  const onDone = vi.fn();
  const form = (
    <ApolloProvider client={client}>
      <SessionContext value={session}>
        <ComplaintActForm
          item={item}
          act={{ spec: specOf(action, 'ITEM', 'DRAFT')!, part: null }}
          refresh={async () => undefined}
          onDone={onDone}
          onClose={() => undefined}
        />
      </SessionContext>
    </ApolloProvider>
  );
  const router = createRouter({ routeTree: createRootRoute({ component: () => form }), history: createMemoryHistory() });
  const container = await render(<RouterProvider router={router as never} />);
  // The form takes the keyboard once it stands.
  await waitFor(() => (container.querySelector('form')?.contains(document.activeElement) ? true : null));
  const submit = async () => {
    await press(container.querySelector('button[type=submit]'));
    await act(async () => new Promise((resolve) => setTimeout(resolve, 20)));
  };
  const choose = (word: string) =>
    press([...container.querySelectorAll('label')].find((label) => label.textContent?.startsWith(word))?.querySelector('input'));
  return { container, sent, submit, choose, onDone };
}

const problem = (field: string, code: string, message: string) => ({
  __typename: 'InputError',
  message: '',
  fields: [{ __typename: 'FieldProblem', field, code, message }],
});
const boxOf = (container: Element, name: string) => container.querySelector<HTMLTextAreaElement>(`[id$="${name}"]`)!;
const saidAt = (box: Element) =>
  (box.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join('');

beforeEach(() => window.sessionStorage.clear());

describe('taking a complaint on', () => {
  it('starts with what was registered, shows what was said beside it, and warns that the unit will read the facts', async () => {
    const { container } = await openForm('TAKE_ON');
    expect(boxOf(container, 'facts').value).toBe('○○去窗口办证，来回跑了五趟。');
    expect(saidAt(boxOf(container, 'facts'))).toContain('承办单位会看到这里的全部内容');
    expect(container.querySelector('dl')?.textContent).toContain('昨天又去了一次。');
    expect(container.querySelector('dl')?.textContent).toContain('办事大厅三号窗口');
    expect(container.textContent).toContain('违反服务承诺');
    expect(container.textContent).toContain('不填则按该类投诉的规定时限自动计算。');
  });

  it('gives 自办 to the office, and takes it away again when another handles it', async () => {
    const { container, sent, submit, choose } = await openForm('TAKE_ON', [problem('facts', 'REQUIRED', '')]);
    await choose('自办');
    await waitFor(() => (container.textContent?.includes('市监察局') ? true : null));
    await choose('转办');
    await submit();
    expect(sent).toEqual([]);
    expect(saidAt(boxOf(container, 'leadUnitId'))).toContain('请填写承办单位。');
    await choose('自办');
    await submit();
    expect(sent[0]).toMatchObject({ category: '2', mode: 'OWN', leadUnitId: 'jcj', complainedUnitId: 'gtj', dueOn: null, title: null });
  });

  it('puts a trace of the complainant that the server found at the facts, and keeps what was typed', async () => {
    const message = '承办单位会看到这里的内容，请删去能认出投诉人的信息（电话）。';
    const { container, submit, choose, onDone } = await openForm('TAKE_ON', [problem('facts', 'NAMES_COMPLAINANT', message)]);
    await choose('自办');
    await submit();
    expect(saidAt(boxOf(container, 'facts'))).toContain(message);
    expect(document.activeElement).toBe(boxOf(container, 'facts'));
    expect(boxOf(container, 'facts').value).toContain('来回跑了五趟');
    expect(onDone).not.toHaveBeenCalled();
  });

  it('keeps what is typed in memory alone', async () => {
    const first = await openForm('TAKE_ON');
    await first.choose('交办');
    expect(window.sessionStorage.length).toBe(0);
    const again = await openForm('TAKE_ON');
    expect(again.container.querySelector<HTMLInputElement>('input[value=ASSIGN]')?.checked).toBe(true);
  });
});

describe('the other acts on a complaint', () => {
  it('says how many complaints get the answer', async () => {
    const { container } = await openForm('ANSWER');
    expect(saidAt(boxOf(container, 'answer'))).toContain('共 3 件投诉将收到这一答复');
  });

  it('asks for the finding first', async () => {
    const { container, sent, submit, choose } = await openForm('RECORD_FINDING', [
      problem('sanction', 'NAMES_COMPLAINANT', '请删去姓名。'),
    ]);
    await submit();
    expect(sent).toEqual([]);
    expect(container.textContent).toContain('请填写调查结论。');
    await choose('部分属实');
    await submit();
    expect(sent[0]).toMatchObject({ itemId: 'i1', finding: 'PARTLY_TRUE', measures: null, sanction: null });
    expect(saidAt(boxOf(container, 'sanction'))).toContain('请删去姓名。');
  });

  it('says before one steps aside that the matter will be out of sight, and needs a reason', async () => {
    const { container, sent, submit } = await openForm('STEP_ASIDE');
    expect(container.textContent).toContain('回避后您将看不到这件事项');
    await submit();
    expect(sent).toEqual([]);
    expect(saidAt(boxOf(container, 'reason'))).toContain('请填写回避理由。');
  });
});
