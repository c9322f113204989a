import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { LedgerRightsDocument } from '../../features/exchange/exchange-query.ts';
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
    after: textParam,
    before: textParam,
    size: intParam(10, 100),
  }),
  loader: ({ context }) => {
    // Not awaited: the page asks for the same and shows its own failure.
    context.client.query({ query: LedgerRightsDocument }).catch(() => undefined);
  },
  component: lazyRouteComponent(() => import('../../features/exchange/exchange-page.tsx'), 'ExchangePage'),
});
