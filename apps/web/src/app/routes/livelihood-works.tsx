import { createRoute } from '@tanstack/react-router';
import { lazy } from 'react';
import { curvesAtFirst, LivelihoodWorksDocument } from '../../features/livelihood-works/livelihood-query.ts';
import { filterOfSearch, itemsSearchParams, scopedFilter } from '../../ui/ledger-link.ts';
import { globalParams, intParam, searchOf, textParam } from '../../ui/search-params.ts';
import { FrameDocument } from '../viewer.tsx';
import { frameRoute } from './frame.tsx';

const LivelihoodWorksPage = lazy(() =>
  import('../../features/livelihood-works/livelihood-works-page.tsx').then((module) => ({ default: module.LivelihoodWorksPage })),
);
const Ledger = lazy(() => import('../../features/ledger/ledger.tsx').then((module) => ({ default: module.Ledger })));

const livelihoodWorksOnly = { kinds: ['LIVELIHOOD_WORK' as const] };

/** Livelihood works and their ledger: one set of filters, held by the address, for both. `work`: whose county targets are shown; `curves`: how many plan curves are drawn. */
export const livelihoodWorksRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/livelihood-works',
  validateSearch: searchOf({ ...globalParams, ...itemsSearchParams, work: textParam, curves: intParam(1, 100) }),
  // Order and page of the ledger and the work chosen don't change what is asked.
  loaderDeps: ({
    search: { after: _after, before: _before, size: _size, orderBy: _orderBy, descending: _descending, work: _work, ...deps },
  }) => deps,
  loader: async ({ context: { client, preloadQuery }, deps: { asOf, scope, curves, ...search } }) => {
    const { data } = await client.query({ query: FrameDocument });
    const filter = scopedFilter({ ...filterOfSearch(search), ...livelihoodWorksOnly }, scope, data?.units ?? []);
    const variables = { asOf: asOf ?? null, filter, curves: curves ?? curvesAtFirst };
    return preloadQuery(LivelihoodWorksDocument, { variables, fetchPolicy: 'cache-and-network' });
  },
  component: LivelihoodWorks,
});

function LivelihoodWorks() {
  const search = livelihoodWorksRoute.useSearch();
  return <LivelihoodWorksPage ledger={<Ledger search={search} fixed={livelihoodWorksOnly} id="livelihood-works" />} />;
}
