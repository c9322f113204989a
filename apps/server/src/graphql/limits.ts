/** What one request may ask for. Chosen from the largest of the product's own operations, with room to spare. */
export const limits = {
  /** Pothos complexity: fields, weighted by page size. */
  complexity: 20_000,
  depth: 14,
  breadth: 400,
  /** Tokens of a document. */
  tokens: 4_000,
  /** Same field under other names, in one document. */
  aliases: 60,
  /** Rows of a page. */
  pageSize: 200,
  /** Bytes of a GraphQL body. */
  body: 1_000_000,
} as const;
