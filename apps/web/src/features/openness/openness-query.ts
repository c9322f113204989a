import { graphql } from '../../gql/gql.ts';
import type { OpennessOfItemQuery, OpennessWorksQuery } from '../../gql/graphql.ts';

/** The room 公开审核: works by stage, with what the public will see of each. */
export const OpennessWorksDocument = graphql(/* GraphQL */ `
  query OpennessWorks($filter: OpennessFilter, $first: Int, $after: String, $before: String) {
    opennessWorks(filter: $filter, first: $first, after: $after, before: $before) {
      nodes {
        stage
        item {
          __typename
          id
          number
          title
          version
          category {
            name
            nameEn
          }
          leadUnit {
            id
            name
            shortName
          }
          openness {
            openness
            verdict
            setBy
            setAt
            reviewedBy
            reviewedAt
            reason
            isTextChanged
          }
          viewerCanSetOpenness
          viewerCanReviewOpenness
          standing {
            progressPercent
            dueOn
          }
          ... on LivelihoodWorkItem {
            work: detail {
              promise
              quantity
              quantityUnit
              countyTargets {
                target
                actual
                county {
                  id
                  shortName
                }
              }
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      counts {
        stage
        count
      }
      totalCount
    }
  }
`);

/** 公开属性 of one work, and what the public will see of it. */
export const OpennessOfItemDocument = graphql(/* GraphQL */ `
  query OpennessOfItem($id: ID!) {
    item(id: $id) {
      __typename
      id
      number
      title
      version
      category {
        name
        nameEn
      }
      leadUnit {
        id
        name
        shortName
      }
      openness {
        openness
        verdict
        setBy
        setAt
        reviewedBy
        reviewedAt
        reason
        isTextChanged
      }
      viewerCanSetOpenness
      viewerCanReviewOpenness
      standing {
        progressPercent
        dueOn
      }
      ... on LivelihoodWorkItem {
        work: detail {
          promise
          quantity
          quantityUnit
          countyTargets {
            target
            actual
            county {
              id
              shortName
            }
          }
        }
      }
    }
  }
`);

export const SetOpennessDocument = graphql(/* GraphQL */ `
  mutation SetOpennessOfMany($requestId: String!, $rows: [OpennessRow!]!, $openness: Openness!, $reason: String) {
    setOpennessOfMany(requestId: $requestId, rows: $rows, openness: $openness, reason: $reason) {
      __typename
      ... on BulkDone {
        results {
          itemId
          number
          done
          message
        }
      }
      ...Refusal @unmask
    }
  }
`);

export const ReviewOpennessDocument = graphql(/* GraphQL */ `
  mutation ReviewOpennessOfMany($requestId: String!, $rows: [OpennessRow!]!, $verdict: OpennessVerdict!, $reason: String) {
    reviewOpennessOfMany(requestId: $requestId, rows: $rows, verdict: $verdict, reason: $reason) {
      __typename
      ... on BulkDone {
        results {
          itemId
          number
          done
          message
        }
      }
      ...Refusal @unmask
    }
  }
`);

export type OpennessRow = OpennessWorksQuery['opennessWorks']['nodes'][number];
/** A work as the forms and the preview need it. */
export type OpennessItem = NonNullable<OpennessOfItemQuery['item']>;
