import { graphql } from '../../gql/gql.ts';
import type { MonthlyFormQuery } from '../../gql/graphql.ts';

/** A unit's form of a month. Absent variables: the viewer's own unit, the last month ended. */
export const MonthlyFormDocument = graphql(/* GraphQL */ `
  query MonthlyForm($unitId: ID, $periodOn: Day) {
    monthlyPeriods
    monthlyForm(unitId: $unitId, periodOn: $periodOn) {
      id
      periodOn
      unit {
        id
        name
      }
      state
      version
      submittedAt
      submittedBy
      returnReason
      sentAt
      sentBy
      askedCount
      withLastCount
      viewerCanFill
      viewerCanSubmit
      viewerCanReturn
      viewerCanSend
      rows {
        id
        itemId
        number
        kind
        title
        duty
        itemVersion
        assignedOn
        lines {
          line
          title
          plannedOn
        }
        standing {
          light
          progressPercent
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
        after {
          light
          progressPercent
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
        fields {
          key
          type
          label
          line
          unit
          last
          lastPeriodOn
          plan
          known
          target
          isAsked
          isRequired
          value
          reason
          confirmed
        }
      }
    }
  }
`);

export type MonthlyForm = NonNullable<MonthlyFormQuery['monthlyForm']>;
export type FormRow = MonthlyForm['rows'][number];
export type FormField = FormRow['fields'][number];

/** Units that the viewer may see, with what a month asks of each. */
export const MonthlyBurdenDocument = graphql(/* GraphQL */ `
  query MonthlyBurden($periodOn: Day) {
    burden(periodOn: $periodOn) {
      unitId
      unitName
      items
      askedCount
      withLastCount
      filledCount
      missingCount
      state
      sentAt
    }
  }
`);

export const SaveMonthlyCellsDocument = graphql(/* GraphQL */ `
  mutation SaveMonthlyCells($input: SaveMonthlyCellsInput!) {
    saveMonthlyCells(input: $input) {
      __typename
      ... on MonthlyCellsSaved {
        version
        rows {
          id
          itemId
          after {
            light
            progressPercent
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
        others {
          itemId
          field
          value
        }
        overwritten {
          itemId
          field
          value
          editedBy
          editedAt
        }
      }
      ...Refusal @unmask
    }
  }
`);

export const SubmitMonthlyDocument = graphql(/* GraphQL */ `
  mutation SubmitMonthly($input: MonthlyActInput!) {
    submitMonthly(input: $input) {
      __typename
      ... on MonthlyForm {
        id
        state
        version
      }
      ...Refusal @unmask
    }
  }
`);

export const ReturnMonthlyDocument = graphql(/* GraphQL */ `
  mutation ReturnMonthly($input: ReturnMonthlyInput!) {
    returnMonthly(input: $input) {
      __typename
      ... on MonthlyForm {
        id
        state
        version
      }
      ...Refusal @unmask
    }
  }
`);

export const SendMonthlyDocument = graphql(/* GraphQL */ `
  mutation SendMonthly($input: SendMonthlyInput!) {
    sendMonthly(input: $input) {
      __typename
      ... on MonthlyForm {
        id
        state
        version
      }
      ...Refusal @unmask
      ... on MonthlyItemsChanged {
        message
        itemIds
      }
    }
  }
`);
