import { graphql } from '../../gql/gql.ts';
import type { VisitCalendarQuery, VisitNeedRegisterQuery, VisitPageQuery, VisitRegisterQuery } from '../../gql/graphql.ts';

/** The duty calendar, its figures and its charts; `from` and `to` are the months as days. */
export const VisitCalendarDocument = graphql(/* GraphQL */ `
  query VisitCalendar($asOf: Day, $within: String, $group: LeaderGroup, $fromMonth: String, $toMonth: String, $only: VisitDutyState) {
    visitDuties(asOf: $asOf, within: $within, group: $group, from: $fromMonth, to: $toMonth, only: $only) {
      months {
        month
        from
        to
        owed
        done
        open
        missed
        percent
      }
      leaders {
        postId
        title
        titleEn
        unitName
        group
        contactPoints
        longestMissed
        currentMissed
        duties {
          month
          state
          visits
        }
      }
    }
  }
`);

export const VisitFiguresDocument = graphql(/* GraphQL */ `
  query VisitFigures($asOf: Day, $within: String, $group: LeaderGroup, $from: Day, $to: Day) {
    visitFigures(asOf: $asOf, within: $within, group: $group, from: $from, to: $to) {
      visits
      frontLine
      needs
      answered
      answeredPercent
      becameItems
    }
    visitNeedUnits(asOf: $asOf, within: $within, group: $group, from: $from, to: $to) {
      unitId
      unitName
      needs
      answered
      becameItems
      percent
    }
  }
`);

export const VisitRegisterDocument = graphql(/* GraphQL */ `
  query VisitRegister($asOf: Day, $filter: VisitFilter, $first: Int, $after: String, $before: String) {
    visits(asOf: $asOf, filter: $filter, first: $first, after: $after, before: $before) {
      nodes {
        id
        number
        leaderTitle
        leaderTitleEn
        place
        countyName
        visitedOn
        kinds
        isFrontLine
        peopleMet
        needCount
        photoCount
        enteredBy
        knownOn
        isWithdrawn
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
      totalCount
      withdrawnCount
    }
  }
`);

export const VisitNeedRegisterDocument = graphql(/* GraphQL */ `
  query VisitNeedRegister($asOf: Day, $filter: VisitNeedFilter, $first: Int, $after: String) {
    visitNeeds(asOf: $asOf, filter: $filter, first: $first, after: $after) {
      nodes {
        id
        visitNumber
        visitedOn
        leaderTitle
        place
        text
        unitName
        dueOn
        outcome
        answer
        answeredOn
        itemNumber
        item {
          number
        }
      }
      totalCount
      hasNextPage
      hasPreviousPage
      startCursor
      endCursor
    }
  }
`);

/** One visit with what its needs became and its story. */
export const VisitPageDocument = graphql(/* GraphQL */ `
  query VisitPage($number: String!, $asOf: Day) {
    visit(number: $number) {
      id
      number
      version
      postId
      leaderTitle
      leaderTitleEn
      unitName
      contactPointId
      contactPointName
      place
      countyId
      countyName
      visitedOn
      kinds
      isFrontLine
      peopleMet
      met
      opinions
      decision
      enteredBy
      knownOn
      isWithdrawn
      withdrawnOn
      withdrawnReason
      isDemo
      viewerCanChange
      viewerCanRaise
      answerableNeeds
      needs(asOf: $asOf) {
        id
        text
        unitId
        unitName
        dueOn
        answer
        answeredOn
        outcome
        itemNumber
        item {
          number
          kind
          standing(asOf: $asOf) {
            state
            light
          }
        }
      }
      photos {
        id
        name
        size
        mediaType
        href
      }
      events {
        sequence
        action
        reason
        actorTitle
        at
        changes {
          field
          before
          after
        }
      }
    }
  }
`);

export type VisitCalendar = VisitCalendarQuery['visitDuties'];
export type VisitRow = VisitRegisterQuery['visits']['nodes'][number];
export type NeedRow = VisitNeedRegisterQuery['visitNeeds']['nodes'][number];
export type VisitDetail = NonNullable<VisitPageQuery['visit']>;
