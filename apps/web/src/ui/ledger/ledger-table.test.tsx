import { beforeEach, expect, test, vi } from 'vitest';
import { press, render } from '../../test/render.tsx';
import { LedgerTable, type LedgerTableProps } from './ledger-table.tsx';
import type { LedgerPatch } from './ledger-types.ts';

type Row = { id: string; number: string; title: string; due: string };
const rows: Row[] = [
  { id: 'a', number: '难-2014-001', title: '汝南县污水处理厂提标改造配套管网建设资金筹措及征地拆迁协调推进事项', due: '2014-09-12' },
  { id: 'b', number: '难-2014-002', title: '断头路打通', due: '2014-10-12' },
];
const patches: LedgerPatch[] = [];
const props: LedgerTableProps<Row> = {
  id: 'test',
  caption: '难题台账',
  rows,
  columns: [
    { id: 'number', title: '编号', always: true, look: 'code', sortBy: 'number', render: (row) => row.number },
    { id: 'title', title: '事项名称', main: true, render: (row) => row.title },
    { id: 'due', title: '办结期限', sortBy: 'dueOn', render: (row) => row.due },
    { id: 'note', title: '备注', hiddenAtFirst: true, render: () => '' },
  ],
  rowKey: (row) => row.id,
  href: (row) => `/items/${row.id}`,
  total: 123456,
  pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: 's', endCursor: 'e' },
  size: 20,
  onChange: (patch) => patches.push(patch),
  empty: <p>没有符合条件的事项</p>,
};
const headings = (container: Element) => [...container.querySelectorAll('thead th')].map((cell) => cell.textContent);

beforeEach(() => {
  patches.length = 0;
  window.localStorage.clear();
});

test('shows the count, the rows as links, and columns not hidden at first', async () => {
  const container = await render(<LedgerTable {...props} />);
  expect(container.textContent).toContain('共 123,456 条');
  expect([...container.querySelectorAll('a[data-row-link]')].map((link) => link.getAttribute('href'))).toEqual(['/items/a', '/items/b']);
  expect(headings(container)).toEqual(['编号', '事项名称', '办结期限']);
});

test('asks the server to sort, downwards on the second press', async () => {
  const container = await render(<LedgerTable {...props} sort="dueOn" />);
  const heading = [...container.querySelectorAll('thead th')].find((cell) => cell.textContent === '办结期限');
  expect(heading?.getAttribute('aria-sort')).toBe('ascending');
  await press(heading);
  expect(patches).toEqual([{ sort: '-dueOn', after: undefined, before: undefined }]);
});

test('pages by cursor', async () => {
  const container = await render(<LedgerTable {...props} />);
  const button = (text: string) => [...container.querySelectorAll('button')].find((one) => one.textContent === text);
  expect(button('上一页')?.disabled).toBe(true);
  await press(button('下一页'));
  expect(patches).toEqual([{ after: 'e', before: undefined }]);
});

test('a press on a row follows its link; a press on a button in it does not', async () => {
  const container = await render(<LedgerTable {...props} />);
  const followed: (string | null)[] = [];
  container.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link) followed.push(link.getAttribute('href'));
    event.preventDefault();
  });
  await press([...container.querySelectorAll('td')].find((cell) => cell.textContent === '2014-10-12'));
  expect(followed).toEqual(['/items/b']);
});

test('is a list of cards on a phone', async () => {
  const wide = window.matchMedia('all');
  vi.spyOn(window, 'matchMedia').mockImplementation((media) => ({ ...wide, media, matches: media.includes('640px') }));
  const container = await render(<LedgerTable {...props} />);
  vi.restoreAllMocks();
  expect(container.querySelector('table')).toBeNull();
  expect([...container.querySelectorAll('li a')].map((link) => link.textContent)).toEqual(rows.map((row) => row.title));
});

test('without rows says why', async () => {
  const container = await render(<LedgerTable {...props} rows={[]} total={0} />);
  expect(container.textContent).toContain('没有符合条件的事项');
});
