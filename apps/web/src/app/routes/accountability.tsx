import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { accountabilityParams } from '../../features/accountability/register-search.ts';
import { globalParams, searchOf } from '../../ui/search-params.ts';
import { frameRoute } from './frame.tsx';

/** The register of accountability: its figures, its rows, one record (`record`), and a new one (`new=1&item=诉-2014-0001`). */
export const accountabilityRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/accountability',
  validateSearch: searchOf({ ...globalParams, ...accountabilityParams }),
  component: lazyRouteComponent(() => import('../../features/accountability/accountability-page.tsx'), 'AccountabilityPage'),
});
