import { expect } from '@playwright/test';
import { barriersOn, wcagA } from './barriers.ts';
import { routes } from './routes.ts';
import { settled } from './settled.ts';
import { signIn } from './sign-in.ts';
import { test } from './test.ts';

// One after the other in one browser, as a person goes from page to page; signed in anew only where another person may see the page.
for (const account of new Set(routes.map((route) => route.account)))
  test(`the pages of ${account} show, without an error or an accessibility violation`, async ({ page }) => {
    const own = routes.filter((route) => route.account === account);
    test.setTimeout(30_000 + own.length * 20_000);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('response', (response) => {
      if (response.status() >= 500) errors.push(`${response.status()} ${response.url()}`);
    });
    await signIn(page, account);
    for (const { path } of own)
      await test.step(path, async () => {
        await page.goto(path);
        await expect(page.getByRole('main')).toBeVisible();
        await expect(page.locator('h1').first()).toBeVisible();
        await settled(page);
        expect.soft(errors.splice(0), path).toEqual([]);
        expect.soft(await barriersOn(page, wcagA), path).toEqual([]);
      });
  });
