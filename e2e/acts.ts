import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { ask } from './graphql.ts';

const partActs: ReadonlySet<string> = new Set(['signPart', 'reportPart', 'signOffReport', 'takeIntoReview', 'acceptPart']);

/** Does an act on an item, or on its first part, as the person signed in on `page`, past the screens. Throws unless it was done. */
export async function actOn(page: Page, number: string, name: string, given: Record<string, unknown> = {}): Promise<void> {
  const { item } = await ask<{ item: { id: string; version: number; parts: { id: string }[] } }>(
    page,
    'query($number: String!) { item(number: $number) { id version parts { id } } }',
    { number },
  );
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const part = partActs.has(name) ? { partId: item.parts[0]!.id } : {};
  const { done } = await ask<{ done: { __typename: string } }>(
    page,
    `mutation($input: ${type}!) { done: ${name}(input: $input) { __typename } }`,
    { input: { itemId: item.id, version: item.version, requestId: randomUUID(), ...part, ...given } },
  );
  if (done.__typename !== 'ItemActed') throw new Error(`${name} of ${number} was answered by ${done.__typename}`);
}

/** Registers a complaint at a desk as the person signed in on `page`, past the screens. Answers its number. */
export async function registerComplaint(page: Page, given: Record<string, unknown>): Promise<string> {
  const { registered } = await ask<{ registered: { number?: string } }>(
    page,
    'mutation($input: RegisterComplaintInput!) { registered: registerComplaint(input: $input) { ... on ComplaintRegistered { number } } }',
    { input: { requestId: randomUUID(), ...given } },
  );
  if (!registered.number) throw new Error('The complaint was not registered');
  return registered.number;
}
