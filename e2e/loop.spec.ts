import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { ask } from './graphql.ts';
import { signIn } from './sign-in.ts';
import { test } from './test.ts';

/** A task of the test's own, assigned to 市国土局. Answers its number. */
async function newTask(page: Page, title: string): Promise<string> {
  const { createTasks } = await ask<{ createTasks: { items: { number: string }[] } }>(
    page,
    `mutation($input: CreateTasksInput!) { createTasks(input: $input) { ... on TasksCreated { items { number } } } }`,
    {
      input: {
        requestId: randomUUID(),
        tasks: [{ title, source: 'meeting', basis: '市政府常务会议', leadUnitId: 'gtj', dueOn: '2014-11-28', state: 'ASSIGNED' }],
      },
    },
  );
  return createTasks.items[0]!.number;
}

const main = (page: Page) => page.getByRole('main');

test('clerk, head, supervision office, leader: a task goes from assignment to closing', async ({ as }) => {
  test.setTimeout(150_000);
  const [office, clerk, head, leader] = [await as('supervision'), await as('clerk'), await as('head'), await as('leader')];
  const title = '清理闲置土地并公示结果';
  const number = await newTask(office, title);

  // The clerk signs it in with others of its kind, then reports it with its evidence.
  await clerk.goto('/my-work?need=SIGN_IN');
  await clerk.getByRole('row', { name: title }).getByRole('checkbox').check();
  await clerk.getByRole('button', { name: '签收所选 1 项' }).click();
  await expect(clerk.getByText('已办理 1 项')).toBeVisible();
  await clerk.goto(`/items/${number}`);
  await expect(main(clerk)).toContainText('已签收');
  await clerk.getByRole('button', { name: '反馈', exact: true }).click();
  const form = clerk.getByRole('dialog');
  await form.getByRole('textbox').first().fill('已清理闲置土地 3 宗，结果已在门户网站公示。');
  await form.getByRole('textbox').nth(1).fill('驻国土资〔2014〕88号');
  await form
    .getByRole('button', { name: /反馈|提交/ })
    .last()
    .click();
  await expect(main(clerk)).toContainText('已反馈');

  // The head signs what the clerk wrote.
  await head.goto('/review');
  await head.getByRole('button', { name: title }).click();
  await expect(head.getByText('已清理闲置土地 3 宗')).toBeVisible();
  await head.getByRole('button', { name: '签发', exact: true }).click();
  const sign = head.getByRole('dialog');
  await sign.getByRole('button', { name: '签发', exact: true }).last().click();
  await expect(sign).toBeHidden();

  // The office takes it into review and accepts it.
  await office.goto(`/items/${number}`);
  await office.getByRole('button', { name: '受理审核' }).click();
  await expect(main(office)).toContainText('审核中');
  await office
    .getByRole('button', { name: /审核通过|通过/ })
    .first()
    .click();
  const accept = office.getByRole('dialog');
  await accept.getByRole('textbox').first().fill('情况属实，同意办结。');
  await accept.getByRole('button', { name: /通过/ }).last().click();
  await expect(main(office)).toContainText('已办结');

  // The leader reads the whole of it.
  await leader.goto(`/items/${number}`);
  await expect(main(leader)).toContainText('已办结');
  for (const said of ['签收', '反馈', '签发', '受理审核', '同意办结']) await expect(main(leader)).toContainText(said);
});

test('what one does stands on the other’s screen without a reload, and a slower act loses nothing', async ({ as }) => {
  test.setTimeout(120_000);
  const page = await as('supervision');
  const number = await newTask(page, '核查项目用地手续');
  const head = await as('head');
  const clerk = await as('clerk');
  for (const each of [page, head, clerk]) {
    await each.goto(`/items/${number}`);
    await expect(main(each)).toContainText('已交办');
  }
  await head.getByRole('button', { name: '签收' }).click();
  await expect(main(page)).toContainText('已签收', { timeout: 5000 });

  // Both have the form open; the clerk is faster, and the head's text is still there.
  await head.goto(`/items/${number}`);
  await head.getByRole('button', { name: '申请延期' }).click();
  const typed = '评估报告尚未出具，需顺延。';
  const form = head.getByRole('dialog');
  const reason = form.locator('textarea').first();
  await reason.fill(typed);
  const { item } = await ask<{ item: { id: string; version: number; parts: { id: string }[] } }>(
    clerk,
    'query($number: String!) { item(number: $number) { id version parts { id } } }',
    { number },
  );
  await ask(clerk, 'mutation($input: StartPartInput!) { startPart(input: $input) { __typename } }', {
    input: { itemId: item.id, partId: item.parts[0]!.id, version: item.version, requestId: randomUUID() },
  });
  await expect(main(page)).toContainText('办理中', { timeout: 5000 });
  await expect(reason).toHaveValue(typed);

  // Sent, it is told who was faster; sent again, it goes through with what was typed.
  const day = form.getByPlaceholder('选择日期');
  await day.fill('2014-12-31');
  await day.press('Enter');
  const send = form.getByRole('button', { name: '申请延期' });
  await send.click();
  await expect(form.getByRole('alert')).toContainText('开始办理');
  await expect(send).toBeDisabled();
  await form.getByRole('alert').getByRole('button').click();
  await expect(reason).toHaveValue(typed);
  await send.click();
  await expect(form).toBeHidden();
  await expect(main(page)).toContainText(typed, { timeout: 5000 });
});

test('a leader’s 批示 on the red list becomes a supervised task in one step', async ({ page }) => {
  await signIn(page, 'leader');
  await page.goto('/');
  await page.getByRole('button', { name: '批示' }).first().click();
  const form = page.getByRole('dialog');
  await form.getByRole('textbox').first().fill('请主要负责同志限期解决，并报结果。');
  await form
    .getByRole('button', { name: /批示|交办/ })
    .last()
    .click();
  await expect(page.getByRole('link', { name: /督-2014-\d{4}/ }).first()).toBeVisible();
});
