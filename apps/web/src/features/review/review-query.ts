import { graphql } from '../../gql/gql.ts';
import type { ReviewItemQuery, ReviewQueueQuery } from '../../gql/graphql.ts';

/** Reports that wait for a signature, for review or for judgement. */
export const ReviewQueueDocument = graphql(/* GraphQL */ `
  query ReviewQueue($needs: [WorkNeed!]!, $first: Int!) {
    myWork(needs: $needs, first: $first) {
      id
      need
      bitesOn
      remainingWorkingDays
      light
      item {
        id
        number
        title
      }
      part {
        id
        duty
        unit {
          id
          shortName
        }
      }
    }
    myWorkCounts(needs: $needs) {
      count
    }
  }
`);

/** One matter as its reviewer weighs it: what was promised, what is reported, what backs it. */
export const ReviewItemDocument = graphql(/* GraphQL */ `
  query ReviewItem($id: ID!) {
    item(id: $id) {
      __typename
      id
      number
      title
      kind
      version
      dutyLeader
      dutyPerson
      leadUnit {
        id
        name
      }
      source
      viewerActs
      standing {
        state
        light
        computedLight
        progressPercent
        dueOn
        remainingWorkingDays
        why {
          rule
          dueOn
          overdueWorkingDays
          progressPercent
          planPercent
          periodOn
          usedPercent
          reportDueOn
          reason
        }
      }
      parts {
        id
        duty
        state
        assignedOn
        dueOn
        signDueOn
        extensionAskedTo
        extensionReason
        returnReason
        viewerActs
        unit {
          id
          name
          shortName
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
          verdictNote
          verdictAt
          verdictBy
          attachments {
            id
            name
            size
            href
            mediaType
          }
        }
      }
      steps {
        id
        title
        measure
        plannedOn
        actualOn
        obstacle
      }
      ... on StyleProblemItem {
        style: detail {
          cause
          measure
          standard
        }
      }
      ... on HardProblemItem {
        problem: detail {
          background
          plan
        }
      }
      ... on LivelihoodWorkItem {
        work: detail {
          matter
          quantity
          quantityUnit
          promise
        }
      }
      ... on ServiceProjectItem {
        project: detail {
          investor
          totalInvestment
        }
      }
      ... on ComplaintItem {
        complaints {
          id
          facts
        }
      }
      ... on SupervisionTaskItem {
        task: detail {
          instruction
          instructedBy
          standard
        }
      }
    }
  }
`);

export type QueueRow = ReviewQueueQuery['myWork'][number];
export type ReviewedItem = NonNullable<ReviewItemQuery['item']>;
export type ReviewedPart = ReviewedItem['parts'][number];
export type PartReport = ReviewedPart['reports'][number];

/** How many of the queue are shown: what bites first; as these are done, the next come up. */
export const queueSize = 100;
