import { type ComponentChildren, render as draw } from 'preact';
import { act } from 'preact/test-utils';
import { App } from '../app/app.tsx';
import { startRouter } from '../app/router.ts';

let container: HTMLElement | null = null;
let stop = () => {};

/** Draws into the document; undone after the test. */
export async function render(ui: ComponentChildren): Promise<HTMLElement> {
  container = document.createElement('div');
  document.body.append(container);
  const root = container;
  await act(() => draw(ui, root));
  return root;
}

/** Opens the site at a path below its own, as a fresh load would, and waits for what it reads. */
export async function open(path: string): Promise<HTMLElement> {
  await unmount();
  history.replaceState(null, '', `/public${path}`);
  stop = startRouter();
  const page = await render(<App />);
  await settled();
  return page;
}

export async function unmount(): Promise<void> {
  if (container) {
    const root = container;
    await act(() => draw(null, root));
    root.remove();
  }
  container = null;
  stop();
  stop = () => {};
}

/** Lets requests and drawings that wait come to their end. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await act(() => new Promise((resolve) => setTimeout(resolve, 5)));
}

function the<Kind extends Element>(page: ParentNode, selector: string): Kind {
  const found = page.querySelector<Kind>(selector);
  if (!found) throw new Error(`nothing at ${selector} in: ${document.body.textContent}`);
  return found;
}

/** Types into a field by its id. */
export async function type(id: string, text: string): Promise<void> {
  const field = the<HTMLInputElement>(document, `#${id}`);
  field.focus();
  field.value = text;
  await act(() => void field.dispatchEvent(new InputEvent('input', { bubbles: true })));
}

/** Presses a key in a field by its id. Gives whether the field left it to the browser. */
export async function press(id: string, key: string): Promise<boolean> {
  let isLeft = false;
  await act(() => {
    isLeft = the(document, `#${id}`).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  });
  return isLeft;
}

/** Clicks the first thing there and waits. */
export async function click(selector: string): Promise<void> {
  await act(() => the<HTMLElement>(document, selector).click());
  await settled();
}

/** Sends the form that holds the selector, or the first of the page. */
export const submit = (within = 'main') => click(`${within} button[type=submit]`);

/** Links of the error summary: its texts and where they lead. */
export const errorLinks = () =>
  Array.from(document.querySelectorAll<HTMLAnchorElement>('.error-summary a'), (link) => [link.textContent, link.getAttribute('href')]);

/** The sentence at a field, without the word for screen readers. */
export const errorAt = (id: string) => document.querySelector(`#${id}-error`)?.lastChild?.textContent ?? null;
