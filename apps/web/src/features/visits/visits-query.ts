import { graphql } from '../../gql/gql.ts';
import type { VisitCalendarQuery, VisitEntryQuery, VisitNeedRegisterQuery, VisitPageQuery, VisitRegisterQuery } from '../../gql/graphql.ts';

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

/** What the form offers: leaders for whom the viewer may enter visits, and the words. */
export const VisitEntryDocument = graphql(/* GraphQL */ `
  query VisitEntry {
    visitingLeaders(mayEnter: true) {
      postId
      title
      titleEn
      unitName
      isOwn
      contactPoints {
        id
        name
        countyId
        countyName
        validFrom
        validTo
      }
    }
    kinds: terms(dictionary: "visit-kind") {
      code
      name
      nameEn
      isUnconfirmed
    }
    topics: terms(dictionary: "public-topic") {
      code
      name
      nameEn
    }
  }
`);

/** The words of visits alone. */
export const VisitKindsDocument = graphql(/* GraphQL */ `
  query VisitKinds {
    kinds: terms(dictionary: "visit-kind") {
      code
      name
      nameEn
      isUnconfirmed
    }
  }
`);

/** Contact points of one leader, and of all. */
export const ContactPointsDocument = graphql(/* GraphQL */ `
  query ContactPoints {
    visitingLeaders {
      postId
      title
      titleEn
      contactPoints {
        id
        name
        countyId
        countyName
        validFrom
        validTo
        version
      }
    }
  }
`);

export type VisitCalendar = VisitCalendarQuery['visitDuties'];
export type VisitRow = VisitRegisterQuery['visits']['nodes'][number];
export type NeedRow = VisitNeedRegisterQuery['visitNeeds']['nodes'][number];
export type VisitDetail = NonNullable<VisitPageQuery['visit']>;
export type VisitEntryWords = VisitEntryQuery;
