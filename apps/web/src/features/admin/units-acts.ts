import { graphql } from '../../gql/gql.ts';
import type { AdminUnitsQuery } from '../../gql/graphql.ts';

export const AdminUnitsDocument = graphql(/* GraphQL */ `
  query AdminUnits {
    units(includeEnded: true) {
      id
      name
      shortName
      nameEn
      kind
      rankGroup
      aliases
      validTo
      version
      parent {
        id
        shortName
      }
    }
  }
`);

export type AdminUnit = AdminUnitsQuery['units'][number];

export const CreateUnitDocument = graphql(/* GraphQL */ `
  mutation CreateUnit($input: NewUnit!) {
    createUnit(input: $input) {
      __typename
      ...Refusal @unmask
    }
  }
`);

export const RenameUnitDocument = graphql(/* GraphQL */ `
  mutation RenameUnit($id: ID!, $version: Int!, $names: UnitNames!) {
    renameUnit(id: $id, version: $version, names: $names) {
      __typename
      ...Refusal @unmask
    }
  }
`);

export const AddUnitAliasDocument = graphql(/* GraphQL */ `
  mutation AddUnitAlias($id: ID!, $version: Int!, $alias: String!) {
    addUnitAlias(id: $id, version: $version, alias: $alias) {
      __typename
      ...Refusal @unmask
    }
  }
`);

export const RemoveUnitAliasDocument = graphql(/* GraphQL */ `
  mutation RemoveUnitAlias($id: ID!, $version: Int!, $alias: String!) {
    removeUnitAlias(id: $id, version: $version, alias: $alias) {
      __typename
      ...Refusal @unmask
    }
  }
`);

export const EndUnitDocument = graphql(/* GraphQL */ `
  mutation EndUnit($id: ID!, $version: Int!, $lastDay: Day!, $successorId: ID) {
    endUnit(id: $id, version: $version, lastDay: $lastDay, successorId: $successorId) {
      __typename
      ...Refusal @unmask
    }
  }
`);
