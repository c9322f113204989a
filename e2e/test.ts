import { type BrowserContext, test as base, type Page } from '@playwright/test';
import { signIn } from './sign-in.ts';

/** Browser profiles of this worker by whom they belong to. */
const profiles = new Map<string, BrowserContext>();

/**
 * Playwright's test for journeys that begin by signing in. Its pages are tabs of one browser that stays open from journey to journey, as in an
 * office: what was loaded once isn't loaded again.
 */
export const test = base.extend<{ as: (account: string) => Promise<Page> }>({
  page: async ({ browser }, use) => {
    const page = await tabOf('this one', () => browser.newContext());
    await use(page);
    await page.close();
  },
  /** Opens a tab at the screen of another person, who is signed in. */
  as: async ({ browser }, use) => {
    const pages: Page[] = [];
    await use(async (account) => {
      const page = await tabOf(account, () => browser.newContext());
      pages.push(page);
      await signIn(page, account);
      return page;
    });
    for (const page of pages) await page.close();
  },
});

async function tabOf(person: string, open: () => Promise<BrowserContext>): Promise<Page> {
  const profile = profiles.get(person) ?? (await open());
  profiles.set(person, profile);
  return profile.newPage();
}
