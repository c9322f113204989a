import { type RegisteredRouter, type ToOptions, useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';

/** Address of a page with its parameters and filters; route, parameters and search are checked by type. */
type HrefOf = <const To extends string | undefined = undefined>(to: ToOptions<RegisteredRouter, string, To>) => string;

/**
 * Builds links for charts and tables: `const href = useHref(); href({ to: '/items', search: ledgerSearch({ kinds: ['COMPLAINT'] }) })`.
 * Route, parameters and filters are checked by type; the as-of day and the scope are kept. A plain `<a>` with it moves within the page.
 */
export function useHref(): HrefOf {
  const router = useRouter();
  return useCallback<HrefOf>((to) => router.buildLocation(to as Parameters<typeof router.buildLocation>[0]).href, [router]);
}
