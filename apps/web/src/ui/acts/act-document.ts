import type { TypedDocumentNode } from '@apollo/client';
import { graphql } from '../../gql/gql.ts';
import type { ActOnItemMutation, InstructItemMutation } from '../../gql/graphql.ts';
import type { ActMutation } from './act-spec.ts';

/** What may be answered instead of what was asked for: sentences at fields, a rule against it, somebody who was faster, nothing there. */
graphql(/* GraphQL */ `
  fragment Refusal on Error {
    message
    ... on InputError {
      fields {
        field
        code
        message
      }
    }
    ... on ActRefusedError {
      code
    }
    ... on ConflictError {
      version
      changes {
        at
        actorTitle
        action
      }
    }
  }
`);

/** The pattern of every act: what was done, or why not. */
const ActOnItemDocument = graphql(/* GraphQL */ `
  mutation ActOnItem($input: SignPartInput!) {
    answer: signPart(input: $input) {
      __typename
      ... on ItemActed {
        item {
          id
          version
          standing {
            state
            dueOn
          }
          parts {
            id
            state
            dueOn
            signDueOn
            extensionAskedTo
            reports {
              id
              isSignedOff
              verdict
            }
          }
        }
      }
      ...Refusal @unmask
    }
  }
`);

export const InstructItemDocument = graphql(/* GraphQL */ `
  mutation InstructItem($input: InstructItemInput!) {
    answer: instructItem(input: $input) {
      __typename
      ... on ItemInstructed {
        item {
          id
          version
        }
        task {
          id
          number
        }
      }
      ...Refusal @unmask
    }
  }
`);

export type ActAnswer = ActOnItemMutation['answer'] | InstructItemMutation['answer'];
export type ActedItem = Extract<ActOnItemMutation['answer'], { __typename: 'ItemActed' }>['item'];
type ActDocument = TypedDocumentNode<{ answer: ActAnswer }, { input: Record<string, unknown> }>;

/**
 * The document of one act. All acts answer alike, so each is the pattern under its own names: a mutation `signPart` takes `SignPartInput`.
 * A test holds every one of them against the schema.
 */
export function actDocument(mutation: ActMutation): ActDocument {
  if (mutation === 'instructItem') return InstructItemDocument as unknown as ActDocument;
  const name = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}`;
  const renamed = (value: unknown): unknown => {
    if (value === 'signPart') return mutation;
    if (value === 'SignPartInput') return `${name}Input`;
    if (value === 'ActOnItem') return name;
    if (Array.isArray(value)) return value.map(renamed);
    if (value !== null && typeof value === 'object')
      return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, renamed(part)]));
    return value;
  };
  return renamed({ kind: ActOnItemDocument.kind, definitions: ActOnItemDocument.definitions }) as ActDocument;
}
