import { ApolloClient, ApolloLink, Observable } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { expect, test, vi } from 'vitest';
import { InboxBell } from '../../app/frame/inbox-bell.tsx';
import { press, render, waitFor } from '../../test/render.tsx';
import { testCache } from '../../test/test-cache.ts';
import { InboxSettings } from './inbox-settings.tsx';

vi.mock('../../ui/use-href.ts', () => ({
  useHref: () => (to: { to: string; params?: Record<string, string> }) => to.to.replace('$number', to.params?.number ?? ''),
}));

/** A server with one unread line, which marks what it is told to. */
function serverWith() {
  const asked: { name: string; variables: Record<string, unknown> }[] = [];
  let isRead = false;
  const line = () => ({
    __typename: 'InboxLine',
    id: 'n1',
    kind: 'ASSIGNED',
    at: '2014-09-30T02:00:00.000Z',
    isRead,
    itemNumber: '难-2014-001',
    itemTitle: '修路',
    unitName: '国土局',
    actorTitle: '督查室',
    dueOn: null,
    askedTo: null,
  });
  const settings = {
    __typename: 'NotificationSettings',
    email: null,
    kinds: [{ __typename: 'NotificationSetting', kind: 'URGED', inApp: true, mail: true }],
  };
  const answer = (name: string): Record<string, unknown> => {
    if (name === 'MarkRead' || name === 'MarkAllRead') isRead = true;
    if (name === 'MarkRead') return { markRead: { __typename: 'Inbox', unreadCount: 0 } };
    if (name === 'MarkAllRead') return { markAllRead: { __typename: 'Inbox', unreadCount: 0 } };
    if (name === 'NotificationSettings') return { notificationSettings: settings };
    if (name === 'SetNotificationSetting') return { setNotificationSetting: settings };
    if (name === 'SetEmail')
      return { setEmail: { __typename: 'InputError', fields: [{ __typename: 'FieldProblem', field: 'email', code: 'EMAIL' }] } };
    return {
      inbox: { __typename: 'Inbox', nodes: [line()], endCursor: 'n1', hasNextPage: false, totalCount: 1, unreadCount: isRead ? 0 : 1 },
    };
  };
  const link = new ApolloLink(({ operationName, variables }) => {
    asked.push({ name: operationName ?? '', variables });
    return new Observable((observer) => {
      observer.next({ data: answer(operationName ?? '') });
      observer.complete();
    });
  });
  return { asked, client: new ApolloClient({ link, cache: testCache() }) };
}

test('the bell says how many are unread, shows them, and marks the one that is opened', async () => {
  const { asked, client } = serverWith();
  const page = await render(
    <ApolloProvider client={client}>
      <InboxBell />
    </ApolloProvider>,
  );
  const bell = await waitFor(() => page.querySelector('[aria-label="消息，1 条未读"]'));
  await press(bell);
  const link = await waitFor(() => document.querySelector<HTMLAnchorElement>('a[href="/items/难-2014-001"]'));
  expect(link.textContent).toContain('督查室交办国土局，请签收办理');
  expect(link.textContent).toContain('未读');
  link.addEventListener('click', (event) => event.preventDefault());
  await press(link);
  await waitFor(() => page.querySelector('[aria-label="消息，0 条未读"]'));
  expect(asked.find(({ name }) => name === 'MarkRead')?.variables).toEqual({ ids: ['n1'] });
});

test('all are marked at once, and Esc comes back to the bell', async () => {
  const { asked, client } = serverWith();
  const page = await render(
    <ApolloProvider client={client}>
      <InboxBell />
    </ApolloProvider>,
  );
  const bell = await waitFor(() => page.querySelector('[aria-label="消息，1 条未读"]'));
  await press(bell);
  const dialog = await waitFor(() => document.querySelector('[role="dialog"][aria-label="消息"]'));
  await press(dialog.querySelector('button'));
  await waitFor(() => page.querySelector('[aria-label="消息，0 条未读"]'));
  expect(asked.some(({ name }) => name === 'MarkAllRead')).toBe(true);
  await press(dialog, 'Escape');
  expect(document.activeElement).toBe(bell);
});

test('settings are kept per kind, and a wrong address is told at its field', async () => {
  const { asked, client } = serverWith();
  const page = await render(
    <ApolloProvider client={client}>
      <InboxSettings />
    </ApolloProvider>,
  );
  await press(await waitFor(() => page.querySelector('input[aria-label="催办 邮件"]')));
  expect(asked.find(({ name }) => name === 'SetNotificationSetting')?.variables).toEqual({ kind: 'URGED', inApp: true, mail: false });
  await press(page.querySelector('button[type="submit"]'));
  const problem = await waitFor(() => page.querySelector('#inbox-email-problem'));
  expect(problem.textContent).toContain('电子邮箱地址不正确');
  expect(page.querySelector('#inbox-email')?.getAttribute('aria-describedby')).toBe('inbox-email-problem');
});
