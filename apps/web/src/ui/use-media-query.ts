import { useCallback, useSyncExternalStore } from 'react';

/** Whether a CSS media query holds, followed as the window changes. */
export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}

/** A phone: ledgers become cards, the rail a bottom bar. */
export const phone = '(max-width: 640px)';
