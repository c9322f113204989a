import { graphql } from '../../gql/gql.ts';
import type { AdminUsersQuery, SecurityUsersQuery } from '../../gql/graphql.ts';

export const AdminUsersDocument = graphql(/* GraphQL */ `
  query AdminUsers {
    users {
      id
      account
      displayName
      isActive
      isDemo
      isLocked
      mustChangePassword
      version
      post {
        id
        title
        role
        unit {
          id
          shortName
        }
      }
    }
    posts {
      id
      title
      unit {
        id
        shortName
      }
    }
  }
`);

export const SecurityUsersDocument = graphql(/* GraphQL */ `
  query SecurityUsers {
    users {
      id
      account
      displayName
      isActive
      isLocked
      lockedUntil
      failedSignIns
      passwordChangedAt
      mustChangePassword
      version
      post {
        id
        title
        role
        unit {
          id
          shortName
        }
      }
      sessions {
        id
        createdAt
        lastSeenAt
        address
        userAgent
      }
    }
  }
`);

export type AdminUser = AdminUsersQuery['users'][number];
export type SecurityUser = SecurityUsersQuery['users'][number];

export const CreateUserDocument = graphql(/* GraphQL */ `
  mutation CreateUser($input: NewUser!) {
    createUser(input: $input) {
      __typename
      ...Refusal @unmask
    }
  }
`);

export const ResetPasswordDocument = graphql(/* GraphQL */ `
  mutation ResetPassword($id: ID!, $version: Int!, $password: String!) {
    resetPassword(id: $id, version: $version, password: $password) {
      __typename
      ...Refusal @unmask
    }
  }
`);

export const MovePostDocument = graphql(/* GraphQL */ `
  mutation MovePost($id: ID!, $version: Int!, $postId: ID!) {
    movePost(id: $id, version: $version, postId: $postId) {
      __typename
      ...Refusal @unmask
    }
  }
`);

export const DeactivateUserDocument = graphql(/* GraphQL */ `
  mutation DeactivateUser($id: ID!, $version: Int!) {
    deactivateUser(id: $id, version: $version) {
      __typename
      ...Refusal @unmask
    }
  }
`);

export const ReactivateUserDocument = graphql(/* GraphQL */ `
  mutation ReactivateUser($id: ID!, $version: Int!) {
    reactivateUser(id: $id, version: $version) {
      __typename
      ...Refusal @unmask
    }
  }
`);

export const UnlockUserDocument = graphql(/* GraphQL */ `
  mutation UnlockUser($id: ID!, $version: Int!) {
    unlockUser(id: $id, version: $version) {
      __typename
      ...Refusal @unmask
    }
  }
`);

export const RevokeSessionsOfDocument = graphql(/* GraphQL */ `
  mutation RevokeSessionsOf($id: ID!, $version: Int!) {
    revokeSessionsOf(id: $id, version: $version) {
      __typename
      ...Refusal @unmask
    }
  }
`);
