import { expect, type Page, test } from '@playwright/test';
import { settled } from './settled.ts';
import { signIn } from './sign-in.ts';

/** A link into the ledger with what stands on or around it. */
type DrillLink = { section: string; name: string; card: string; href: string };

const ledgerLinks = 'main a[href^="/items?"]';

/** The links into the ledger on the page, in reading order. Cards give their fraction too, as their link is the theme's name alone. */
const linksOf = (page: Page): Promise<DrillLink[]> =>
  page.locator(ledgerLinks).evaluateAll((links) =>
    links.map((link) => {
      const block = link.closest('section, article');
      const isCardHead = link.closest('article h2') !== null;
      return {
        section: block?.id || (block?.getAttribute('aria-label') ?? ''),
        name: (link.getAttribute('aria-label') ?? link.textContent ?? '').trim(),
        card: isCardHead ? (block?.textContent ?? '') : '',
        href: link.getAttribute('href') ?? '',
      };
    }),
  );

const integer = (text: string | undefined) => (text && /^[\d,]+$/.test(text) ? Number(text.replaceAll(',', '')) : null);

/**
 * The count that a link promises, read from its words as a person would; null where its words hold none (money, shares of works).
 * A rate's link leads to what its denominator counts, a card's to its numerator unless it leads to the whole register.
 */
function promised({ section, name, card, href }: DrillLink): number | null {
  if (card) {
    const fraction = /([\d.,]+)\/([\d,]+)/.exec(card.replace(/^.*?%/, ''));
    const isWhole = [...new URLSearchParams(href.slice('/items?'.length)).keys()].every((key) => key === 'kinds');
    return integer(fraction?.[isWhole ? 2 : 1]);
  }
  const items = /([\d,]+) 件/.exec(name.replace(/（[^）]*）/g, ''));
  if (items) return integer(items[1]);
  // Money, breaches (起, several in one project), and the issues raised in a stage's projects: no items.
  if (/万元|[\d,]+\s*起/.test(name) || section === 'issues') return null;
  const fraction = /%.*?[\d.,]+\/([\d,]+)/.exec(name);
  if (fraction) return integer(fraction[1]);
  return integer(/(?:^|[^\d.])([\d,]+)$/.exec(name)?.[1]);
}

/** At most `most` links of different kinds: of each section and set of conditions the middle one, then the first, then the last. */
function sample(links: readonly DrillLink[], most: number): DrillLink[] {
  const groups = new Map<string, DrillLink[]>();
  for (const link of links) {
    const key = `${link.section} ${[...new URLSearchParams(link.href.slice('/items?'.length)).keys()].join(' ')} ${link.card !== ''}`;
    groups.set(key, [...(groups.get(key) ?? []), link]);
  }
  const picks = (at: (group: DrillLink[]) => DrillLink | undefined) => [...groups.values()].map(at);
  const ordered = [
    ...picks((group) => group[Math.floor(group.length / 2)]),
    ...picks((group) => group[0]),
    ...picks((group) => group.at(-1)),
  ];
  return [...new Set(ordered)].filter((link) => link !== undefined).slice(0, most);
}

const pages = [
  { path: '/', account: 'leader', sections: ['red-list', 'ranking', 'trend', 'counties', 'overdue'] },
  { path: '/?theme=EFFICIENCY&group=DEPARTMENT', account: 'leader', sections: ['ranking', 'counties'] },
  { path: '/?asOf=2014-08-31', account: 'leader', sections: ['red-list', 'ranking', 'counties', 'overdue'] },
  { path: '/style-problems', account: 'leader', sections: ['categories', 'heat', 'trend', 'repeats'] },
  { path: '/service-projects', account: 'leader', sections: [] },
  { path: '/hard-problems', account: 'leader', sections: ['matrix'] },
  { path: '/livelihood-works', account: 'leader', sections: ['counties'] },
  { path: '/complaints', account: 'inspection', sections: ['intake', 'ageing', 'findings'] },
] as const;

for (const { path, account, sections } of pages)
  test(`${path}: the ledger behind a number holds that many`, async ({ page }) => {
    test.setTimeout(180_000);
    await signIn(page, account);
    await page.goto(path);
    for (const section of sections) await expect(page.locator(`#${section} a[href^="/items?"]`).first()).toBeAttached();
    await expect(page.locator(ledgerLinks).first()).toBeAttached();
    await settled(page);
    const counting = (await linksOf(page)).filter((link) => promised(link) !== null);
    const chosen = sample(counting, 9);
    expect(chosen.length).toBeGreaterThanOrEqual(3);
    for (const link of chosen) {
      const count = promised(link) ?? 0;
      await page.goto(link.href);
      await expect
        .soft(page.getByRole('heading', { level: 1 }), `${link.section} “${link.name}” → ${decodeURI(link.href)}`)
        .toContainText(`· ${count.toLocaleString('zh-CN')} 件`);
    }
  });

test('the first number of the red list is reached by a click and led back from', async ({ page }) => {
  await signIn(page, 'leader');
  await page.goto('/');
  const all = page.locator('#red-list').getByRole('link', { name: /^全部 [\d,]+ 件$/ });
  const count = promised({ section: '', card: '', href: '', name: (await all.textContent()) ?? '' });
  await all.click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`· ${count} 件`);
  await page.goBack();
  await expect(all).toBeVisible();
});
