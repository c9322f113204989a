import { graphql } from '../../gql/gql.ts';
import type { ComplaintsQuery } from '../../gql/graphql.ts';

/** How intake is counted out: thirty days, or twelve months. */
export const intakePeriods = ['DAY', 'MONTH'] as const;

/** Everything above the ledger of complaints; `complaints` is the filter within this register. Nothing about complainants is in it. */
export const ComplaintsDocument = graphql(/* GraphQL */ `
  query Complaints($asOf: Day, $filter: ItemFilter, $complaints: ItemFilter, $group: RankGroup!) {
    complaintRates(asOf: $asOf, filter: $filter) {
      rate
      numerator
      denominator
      percent
      changePoints
    }
    complaintCounts(asOf: $asOf, filter: $filter) {
      received
      waiting
      refused
      withdrawn
      takenOn
      reworked
      reopened
      collective
      repeated
    }
    days: complaintIntakeCourse(by: DAY, asOf: $asOf, filter: $filter) {
      period
      from
      to
      count
    }
    months: complaintIntakeCourse(by: MONTH, asOf: $asOf, filter: $filter) {
      period
      from
      to
      count
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
      takenOn
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
    complaintSatisfaction(asOf: $asOf, filter: $filter) {
      satisfaction
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
    complaintWords(asOf: $asOf, filter: $filter, first: 14) {
      word
      count
      from
      to
    }
    unitRanking(group: $group, asOf: $asOf, filter: $complaints) {
      unitId
      unitName
      numerator
      denominator
      percent
      isRanked
      groupPercent
    }
    complainedUnits(asOf: $asOf, filter: $filter) {
      unitId
      unitName
      received
      takenOn
      complete
      settlementDue
      onTime
      onTimePercent
      upheld
      red
    }
    complaintCounties(asOf: $asOf, filter: $filter) {
      unitId
      unitName
      received
      takenOn
      complete
      settlementDue
      onTime
      onTimePercent
      upheld
      red
    }
  }
`);

export type ComplaintRate = ComplaintsQuery['complaintRates'][number];
export type ComplaintCounts = ComplaintsQuery['complaintCounts'];
export type IntakePeriod = ComplaintsQuery['days'][number];
export type ComplaintClass = ComplaintsQuery['complaintClasses'][number];
export type FindingCount = ComplaintsQuery['complaintFindings'][number];
export type GradeCount = ComplaintsQuery['complaintSatisfaction'][number];
export type HotWord = ComplaintsQuery['complaintWords'][number];
export type RankedUnit = ComplaintsQuery['unitRanking'][number];
export type ComplaintPlace = ComplaintsQuery['complainedUnits'][number];
