import { notificationKinds } from '@duban/rules/notices';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { flagParam, globalParams, searchOf, someOfParam, textParam } from '../../ui/search-params.ts';
import { frameRoute } from './frame.tsx';

/** The own inbox, and how to be told. */
export const inboxRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/inbox',
  validateSearch: searchOf({ ...globalParams, unread: flagParam, kind: someOfParam(notificationKinds), after: textParam }),
  component: lazyRouteComponent(() => import('../../features/inbox/inbox-page.tsx'), 'InboxPage'),
});
