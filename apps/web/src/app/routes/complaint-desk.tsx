import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { flagParam, globalParams, oneOfParam, searchOf, textParam } from '../../ui/search-params.ts';
import { frameRoute } from './frame.tsx';

/** The complaint desk. `at`: the complaint on screen; `due`: those whose decision is due today, or late; `register`: one is being entered. */
export const complaintDeskRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/complaint-desk',
  validateSearch: searchOf({ ...globalParams, at: textParam, due: oneOfParam(['TODAY', 'LATE']), register: flagParam }),
  component: lazyRouteComponent(() => import('../../features/complaint-desk/complaint-desk-page.tsx'), 'ComplaintDeskPage'),
});
