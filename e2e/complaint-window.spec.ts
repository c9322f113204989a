import { expect } from '@playwright/test';
import { choose } from './choose.ts';
import { signIn } from './sign-in.ts';
import { test } from './test.ts';

test('a window clerk registers a call that was answered on the spot, by keyboard, and its slip opens the answer', async ({ page }) => {
  await signIn(page, 'service');
  await page.goto('/complaint-desk');
  const main = page.getByRole('main');
  const type = async (label: string, text: string) => main.getByRole('textbox', { name: new RegExp(`^${label}`) }).fill(text);
  await main.getByRole('radio', { name: '电话', exact: true }).check();
  await type('姓名', '某辛壬');
  await type('联系电话', '0396-2600199');
  await choose(main.getByRole('combobox', { name: /^被投诉单位/ }), '国土');
  await choose(main.getByRole('combobox', { name: /^投诉类别/ }), '违反服务承诺');
  await type('投诉内容', '某辛壬来电：交件窗口中午无人值守，等了四十分钟。');
  await main.getByRole('switch').press('Space');

  // What the unit may read starts from the words taken down, in which the caller still stands.
  const shared = main.getByRole('textbox', { name: /^登记的投诉内容/ });
  await expect(shared).toHaveValue(/某辛壬/);
  await type('答复内容', '已当场安排值守，并向来电人致歉。');
  await page.keyboard.press('Control+Enter');
  await expect(main.getByRole('alert')).toContainText('投诉人');
  await expect(shared).toBeFocused();
  await shared.fill('来电反映交件窗口中午无人值守。');
  await page.keyboard.press('Control+Enter');

  const slip = page.getByRole('region', { name: '投诉查询凭条' });
  await expect(slip).toBeVisible();
  await expect(main.getByRole('status')).toContainText(/诉-2014-\d{4}，当场答复并办结/);
  const told = Object.fromEntries(
    await slip
      .locator('dt')
      .evaluateAll((terms) => terms.map((term) => [term.textContent ?? '', term.nextElementSibling?.textContent ?? ''])),
  );
  expect(told.查询码).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
  await main.getByRole('button', { name: '继续登记' }).click();
  await expect(main.getByRole('textbox', { name: /^投诉内容/ })).toHaveValue('');

  await page.goto('/public/answer');
  await page.locator('#code').fill(told.查询码 ?? '');
  await page.locator('#secret').fill(told.查询密码 ?? '');
  await page.locator('main button[type=submit]').click();
  await expect(main).toContainText('已当场安排值守');
});
