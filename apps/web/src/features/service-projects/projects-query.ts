import { graphql } from '../../gql/gql.ts';
import type { ServiceProjectsQuery } from '../../gql/graphql.ts';

/** The page of the service projects. `filter` is of projects only; `sheets`, `teams`: how many projects the Gantt and the board show. */
export const ServiceProjectsDocument = graphql(/* GraphQL */ `
  query ServiceProjects($asOf: Day, $filter: ItemFilter, $sheets: Int, $teams: Int) {
    projectZeroContact(asOf: $asOf, filter: $filter) {
      kind
      breaches
      projects
      unsettled
      thisMonth
      entries {
        number
        title
        occurredOn
        description
        unitName
        settledOn
      }
    }
    projectStages(asOf: $asOf, filter: $filter) {
      stage
      stageName
      stageNameEn
      projects
      issuesRaised
      issuesSolved
      solvedPercent
      lights {
        green
        yellow
        red
        grey
      }
    }
    projectInvestment(asOf: $asOf, filter: $filter) {
      month
      planned
      actual
      reported
      projects
    }
    projectTeams(asOf: $asOf, filter: $filter, first: $teams) {
      total
      departments {
        unitId
        unitName
        projects
      }
      teams {
        number
        title
        countyName
        leader
        stageName
        stageNameEn
        light
        members {
          unitId
          member
        }
      }
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

export type ZeroContact = ServiceProjectsQuery['projectZeroContact'][number];
export type Stage = ServiceProjectsQuery['projectStages'][number];
export type InvestmentMonth = ServiceProjectsQuery['projectInvestment'][number];
export type TeamBoard = ServiceProjectsQuery['projectTeams'];

/** Projects in the Gantt at first, and by how many "more" adds. */
export const sheetsAtFirst = 5;
/** Projects on the team board at first. */
export const teamsAtFirst = 15;
