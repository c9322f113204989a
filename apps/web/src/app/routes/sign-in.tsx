import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { searchOf, textParam } from '../../ui/search-params.ts';
import { rootRoute } from './root.tsx';

/** The door. `from` is the address that was asked for; only addresses within the product are followed. */
export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: searchOf({ from: textParam }),
  component: lazyRouteComponent(() => import('../../features/session/sign-in-page.tsx'), 'SignInPage'),
});
