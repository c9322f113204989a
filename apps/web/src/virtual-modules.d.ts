/** Made by the vite plugin in graphql-documents.ts from the server's schema. */
declare module 'virtual:graphql-possible-types' {
  export const possibleTypes: Record<string, string[]>;
}
