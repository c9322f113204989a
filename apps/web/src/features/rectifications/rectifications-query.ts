import { graphql } from '../../gql/gql.ts';
import type { RectificationBoardQuery, RectificationsQuery } from '../../gql/graphql.ts';

/** The five side by side. */
export const RectificationsDocument = graphql(/* GraphQL */ `
  query Rectifications($asOf: Day, $unitId: ID, $filter: ItemFilter) {
    rectifications(asOf: $asOf) {
      code
      name
      nameEn
      version
      access
      leadUnit {
        id
        shortName
      }
      stages {
        stage
        plannedFrom
        plannedTo
        startedOn
        endedOn
        phase
        lateDays
        isNow
      }
      months
      units {
        id
        shortName
      }
    }
    rectificationTotals(asOf: $asOf, unitId: $unitId, filter: $filter) {
      code
      found
      fixed
      fixedPercent
      open
      overdue
      lights {
        green
        yellow
        red
        grey
      }
      casesFiled
      peopleHandled
      checks
      units
      missing
    }
  }
`);

/** Everything of one board. */
export const RectificationBoardDocument = graphql(/* GraphQL */ `
  query RectificationBoard($code: ID!, $asOf: Day, $unitId: ID, $filter: ItemFilter, $problems: ItemFilter) {
    rectification(code: $code, asOf: $asOf) {
      code
      name
      nameEn
      version
      leadUnit {
        id
        shortName
      }
      goal
      stages {
        stage
        plannedFrom
        plannedTo
        startedOn
        endedOn
        summary
        phase
        lateDays
        isNow
      }
      units {
        id
        shortName
      }
      disorders
      access
      months
      unitsToEnter
      unitsToList
    }
    rectificationTotals(code: $code, asOf: $asOf, unitId: $unitId, filter: $filter) {
      code
      found
      fixed
      fixedPercent
      checks
      spotFixed
      casesFiled
      peopleHandled
      lookBacks
      relapses
      listed
      listedFixed
      open
      overdue
      lights {
        green
        yellow
        red
        grey
      }
      units
      missing
    }
    rectificationMonths(code: $code, asOf: $asOf, unitId: $unitId, filter: $filter) {
      month
      from
      to
      found
      fixed
      entered
      asked
    }
    rectificationUnits(code: $code, asOf: $asOf, unitId: $unitId, filter: $filter) {
      unitId
      unitName
      takesPart
      checks
      found
      fixed
      spotFixed
      listed
      listedFixed
      casesFiled
      peopleHandled
      lookBacks
      relapses
      open
      overdue
      missingMonths
    }
    rectificationDisorders(code: $code, asOf: $asOf, filter: $filter) {
      code
      name
      nameEn
      listed
      listedFixed
      open
      overdue
      lights {
        green
        yellow
        red
        grey
      }
    }
    countyTiles(asOf: $asOf, filter: $problems) {
      unitId
      unitName
      column
      row
      lit
      worst
    }
    rectificationEntries(code: $code, asOf: $asOf, within: $unitId, filter: $filter) {
      unitId
      unitName
      month
      state
      isAsked
      checks
      spotFixed
      casesFiled
      peopleHandled
      lookBacks
      relapses
      listed
      listedFixed
      note
      enteredBy
      knownOn
      version
    }
  }
`);

/** The versions of a unit's month. */
export const RectificationStoryDocument = graphql(/* GraphQL */ `
  query RectificationStory($code: ID!, $unitId: ID!, $month: String!) {
    rectificationEntryStory(code: $code, unitId: $unitId, month: $month) {
      version
      enteredBy
      knownOn
      recordedAt
      reason
      checks
      spotFixed
      casesFiled
      peopleHandled
      lookBacks
      relapses
      note
      changes {
        field
        before
        after
      }
    }
  }
`);

export type OverviewBoard = RectificationsQuery['rectifications'][number];
export type OverviewTotal = RectificationsQuery['rectificationTotals'][number];
export type BoardData = RectificationBoardQuery;
export type Board = NonNullable<BoardData['rectification']>;
export type BoardStage = Board['stages'][number];
export type BoardTotal = BoardData['rectificationTotals'][number];
export type BoardMonth = BoardData['rectificationMonths'][number];
export type BoardUnit = BoardData['rectificationUnits'][number];
export type Disorder = BoardData['rectificationDisorders'][number];
export type Entry = BoardData['rectificationEntries'][number];
