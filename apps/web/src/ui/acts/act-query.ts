import { graphql } from '../../gql/gql.ts';

/** What the form of an act needs of an item, for pages that show only a line of it. */
export const ActItemDocument = graphql(/* GraphQL */ `
  query ActItem($id: ID!) {
    item(id: $id) {
      __typename
      id
      number
      title
      kind
      version
      viewerActs
      dutyPerson
      leadUnit {
        id
        name
      }
      standing {
        state
        light
        computedLight
        dueOn
      }
      parts {
        id
        duty
        state
        dueOn
        signDueOn
        extensionAskedTo
        extensionReason
        returnReason
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
          isSignedOff
          verdict
          attachments {
            id
            name
            href
            mediaType
            size
          }
        }
      }
    }
  }
`);

/** Units to choose from, with the initials that people type. */
export const ActUnitsDocument = graphql(/* GraphQL */ `
  query ActUnits {
    units {
      id
      name
      shortName
      kind
      pinyin
    }
  }
`);

/** Leaders in whose name a paper can be entered. */
export const ActLeadersDocument = graphql(/* GraphQL */ `
  query ActLeaders {
    posts {
      id
      title
      titleEn
      role
    }
  }
`);

/** Items of one register that a matter can be merged into. */
export const ActTargetsDocument = graphql(/* GraphQL */ `
  query ActTargets($text: String!, $kinds: [ItemKind!]) {
    items(filter: { text: $text, kinds: $kinds }, first: 12, orderBy: NUMBER) {
      nodes {
        id
        number
        title
        leadUnit {
          id
          shortName
        }
        standing {
          state
        }
      }
    }
  }
`);
