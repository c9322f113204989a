import { graphql } from '../../gql/gql.ts';
import type { HardProblemsQuery } from '../../gql/graphql.ts';

/** The page of the hard problems. `filter` is of hard problems only; `sheets`: how many progress sheets are drawn. */
export const HardProblemsDocument = graphql(/* GraphQL */ `
  query HardProblems($asOf: Day, $filter: ItemFilter, $sheets: Int) {
    hardProblemDuties(asOf: $asOf) {
      postId
      led {
        number
        title
        level
        themeName
        themeNameEn
        unitName
        light
        progressPercent
        dueOn
        isSolved
        nextStep
        nextStepPlannedOn
        openDecisions
        lastAt
        lastAction
        lastActor
        standing {
          remainingWorkingDays
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
      overseen {
        number
        title
        level
        themeName
        themeNameEn
        unitName
        light
        progressPercent
        dueOn
        isSolved
        nextStep
        nextStepPlannedOn
        openDecisions
        lastAt
        lastAction
        lastActor
        standing {
          remainingWorkingDays
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
    hardProblemRates(asOf: $asOf, filter: $filter) {
      level
      problems
      solved
      percent
      changePoints
    }
    hardProblemMatrix(asOf: $asOf, filter: $filter) {
      level
      theme
      themeName
      themeNameEn
      problems
      solved
      lights {
        green
        yellow
        red
        grey
      }
    }
    hardProblemDecisions(asOf: $asOf, filter: $filter) {
      number
      title
      level
      unitName
      leader
      light
      step
      plannedOn
      overdueDays
      obstacle
      decisionNeeded
    }
    progressSheets(asOf: $asOf, filter: $filter, first: $sheets) {
      number
      title
      unitName
      light
      total
      steps {
        position
        title
        plannedFrom
        plannedOn
        startedOn
        doneOn
        isOverdue
        obstacle
        decisionNeeded
      }
    }
  }
`);

export type Duties = NonNullable<HardProblemsQuery['hardProblemDuties']>;
export type Duty = Duties['led'][number];
export type SolvedRate = HardProblemsQuery['hardProblemRates'][number];
export type MatrixCell = HardProblemsQuery['hardProblemMatrix'][number];
export type Decision = HardProblemsQuery['hardProblemDecisions'][number];

/** Progress sheets drawn at first, and by how many "more" adds. */
export const sheetsAtFirst = 6;
