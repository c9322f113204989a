import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { globalParams, searchOf, textParam } from '../../ui/search-params.ts';
import { frameRoute } from './frame.tsx';

/** Reports beside what was promised. `at`: the one on screen. */
export const reviewRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/review',
  validateSearch: searchOf({ ...globalParams, at: textParam }),
  component: lazyRouteComponent(() => import('../../features/review/review-page.tsx'), 'ReviewPage'),
});
