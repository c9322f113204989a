import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { globalParams, searchOf } from '../../ui/search-params.ts';
import { frameRoute } from './frame.tsx';

/** Tasks from an instruction or a meeting's list. */
export const newTasksRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/new-tasks',
  validateSearch: searchOf(globalParams),
  component: lazyRouteComponent(() => import('../../features/new-tasks/new-tasks-page.tsx'), 'NewTasksPage'),
});
