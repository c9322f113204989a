import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { tabs } from '../../features/admin/admin-tabs.ts';
import { globalParams, oneOfParam, searchOf } from '../../ui/search-params.ts';
import { frameRoute } from './frame.tsx';

/** 管理. `tab`: its room; the first one offered when absent. */
export const adminRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/admin',
  validateSearch: searchOf({ ...globalParams, tab: oneOfParam(tabs) }),
  component: lazyRouteComponent(() => import('../../features/admin/admin-page.tsx'), 'AdminPage'),
});
