import { useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';

/**
 * Builds links for charts and tables: `const href = useHref(); href({ to: '/style', search: { category: '3' } })`.
 * Route, parameters and filters are checked by type; the as-of day and the scope are kept. A plain `<a>` with it moves within the page.
 */
export function useHref() {
  const router = useRouter();
  return useCallback<(to: Parameters<typeof router.buildLocation>[0]) => string>((to) => router.buildLocation(to).href, [router]);
}
