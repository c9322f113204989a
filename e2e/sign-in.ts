import type { Cookie, Page } from '@playwright/test';

/** The one password of the demo accounts. */
export const demoPassword = 'Duban-demo-2014';

/** Sessions of this worker by account, used again as long as its server runs. */
const sessions = new Map<string, Cookie[]>();

/** Signs in through the API, as the sign-in page does, so that a journey starts inside. A person's journeys share one session. */
export async function signIn(page: Page, account: string): Promise<void> {
  const context = page.context();
  const known = sessions.get(account);
  if (known) return context.addCookies(known);
  const answer = await page.request.post('/graphql', {
    headers: { 'x-duban-csrf': '1' },
    data: {
      query: 'mutation($account: String!, $password: String!) { signIn(account: $account, password: $password) { __typename } }',
      variables: { account, password: demoPassword },
    },
  });
  const body = (await answer.json()) as { data: { signIn: { __typename: string } } };
  if (body.data.signIn.__typename !== 'Viewer') throw new Error(`${account} could not sign in: ${JSON.stringify(body)}`);
  sessions.set(account, await context.cookies());
}
