import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { boardParams } from '../../features/rectifications/board-search.ts';
import { globalParams, searchOf } from '../../ui/search-params.ts';
import { frameRoute } from './frame.tsx';

/** The five special rectifications side by side. */
export const rectificationsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/rectifications',
  validateSearch: searchOf(globalParams),
  component: lazyRouteComponent(() => import('../../features/rectifications/rectifications-page.tsx'), 'RectificationsPage'),
});

/** The board of one rectification, by its code; `unit` and `month`: the rows shown, `enter=gtj&of=2014-08`: the form of a month. */
export const rectificationRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/rectifications/$code',
  validateSearch: searchOf({ ...globalParams, ...boardParams }),
  component: lazyRouteComponent(() => import('../../features/rectifications/board-page.tsx'), 'BoardPage'),
});
