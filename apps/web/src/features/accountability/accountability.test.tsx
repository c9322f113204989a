import { ApolloClient, ApolloLink, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { createMemoryHistory, createRootRoute, createRouter, RouterContextProvider } from '@tanstack/react-router';
import { act, type ReactNode } from 'react';
import { expect, it, vi } from 'vitest';
import { press, render, waitFor } from '../../test/render.tsx';
import { testCache } from '../../test/test-cache.ts';
import { parseSearch, stringifySearch } from '../../ui/search-params.ts';
import { type Session, SessionContext } from '../../ui/session.ts';
import type { AccountabilityFigures, RecordDetail } from './accountability-query.ts';
import { KeyFigures } from './key-figures.tsx';
import { MonthRow } from './month-row.tsx';
import { PersonName } from './person-name.tsx';
import { RecordForm } from './record-form.tsx';
import { RegisterStory } from './record-story.tsx';
import { exportHref, filterOf } from './register-search.ts';
import { UnitFormMatrix } from './unit-form-matrix.tsx';

const router = createRouter({ routeTree: createRootRoute(), history: createMemoryHistory(), parseSearch, stringifySearch });
const session = {
  viewer: { accountability: 'KEEP', role: 'INSPECTION' },
  campaign: { title: '', titleEn: '', isDemo: true, today: '2014-09-30' },
  units: [{ id: 'gtj', name: '驻马店市国土资源局', shortName: '市国土局', kind: 'DEPARTMENT' }],
} as unknown as Session;

/** A server that answers each mutation by `answer`; and the variables of each that it got. */
function server(answer: (variables: Record<string, unknown>) => unknown) {
  const sent: Record<string, unknown>[] = [];
  const link = new ApolloLink(({ operationName, variables }) => {
    const reply = (): Record<string, unknown> => {
      if (operationName === 'WorkingCalendar') return { thisYear: [], nextYear: [] };
      if (operationName === 'Words') return { terms: [], posts: [] };
      sent.push(variables);
      return { answer: answer(variables) };
    };
    return new Observable((observer) => {
      observer.next({ data: reply() });
      observer.complete();
    });
  });
  const client = new ApolloClient({ link, cache: testCache() });
  const show = (ui: ReactNode) =>
    render(
      <RouterContextProvider router={router as never}>
        <SessionContext value={session}>
          <ApolloProvider client={client}>{ui}</ApolloProvider>
        </SessionContext>
      </RouterContextProvider>,
    );
  return { sent, show };
}

const plain = server(() => null).show;
const hrefs = (container: Element) => [...container.querySelectorAll('a')].map((link) => link.getAttribute('href'));
const button = (container: Element, text: string) =>
  [...container.querySelectorAll('button')].find((one) => one.textContent?.replace(/\s/g, '').includes(text));
const submit = (container: Element) => act(async () => container.querySelector('form')?.requestSubmit());
const problemsOf = (container: Element) =>
  [...container.querySelectorAll('[aria-invalid=true]')].map((control) => {
    const label = container.querySelector(`label[for="${control.id}"]`)?.textContent;
    const told = document.getElementById(control.getAttribute('aria-describedby') ?? '')?.querySelector('[role=alert]')?.textContent;
    return [label, told];
  });
function fill(container: Element, label: string, text: string) {
  const id = [...container.querySelectorAll('label')].find((one) => one.textContent?.startsWith(label))?.htmlFor;
  const control = document.getElementById(id ?? '') as HTMLInputElement | HTMLTextAreaElement;
  const type = control instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  return act(async () => {
    Object.getOwnPropertyDescriptor(type.prototype, 'value')?.set?.call(control, text);
    control.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

const record: RecordDetail = {
  __typename: 'Accountability',
  id: 'r1',
  number: '责-2014-0001',
  version: 3,
  unitName: '驻马店市国土资源局',
  unit: { __typename: 'Unit', id: 'gtj' },
  post: '副局长',
  postLevel: 'section-chief',
  postLevelName: '正科级',
  postLevelNameEn: 'Section level',
  isAdministrativeHead: false,
  fact: '超期未办结',
  rule: '限时办结制度',
  form: 'admonition',
  formName: '诫勉谈话',
  formNameEn: 'Admonitory talk',
  decidedBy: '市监察局',
  decidedOn: '2014-09-10',
  effect: null,
  effectUntil: null,
  itemNumber: '诉-2014-0001',
  itemTitle: '反映超期',
  enforcementRecord: null,
  source: null,
  isRevoked: false,
  revokedOn: null,
  revokedReason: null,
  isDemo: false,
  maskedName: '张**',
  viewerCanChange: true,
  events: [],
};

const figures: AccountabilityFigures = {
  accountabilityHeads: { __typename: 'AccountabilityHeads', heads: 1, total: 3, percent: 33.3 },
  accountabilityFollowUp: { __typename: 'AccountabilityFollowUp', complaints: 4, followed: 1, percent: 25, records: 2 },
  accountabilityMatrix: [
    { __typename: 'AccountabilityCell', unitId: 'gtj', unitName: '市国土局', form: 'education', count: 2, administrativeHeads: 0 },
    { __typename: 'AccountabilityCell', unitId: '411702', unitName: '驿城区', form: 'removal', count: 1, administrativeHeads: 1 },
  ],
  accountabilityForms: [
    { __typename: 'AccountabilityFormCount', code: 'education', name: '批评教育', nameEn: '', count: 2, administrativeHeads: 0 },
    { __typename: 'AccountabilityFormCount', code: 'circular', name: '通报批评', nameEn: '', count: 0, administrativeHeads: 0 },
    { __typename: 'AccountabilityFormCount', code: 'removal', name: '免职', nameEn: '', count: 1, administrativeHeads: 1 },
  ],
  accountabilityMonths: [
    { __typename: 'AccountabilityMonth', month: '2014-08', from: '2014-08-01', to: '2014-08-31', count: 0, administrativeHeads: 0 },
    { __typename: 'AccountabilityMonth', month: '2014-09', from: '2014-09-01', to: '2014-09-30', count: 3, administrativeHeads: 1 },
  ],
};

it('leads from each number of unit × form to exactly its records, from an empty one nowhere', async () => {
  const container = await plain(<UnitFormMatrix {...figures} />);
  expect([...container.querySelectorAll('thead th')].map((head) => head.textContent)).toEqual(['单位', '批评教育', '免职', '合计']);
  expect(hrefs(container)).toEqual([
    '/accountability?units=gtj&forms=education&status=IN_FORCE#register',
    '/accountability?units=gtj&status=IN_FORCE#register',
    '/accountability?units=411702&forms=removal&status=IN_FORCE#register',
    '/accountability?units=411702&status=IN_FORCE#register',
    '/accountability?forms=education&status=IN_FORCE#register',
    '/accountability?forms=removal&status=IN_FORCE#register',
    '/accountability?status=IN_FORCE#register',
  ]);
  expect(container.querySelectorAll('tbody tr')[1]?.textContent).toBe('驿城区01首长 11首长 1');
  // One stop for Tab; the arrows pass over empty cells.
  const links = [...container.querySelectorAll<HTMLAnchorElement>('tbody a')];
  expect(links.map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1, -1, -1, -1, -1]);
  await act(async () => links[0]?.focus());
  await press(links[0], 'ArrowRight');
  expect(document.activeElement).toBe(links[1]);
  await press(links[1], 'ArrowDown');
  await press(links[3], 'ArrowLeft');
  expect(document.activeElement).toBe(links[2]);
});

it('leads from the headline figures and the months to their records', async () => {
  const container = await plain(<KeyFigures figures={figures} scope={undefined} />);
  expect(hrefs(container)).toEqual([
    '/accountability?status=IN_FORCE#register',
    '/accountability?head=yes&status=IN_FORCE#register',
    '/accountability?followsComplaint=true&status=IN_FORCE#register',
    '/accountability?followsComplaint=true&status=IN_FORCE#register',
    '/items?kinds=COMPLAINT&findings=TRUE,PARTLY_TRUE',
  ]);
  expect(container.textContent).toContain('追究 2 人次');
  expect(hrefs(await plain(<KeyFigures figures={figures} scope="gtj" />))).toHaveLength(2);
  expect(hrefs(await plain(<MonthRow months={figures.accountabilityMonths} />))).toEqual([
    '/accountability?from=2014-09-01&to=2014-09-30&status=IN_FORCE#register',
    '/accountability?from=2014-09-01&to=2014-09-30&status=IN_FORCE&head=yes#register',
  ]);
});

it('reads the same filter from an address for the rows and for the file', () => {
  const search = {
    units: ['gtj', '411702'],
    head: 'no' as const,
    from: '2014-09-01',
    item: '诉-2014-0001',
    followsComplaint: true as const,
  };
  expect(filterOf(search, '411700')).toEqual({
    units: ['gtj', '411702'],
    within: '411700',
    forms: null,
    administrativeHead: false,
    from: '2014-09-01',
    to: null,
    itemNumber: '诉-2014-0001',
    status: null,
    followsComplaint: true,
  });
  expect(exportHref(search, { asOf: '2014-08-31' })).toBe(
    `/files/accountability/data.xlsx?asOf=2014-08-31&units=gtj,411702&head=no&from=2014-09-01&item=${encodeURIComponent('诉-2014-0001')}&followsComplaint=true`,
  );
});

it('takes over the item, and says at each field what is missing before anything is sent', async () => {
  const { sent, show } = server(() => null);
  const container = await show(<RecordForm itemNumber="诉-2014-0007" onDone={vi.fn()} onClose={vi.fn()} />);
  expect(container.querySelector('input')?.value).toBe('诉-2014-0007');
  await submit(container);
  const labels = problemsOf(container).map(([label]) => label);
  expect(labels).toEqual(['单位', '职务', '职务层次', '主要事实', '违反规定', '追究方式', '决定机关', '决定日期']);
  await fill(container, '关联事项编号', '');
  await submit(container);
  expect(problemsOf(container)[0]).toEqual(['来源依据 选填', '关联事项、执法记录、来源依据至少填一项。']);
  expect(sent).toEqual([]);
});

it('keeps what was typed when the server refuses it, and sends the same request again after nothing was changed', async () => {
  const fields = [{ __typename: 'FieldProblem', field: 'fact', code: 'NAMES_PERSON', message: '主要事实中写有当事人姓名，请改用职务。' }];
  const { sent, show } = server(() => ({ __typename: 'InputError', fields }));
  const onDone = vi.fn();
  const container = await show(<RecordForm record={record} onDone={onDone} onClose={vi.fn()} />);
  await fill(container, '理由', '以决定书为准');
  await submit(container);
  await waitFor(() => (problemsOf(container).length > 0 ? true : null));
  expect(problemsOf(container)).toEqual([['主要事实', '主要事实中写有当事人姓名，请改用职务。']]);
  await submit(container);
  expect(sent[0]).toMatchObject({ id: 'r1', version: 3, reason: '以决定书为准', entry: { name: null, removeName: false, unitId: 'gtj' } });
  expect(sent.map(({ requestId }) => requestId)).toEqual([sent[0]?.requestId, sent[0]?.requestId]);
  await fill(container, '主要事实', '超过时限未办结');
  await submit(container);
  expect(sent[2]?.requestId).not.toBe(sent[0]?.requestId);
  expect(onDone).not.toHaveBeenCalled();
});

it('stops where somebody was faster, and goes on from the latest version on request', async () => {
  let tries = 0;
  const { sent, show } = server(() => {
    tries += 1;
    return tries === 1 ? { __typename: 'ConflictError', version: 4 } : { __typename: 'Accountability', id: 'r1', number: '责-2014-0001' };
  });
  const onDone = vi.fn();
  const container = await show(<RecordForm record={record} refresh={async () => undefined} onDone={onDone} onClose={vi.fn()} />);
  await fill(container, '理由', '以决定书为准');
  await submit(container);
  await press(await waitFor(() => button(container, '按最新版本保存')));
  await submit(container);
  await waitFor(() => (onDone.mock.calls.length > 0 ? true : null));
  expect(onDone).toHaveBeenCalledWith('责-2014-0001');
  expect(sent.map(({ version }) => version)).toEqual([3, 4]);
});

it('shows a masked name, and the name only for a reason', async () => {
  const { sent, show } = server(() => ({ __typename: 'AccountablePerson', name: '张三丰' }));
  const container = await show(<PersonName record={record} />);
  expect(container.textContent).toContain('张**');
  await press(button(container, '查看姓名'));
  await submit(container);
  expect(problemsOf(container)).toEqual([['理由', '请填写此项。']]);
  expect(sent).toEqual([]);
  await fill(container, '理由', '核对档案');
  await submit(container);
  await waitFor(() => (container.textContent?.includes('张三丰') ? true : null));
  expect(sent).toEqual([{ id: 'r1', reason: '核对档案' }]);
  await press(button(container, '收起姓名'));
  expect(container.textContent).not.toContain('张三丰');
});

it('tells the story, of a name only that it changed', async () => {
  const changes = [
    { __typename: 'AccountabilityChange' as const, field: 'form', before: '诫勉谈话', after: '通报批评' },
    { __typename: 'AccountabilityChange' as const, field: 'effect', before: null, after: '已执行' },
    { __typename: 'AccountabilityChange' as const, field: 'name', before: null, after: null },
  ];
  const event = { __typename: 'AccountabilityEvent' as const, actorTitle: '市监察局受理员', at: '2014-09-30T02:00:00.000Z' };
  const container = await plain(
    <RegisterStory
      events={[
        { ...event, sequence: 2, action: 'CORRECT', reason: '以决定书为准', changes },
        { ...event, sequence: 1, action: 'CREATE', reason: null, changes: [] },
      ]}
    />,
  );
  expect([...container.querySelectorAll('ul li')].map((line) => line.textContent)).toEqual([
    '追究方式：诫勉谈话 → 通报批评',
    '执行情况：空 → 已执行',
    '姓名已改动',
  ]);
  expect(container.textContent).toContain('更正 理由：以决定书为准');
});
