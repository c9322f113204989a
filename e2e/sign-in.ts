import type { Page } from '@playwright/test';

/** The one password of the demo accounts. */
export const demoPassword = 'Duban-demo-2014';

/** Signs in through the API, as the sign-in page does, so that a journey starts inside. */
export async function signIn(page: Page, account: string): Promise<void> {
  const answer = await page.request.post('/graphql', {
    headers: { 'x-duban-csrf': '1' },
    data: {
      query: 'mutation($account: String!, $password: String!) { signIn(account: $account, password: $password) { __typename } }',
      variables: { account, password: demoPassword },
    },
  });
  const body = (await answer.json()) as { data: { signIn: { __typename: string } } };
  if (body.data.signIn.__typename !== 'Viewer') throw new Error(`${account} could not sign in: ${JSON.stringify(body)}`);
}
