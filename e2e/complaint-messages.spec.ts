import { expect } from '@playwright/test';
import { choose } from './choose.ts';
import { signIn } from './sign-in.ts';
import { test } from './test.ts';
import { type OpenSheet, savedAs } from './workbook.ts';

/** Messages as the mayor's mailbox gives them out. */
const messages = (rows: readonly string[][]): OpenSheet => {
  const headings = ['留言编号', '用户', '主题', '时间', '详情', '回复', '回复时间'];
  return {
    name: 'Sheet1',
    headings,
    rows: rows.map((row) => Object.fromEntries(headings.map((heading, at) => [heading, row[at] ?? null]))),
  };
};
const august = [
  ['188006', '某卯辰', '窗口排队两小时无人受理', '2014/8/3 15:20', '在办事大厅等了两个小时。', '已整改窗口值班。', '2014/8/10 9:05'],
  ['188009', '网友0008', '办证材料反复退回', '2014年8月4日', '同一份材料退了三次。', '', ''],
];
const september = [...august, ['188031', '某巳午', '补贴迟迟不到账', '2014-09-02 08:30', '申请半年没有到账。', '', '']];

test('messages under headings of their own go in by the step that maps them, and the next month by what was said', async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, 'inspection');
  await page.goto('/exchange');
  const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: '效能投诉台账', exact: true }) });
  const run = page.locator('#run');
  const upload = async (name: string, rows: readonly string[][]) =>
    card.locator('input[type=file]').setInputFiles(await savedAs(name, messages(rows)));

  await upload('市长信箱8月.xlsx', august);
  await expect(run).toContainText('文件的表头与台账对不上', { timeout: 30_000 });
  await expect(run.getByRole('status')).toContainText('还缺：');
  for (const [column, value] of [
    ['投诉渠道', '市长信箱'],
    ['承办单位', '市监察局'],
  ]) {
    await choose(run.getByLabel(`“${column}”所有行都填`), value ?? '');
  }
  await expect(run.getByRole('status')).toContainText('必填的列都已对应');
  await run.getByRole('button', { name: '按此检查每一行' }).click();
  await expect(run.getByRole('button', { name: /^2\s?行将新增$/ })).toBeVisible({ timeout: 30_000 });
  await run.getByRole('button', { name: /^导\s?入$/ }).click();
  await expect(run.getByRole('status')).toContainText('已导入：新增 2 行', { timeout: 30_000 });

  await upload('市长信箱9月.xlsx', september);
  await expect(run).toContainText('已按记住的对应关系读取', { timeout: 30_000 });
  await expect(run.getByRole('button', { name: /^1\s?行将新增$/ })).toBeVisible();
  await expect(run.getByRole('button', { name: /^2\s?行没有变化$/ })).toBeVisible();
  await run.getByRole('button', { name: /^导\s?入$/ }).click();
  await expect(run.getByRole('status')).toContainText('已导入：新增 1 行', { timeout: 30_000 });

  // What came in is a case like any other: its words, its answer, and nobody's name.
  await page.goto('/items?kinds=COMPLAINT');
  await page.getByRole('main').getByLabel('编号、名称、拼音首字母').fill('窗口排队两小时');
  await page.getByRole('link', { name: '窗口排队两小时无人受理' }).click();
  await expect(page.getByRole('main')).toContainText('188006');
  await expect(page.getByRole('main')).toContainText('已整改窗口值班。');
  await expect(page.locator('body')).not.toContainText('某卯辰');
});
