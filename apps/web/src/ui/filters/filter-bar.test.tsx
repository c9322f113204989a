import { expect, test } from 'vitest';
import { press, render } from '../../test/render.tsx';
import type { SearchRecord } from '../search-params.ts';
import { FilterBar } from './filter-bar.tsx';
import { activeFilters, type FilterField } from './filter-field.ts';

const fields: FilterField[] = [
  {
    kind: 'some',
    id: 'light',
    label: '亮灯',
    options: [
      { value: 'RED', label: '逾期/滞后' },
      { value: 'GREY', label: '未报' },
    ],
  },
  { kind: 'one', id: 'level', label: '层级', options: [{ value: 'CITY', label: '市级' }] },
  { kind: 'text', id: 'q', label: '名称' },
  { kind: 'days', id: 'due', label: '办结期限', fromId: 'dueFrom', toId: 'dueTo' },
];
const values = { light: ['RED', 'GREY'], level: 'CITY', q: '路', dueFrom: '2014-09-01' };

test('every filter in force has a chip, one per value', () => {
  expect(activeFilters(fields, values).map(({ text }) => text)).toEqual([
    '亮灯 逾期/滞后',
    '亮灯 未报',
    '层级 市级',
    '名称 “路”',
    '办结期限 2014-09-01 – ',
  ]);
});

test('a chip lifts its own value, and paging starts again', async () => {
  const patches: SearchRecord[] = [];
  const container = await render(<FilterBar fields={fields.slice(0, 3)} values={values} onChange={(patch) => patches.push(patch)} />);
  await press([...container.querySelectorAll('button')].find((one) => one.getAttribute('aria-label') === '去掉条件：亮灯 未报'));
  expect(patches).toEqual([{ light: ['RED'], after: undefined, before: undefined }]);
});

test('all can be lifted at once', async () => {
  const patches: SearchRecord[] = [];
  const container = await render(<FilterBar fields={fields.slice(0, 3)} values={values} onChange={(patch) => patches.push(patch)} />);
  await press([...container.querySelectorAll('button')].find((one) => one.textContent === '清除全部'));
  expect(patches).toEqual([{ light: undefined, level: undefined, q: undefined, after: undefined, before: undefined }]);
});
