import { graphql } from '../../gql/gql.ts';
import type { MorningQuery } from '../../gql/graphql.ts';

/** Remembers this visit to the page; answers when the one before was. */
export const LookAtHardProblemsDocument = graphql(/* GraphQL */ `
  mutation LookAtHardProblems {
    lookAt(room: "hard-problems") {
      __typename
      ... on Look {
        previousAt
      }
    }
  }
`);

/** A vice mayor's morning: what others moved, what waits for a decision, what stands still and on whom. */
export const MorningDocument = graphql(/* GraphQL */ `
  query Morning($since: Instant!, $listed: Int!) {
    movements(since: $since, first: $listed) {
      id
      at
      actorTitle
      action
      count
      total
      item {
        id
        number
        title
      }
    }
    myWork(needs: [APPROVE, DECIDE_EXTENSION, DECIDE], first: $listed) {
      id
      need
      bitesOn
      remainingWorkingDays
      item {
        id
        number
        title
        leadUnit {
          id
          shortName
        }
      }
      part {
        id
        unit {
          id
          shortName
        }
      }
    }
    myWorkCounts(needs: [APPROVE, DECIDE_EXTENSION, DECIDE]) {
      need
      count
      late
    }
    stuckParts(first: $listed, inCharge: true, moreThanWorkingDays: 10, kinds: [HARD_PROBLEM]) {
      partId
      number
      title
      unitName
      on
      since
      stillWorkingDays
      lastAction
      lastActor
      total
    }
  }
`);

export type Movement = MorningQuery['movements'][number];
export type Waiting = MorningQuery['myWork'][number];
export type WaitingCount = { need: (typeof decisionNeeds)[number]; count: number; late: number };
export type Stuck = MorningQuery['stuckParts'][number];

/** Lines of each list; those that don't fit are scrolled to. */
export const linesListed = 20;

/** What a vice mayor decides, the most urgent kind first. */
export const decisionNeeds = ['DECIDE_EXTENSION', 'DECIDE', 'APPROVE'] as const;

/** Days told at a first visit. */
export const daysAtFirst = 7;
