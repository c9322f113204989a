import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { globalParams, intParam, oneOfParam, searchOf, textParam } from '../../ui/search-params.ts';
import { frameRoute } from './frame.tsx';

/** 台账导入: templates, current data, upload with a dry run, and what was imported before. `run` is the upload on screen. */
export const exchangeRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/exchange',
  validateSearch: searchOf({
    ...globalParams,
    run: textParam,
    verdict: oneOfParam(['CREATE', 'UPDATE', 'UNCHANGED', 'REFUSE']),
    page: intParam(1, 100_000),
  }),
  component: lazyRouteComponent(() => import('../../features/exchange/exchange-page.tsx'), 'ExchangePage'),
});
