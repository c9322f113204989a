import { graphql } from '../../gql/gql.ts';
import type { LivelihoodWorksQuery } from '../../gql/graphql.ts';

/** The page of the livelihood works. `filter` is of livelihood works only; `curves`: how many plan curves are drawn. */
export const LivelihoodWorksDocument = graphql(/* GraphQL */ `
  query LivelihoodWorks($asOf: Day, $filter: ItemFilter, $curves: Int) {
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
    slowestLivelihoodWorks(asOf: $asOf, filter: $filter, first: 100) {
      number
      title
      unitName
      light
      progressPercent
      plannedPercent
      lagPoints
    }
    livelihoodCurves(asOf: $asOf, filter: $filter, first: $curves) {
      number
      title
      unitName
      light
      quantity
      quantityUnit
      progressPercent
      plannedPercent
      lagPoints
      reportedThrough
      total
      points {
        month
        planned
        actual
      }
    }
    livelihoodCounties(asOf: $asOf, filter: $filter) {
      countyId
      countyName
      works
      completeWorks
      completion
      percent
      shares {
        number
        title
        quantityUnit
        target
        actual
        percent
      }
    }
    livelihoodFunds(asOf: $asOf, filter: $filter) {
      programme
      programmeName
      programmeNameEn
      number
      title
      works
      planned
      arrived
      paid
      arrivedPercent
      paidPercent
      arrivedLag
      paidLag
    }
  }
`);

export type Headline = LivelihoodWorksQuery['themeHeadlines'][number];
export type SlowWork = LivelihoodWorksQuery['slowestLivelihoodWorks'][number];
export type WorkCurve = LivelihoodWorksQuery['livelihoodCurves'][number];
export type County = LivelihoodWorksQuery['livelihoodCounties'][number];
export type Funds = LivelihoodWorksQuery['livelihoodFunds'][number];

/** Plan curves drawn at first, and by how many "more" adds. */
export const curvesAtFirst = 9;
