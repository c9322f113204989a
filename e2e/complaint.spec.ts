import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { barriersOn } from './barriers.ts';
import { ask } from './graphql.ts';
import { signIn } from './sign-in.ts';
import { test } from './test.ts';

const secret = 'correct horse';
const words = '到窗口办事三次都被推来推去。😀<script>alert(1)</script>';
const name = '某己庚';

/** Opens the answer page with the code, as whoever complained. */
async function openAnswer(page: Page, code: string, typed = secret): Promise<void> {
  await page.goto('/public/answer');
  await page.locator('#code').fill(code.toLowerCase());
  await page.locator('#secret').fill(typed);
  await page.locator('main button[type=submit]').click();
}

test('a citizen complains, is answered, asks again; the unit sees what it must answer and nobody’s name', async ({ as, browser, page }) => {
  test.setTimeout(180_000);
  // The form, on a phone, with the answer to the first sending lost on its way.
  const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' });
  const citizen = await phone.newPage();
  await citizen.goto('/public/complain');
  await citizen.locator('main .buttons button').first().click();
  await citizen.waitForURL('**/whom');
  await citizen.locator('#unitId').pressSequentially('国土');
  await citizen.keyboard.press('ArrowDown');
  await citizen.keyboard.press('Enter');
  await citizen.locator('main button[type=submit]').click();
  await citizen.waitForURL('**/facts');
  await citizen.locator('#facts').fill(words);
  await citizen.locator('main button[type=submit]').click();
  await citizen.waitForURL('**/files');
  await citizen.locator('main button[type=submit]').click();
  await citizen.waitForURL('**/person');
  await citizen.locator('#isNamed').click();
  await citizen.locator('#name').fill(name);
  await citizen.locator('#phone').fill('139 0000 4321');
  await citizen.locator('main button[type=submit]').click();
  await citizen.waitForURL('**/send');
  expect(await barriersOn(citizen)).toEqual([]);
  await citizen.locator('#secret').fill(secret);
  await citizen.locator('#secretAgain').fill(secret);
  await citizen.route(
    '**/public/graphql',
    async (route) => {
      await route.fetch();
      await route.abort('connectionreset');
    },
    { times: 1 },
  );
  await citizen.locator('main button[type=submit]').click();
  await expect(citizen.locator('.notice').first()).toBeVisible();
  await citizen.locator('main button[type=submit]').click();
  await citizen.waitForURL('**/done');
  const code = (await citizen.locator('.code').textContent())!.trim();
  expect(code).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
  expect(await barriersOn(citizen)).toEqual([]);

  await openAnswer(citizen, code, 'wrong horse');
  await expect(citizen.locator('.notice').first()).toBeVisible();
  await openAnswer(citizen, code);
  await expect(citizen.getByRole('main')).toContainText(words);

  // The complaint office reads it at its desk, takes it on, and sees who complained only with a reason.
  await signIn(page, 'inspection');
  await page.goto('/complaint-desk');
  await expect(page.getByRole('main')).toContainText('市国土局');
  const { items } = await ask<{
    items: { nodes: { id: string; number: string; version: number; complaints: { statement: { facts: string } | null }[] }[] };
  }>(
    page,
    `{ items(first: 50, filter: { kinds: [COMPLAINT], states: [DRAFT] }) { nodes { id number version ... on ComplaintItem { complaints { statement { facts } } } } } }`,
    {},
  );
  const mine = items.nodes.filter(({ complaints }) => complaints[0]?.statement?.facts === words);
  // Sent twice, it came in once.
  expect(mine).toHaveLength(1);
  const { id: itemId, number, version } = mine[0]!;
  const facts = '群众反映到窗口办事三次未办成';
  const takenOn = {
    itemId,
    requestId: randomUUID(),
    category: '2',
    mode: 'REFER',
    facts,
    leadUnitId: 'gtj',
    complainedUnitId: 'gtj',
    assistUnitIds: [],
  };
  const takeOn = (input: object) =>
    ask<{ takeOnComplaint: { __typename: string } }>(
      page,
      `mutation($input: TakeOnComplaintInput!) { takeOnComplaint(input: $input) { __typename } }`,
      { input },
    );
  const named = await takeOn({ ...takenOn, requestId: randomUUID(), version, facts: `${name}反映窗口不办事` });
  expect(named.takeOnComplaint.__typename).toBe('InputError');
  expect((await takeOn({ ...takenOn, version })).takeOnComplaint.__typename).toBe('ItemActed');

  // The unit complained of, which has to answer, sees the facts, and neither the words nor the name.
  const head = await as('head');
  await head.goto(`/items/${number}`);
  await expect(head.getByRole('main')).toContainText(facts);
  await expect(head.getByRole('main')).not.toContainText(name);
  await expect(head.getByRole('main')).not.toContainText('推来推去');

  await openAnswer(citizen, code);
  await expect(citizen.getByRole('main')).toContainText('国土资源局');
  expect(await barriersOn(citizen)).toEqual([]);
  await phone.close();
});

test('the public pages show without an error or an accessibility violation, to the keyboard as well', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('request', (request) => {
    if (new URL(request.url()).hostname !== '127.0.0.1') errors.push(`asked ${request.url()}`);
  });
  for (const path of ['/', '/promises', '/style', '/figures', '/complain', '/answer', '/no-such-page']) {
    await page.goto(`/public${path}`);
    await expect(page.locator('h1').first()).toBeVisible();
    expect(await barriersOn(page)).toEqual([]);
  }
  await page.goto('/public/');
  await page.keyboard.press('Tab');
  await expect(page.locator(':focus')).toHaveAttribute('href', /#/);
  expect(errors).toEqual([]);
});
