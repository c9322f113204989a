import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { globalParams, searchOf, textParam } from '../../ui/search-params.ts';
import { frameRoute } from './frame.tsx';

/** 月度填报: `unit` and `month` (`2014-09`); without them the viewer's own unit and the last month ended. */
export const monthlyReportRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/monthly-report',
  validateSearch: searchOf({ ...globalParams, unit: textParam, month: textParam }),
  component: lazyRouteComponent(() => import('../../features/monthly-report/monthly-page.tsx'), 'MonthlyPage'),
});
