import { createRoute } from '@tanstack/react-router';
import { lazy } from 'react';
import { HardProblemsDocument, sheetsAtFirst } from '../../features/hard-problems/hard-problems-query.ts';
import { filterOfSearch, itemsSearchParams, scopedFilter } from '../../ui/ledger-link.ts';
import { globalParams, intParam, searchOf } from '../../ui/search-params.ts';
import { FrameDocument } from '../viewer.tsx';
import { frameRoute } from './frame.tsx';

const HardProblemsPage = lazy(() =>
  import('../../features/hard-problems/hard-problems-page.tsx').then((module) => ({ default: module.HardProblemsPage })),
);
const Ledger = lazy(() => import('../../features/ledger/ledger.tsx').then((module) => ({ default: module.Ledger })));

const hardProblemsOnly = { kinds: ['HARD_PROBLEM' as const] };

/** Hard problems and their ledger: one set of filters, held by the address, for both. `sheets`: how many progress sheets are drawn. */
export const hardProblemsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/hard-problems',
  validateSearch: searchOf({ ...globalParams, ...itemsSearchParams, sheets: intParam(1, 50) }),
  // Order and page of the ledger don't concern the charts.
  loaderDeps: ({ search: { after: _after, before: _before, size: _size, orderBy: _orderBy, descending: _descending, ...deps } }) => deps,
  loader: async ({ context: { client, preloadQuery }, deps: { asOf, scope, sheets, ...search } }) => {
    const { data } = await client.query({ query: FrameDocument });
    const filter = scopedFilter({ ...filterOfSearch(search), ...hardProblemsOnly }, scope, data?.units ?? []);
    const variables = { asOf: asOf ?? null, filter, sheets: sheets ?? sheetsAtFirst };
    return preloadQuery(HardProblemsDocument, { variables, fetchPolicy: 'cache-and-network' });
  },
  component: HardProblems,
});

function HardProblems() {
  const search = hardProblemsRoute.useSearch();
  return <HardProblemsPage ledger={<Ledger search={search} fixed={hardProblemsOnly} id="hard-problems" />} />;
}
