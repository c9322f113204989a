import { graphql } from '../../gql/gql.ts';
import type { UrgingRegisterQuery, UrgingSlipQuery } from '../../gql/graphql.ts';

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

export type RegisterSlip = UrgingRegisterQuery['urgings']['nodes'][number];
export type SlipDetail = NonNullable<UrgingSlipQuery['urging']>;
