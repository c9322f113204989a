import { graphql } from '../../gql/gql.ts';

/** What goes back and forth, and what nobody moves. */
export const StandingStillDocument = graphql(/* GraphQL */ `
  query StandingStill {
    bouncingItems(first: 8) {
      partId
      number
      title
      returns
      lostWorkingDays
      isForced
      total
      units {
        name
      }
    }
    stuckParts(moreThanWorkingDays: 20, first: 8) {
      partId
      number
      title
      unitName
      on
      since
      stillWorkingDays
      total
    }
  }
`);
