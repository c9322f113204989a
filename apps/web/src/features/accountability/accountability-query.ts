import { graphql } from '../../gql/gql.ts';
import type { AccountabilityFiguresQuery, AccountabilityRecordQuery, AccountabilityRegisterQuery } from '../../gql/graphql.ts';

/** Everything above the register. */
export const AccountabilityFiguresDocument = graphql(/* GraphQL */ `
  query AccountabilityFigures($asOf: Day, $within: String) {
    accountabilityHeads(asOf: $asOf, within: $within) {
      heads
      total
      percent
    }
    accountabilityFollowUp(asOf: $asOf) {
      complaints
      followed
      percent
      records
    }
    accountabilityMatrix(asOf: $asOf, within: $within) {
      unitId
      unitName
      form
      count
      administrativeHeads
    }
    accountabilityForms(asOf: $asOf, within: $within) {
      code
      name
      nameEn
      count
      administrativeHeads
    }
    accountabilityMonths(asOf: $asOf, within: $within) {
      month
      from
      to
      count
      administrativeHeads
    }
  }
`);

export const AccountabilityRegisterDocument = graphql(/* GraphQL */ `
  query AccountabilityRegister($asOf: Day, $filter: AccountabilityFilter, $first: Int, $after: String, $before: String) {
    accountabilities(asOf: $asOf, filter: $filter, first: $first, after: $after, before: $before) {
      nodes {
        id
        number
        unitName
        post
        postLevelName
        postLevelNameEn
        isAdministrativeHead
        fact
        rule
        formName
        formNameEn
        decidedBy
        decidedOn
        effectUntil
        itemNumber
        isRevoked
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      totalCount
      inForceCount
      revokedCount
    }
  }
`);

/** One record with its story. */
export const AccountabilityRecordDocument = graphql(/* GraphQL */ `
  query AccountabilityRecord($number: String!) {
    accountability(number: $number) {
      id
      number
      version
      unitName
      unit {
        id
      }
      post
      postLevel
      postLevelName
      postLevelNameEn
      isAdministrativeHead
      fact
      rule
      form
      formName
      formNameEn
      decidedBy
      decidedOn
      effect
      effectUntil
      itemNumber
      itemTitle
      enforcementRecord
      source
      isRevoked
      revokedOn
      revokedReason
      isDemo
      maskedName
      viewerCanChange
      events {
        sequence
        action
        reason
        actorTitle
        at
        changes {
          field
          before
          after
        }
      }
    }
  }
`);

export type AccountabilityFigures = AccountabilityFiguresQuery;
export type RegisterRow = AccountabilityRegisterQuery['accountabilities']['nodes'][number];
export type RecordDetail = NonNullable<AccountabilityRecordQuery['accountability']>;
