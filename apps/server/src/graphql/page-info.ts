import { builder } from './builder.ts';

/** Relay's PageInfo, also of connections whose pages SQL cuts. */
export const PageInfoType = builder.pageInfoRef();

/** What is told of a page: whether there is more before and after it; `cursors` are those of its nodes, in their order. */
export function pageInfoOf({ hasNext, hasPrevious }: { hasNext: boolean; hasPrevious: boolean }, cursors: readonly string[]) {
  return { hasNextPage: hasNext, hasPreviousPage: hasPrevious, startCursor: cursors[0] ?? null, endCursor: cursors.at(-1) ?? null };
}
