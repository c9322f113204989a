import { graphql } from '../../gql/gql.ts';
import type { AdminCalendarQuery, AdminLimitsQuery, AdminTermsQuery } from '../../gql/graphql.ts';

export const AdminTermsDocument = graphql(/* GraphQL */ `
  query AdminTerms {
    terms {
      dictionary
      code
      name
      nameEn
      aliases
      position
      validTo
      isUnconfirmed
    }
  }
`);

export const AdminCalendarDocument = graphql(/* GraphQL */ `
  query AdminCalendar($year: Int!) {
    calendarDays(year: $year) {
      day
      isWorking
      label
      isProvisional
    }
  }
`);

export const AdminLimitsDocument = graphql(/* GraphQL */ `
  query AdminLimits {
    timeLimits {
      code
      name
      nameEn
      days
      dayUnit
      extensionDays
      basis
      isSecondary
      validFrom
      validTo
    }
    thresholds {
      kind
      validFrom
      timeYellowPercent
      planYellowPoints
      planRedPoints
      reportGraceWorkingDays
    }
  }
`);

export type AdminTerm = AdminTermsQuery['terms'][number];
export type AdminDay = AdminCalendarQuery['calendarDays'][number];
export type AdminLimit = AdminLimitsQuery['timeLimits'][number];
export type AdminThreshold = AdminLimitsQuery['thresholds'][number];

export const SaveTermDocument = graphql(/* GraphQL */ `
  mutation SaveTerm($input: TermEntry!) {
    saveTerm(input: $input) {
      __typename
      ...Refusal @unmask
    }
  }
`);

export const EndTermDocument = graphql(/* GraphQL */ `
  mutation EndTerm($dictionary: String!, $code: String!, $lastDay: Day!) {
    endTerm(dictionary: $dictionary, code: $code, lastDay: $lastDay) {
      __typename
      ...Refusal @unmask
    }
  }
`);

export const SetCalendarDayDocument = graphql(/* GraphQL */ `
  mutation SetCalendarDay($day: Day!, $isWorking: Boolean!, $label: String) {
    setCalendarDay(day: $day, isWorking: $isWorking, label: $label) {
      __typename
      ...Refusal @unmask
    }
  }
`);

export const SetTimeLimitDocument = graphql(/* GraphQL */ `
  mutation SetTimeLimit($input: TimeLimitEntry!) {
    setTimeLimit(input: $input) {
      __typename
      ...Refusal @unmask
    }
  }
`);

export const SetThresholdDocument = graphql(/* GraphQL */ `
  mutation SetThreshold($input: ThresholdEntry!) {
    setThreshold(input: $input) {
      __typename
      ...Refusal @unmask
    }
  }
`);
