import { expect, type Page, test } from '@playwright/test';
import { choose } from './choose.ts';
import { settled } from './settled.ts';
import { signIn } from './sign-in.ts';

/** A picture of one pixel. */
const photo = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');

const asked = async <Data>(page: Page, query: string): Promise<Data> => {
  const answer = await page.request.post('/graphql', { headers: { 'x-duban-csrf': '1' }, data: { query } });
  return ((await answer.json()) as { data: Data }).data;
};
const countOf = async (page: Page) =>
  (await asked<{ visits: { totalCount: number } }>(page, '{ visits(first: 1, filter: { posts: ["gtj-head"] }) { totalCount } }')).visits
    .totalCount;

test.describe('on a phone in the field', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('a visit entered without a network is kept, sent once by itself, and its need is an item with its photo beside', async ({
    page,
    context,
  }) => {
    await signIn(page, 'head');
    await page.goto('/visits/new');
    const main = page.getByRole('main');
    const before = await countOf(page);
    await expect(main.getByText('严禁录入涉密信息')).toBeVisible();
    await main.getByRole('checkbox', { name: '现场办公' }).check();
    await main.getByRole('checkbox', { name: '采用一线工作法' }).check();

    // The network goes: everything typed stays.
    await context.setOffline(true);
    await main.getByLabel('走访群众人数').fill('23');
    await main.getByLabel('意见建议').fill('路不好走，盼早修。');
    await main.getByRole('button', { name: '添加一条需求' }).click();
    const need = main.getByRole('group', { name: '需求 1' });
    await need.getByLabel('需求内容').fill('断网走访：村口道路坑洼');
    await choose(need.getByRole('combobox', { name: /^承办单位/ }), '市国土局');
    await need.getByRole('checkbox', { name: '提交时转为督办事项' }).check();
    await choose(need.getByRole('combobox', { name: /^问题类别/ }), '交通出行');
    await main.locator('input[type=file]').setInputFiles({ name: '现场.png', mimeType: 'image/png', buffer: photo });
    await expect(main.getByRole('img', { name: '现场.png' })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await main.getByRole('button', { name: /提\s?交/ }).click();
    await expect(main.getByText('已存在本机，联网后自动发送。')).toBeVisible();
    await expect(main.getByLabel('走访群众人数')).toHaveValue('');

    // It comes back: the visit goes by itself, and once.
    await context.setOffline(false);
    const waiting = main.getByRole('region', { name: '本机提交的走访' });
    await expect(waiting.getByText(/已发送，编号 访-2014-\d{4}/)).toBeVisible({ timeout: 30_000 });
    expect(await countOf(page)).toBe(before + 1);
    await waiting.getByRole('link', { name: '查看' }).click();
    await expect(main.getByText('断网走访：村口道路坑洼')).toBeVisible();
    await expect(main.getByText('督办办理中')).toBeVisible();
    await expect(main.getByText('已交办')).toBeVisible();
    await expect(main.getByRole('img', { name: '现场.png' })).toBeVisible();

    // The item tells from which visit it comes.
    await main.getByRole('link', { name: /^群-2014-\d{4}$/ }).click();
    await expect(main.getByText('来自走访')).toBeVisible();
  });

  test('a draft survives a reload, and nobody else on the device sees it', async ({ page, browser }) => {
    await signIn(page, 'head');
    await page.goto('/visits/new');
    const main = page.getByRole('main');
    await main.getByLabel('走访群众人数').fill('7');
    await main.getByLabel('现场决定').fill('本周内修好路灯。');
    await main.locator('input[type=file]').setInputFiles({ name: '路灯.png', mimeType: 'image/png', buffer: photo });
    await expect(main.getByRole('img', { name: '路灯.png' })).toBeVisible();
    await expect(main.getByText('草稿已存在本机')).toBeVisible();
    await page.reload();
    await expect(main.getByLabel('现场决定')).toHaveValue('本周内修好路灯。');
    await expect(main.getByRole('img', { name: '路灯.png' })).toBeVisible();

    // Another person signs in on the same device: the same storage, another draft.
    const state = await page.context().storageState({ indexedDB: true });
    const device = await browser.newContext({ storageState: { ...state, cookies: [] }, viewport: { width: 390, height: 844 } });
    const other = await device.newPage();
    await signIn(other, 'county');
    await other.goto('/visits/new');
    await expect(other.getByLabel('走访群众人数')).toHaveValue('');
    await expect(other.getByText('本周内修好路灯')).toHaveCount(0);
    await device.close();

    await main.getByRole('button', { name: /清\s?空/ }).click();
    await expect(main.getByLabel('现场决定')).toHaveValue('');
  });

  test('the form opens again without a network, and what is submitted there goes when it is back', async ({ page, context }) => {
    await signIn(page, 'county');
    await page.goto('/visits/new');
    const main = page.getByRole('main');
    await expect(main.getByText('在本机打开过一次，没有网络也能再打开')).toBeVisible();
    await page.evaluate(async () => (await navigator.serviceWorker.ready).active?.state);
    await page.close();

    await context.setOffline(true);
    const field = await context.newPage();
    await field.goto('/visits/new');
    const form = field.getByRole('main');
    await expect(field.getByText('网络已断开').first()).toBeVisible();
    await form.getByRole('checkbox', { name: '调研' }).check();
    await form.getByLabel('走访群众人数').fill('4');
    await form.getByRole('button', { name: /提\s?交/ }).click();
    await expect(form.getByText('已存在本机，联网后自动发送。')).toBeVisible();

    await context.setOffline(false);
    await expect(form.getByRole('region', { name: '本机提交的走访' }).getByText(/已发送，编号 访-2014-\d{4}/)).toBeVisible({
      timeout: 30_000,
    });
    // Whoever signs out leaves nothing on the device that opens it.
    await field.getByRole('button', { name: /的菜单$/ }).click();
    await field.getByText('退出登录').click();
    await field.waitForURL('**/sign-in');
    expect(await field.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('duban.kept.')))).toEqual([]);
  });

  test('what the server refuses comes back to its fields', async ({ page }) => {
    await signIn(page, 'head');
    await page.goto('/visits/new');
    const main = page.getByRole('main');
    await main.getByRole('checkbox', { name: '座谈' }).check();
    await main.getByLabel('走访群众人数').fill('5');
    await main.getByLabel('走访日期').fill('2013-01-05');
    await main.getByLabel('地点').fill('西平县示例村');
    await main.getByRole('button', { name: /提\s?交/ }).click();
    await expect(main.getByText('提交未通过')).toBeVisible();
    await expect(main.getByRole('alert')).toContainText(['走访日期太早']);
    await expect(main.getByLabel('走访群众人数')).toHaveValue('5');
  });
});

test('the duty calendar leads to the visits of a leader and month, and narrows to who missed it', async ({ page }) => {
  await signIn(page, 'supervision');
  await page.goto('/visits');
  const main = page.getByRole('main');
  const cell = main.getByRole('link', { name: /^市国土局局长 2014-\d\d \d+ 次/ }).first();
  const count = /(\d+) 次/.exec((await cell.textContent()) ?? '')?.[1];
  await cell.click();
  await expect(main.getByText(`共 ${count} 条`)).toBeVisible();
  await page.goto('/visits?fromMonth=2014-08&toMonth=2014-08&only=MISSED');
  const { visitDuties } = await asked<{ visitDuties: { months: { missed: number }[] } }>(
    page,
    '{ visitDuties(from: "2014-08", to: "2014-08") { months { missed } } }',
  );
  await expect(main.getByText(`${visitDuties.months[0]?.missed} 位领导 · `)).toBeVisible();
  await expect(main.getByText('✕').first()).toBeVisible();
});

test('the supervision office makes a need an item in one step', async ({ page }) => {
  await signIn(page, 'supervision');
  await page.goto('/visits?list=needs&outcomes=WAITING');
  const main = page.getByRole('main');
  await main.locator('#register tbody a').first().click();
  await main.getByRole('button', { name: '转为督办事项' }).first().click();
  const form = main.locator('form');
  await choose(form.getByRole('combobox', { name: /^问题类别/ }), '其他');
  await form.getByLabel('办结时限').fill('2014-11-28');
  await form.getByRole('button', { name: '转为督办事项' }).click();
  await expect(main.getByText('督办办理中').first()).toBeVisible();
  await expect(main.getByText('转为督办事项', { exact: true }).last()).toBeVisible();
});

test('each figure of the page leads to as many rows as it counts', async ({ page }) => {
  test.slow();
  await signIn(page, 'leader');
  await page.goto('/visits');
  await settled(page);
  const links = await page.locator('main a').evaluateAll((all) =>
    all.flatMap((link) => {
      const block = link.closest('article, section[id], ul[aria-label]');
      const text = (link.closest('article') ?? link).textContent ?? '';
      const isCount = block?.getAttribute('aria-label') === '所选月份合计';
      // A card and a month lead to what is done, a department to all that was raised.
      const fraction = /(\d+)\/(\d+)/.exec(text.replace(/^.*?%/, '')) ?? [];
      const isUnit = block?.id === 'need-units';
      const isFigure = isCount || isUnit || block?.id === 'months' || link.closest('article') !== null;
      const count = Number(isCount ? /\d+/.exec(text)?.[0] : fraction[isUnit ? 2 : 1]);
      return isFigure && count ? [{ href: link.getAttribute('href') ?? '', count }] : [];
    }),
  );
  expect(links.length).toBeGreaterThan(12);
  // Of each kind of figure the first and the last.
  const kindOf = (href: string) =>
    [...new URLSearchParams(href.split('?')[1]).keys()].filter((key) => key !== 'from' && key !== 'to').join();
  const sample = links.filter(({ href }, at) => {
    const same = links.map((link) => kindOf(link.href));
    return same.indexOf(kindOf(href)) === at || same.lastIndexOf(kindOf(href)) === at;
  });
  for (const { href, count } of sample) {
    await page.goto(href);
    await settled(page);
    const told = page.getByText(href.includes('only=') ? `${count} 位领导 ·` : `共 ${count} 条`);
    await expect(told.first(), href).toBeVisible();
  }
});
