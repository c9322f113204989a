import { expect, type Page } from '@playwright/test';
import { signIn } from './sign-in.ts';
import { test } from './test.ts';

/** The four headline fractions of the cockpit, e.g. `412/660`. */
async function fractionsOf(page: Page): Promise<string[]> {
  const cards = page.getByRole('main').getByRole('article');
  await expect(cards).toHaveCount(4);
  return (await cards.allTextContents()).map((text) => /%.*?([\d.,]+\/[\d,]+)/.exec(text)?.[1] ?? text);
}

test('a past day changes the numbers, goes along with links and reload, and is left again', async ({ page }) => {
  await signIn(page, 'leader');
  await page.goto('/');
  const today = await fractionsOf(page);
  await page.getByRole('button', { name: '选择截至日期，现为 2014-09-30' }).click();
  await page.getByRole('button', { name: '上个月' }).click();
  await page.locator('td[title="2014-08-15"]').click();
  await expect(page).toHaveURL(/[?&]asOf=2014-08-15/);
  await expect(page.locator('#red-list')).toBeVisible();
  await expect.poll(() => fractionsOf(page)).not.toEqual(today);
  const past = await fractionsOf(page);

  await page.reload();
  expect(await fractionsOf(page)).toEqual(past);
  const links = await page
    .locator('main a[href^="/items"], nav a[href^="/"]')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  expect(links.length).toBeGreaterThan(10);
  expect(links.filter((href) => !href.includes('asOf=2014-08-15'))).toEqual([]);

  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '十个方面' }).click();
  await expect(page).toHaveURL(/\/style-problems\?asOf=2014-08-15/);
  await expect(page.getByRole('article').first()).toContainText(past[0] ?? '');
  await page.goBack();
  expect(await fractionsOf(page)).toEqual(past);

  await page.getByRole('button', { name: '回到今天' }).click();
  await expect(page).not.toHaveURL(/asOf/);
  await expect.poll(() => fractionsOf(page)).toEqual(today);
});
