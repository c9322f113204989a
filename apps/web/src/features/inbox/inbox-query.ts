import type { NotificationKind } from '@duban/rules/notices';
import { graphql } from '../../gql/gql.ts';
import type { InboxQuery } from '../../gql/graphql.ts';

/** A page of the own inbox, the newest line first. */
export const InboxDocument = graphql(/* GraphQL */ `
  query Inbox($first: Int!, $after: String, $unreadOnly: Boolean, $kinds: [NotificationKind!]) {
    inbox(first: $first, after: $after, unreadOnly: $unreadOnly, kinds: $kinds) {
      nodes {
        id
        kind
        at
        isRead
        itemNumber
        itemTitle
        unitName
        actorTitle
        dueOn
        askedTo
      }
      endCursor
      hasNextPage
      totalCount
      unreadCount
    }
  }
`);

export const MarkReadDocument = graphql(/* GraphQL */ `
  mutation MarkRead($ids: [ID!]!) {
    markRead(ids: $ids) {
      __typename
      ... on Inbox {
        unreadCount
      }
      ...Refusal @unmask
    }
  }
`);

export const MarkAllReadDocument = graphql(/* GraphQL */ `
  mutation MarkAllRead {
    markAllRead {
      unreadCount
    }
  }
`);

export const NotificationSettingsDocument = graphql(/* GraphQL */ `
  query NotificationSettings {
    notificationSettings {
      email
      kinds {
        kind
        inApp
        mail
      }
    }
  }
`);

export const SetNotificationSettingDocument = graphql(/* GraphQL */ `
  mutation SetNotificationSetting($kind: NotificationKind!, $inApp: Boolean!, $mail: Boolean!) {
    setNotificationSetting(kind: $kind, inApp: $inApp, mail: $mail) {
      email
      kinds {
        kind
        inApp
        mail
      }
    }
  }
`);

export const SetEmailDocument = graphql(/* GraphQL */ `
  mutation SetEmail($email: String) {
    setEmail(email: $email) {
      __typename
      ... on NotificationSettings {
        email
      }
      ...Refusal @unmask
    }
  }
`);

export type InboxLine = InboxQuery['inbox']['nodes'][number];
export const pageSize = 20;

export type InboxSearch = { unread?: true | undefined; kind?: NotificationKind[] | undefined; after?: string | undefined };

/** What the page asks for, from its address. */
export function inboxVariables({ unread, kind, after }: InboxSearch) {
  return { first: pageSize, after: after ?? null, unreadOnly: unread ?? false, kinds: kind ?? null };
}
