/// <reference lib="dom" />
import type { Page } from '@playwright/test';

const quietMs = 400;

/**
 * Waits until the page shows what it came for: nothing loads, nothing is on its way, and nothing changed for a moment. (The network itself is
 * never idle: the stream of live updates stays open.)
 */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    (quiet) => {
      const state = window as unknown as { settledText?: string; settledSince?: number };
      const main = document.querySelector('main') ?? document.body;
      const isBusy = document.querySelector('[aria-busy="true"]') !== null || (main.textContent ?? '').includes('正在载入');
      const text = isBusy ? '' : (main.textContent ?? '');
      if (isBusy || text !== state.settledText) {
        state.settledText = text;
        state.settledSince = Date.now();
        return false;
      }
      return Date.now() - (state.settledSince ?? 0) > quiet;
    },
    quietMs,
    { polling: 100, timeout: 30_000 },
  );
}
