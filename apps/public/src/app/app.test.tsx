import { act } from 'preact/test-utils';
import { expect, test, vi } from 'vitest';
import { chooseLanguage } from '../i18n/i18n.ts';
import { click, open, settled } from '../test/render.tsx';
import { serve } from '../test/server.ts';

const h1 = () => document.querySelector('h1');

test('a link moves within the page: address, title, heading with the focus, room marked; back returns', async () => {
  serve({});
  await open('/');
  expect(document.activeElement).toBe(document.body);
  await click('main a[href$="/complain"]');
  expect(location.pathname).toBe('/public/complain');
  expect(document.title).toBe('我要投诉 - 某某市活动');
  expect(document.activeElement).toBe(h1());
  expect(document.querySelector('nav [aria-current=page]')?.textContent).toBe('我要投诉');
  history.back();
  await settled();
  expect(location.pathname).toBe('/public/');
  expect(document.activeElement?.textContent).toBe('看承诺，提投诉，查答复');
});

test('a click with Ctrl, and a link elsewhere, are the browser’s', async () => {
  serve({});
  await open('/');
  const link = document.querySelector('main a');
  const event = new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true });
  // jsdom would try to follow it.
  document.addEventListener('click', (late) => late.preventDefault(), { once: true });
  link?.dispatchEvent(event);
  await settled();
  expect(h1()?.textContent).toBe('看承诺，提投诉，查答复');
});

test('sample data and the day of the figures are on every page', async () => {
  serve({});
  await open('/nowhere');
  expect(h1()?.textContent).toBe('没有这个页面');
  expect(document.querySelector('header')?.textContent).toContain('示例数据');
  expect(document.querySelector('footer')?.textContent).toContain('数据截至 2014年9月30日');
});

test.each(['/promises/%E0%A4%A', '/promises/a/b', '/publicity'])('%s leads nowhere, and nothing breaks', async (path) => {
  serve({});
  await open(path);
  expect(h1()?.textContent).toBe('没有这个页面');
});

test('large type and language are remembered on this device', async () => {
  serve({});
  await open('/');
  await click('.display button');
  expect(document.documentElement.classList.contains('large-type')).toBe(true);
  expect(document.querySelector('.display button')?.getAttribute('aria-pressed')).toBe('true');
  await click('.display button:last-child');
  // The English texts are fetched first.
  await vi.waitFor(() => expect(document.documentElement.lang).toBe('en'), 5000);
  await settled();
  expect(h1()?.textContent).toBe('See promises, complain, read the answer');
  expect({ ...localStorage }).toEqual({ 'duban-public-large-type': 'yes', 'duban-public-language': 'en' });
  await click('.display button');
  await act(() => chooseLanguage('zh-CN'));
  expect(document.documentElement.classList.contains('large-type')).toBe(false);
});
