import { graphql } from '../../gql/gql.ts';
import type { ImportMappingStepQuery } from '../../gql/graphql.ts';

/** The columns of an upload with samples, and what each feeds or most likely feeds. `layouts`: tabs to look at in another way. */
export const ImportMappingDocument = graphql(/* GraphQL */ `
  query ImportMappingStep($id: ID!, $layouts: [ImportTabLayoutInput!]) {
    importRun(id: $id) {
      id
      mapping(layouts: $layouts) {
        version
        source
        setBy
        setAt
        sheets {
          key
          name
          nameEn
          columns {
            key
            header
            headerEn
            type
            meaning
            meaningEn
            isNeeded
            isPersonal
            mayBeConstant
            options
          }
        }
        tabs {
          name
          sheet
          headerRow
          headerRows
          lastHeaderRow
          rows
          source
          headers {
            at
            letter
            header
            filled
            samples
            isMasked
            column
            guess
            isCertain
          }
          constants {
            column
            value
          }
        }
      }
    }
  }
`);

export const SetImportMappingDocument = graphql(/* GraphQL */ `
  mutation SetImportMapping($id: ID!, $requestId: String!, $version: Int!, $tabs: [ImportTabInput!]!, $remember: Boolean!) {
    setImportMapping(importRunId: $id, requestId: $requestId, version: $version, tabs: $tabs, remember: $remember) {
      __typename
      ... on ImportRun {
        id
        state
        doneRows
        totalRows
      }
      ...Refusal @unmask
      ... on ImportNotReady {
        message
      }
    }
  }
`);

export type Mapping = NonNullable<NonNullable<ImportMappingStepQuery['importRun']>['mapping']>;
export type MappingTab = Mapping['tabs'][number];
export type MappingHeader = MappingTab['headers'][number];
export type MappingSheet = Mapping['sheets'][number];
export type MappingColumn = MappingSheet['columns'][number];
