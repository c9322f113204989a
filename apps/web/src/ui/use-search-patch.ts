import { useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { SearchRecord } from './search-params.ts';

/**
 * Changes some of the URL's search parameters and keeps the rest; `undefined` removes one.
 * Every change is a step in the browser's history unless `replace` is set (typing in a search box).
 */
export function useSearchPatch() {
  const router = useRouter();
  return useCallback(
    (patch: SearchRecord, options?: { replace?: boolean }) => {
      const search = { ...(router.latestLocation.search as SearchRecord), ...patch };
      // Not by `href`: there a removed parameter is merely absent, and the root route puts the day and the scope back.
      const to = { to: '.', search, replace: options?.replace ?? false, resetScroll: false };
      void router.navigate(to as unknown as Parameters<typeof router.navigate>[0]);
    },
    [router],
  );
}
