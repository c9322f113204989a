import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { LedgerItemsDocument, ledgerVariables } from '../../features/ledger/ledger-query.ts';
import { filterOfSearch, itemsSearchParams, scopedFilter } from '../../ui/ledger-link.ts';
import { globalParams, searchOf } from '../../ui/search-params.ts';
import { FrameDocument } from '../viewer.tsx';
import { frameRoute } from './frame.tsx';

/** The one ledger. Every number of every chart leads here, with the filter that was counted. */
export const itemsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/items',
  validateSearch: searchOf({ ...globalParams, ...itemsSearchParams }),
  loaderDeps: ({ search }) => search,
  loader: async ({ context, deps }) => {
    const { data } = await context.client.query({ query: FrameDocument });
    const filter = scopedFilter(filterOfSearch(deps), deps.scope, data?.units ?? []);
    // Not awaited: the page shows the old rows, dimmed, until the new ones are there. It tells of failures itself.
    context.client
      .query({ query: LedgerItemsDocument, variables: ledgerVariables(filter, deps, deps.asOf), fetchPolicy: 'network-only' })
      .catch(() => undefined);
  },
  component: lazyRouteComponent(() => import('../../features/ledger/items-page.tsx'), 'ItemsPage'),
});
