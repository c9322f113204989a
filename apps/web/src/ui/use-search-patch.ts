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
      const { pathname } = router.latestLocation;
      const href = pathname + router.options.stringifySearch(search);
      void router.navigate({ href, replace: options?.replace ?? false, resetScroll: false });
    },
    [router],
  );
}
