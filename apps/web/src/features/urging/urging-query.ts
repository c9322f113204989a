import { graphql } from '../../gql/gql.ts';
import type { UrgeFormPartQuery, UrgingRegisterQuery, UrgingSlipQuery } from '../../gql/graphql.ts';

export const UrgingRegisterDocument = graphql(/* GraphQL */ `
  query UrgingRegister($filter: UrgingFilter, $first: Int, $after: String, $before: String) {
    urgings(filter: $filter, first: $first, after: $after, before: $before) {
      nodes {
        id
        number
        rung
        reason
        on
        answerDueOn
        answeredOn
        isAnswered
        overdueWorkingDays
        byTitle
        itemNumber
        itemTitle
        unitName
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      totalCount
      counts {
        rung
        count
        unanswered
      }
    }
  }
`);

/** One slip, with what its item promised. */
export const UrgingSlipDocument = graphql(/* GraphQL */ `
  query UrgingSlip($number: String!) {
    urging(number: $number) {
      id
      number
      rung
      reason
      on
      dueOn
      overdueWorkingDays
      answerDueOn
      answeredOn
      isBySystem
      byTitle
      itemNumber
      itemTitle
      isDemo
      unitName
      item {
        __typename
        id
        ... on StyleProblemItem {
          style: detail {
            measure
            standard
          }
        }
        ... on HardProblemItem {
          problem: detail {
            plan
          }
        }
        ... on LivelihoodWorkItem {
          work: detail {
            promise
          }
        }
        ... on SupervisionTaskItem {
          task: detail {
            instruction
            standard
          }
        }
      }
    }
  }
`);

/** Which rungs are open for the parts of an item. */
export const UrgeFormPartDocument = graphql(/* GraphQL */ `
  query UrgeFormPart($itemId: ID!) {
    item(id: $itemId) {
      id
      parts {
        id
        highestRung
        openRungs {
          rung
          isOpen
          refusal
        }
      }
    }
  }
`);

/** Working days from today on: the first so many after a day. */
export const UrgeCalendarDocument = graphql(/* GraphQL */ `
  query UrgeCalendar($year: Int!) {
    calendarDays(year: $year) {
      day
      isWorking
    }
  }
`);

export const UrgePartsDocument = graphql(/* GraphQL */ `
  mutation UrgeParts($requestId: String!, $rung: Rung!, $reason: String!, $answerDueOn: Day, $parts: [UrgedPart!]!) {
    urgeParts(requestId: $requestId, rung: $rung, reason: $reason, answerDueOn: $answerDueOn, parts: $parts) {
      __typename
      ... on PartsUrged {
        results {
          itemId
          partId
          number
          done
          slipNumber
          code
          message
        }
      }
      ... on InputError {
        fields {
          field
          code
          message
        }
      }
      ... on ActRefusedError {
        code
        message
      }
    }
  }
`);

export type RegisterSlip = UrgingRegisterQuery['urgings']['nodes'][number];
export type SlipDetail = NonNullable<UrgingSlipQuery['urging']>;
export type RungStates = NonNullable<UrgeFormPartQuery['item']>['parts'][number]['openRungs'];
