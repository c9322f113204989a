import { afterEach, expect, test, vi } from 'vitest';
import { copyText } from './clipboard.ts';

afterEach(() => vi.unstubAllGlobals());

test('copies on plain http, where the clipboard API is missing', async () => {
  vi.stubGlobal('isSecureContext', false);
  let copied = '';
  document.execCommand = vi.fn(() => {
    copied = document.querySelector('textarea')?.value ?? '';
    return true;
  });
  expect(await copyText('http://duban/#trend')).toBe(true);
  expect(copied).toBe('http://duban/#trend');
  expect(document.querySelector('textarea')).toBeNull();
});

test('says so when the browser refuses', async () => {
  vi.stubGlobal('isSecureContext', false);
  document.execCommand = vi.fn(() => false);
  expect(await copyText('x')).toBe(false);
});
