import { expect, type Page } from '@playwright/test';
import { choose } from './choose.ts';
import { ask, countItems } from './graphql.ts';
import { signIn } from './sign-in.ts';
import { test } from './test.ts';

const kinds = ['RECTIFICATION_PROBLEM'];

const totalOf = async (page: Page, code: string) => {
  const { rectificationTotals } = await ask<{ rectificationTotals: { found: number; checks: number; missing: number; listed: number }[] }>(
    page,
    'query($code: ID!) { rectificationTotals(code: $code) { found checks missing listed } }',
    { code },
  );
  return rectificationTotals[0]!;
};

/** A figure of the board, by its name. */
const figure = (page: Page, name: string) =>
  page
    .getByRole('region', { name: '主要数字' })
    .locator('dl > div')
    .filter({ has: page.getByText(name, { exact: true }) })
    .locator('dd');

test('a clerk enters the month that is owed, the figures of the board move, and the drill gives the same count', async ({ page, as }) => {
  const leader = await as('leader');
  const before = await totalOf(leader, '3');
  await signIn(page, 'clerk');
  await page.goto('/rectifications');
  const main = page.getByRole('main');
  await main.getByRole('link', { name: '行政执法 · 市国土局 · 2014-08' }).click();
  const form = page.getByRole('dialog');
  await expect(form.getByText('上月').first()).toBeVisible();
  for (const [label, value] of [
    ['检查次数', '１８'],
    ['当场整改', '5'],
    ['立案', '1'],
    ['处理人数', '0'],
    ['回头看', '2'],
    ['反弹', '3'],
  ] as const)
    await form.getByLabel(label, { exact: true }).fill(value);
  await form.getByRole('button', { name: /报\s?送/ }).click();
  await expect(form.getByText('反弹数不能多于回头看次数。')).toBeVisible();
  await form.getByLabel('反弹', { exact: true }).fill('1');
  await form.getByRole('button', { name: /报\s?送/ }).click();
  await expect(main.getByText('已报送 市国土局 2014-08 的月报。')).toBeVisible();

  // The city's board: five more put right on the spot, eighteen more checks, one month fewer missing.
  const after = await totalOf(leader, '3');
  expect(after).toMatchObject({ found: before.found + 5, checks: before.checks + 18, missing: before.missing - 1 });
  await leader.goto('/rectifications/3');
  await expect(figure(leader, '查出')).toHaveText(String(after.found));
  await expect(figure(leader, '检查次数')).toHaveText(new Intl.NumberFormat('zh-CN').format(after.checks));

  // What is listed leads to the ledger with the same count; what was entered to the rows that make it.
  await figure(leader, '列入台账').getByRole('link').click();
  await expect(leader).toHaveURL(/\/items\?.*categories=3/);
  expect(await countItems(leader, { kinds, categories: ['3'] })).toBe(after.listed);
  await expect(leader.getByRole('main').getByText(new RegExp(`共 ${after.listed} `))).toBeVisible();
  await leader.goto('/rectifications/3?unit=gtj&month=2014-08#entries');
  const rows = leader.getByRole('table', { name: '月报明细：单位 × 月份' });
  await expect(rows.getByRole('row', { name: /^市国土局 2014-08 已报/ })).toContainText('18');
  await expect(rows.getByRole('row', { name: /^合计 1 行/ })).toContainText('18');

  // Put right with a reason: the history says who and what.
  await page.goto('/rectifications/3?enter=gtj&of=2014-08');
  await form.getByLabel('检查次数', { exact: true }).fill('20');
  await form.getByLabel('更正理由').fill('补计乡镇检查');
  await form.getByRole('button', { name: '保存更正' }).click();
  await expect(main.getByText('已更正 市国土局 2014-08 的月报。')).toBeVisible();
  await leader.goto('/rectifications/3?enter=gtj&of=2014-08&story=1');
  await expect(leader.getByRole('dialog')).toContainText('检查次数：18 → 20');
  await expect(leader.getByRole('dialog')).toContainText('理由：补计乡镇检查');
});

test('the supervision office lists a problem of the road with its own kind of disorder, and finds it in the ledger', async ({ page }) => {
  await signIn(page, 'supervision');
  const filter = { kinds, categories: ['4'], roadDisorders: ['checkpoint'] };
  const before = await countItems(page, filter);
  await page.goto('/rectifications/4?drawer=problem');
  const form = page.getByRole('dialog');
  await form.getByLabel('问题', { exact: true }).fill('端到端：省道路口未经批准设卡');
  await choose(form.getByRole('combobox', { name: /^三乱类型/ }), '乱设卡');
  await form.getByLabel('问题情况').fill('三名执法人员未经批准设卡拦车。');
  await choose(form.getByRole('combobox', { name: /^整改单位/ }), '市交通运输局');
  await form.getByRole('button', { name: '10 个工作日' }).click();
  await form.getByRole('button', { name: '登记并交办' }).click();
  await expect(page.getByRole('main').getByText(/已登记 整-2014-\d{4}/)).toBeVisible();
  expect(await countItems(page, filter)).toBe(before + 1);
  await page
    .getByRole('table', { name: '公路“三乱”：乱设卡、乱罚款、乱收费' })
    .getByRole('row', { name: /^乱设卡/ })
    .getByRole('link')
    .first()
    .click();
  await expect(page.getByRole('main').getByText(new RegExp(`共 ${before + 1} `))).toBeVisible();
});
