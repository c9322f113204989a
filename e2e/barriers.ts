import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** The rules that every page of the tool keeps. */
export const wcagA = ['wcag2a', 'wcag2aa'];

/** What stands in the way of people on the page shown, in words; by all rules unless some are named. */
export async function barriersOn(page: Page, tags?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page })
    // No page has frames, so axe needs no page of its own for them.
    .setLegacyMode()
    // What passes is not told node by node: on a page of thousands that costs more than the check.
    .options({ resultTypes: ['violations'], ...(tags ? { runOnly: tags } : {}) });
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')} ${nodes[0]?.failureSummary ?? ''}`);
}
