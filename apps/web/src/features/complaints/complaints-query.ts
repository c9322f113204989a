import { graphql } from '../../gql/gql.ts';
import type { ComplaintsQuery } from '../../gql/graphql.ts';

/** Everything above the ledger of complaints. Nothing about complainants is in it. */
export const ComplaintsDocument = graphql(/* GraphQL */ `
  query Complaints($asOf: Day, $filter: ItemFilter) {
    complaintRates(asOf: $asOf, filter: $filter) {
      rate
      numerator
      denominator
      percent
      changePoints
    }
    complaintIntake(asOf: $asOf, filter: $filter) {
      month
      from
      to
      channel
      channelName
      channelNameEn
      count
    }
    complaintClasses(asOf: $asOf, filter: $filter) {
      code
      name
      nameEn
      received
      complete
      completePercent
      lights {
        green
        yellow
        red
        grey
      }
    }
    complaintFindings(asOf: $asOf, filter: $filter) {
      finding
      count
    }
    complaintAgeing(asOf: $asOf, filter: $filter) {
      from
      to
      assignedFrom
      assignedTo
      count
      overdue
    }
  }
`);

export type ComplaintRate = ComplaintsQuery['complaintRates'][number];
export type IntakeCell = ComplaintsQuery['complaintIntake'][number];
export type ComplaintClass = ComplaintsQuery['complaintClasses'][number];
export type FindingCount = ComplaintsQuery['complaintFindings'][number];
export type ComplaintAge = ComplaintsQuery['complaintAgeing'][number];
