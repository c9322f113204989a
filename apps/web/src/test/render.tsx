import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach } from 'vitest';

const roots: { root: Root; container: HTMLElement }[] = [];

afterEach(() => {
  for (const { root, container } of roots.splice(0)) {
    act(() => root.unmount());
    container.remove();
  }
});

/** Renders into the document and waits for lazy parts; unmounted after the test. */
export async function render(ui: ReactNode): Promise<HTMLElement> {
  const container = document.createElement('div');
  document.body.append(container);
  const root = createRoot(container);
  roots.push({ root, container });
  await act(async () => root.render(ui));
  return container;
}

/** Presses an element, or a key on it, and lets React settle. */
export async function press(element: Element | null | undefined, key?: string): Promise<void> {
  if (!element) throw new Error('nothing to press');
  await act(async () => {
    if (key) element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    else element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  });
}

/** Waits until `found` returns something. */
export async function waitFor<T>(found: () => T | null | undefined): Promise<T> {
  for (let tries = 0; tries < 100; tries++) {
    const value = found();
    if (value) return value;
    await act(async () => new Promise((resolve) => setTimeout(resolve, 20)));
  }
  throw new Error('it never came');
}

/** The text of every cell of the first table, row by row, the headings first. */
export const cellsOf = (container: Element): string[][] =>
  [...container.querySelectorAll('tr')].map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent ?? ''));

/** The text summary of a chart: what its figure is described by. */
export function summaryOf(container: Element): string {
  const id = container.querySelector('figure')?.getAttribute('aria-describedby');
  return (id && document.getElementById(id)?.textContent) || '';
}
