/// <reference lib="dom" />
import { expect } from '@playwright/test';
import { signIn } from './sign-in.ts';
import { test } from './test.ts';

test('the first Tab stop skips to the content', async ({ page }) => {
  await signIn(page, 'supervision');
  await page.goto('/items');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('件');
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: '跳到正文' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement))).toBe(true);
});

test('Ctrl K finds an item by its number and Enter opens it', async ({ page }) => {
  await signIn(page, 'supervision');
  await page.goto('/items');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('件');
  await page.keyboard.press('Control+k');
  const search = page.getByRole('combobox', { name: '搜索事项和单位' });
  await expect(search).toBeFocused();
  await page.keyboard.insertText('难-2014-0007');
  await expect(page.getByRole('option').first()).toContainText('难-2014-0007');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/items\/(难|%E9%9A%BE)-2014-0007$/);
  await expect(page.getByRole('main')).toContainText('难-2014-0007');
  await page.keyboard.press('Control+k');
  await expect(search).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(search).toBeHidden();
});

test('the ledger is sorted and an item opened from the keyboard', async ({ page }) => {
  await signIn(page, 'supervision');
  await page.goto('/items?kinds=HARD_PROBLEM');
  const head = page.getByRole('columnheader', { name: '办结期限' });
  await head.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/orderBy=DUE_ON/);
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  await expect(head).toBeFocused();
  const first = page.locator('main a[data-row-link]').first();
  const earliest = await first.textContent();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/descending=1/);
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  await expect(first).not.toHaveText(earliest ?? '');
  await first.focus();
  const title = (await first.textContent()) ?? '';
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/items\/[^?]+$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title);
});
