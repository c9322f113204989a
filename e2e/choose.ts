import { expect, type Locator } from '@playwright/test';

/** Types into a list that is searched as one types, waits until it offers the words (some lists come from the server), and takes them by Enter. */
export async function choose(list: Locator, words: string): Promise<void> {
  await list.fill(words);
  await expect(list.page().locator('.ant-select-item-option-active', { hasText: words })).toBeVisible();
  await list.press('Enter');
}
