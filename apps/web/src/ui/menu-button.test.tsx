import { expect, test } from 'vitest';
import { press, render, waitFor } from '../test/render.tsx';
import { MenuButton } from './menu-button.tsx';

test('a menu opens on its choice, is walked with the arrow keys, and comes back when something is chosen', async () => {
  const chosen: string[] = [];
  const items = ['全市', '驿城区', '西平县'].map((label) => ({
    id: label,
    label,
    chosen: label === '驿城区',
    onChoose: () => chosen.push(label),
  }));
  const container = await render(
    <MenuButton label="范围" groups={[{ id: 'all', items }]}>
      驿城区
    </MenuButton>,
  );
  const button = container.querySelector('button');
  expect(button?.getAttribute('aria-expanded')).toBe('false');
  await press(button);
  const current = await waitFor(() => document.querySelector<HTMLElement>('[role="menuitemradio"][aria-checked="true"]'));
  expect(current.textContent).toBe('驿城区');
  current.focus();
  await press(current, 'ArrowDown');
  expect(document.activeElement?.textContent).toBe('西平县');
  await press(document.activeElement, 'ArrowDown');
  expect(document.activeElement?.textContent).toBe('全市');
  await press(document.activeElement);
  expect(chosen).toEqual(['全市']);
  expect(document.activeElement).toBe(button);
});
