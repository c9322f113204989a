import type { Page } from '@playwright/test';

/** Asks the API as the person signed in on `page`, past the screens. Throws with the answer's errors. */
export async function ask<Data>(page: Page, query: string, variables: Record<string, unknown> = {}): Promise<Data> {
  const answer = await page.request.post('/graphql', { headers: { 'x-duban-csrf': '1' }, data: { query, variables } });
  const { data, errors } = (await answer.json()) as { data: Data; errors?: { message: string }[] };
  if (errors) throw new Error(errors.map(({ message }) => message).join('; '));
  return data;
}

/** How many items of `filter` the person signed in on `page` sees. */
export async function countItems(page: Page, filter: Record<string, unknown>): Promise<number> {
  const { items } = await ask<{ items: { totalCount: number } }>(
    page,
    'query($filter: ItemFilter) { items(filter: $filter, first: 1) { totalCount } }',
    { filter },
  );
  return items.totalCount;
}
