import { useState } from 'preact/hooks';
import { expect, test } from 'vitest';
import { press, render, type } from '../test/render.tsx';
import { form } from '../test/server.ts';
import { UnitPicker } from './unit-picker.tsx';

function Picker() {
  const [value, setValue] = useState({ unitText: '', unitId: '' });
  return (
    <>
      <UnitPicker
        id="unitId"
        label="单位"
        hint="选一个"
        units={form.complaintForm.units}
        text={value.unitText}
        unitId={value.unitId}
        onChange={setValue}
      />
      <output>{value.unitId}</output>
    </>
  );
}

const options = () => Array.from(document.querySelectorAll('[role=option]'), ({ textContent }) => textContent);
const active = () => {
  const id = document.querySelector('#unitId')?.getAttribute('aria-activedescendant');
  return (id && document.getElementById(id)?.textContent) || null;
};
const chosen = () => document.querySelector('output')?.textContent;

test('typing filters by a part of either name; arrows go round and Enter takes one', async () => {
  await render(<Picker />);
  await type('unitId', '局');
  expect(options()).toEqual(['市教育局', '市公安局']);
  expect(document.querySelector('#unitId')?.getAttribute('aria-expanded')).toBe('true');
  await press('unitId', 'ArrowDown');
  expect(active()).toBe('市教育局');
  await press('unitId', 'ArrowUp');
  expect(active()).toBe('市公安局');
  expect(await press('unitId', 'Enter')).toBe(false);
  expect(chosen()).toBe('u2');
  expect(options()).toEqual([]);
  expect(document.querySelector<HTMLInputElement>('#unitId')?.value).toBe('市公安局');
  await type('unitId', 'xiping');
  expect(options()).toEqual(['西平县政府']);
});

test('Escape closes, and Enter without an active unit is left to the form', async () => {
  await render(<Picker />);
  await type('unitId', '市');
  await press('unitId', 'Escape');
  expect(options()).toEqual([]);
  expect(chosen()).toBe('');
  expect(await press('unitId', 'Enter')).toBe(true);
});

test('a name typed in full is taken; what fits nothing is said', async () => {
  await render(<Picker />);
  await type('unitId', ' 市教育局 ');
  expect(chosen()).toBe('u1');
  await type('unitId', '火星局');
  expect(chosen()).toBe('');
  expect(document.querySelector('[aria-live]')?.textContent).toContain('没有符合的单位');
});
