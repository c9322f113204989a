import { graphql } from '../../gql/gql.ts';
import type { PublicProblemsQuery } from '../../gql/graphql.ts';

/** Everything above the ledger of problems that the public raised; `problems` is the filter within this register. Nobody's name is in it. */
export const PublicProblemsDocument = graphql(/* GraphQL */ `
  query PublicProblems($asOf: Day, $filter: ItemFilter, $problems: ItemFilter) {
    publicProblemCounts(asOf: $asOf, filter: $filter) {
      raised
      open
      answered
      withoutTopic
      peopleAffected
      peopleKnown
      raisings
      raisingsAnswered
    }
    publicProblemRates(asOf: $asOf, filter: $filter) {
      rate
      numerator
      denominator
      percent
      changePoints
    }
    publicProblemHeatMap(asOf: $asOf, filter: $filter) {
      topic
      topicName
      topicNameEn
      countyId
      countyName
      raised
      open
    }
    publicProblemAgeing(asOf: $asOf, filter: $filter) {
      from
      to
      assignedFrom
      assignedTo
      count
      overdue
    }
    publicProblemTopics(asOf: $asOf, filter: $filter) {
      code
      name
      nameEn
      raised
      open
      closed
      closedPercent
      peopleAffected
      lights {
        green
        yellow
        red
        grey
      }
    }
    publicProblemUnits(asOf: $asOf, filter: $filter) {
      unitId
      unitName
      raised
      open
      closed
      closedPercent
      lights {
        green
        yellow
        red
        grey
      }
    }
    publicProblemOrigins(asOf: $asOf, filter: $filter) {
      origin
      raised
      closed
    }
    publicProblemIntake(asOf: $asOf, filter: $filter) {
      month
      from
      to
      channel
      channelName
      channelNameEn
      count
    }
    foundAndClosed(asOf: $asOf, filter: $problems) {
      month
      from
      to
      found
      closed
    }
    publicProblemForm {
      dueOn
      leadUnits {
        id
        shortName
      }
    }
  }
`);

export type Counts = PublicProblemsQuery['publicProblemCounts'];
export type Rate = PublicProblemsQuery['publicProblemRates'][number];
export type HeatCell = PublicProblemsQuery['publicProblemHeatMap'][number];
export type Unit = PublicProblemsQuery['publicProblemUnits'][number];
export type Origin = PublicProblemsQuery['publicProblemOrigins'][number];
export type Month = PublicProblemsQuery['foundAndClosed'][number];
export type Form = NonNullable<PublicProblemsQuery['publicProblemForm']>;

/** Enters a problem; a repeat of the same request answers as the first did. */
export const RegisterPublicProblemDocument = graphql(/* GraphQL */ `
  mutation RegisterPublicProblem($input: RegisterPublicProblemInput!) {
    answer: registerPublicProblem(input: $input) {
      __typename
      ... on PublicProblemRegistered {
        item {
          id
          number
        }
      }
      ...Refusal @unmask
    }
  }
`);
