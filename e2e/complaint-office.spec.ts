import { expect, type Page } from '@playwright/test';
import { actOn, registerComplaint } from './acts.ts';
import { choose } from './choose.ts';
import { ask } from './graphql.ts';
import { signIn } from './sign-in.ts';
import { test } from './test.ts';

const main = (page: Page) => page.getByRole('main');

/** Opens an act's form from the bar at the foot of the page. */
async function openAct(page: Page, verb: string) {
  await page.getByRole('region', { name: '可以进行的操作' }).getByRole('button', { name: verb, exact: true }).click();
  const form = page.getByRole('dialog');
  return { form, send: () => form.getByRole('button', { name: verb, exact: true }).click() };
}

test('inspection takes a complaint on, finds, answers and calls back; who looked at the complainant stands in the audit', async ({
  as,
  page,
}) => {
  test.setTimeout(120_000);
  const head = await as('head');
  await signIn(page, 'service');
  const number = await registerComplaint(page, {
    channel: 'phone',
    isNamed: true,
    name: '某癸子',
    phone: '13900007788',
    unitId: 'gtj',
    classCode: '1',
    facts: '某癸子来电：补正材料没有一次告知，跑了四趟。',
  });
  await expect(actOn(page, number, 'takeOnComplaint')).rejects.toThrow();

  await signIn(page, 'inspection');
  await page.goto('/complaint-desk');
  await page
    .getByRole('navigation', { name: /^待受理的投诉/ })
    .getByRole('button', { name: number })
    .click();
  await expect(main(page)).toContainText('某癸子来电');
  const { form, send } = await openAct(page, '受理交办');
  await expect(form.getByRole('textbox', { name: /^交办的投诉内容/ })).toHaveValue('○○来电：补正材料没有一次告知，跑了四趟。');
  await form.getByRole('radio', { name: /^交办/ }).check();
  await choose(form.getByRole('combobox', { name: /^承办单位/ }), '国土');
  await send();
  await expect(main(page).getByRole('status').filter({ hasText: '已处理' })).toContainText(number);
  await expect(page.getByRole('navigation', { name: /^待受理的投诉/ }).getByRole('button', { name: number })).toHaveCount(0);

  // The unit works on it, and the office accepts what it reports: those screens have a journey of their own.
  await actOn(head, number, 'signPart');
  await actOn(head, number, 'reportPart', { text: '已补办，并公示一次性告知清单。', evidence: '办件回执' });
  await actOn(head, number, 'signOffReport');
  await actOn(page, number, 'takeIntoReview');
  await actOn(page, number, 'acceptPart', { acceptance: '情况属实，同意。' });

  await page.goto(`/items/${number}`);
  const finding = await openAct(page, '登记调查结论');
  await finding.form.getByRole('radio', { name: '属实', exact: true }).check();
  await finding.form.getByRole('textbox', { name: /^整改措施/ }).fill('公示一次性告知清单');
  await finding.send();
  await expect(main(page)).toContainText('公示一次性告知清单');
  const answer = await openAct(page, '答复投诉人');
  await answer.form.getByRole('textbox', { name: /^答复内容/ }).fill('您反映的问题属实，已为您补办。');
  await answer.send();
  await expect(main(page)).toContainText('已为您补办');
  await page.getByRole('button', { name: '转回访' }).click();
  await expect(main(page)).toContainText('回访日期');

  // Without a reason nobody is shown; with one, the audit administrator reads who looked and why, and not at whom.
  await page.getByRole('button', { name: '查看投诉人' }).click();
  const asked = page.getByRole('dialog');
  await asked.getByRole('button', { name: '查看并记入日志' }).click();
  await expect(asked.getByRole('alert')).toContainText('请写明查看理由');
  await expect(page.locator('body')).not.toContainText('13900007788');
  const reason = `${number} 电话回访，核实办理结果`;
  await asked.getByRole('textbox').fill(reason);
  await asked.getByRole('button', { name: '查看并记入日志' }).click();
  await expect(main(page)).toContainText('13900007788');
  await signIn(page, 'auditadmin');
  await page.goto('/admin?tab=audit');
  const looked = page.getByRole('row').filter({ hasText: reason });
  await expect(looked).toContainText('查看投诉人');
  await expect(main(page)).not.toContainText('某癸子');
});

test('a finding leads to a person held to account, of whom the own unit reads the post alone and others nothing', async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, 'inspection');
  const number = await registerComplaint(page, {
    channel: 'letter',
    isNamed: false,
    unitId: 'gtj',
    classCode: '4',
    facts: '违规收取费用。',
  });
  const takenOn = { category: '4', mode: 'OWN', facts: '反映窗口违规收取费用。', complainedUnitId: 'gtj', leadUnitId: 'jcj' };
  await actOn(page, number, 'takeOnComplaint', takenOn);
  await actOn(page, number, 'recordFinding', { finding: 'PARTLY_TRUE' });

  await page.goto(`/items/${number}`);
  await page.getByRole('link', { name: '登记责任追究' }).click();
  const form = page.getByRole('dialog');
  await expect(form.getByRole('textbox', { name: /^关联事项编号/ })).toHaveValue(number);
  const list = (name: RegExp) => form.getByRole('combobox', { name });
  await choose(list(/^单位/), '市国土局');
  await form.getByRole('textbox', { name: /^职务$/ }).fill('窗口科科长');
  await choose(list(/^职务层次/), '正科级');
  await form.getByRole('textbox', { name: /^姓名/ }).fill('某丑寅');
  await form.getByRole('textbox', { name: /^主要事实/ }).fill('窗口收取规定以外的费用。');
  await form.getByRole('textbox', { name: /^违反规定/ }).fill('收费公示制度');
  await choose(list(/^追究方式/), '通报批评');
  await form.getByRole('textbox', { name: /^决定机关/ }).fill('市监察局');
  await form.getByPlaceholder('选择日期').first().fill('2014-09-30');
  await page.keyboard.press('Enter');
  await form.getByRole('button', { name: '登记', exact: true }).click();
  await expect(form).toBeHidden();
  await expect(main(page).getByRole('row').filter({ hasText: number })).toContainText('窗口科科长');

  const units = async () => {
    const answer = await ask<{ accountabilities: { totalCount: number; nodes: { unit: { id: string } }[] } }>(
      page,
      '{ accountabilities(first: 100) { totalCount nodes { unit { id } } } }',
    );
    return answer.accountabilities.nodes.map(({ unit }) => unit.id);
  };
  const all = await units();
  expect(new Set(all).size).toBeGreaterThan(1);
  await signIn(page, 'head');
  await page.goto('/accountability');
  await main(page).getByRole('row').filter({ hasText: '窗口科科长' }).getByRole('link').first().click();
  await expect(page.getByRole('dialog')).toContainText('窗口收取规定以外的费用。');
  await expect(page.locator('body')).not.toContainText('某丑寅');
  // The case itself was investigated without the unit, and stays with inspection.
  await expect(page.locator('body')).not.toContainText(number);
  await expect(page.getByRole('button', { name: '登记追责' })).toHaveCount(0);
  expect(await units()).toEqual(all.filter((unit) => unit === 'gtj'));
  await signIn(page, 'clerk');
  await page.goto('/accountability');
  await expect(main(page)).toContainText('责任追究登记簿不对您的岗位开放');
});
