import { expect, type Page } from '@playwright/test';
import { filterOfSearch, itemsSearchParams } from '../apps/web/src/ui/ledger-link.ts';
import { globalParams, parseSearch, searchOf } from '../apps/web/src/ui/search-params.ts';
import { ask } from './graphql.ts';
import { settled } from './settled.ts';
import { signIn } from './sign-in.ts';
import { test } from './test.ts';

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

/** Figures of one family stand together and ask the ledger by the same conditions. */
const familyOf = ({ section, card, href }: DrillLink) =>
  `${section} ${[...new URLSearchParams(href.slice('/items?'.length)).keys()].join(' ')} ${card !== ''}`;

/** The first, the last and some others of every family; which others is the seed's choice. */
function sample(links: readonly DrillLink[], others: number, random: () => number): DrillLink[] {
  const families = new Map<string, DrillLink[]>();
  for (const link of links) families.set(familyOf(link), [...(families.get(familyOf(link)) ?? []), link]);
  return [...families.values()].flatMap((family) => {
    const chosen = Array.from({ length: others }, () => family[Math.floor(random() * family.length)]);
    return [...new Set([family[0], ...chosen, family.at(-1)])].filter((link) => link !== undefined);
  });
}

/** Numbers from 0 to 1 that follow from the seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const searchOfAddress = searchOf({ ...itemsSearchParams, ...globalParams });

/** How many items the ledger at each address holds: its count asked of the API, as many at once as the API answers. */
async function countsAt(page: Page, hrefs: readonly string[]): Promise<number[]> {
  const counts: number[] = [];
  for (let at = 0; at < hrefs.length; at += mostAtOnce) {
    const searches = hrefs.slice(at, at + mostAtOnce).map((href) => searchOfAddress.parse(parseSearch(href.slice('/items'.length))));
    const asked = searches.map((_, index) => `c${index}: items(filter: $f${index}, asOf: $d${index}, first: 1) { totalCount }`);
    const answer = await ask<Record<string, { totalCount: number }>>(
      page,
      `query(${searches.map((_, index) => `$f${index}: ItemFilter, $d${index}: Day`).join(', ')}) { ${asked.join('\n')} }`,
      Object.fromEntries(
        searches.flatMap((search, index) => [
          [`f${index}`, filterOfSearch(search)],
          [`d${index}`, search.asOf ?? null],
        ]),
      ),
    );
    counts.push(...searches.map((_, index) => answer[`c${index}`]!.totalCount));
  }
  return counts;
}

/** The API takes 60 aliases a question. */
const mostAtOnce = 40;
/** Numbers per page that are followed to the ledger on screen; the others are counted. */
const followed = 2;
/** `E2E_SEED` chooses other numbers. */
const seed = Number(process.env.E2E_SEED ?? 58);

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
    test.setTimeout(120_000);
    const random = randomOf(seed);
    await signIn(page, account);
    await page.goto(path);
    for (const section of sections) await expect(page.locator(`#${section} a[href^="/items?"]`).first()).toBeAttached();
    await expect(page.locator(ledgerLinks).first()).toBeAttached();
    await settled(page);
    const chosen = sample(
      (await linksOf(page)).filter((link) => promised(link) !== null),
      3,
      random,
    );
    expect(chosen.length).toBeGreaterThanOrEqual(3);
    const said = (link: DrillLink, count: number | null) => `${link.section} “${link.name}” → ${decodeURI(link.href)}: ${count}`;
    const counts = await countsAt(
      page,
      chosen.map(({ href }) => href),
    );
    expect(chosen.map((link, at) => said(link, counts[at] ?? null))).toEqual(chosen.map((link) => said(link, promised(link))));
    // What the ledger on screen says is what the API counts.
    for (let turn = 0; turn < followed; turn++) {
      const link = chosen[Math.floor(random() * chosen.length)]!;
      await page.goto(link.href);
      await expect
        .soft(page.getByRole('heading', { level: 1 }), said(link, promised(link)))
        .toContainText(`· ${promised(link)?.toLocaleString('zh-CN')} 件`);
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
