import { addDays } from '@duban/rules/calendar';
import { graphql } from '../../gql/gql.ts';
import type { ComplaintQueueQuery, DeskItemQuery, OwnRegistrationsQuery } from '../../gql/graphql.ts';

/** Complaints that wait for the decision whether they are taken on, the nearest limit first, and how many are due today and late. */
export const ComplaintQueueDocument = graphql(/* GraphQL */ `
  query ComplaintQueue($filter: ItemFilter!, $waiting: ItemFilter!, $today: ItemFilter!, $late: ItemFilter!, $first: Int!) {
    items(filter: $filter, orderBy: DUE_ON, first: $first) {
      totalCount
      nodes {
        __typename
        id
        number
        title
        standing {
          dueOn
        }
        ... on ComplaintItem {
          complaints {
            id
            channel
            isRealName
            people
            receivedOn
            acceptDueOn
            earlierCount
          }
        }
      }
    }
    waiting: items(filter: $waiting, first: 1) {
      totalCount
    }
    today: items(filter: $today, first: 1) {
      totalCount
    }
    late: items(filter: $late, first: 1) {
      totalCount
    }
  }
`);

/** One complaint as it is decided on: what its acts need, and what was registered. Own words come by themselves. */
export const DeskItemDocument = graphql(/* GraphQL */ `
  query DeskItem($id: ID!) {
    item(id: $id) {
      __typename
      id
      number
      title
      kind
      version
      viewerActs
      dutyPerson
      leadUnit {
        id
        name
      }
      category {
        name
        nameEn
      }
      standing {
        state
        light
        computedLight
        dueOn
      }
      parts {
        id
        duty
        state
        dueOn
        signDueOn
        extensionAskedTo
        extensionReason
        returnReason
        viewerActs
        unit {
          id
          name
        }
        reports {
          id
          round
          text
          evidence
          reportedAt
          reportedBy
          isSignedOff
          verdict
          attachments {
            id
            name
            href
            mediaType
            size
          }
        }
      }
      attachments {
        id
        name
        href
        mediaType
        size
      }
      ... on ComplaintItem {
        complaints {
          id
          channel
          isRealName
          people
          externalNumber
          facts
          receivedOn
          acceptDueOn
          complainedUnit {
            id
            name
          }
        }
      }
    }
  }
`);

export const RegisterComplaintDocument = graphql(/* GraphQL */ `
  mutation RegisterComplaint($input: RegisterComplaintInput!) {
    registerComplaint(input: $input) {
      __typename
      ... on ComplaintRegistered {
        number
        code
        secret
        acceptDueOn
        answerAddress
      }
      ...Refusal @unmask
    }
  }
`);

/** What whoever is at the desk registered today or this month: how far each has come, and nothing of who complained. */
export const OwnRegistrationsDocument = graphql(/* GraphQL */ `
  query OwnRegistrations($period: RegistrationPeriod!) {
    ownComplaintRegistrations(period: $period) {
      today
      thisMonth
      answerAddress
      registrations {
        number
        receivedOn
        channel
        isOnTheSpot
        state
        acceptDueOn
        answerDueOn
      }
    }
  }
`);

type Row = ComplaintQueueQuery['items']['nodes'][number];
export type QueuedComplaint = Extract<Row, { __typename: 'ComplaintItem' }>;
export type Registration = OwnRegistrationsQuery['ownComplaintRegistrations']['registrations'][number];
export type DeskItem = Extract<NonNullable<DeskItemQuery['item']>, { __typename: 'ComplaintItem' }>;

/** How many of the queue are shown: the nearest limits; as these are decided on, the next come up. */
export const queueSize = 100;

/** Which complaints wait: all, those due today, those whose limit has passed. */
export function queueFilters(today: string) {
  const waiting = { kinds: ['COMPLAINT' as const], states: ['DRAFT' as const] };
  return { waiting, today: { ...waiting, due: { from: today, to: today } }, late: { ...waiting, due: { to: addDays(today, -1) } } };
}
