import { graphql } from '../../gql/gql.ts';
import type { CockpitQuery, CountyTilesQuery } from '../../gql/graphql.ts';

/** The cockpit but for what has a switch of its own. `approves`: whether the viewer is asked to approve. */
export const CockpitDocument = graphql(/* GraphQL */ `
  query Cockpit($asOf: Day, $filter: ItemFilter, $approves: Boolean!) {
    themeHeadlines(asOf: $asOf, filter: $filter) {
      theme
      numerator
      denominator
      percent
      changePoints
      plannedPercent
      lights {
        green
        yellow
        red
        grey
      }
      course {
        day
        percent
      }
    }
    redList(asOf: $asOf, filter: $filter, first: 20) {
      totalCount
      items {
        id
        number
        title
        viewerActs
        leadUnit {
          id
          shortName
        }
        standing(asOf: $asOf) {
          light
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
      }
    }
    myWorkCounts(needs: [APPROVE]) @include(if: $approves) {
      count
    }
    foundAndClosed(asOf: $asOf, filter: $filter) {
      month
      from
      to
      found
      closed
    }
    slowestLivelihoodWorks(asOf: $asOf, filter: $filter, first: 8) {
      number
      title
      unitName
      light
      progressPercent
      plannedPercent
    }
    overdueByUnit(asOf: $asOf, filter: $filter, first: 8) {
      unitId
      unitName
      count
      longestOverdueWorkingDays
      total
    }
  }
`);

export const UnitRankingDocument = graphql(/* GraphQL */ `
  query UnitRanking($group: RankGroup!, $asOf: Day, $filter: ItemFilter) {
    unitRanking(group: $group, asOf: $asOf, filter: $filter) {
      unitId
      unitName
      numerator
      denominator
      percent
      isRanked
      groupPercent
    }
  }
`);

export const CountyTilesDocument = graphql(/* GraphQL */ `
  query CountyTiles($theme: Theme, $asOf: Day, $filter: ItemFilter) {
    countyTiles(theme: $theme, asOf: $asOf, filter: $filter) {
      unitId
      unitName
      column
      row
      numerator
      denominator
      percent
      lit
      worst
      lights {
        red
      }
    }
  }
`);

export type Headline = CockpitQuery['themeHeadlines'][number];
export type RedItem = CockpitQuery['redList']['items'][number];
export type Month = CockpitQuery['foundAndClosed'][number];
export type SlowWork = CockpitQuery['slowestLivelihoodWorks'][number];
export type OverdueUnit = CockpitQuery['overdueByUnit'][number];
export type Tile = CountyTilesQuery['countyTiles'][number];
