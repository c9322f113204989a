import { createRoute } from '@tanstack/react-router';
import { lazy } from 'react';
import { ComplaintsDocument } from '../../features/complaints/complaints-query.ts';
import { itemsSearchParams, scopedFilter } from '../../ui/ledger-link.ts';
import { globalParams, searchOf } from '../../ui/search-params.ts';
import { FrameDocument } from '../viewer.tsx';
import { frameRoute } from './frame.tsx';

const ComplaintsPage = lazy(() =>
  import('../../features/complaints/complaints-page.tsx').then((module) => ({ default: module.ComplaintsPage })),
);
const Ledger = lazy(() => import('../../features/ledger/ledger.tsx').then((module) => ({ default: module.Ledger })));

/** Efficiency complaints, and their ledger, whose filters the address holds. */
export const complaintsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/complaints',
  validateSearch: searchOf({ ...globalParams, ...itemsSearchParams }),
  loaderDeps: ({ search: { asOf, scope } }) => ({ asOf, scope }),
  loader: async ({ context: { client, preloadQuery }, deps: { asOf, scope } }) => {
    const { data } = await client.query({ query: FrameDocument });
    const filter = scopedFilter({}, scope, data?.units ?? []);
    return preloadQuery(ComplaintsDocument, { variables: { asOf: asOf ?? null, filter }, fetchPolicy: 'cache-and-network' });
  },
  component: Complaints,
});

const complaintsOnly = { kinds: ['COMPLAINT' as const] };

function Complaints() {
  const search = complaintsRoute.useSearch();
  return <ComplaintsPage ledger={<Ledger search={search} fixed={complaintsOnly} id="complaints" />} />;
}
