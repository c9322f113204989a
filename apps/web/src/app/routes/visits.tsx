import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { visitsParams } from '../../features/visits/visits-search.ts';
import { globalParams, searchOf } from '../../ui/search-params.ts';
import { frameRoute } from './frame.tsx';

/** The duty calendar of visits, its figures, and the visits (`list=needs`: the needs heard there). */
export const visitsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/visits',
  validateSearch: searchOf({ ...globalParams, ...visitsParams }),
  component: lazyRouteComponent(() => import('../../features/visits/visits-page.tsx'), 'VisitsPage'),
});

/** A visit is entered. */
export const newVisitRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/visits/new',
  component: lazyRouteComponent(() => import('../../features/visits/new-visit-page.tsx'), 'NewVisitPage'),
});

/** One visit. */
export const visitRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/visits/$number',
  validateSearch: searchOf({ ...globalParams }),
  component: lazyRouteComponent(() => import('../../features/visits/visit-page.tsx'), 'VisitPage'),
});
