/** What the generated documents are typed by; the package that declares it is only codegen's. */
declare module '@graphql-typed-document-node/core' {
  export interface DocumentTypeDecoration<Result, Variables> {
    __apiType?: (variables: Variables) => Result;
  }
}
