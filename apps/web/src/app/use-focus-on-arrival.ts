import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

/** After a move to another page, keyboard and screen reader begin at its content. A change of filters moves nothing. */
export function useFocusOnArrival(): void {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, toLocation }) => {
        if (!fromLocation || fromLocation.pathname === toLocation.pathname) return;
        document.getElementById('main')?.focus({ preventScroll: true });
      }),
    [router],
  );
}
