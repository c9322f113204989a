import { expect, type Page } from '@playwright/test';
import { signIn } from './sign-in.ts';
import { test } from './test.ts';
import { type OpenSheet, openLedger, savedAs } from './workbook.ts';

const register = '十个方面问题台账';

/** The register's card on the exchange page. */
const cardOf = (page: Page) => page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: register, exact: true }) });

/** Signs in as the supervision office and downloads the register as it stands. */
async function downloadLedger(page: Page): Promise<OpenSheet> {
  await signIn(page, 'supervision');
  await page.goto('/exchange');
  const download = page.waitForEvent('download');
  await cardOf(page).getByRole('link', { name: '下载现有台账' }).click();
  return openLedger(await download);
}

async function upload(page: Page, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  await cardOf(page).locator('input[type=file]').setInputFiles(file);
}

/** The run's panel: what the file would do. */
const runOf = (page: Page) => page.locator('#run');
const applyOf = (page: Page) => runOf(page).getByRole('button', { name: /^导\s?入$/ });

/** Expects how many rows would be created, updated, left and refused. */
async function expectCounts(page: Page, counts: Readonly<Record<'将新增' | '将更新' | '没有变化' | '不能导入', number>>): Promise<void> {
  for (const [words, count] of Object.entries(counts))
    await expect(runOf(page).getByRole('button', { name: new RegExp(`^${count}\\s?行${words}$`) })).toBeVisible({ timeout: 30_000 });
}

test('a ledger with one row changed and one added goes in, and is found again', async ({ page }) => {
  const sheet = await downloadLedger(page);
  const before = sheet.rows.length;
  const changed = sheet.rows.find((row) => row.整改程度 === '未启动');
  if (!changed) throw new Error('No style problem is at 未启动');
  changed.整改程度 = '部分到位';
  const number = `风-2014-${9000 + before}`;
  const title = '办事指南公示不全，群众多次往返';
  sheet.rows.push({
    编号: number,
    问题: title,
    主要类别: changed.主要类别 ?? null,
    责任单位: changed.责任单位 ?? null,
    问题主体: '班子',
    查摆日期: '2014-09-22',
    交办日期: '2014-09-24',
    整改期限: '2014-10-31',
    整改时限类型: '限期整改',
    整改程度: '未启动',
  });
  await upload(page, await savedAs('作风问题台账.xlsx', sheet));
  await expectCounts(page, { 将新增: 1, 将更新: 1, 没有变化: before - 1, 不能导入: 0 });

  await runOf(page)
    .getByRole('button', { name: /行将更新$/ })
    .click();
  await expect(
    runOf(page)
      .getByRole('row')
      .filter({ hasText: String(changed.编号) }),
  ).toContainText('整改程度：未启动 → 部分到位');
  await applyOf(page).click();
  await expect(runOf(page).getByRole('status')).toContainText(`已导入：新增 1 行，更新 1 行，没有变化 ${before - 1} 行。`, {
    timeout: 30_000,
  });

  await runOf(page).getByRole('link', { name: '查看台账' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`${before + 1} 件`);
  await page.getByRole('main').getByLabel('编号、名称、拼音首字母').fill(number);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('· 1 件');
  await page.getByRole('link', { name: title }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title);

  await page.goto(`/items/${changed.编号}`);
  await expect(page.locator('#story')).toContainText('整改程度：未启动 → 部分到位');
});

test('one wrong date is named by sheet, row, column and reason, and nothing can go in', async ({ page }) => {
  const sheet = await downloadLedger(page);
  const row = sheet.rows[4];
  if (!row) throw new Error('The ledger has fewer than five rows');
  row.整改期限 = '2014-02-30';
  await upload(page, await savedAs('日期有误.xlsx', sheet));
  await expectCounts(page, { 将新增: 0, 将更新: 0, 没有变化: sheet.rows.length - 1, 不能导入: 1 });
  const refused = runOf(page)
    .getByRole('row')
    .filter({ hasText: String(row.编号) });
  await expect(refused.getByRole('cell').nth(0)).toHaveText(register);
  await expect(refused.getByRole('cell').nth(1)).toHaveText('6');
  await expect(refused.getByRole('cell').nth(5)).toContainText(/整改期限：.*2014-02-30/);
  await expect(applyOf(page)).toBeDisabled();
  await expect(runOf(page).getByRole('status')).toContainText('有 1 行不能导入，整份文件都不会写入');
  const list = page.waitForEvent('download');
  await runOf(page).getByRole('link', { name: '下载问题清单' }).click();
  expect((await list).suggestedFilename()).toBe('问题清单-日期有误.xlsx');
});

test('a PDF under the name of a workbook is answered by a sentence', async ({ page }) => {
  await signIn(page, 'supervision');
  await page.goto('/exchange');
  await upload(page, { name: '台账.xlsx', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n') });
  await expect(page.getByRole('main')).toContainText('这是 PDF 文件，不是 Excel 工作簿', { timeout: 30_000 });
  await expect(applyOf(page)).toHaveCount(0);
});
