import { expect, type Page, test } from '@playwright/test';
import { barriersOn, wcagA } from './barriers.ts';
import { ask, countItems } from './graphql.ts';
import { demoPassword, signIn } from './sign-in.ts';

async function tryPassword(page: Page, account: string, password: string): Promise<void> {
  await page.getByLabel('账号', { exact: true }).fill(account);
  await page.getByLabel('密码', { exact: true }).fill(password);
  const answered = page.waitForResponse((response) => response.request().postData()?.includes('signIn') === true);
  await page.getByLabel('密码', { exact: true }).press('Enter');
  await answered;
}

test('a wrong password is refused in a sentence, and the fifth locks the account even for the right one', async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto('/sign-in');
  const told = page.getByRole('alert').filter({ hasText: /。/ });
  for (let time = 1; time <= 4; time++) {
    await tryPassword(page, 'secadmin', `not-this-one-${time}`);
    await expect(told).toHaveText('账号或密码不正确。忘记密码请联系系统管理员。');
  }
  await tryPassword(page, 'secadmin', 'not-this-one-5');
  await expect(told).toContainText(/账号已锁定至 \d{1,2}:\d{2}/);
  await tryPassword(page, 'secadmin', demoPassword);
  await expect(told).toContainText(/账号已锁定至/);
  expect(await ask(page, '{ viewer { id } }')).toEqual({ viewer: null });
  await expect(page).toHaveURL(/\/sign-in/);
});

test('the sign-in page is accessible and offers the demo accounts', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveURL(/sign-in/);
  await expect(page.getByText('市政府督查室督查员')).toBeVisible();
  expect(await barriersOn(page, wcagA)).toEqual([]);
});

test('an address asked for while signed out is reached after one click on a demo account; signing out closes it again', async ({
  page,
}) => {
  await page.goto('/items/难-2014-0001?asOf=2014-08-31');
  await expect(page).toHaveURL(/\/sign-in/);
  await page.getByRole('button', { name: /市政府督查室督查员/ }).click();
  await expect(page).toHaveURL(/\/items\/(难|%E9%9A%BE)-2014-0001\?asOf=2014-08-31$/);
  await expect(page.getByRole('main')).toContainText('难-2014-0001');

  await page.getByRole('button', { name: '市政府督查室督查员 的菜单' }).click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto('/items');
  await expect(page).toHaveURL(/\/sign-in/);
  expect(await ask(page, '{ viewer { id } }')).toEqual({ viewer: null });
});

test('a unit head sees the items of the own unit, the livelihood works that all share, and no others', async ({ page }) => {
  await signIn(page, 'supervision');
  const all = await countItems(page, {});
  const works = await countItems(page, { kinds: ['LIVELIHOOD_WORK'] });
  const ownWorks = await countItems(page, { kinds: ['LIVELIHOOD_WORK'], units: ['gtj'] });
  const own = await countItems(page, { units: ['gtj'] });
  const shown = own + works - ownWorks;
  const { items } = await ask<{ items: { nodes: { number: string; parts: { unit: { id: string } }[] }[] } }>(
    page,
    '{ items(first: 100, filter: { kinds: [HARD_PROBLEM] }) { nodes { number parts { unit { id } } } } }',
  );
  const foreign = items.nodes.find(({ parts }) => parts.every(({ unit }) => unit.id !== 'gtj'));
  if (!foreign) throw new Error('Every hard problem belongs to gtj');
  expect(own).toBeGreaterThan(0);
  expect(shown).toBeLessThan(all);

  await signIn(page, 'head');
  await page.goto('/items');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`· ${shown} 件`);
  await page.goto(`/items/${foreign.number}`);
  await expect(page.getByRole('main')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('没有找到这一页');
  await expect(page.getByText(foreign.number)).toHaveCount(0);
});

type ComplaintNode = {
  number: string;
  complaints: { id: string; isRealName: boolean; maskedPhone: string | null; complainedUnit: { id: string } | null }[];
};
const complaintsQuery = `query($first: Int!, $after: String) {
  items(first: $first, after: $after, filter: { kinds: [COMPLAINT] }) {
    pageInfo { hasNextPage endCursor }
    nodes { ... on ComplaintItem { number complaints { id isRealName maskedPhone complainedUnit { id } } } }
  }
}`;

/** All complaints that the person signed in may see. */
async function complaintsOf(page: Page): Promise<ComplaintNode[]> {
  const all: ComplaintNode[] = [];
  for (let after: string | null = null; ; ) {
    const { items }: { items: { pageInfo: { hasNextPage: boolean; endCursor: string }; nodes: ComplaintNode[] } } = await ask(
      page,
      complaintsQuery,
      {
        first: 100,
        after,
      },
    );
    all.push(...items.nodes);
    if (!items.pageInfo.hasNextPage) return all;
    after = items.pageInfo.endCursor;
  }
}

test('inspection may reveal who complained; the complained unit sees no trace of it', async ({ page }) => {
  await signIn(page, 'inspection');
  const named = (await complaintsOf(page)).filter(({ complaints }) => complaints[0]?.isRealName && complaints[0].maskedPhone);
  const about = named.filter(({ complaints }) => complaints.some(({ complainedUnit }) => complainedUnit?.id === 'gtj'));
  const target = about[0];
  const [complaint] = target?.complaints ?? [];
  if (!target || !complaint) throw new Error('No named complaint is about gtj');
  await page.goto(`/items/${target.number}`);
  await page.getByRole('button', { name: '查看投诉人' }).click();
  const asked = page.getByRole('dialog');
  await asked.getByRole('textbox').fill('核实投诉事实');
  await asked.getByRole('button', { name: '查看并记入日志' }).click();
  await expect(page.getByRole('main')).toContainText('本次查看已记入日志');
  const { revealComplainant } = await ask<{ revealComplainant: { name: string; phone: string } }>(
    page,
    'mutation($id: ID!) { revealComplainant(complaintId: $id, reason: "核实投诉事实") { ... on Complainant { name phone } } }',
    { id: complaint.id },
  );
  await expect(page.getByRole('main')).toContainText(revealComplainant.name);

  for (const account of ['head', 'clerk', 'supervision']) {
    await signIn(page, account);
    for (const { complaints } of await complaintsOf(page)) for (const { maskedPhone } of complaints) expect(maskedPhone).toBeNull();
    const refused = await ask<{ revealComplainant: { __typename: string } }>(
      page,
      'mutation($id: ID!) { revealComplainant(complaintId: $id, reason: "核实投诉事实") { __typename } }',
      { id: complaint.id },
    ).catch((error: Error) => error.message);
    expect(JSON.stringify(refused)).not.toContain('Complainant"');
    await page.goto(`/items/${target.number}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('button', { name: '查看投诉人' })).toHaveCount(0);
    await expect(page.locator('body')).not.toContainText(revealComplainant.name);
    await expect(page.locator('body')).not.toContainText(revealComplainant.phone);
  }
});
