/** What the generated documents and Apollo Client agree on; the package that declares it is only theirs. */
declare module '@graphql-typed-document-node/core' {
  import type { DocumentNode } from 'graphql';

  export interface DocumentTypeDecoration<Result, Variables> {
    __apiType?: (variables: Variables) => Result;
  }
  export interface TypedDocumentNode<Result = Record<string, unknown>, Variables = Record<string, unknown>>
    extends DocumentNode,
      DocumentTypeDecoration<Result, Variables> {}
}
