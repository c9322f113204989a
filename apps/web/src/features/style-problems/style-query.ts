import { graphql } from '../../gql/gql.ts';
import type { StyleProblemsQuery } from '../../gql/graphql.ts';

/** The page of the ten kinds of style problems. `filter` is of style problems only. */
export const StyleProblemsDocument = graphql(/* GraphQL */ `
  query StyleProblems($asOf: Day, $filter: ItemFilter) {
    themeHeadlines(asOf: $asOf, filter: $filter) {
      theme
      numerator
      denominator
      percent
      changePoints
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
    styleCategories(asOf: $asOf, filter: $filter) {
      category
      name
      nameEn
      found
      rectified
      rectifiedPercent
      writtenOff
      repeats
      medianWriteOffWorkingDays
      lights {
        green
        yellow
        red
        grey
      }
    }
    styleHeatMap(asOf: $asOf, filter: $filter) {
      unitId
      unitName
      found
      unrectified
      cells {
        category
        found
        unrectified
      }
    }
    styleWriteOffTime(asOf: $asOf, filter: $filter) {
      count
      medianWorkingDays
      ninetiethWorkingDays
      buckets {
        from
        to
        count
      }
    }
    styleRepeats(asOf: $asOf, filter: $filter, first: 10) {
      unitId
      unitName
      category
      categoryName
      categoryNameEn
      count
      total
    }
    foundAndClosed(asOf: $asOf, filter: $filter) {
      month
      from
      to
      found
      closed
      writtenOff
    }
  }
`);

export type StyleCategory = StyleProblemsQuery['styleCategories'][number];
export type StyleUnit = StyleProblemsQuery['styleHeatMap'][number];
export type StyleRepeat = StyleProblemsQuery['styleRepeats'][number];
export type WriteOffTime = StyleProblemsQuery['styleWriteOffTime'];
export type StyleMonth = StyleProblemsQuery['foundAndClosed'][number];
export type StyleHeadline = StyleProblemsQuery['themeHeadlines'][number];
