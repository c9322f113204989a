import { graphql } from '../../gql/gql.ts';
import type { VisitEntryQuery } from '../../gql/graphql.ts';

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

export type VisitEntryWords = VisitEntryQuery;
