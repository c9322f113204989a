import { graphql } from '../../gql/gql.ts';

/** The working days of a year and of the next. */
export const WorkingCalendarDocument = graphql(/* GraphQL */ `
  query WorkingCalendar($year: Int!, $next: Int!) {
    thisYear: calendarDays(year: $year) {
      day
      isWorking
      label
    }
    nextYear: calendarDays(year: $next) {
      day
      isWorking
      label
    }
  }
`);
