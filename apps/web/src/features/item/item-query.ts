import { graphql } from '../../gql/gql.ts';
import type { ItemPageQuery } from '../../gql/graphql.ts';

/** Everything of one item: what was promised, what is reported, and its story. */
export const itemQuery = graphql(/* GraphQL */ `
  query ItemPage($number: String!, $asOf: Day) {
    item(number: $number) {
      __typename
      id
      number
      kind
      title
      level
      version
      viewerActs
      visit {
        number
        leaderTitle
        visitedOn
      }
      clause {
        number
        title
        titleEn
      }
      category {
        name
        nameEn
      }
      leadUnit {
        id
        name
      }
      county {
        id
        name
      }
      dutyPost {
        id
        title
      }
      dutyLeader
      dutyPerson
      source
      foundOn
      assignedOn
      closedOn
      writtenOffOn
      isClosedOnTime
      standing(asOf: $asOf) {
        state
        light
        computedLight
        computedWhy {
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
        progressPercent
        dueOn
        remainingWorkingDays
        round
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
      parts {
        id
        duty
        state
        assignedOn
        signedOn
        dueOn
        closedOn
        signDueOn
        returnsUsed
        returnsAllowed
        returnReason
        isForced
        extensionAskedTo
        extensionReason
        suspendedOn
        highestRung
        viewerActs
        unit {
          id
          name
        }
        reports {
          id
          round
          text
          evidence
          reportedAt
          reportedBy
          signOffs
          isSignedOff
          verdict
          verdictNote
          verdictAt
          verdictBy
          attachments {
            id
            name
            href
            mediaType
            size
          }
        }
      }
      urgings {
        id
        number
        rung
        on
        unitName
        answerDueOn
        answeredOn
      }
      links {
        why
        isOrigin
        item {
          id
          number
          title
          kind
        }
      }
      steps {
        id
        position
        title
        measure
        person
        weight
        plannedFrom
        plannedOn
        startedOn
        actualOn
        obstacle
        decisionNeeded
        unitText
        unit {
          id
          shortName
        }
      }
      figures {
        id
        series
        countyId
        periodOn
        value
        knownOn
      }
      events(first: 100) {
        id
        sequence
        action
        fromState
        toState
        actorTitle
        onBehalfOf
        at
        payload
      }
      spans {
        id
        from
        to
        state
        progressPercent
        dueOn
        yellowOn
        redOn
      }
      attachments {
        id
        name
        size
        mediaType
        href
        addedAt
        addedBy
        isFromComplainant
        isForwarded
        forwardedFrom {
          id
        }
      }
      ... on StyleProblemItem {
        style: detail {
          subject
          term
          otherCategories
          cause
          measure
          standard
          progressClass
          evidence
          acceptanceOpinion
          acceptedOn
          satisfaction
        }
      }
      ... on ServiceProjectItem {
        project: detail {
          investor
          totalInvestment
          yearInvestment
          leader
          entrustedOn
          landMu
          households
          issuesRaised
          issuesSolved
          enterpriseRating
          members {
            member
            unit {
              id
              name
            }
          }
          breaches {
            id
            kind
            occurredOn
            description
            settledOn
            unit {
              id
              name
            }
          }
        }
      }
      ... on HardProblemItem {
        problem: detail {
          background
          plan
          team
          result
          solvedOn
        }
      }
      ... on LivelihoodWorkItem {
        work: detail {
          matter
          nature
          quantity
          quantityUnit
          promise
          startOn
          finishOn
          acceptedOn
          fundsPlanned
          countyTargets {
            target
            actual
            county {
              id
              shortName
            }
          }
        }
      }
      ... on SupervisionTaskItem {
        task: detail {
          instructedBy
          instruction
          instructedOn
          standard
          answer
          answeredOn
        }
      }
      ... on PublicProblemItem {
        raised: detail {
          origin
          channel
          content
          peopleAffected
          measure
          answer
          answeredOn
          satisfaction
          externalNumber
        }
      }
      ... on RectificationProblemItem {
        rectified: detail {
          content
          place
          foundBy
          roadDisorder
          enforcementDisorder
          measure
          result
        }
      }
      ... on ComplaintItem {
        complaints {
          id
          channel
          isRealName
          facts
          people
          earlierCount
          externalNumber
          receivedOn
          acceptDueOn
          acceptedOn
          refusalReason
          mode
          isOnTheSpot
          extensionDays
          finding
          foundOn
          measures
          sanction
          answer
          answeredOn
          calledBackOn
          satisfaction
          isSelfRated
          isReopenedByComplainant
          reworkCount
          maskedPhone
          viewerCanRevealComplainant
          complainedUnit {
            id
            name
          }
        }
      }
    }
  }
`);

/** One item with all of it. */
export type ItemDetail = NonNullable<ItemPageQuery['item']>;
export type ProjectItem = Extract<ItemDetail, { __typename: 'ServiceProjectItem' }>;
export type WorkItem = Extract<ItemDetail, { __typename: 'LivelihoodWorkItem' }>;
export type ComplaintItem = Extract<ItemDetail, { __typename: 'ComplaintItem' }>;
export type Complaint = ComplaintItem['complaints'][number];
