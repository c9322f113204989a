import { rankGroups } from '@duban/rules/vocabulary';
import { createRoute } from '@tanstack/react-router';
import { lazy } from 'react';
import { ComplaintsDocument, intakePeriods } from '../../features/complaints/complaints-query.ts';
import { itemsSearchParams, scopedFilter } from '../../ui/ledger-link.ts';
import { globalParams, oneOfParam, searchOf } from '../../ui/search-params.ts';
import { FrameDocument } from '../viewer.tsx';
import { frameRoute } from './frame.tsx';

const ComplaintsPage = lazy(() =>
  import('../../features/complaints/complaints-page.tsx').then((module) => ({ default: module.ComplaintsPage })),
);
const Ledger = lazy(() => import('../../features/ledger/ledger.tsx').then((module) => ({ default: module.Ledger })));

const complaintsOnly = { kinds: ['COMPLAINT' as const] };

/** Efficiency complaints, and their ledger, whose filters the address holds. `by`: intake by day or month; `group`: which units are ranked. */
export const complaintsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/complaints',
  validateSearch: searchOf({ ...globalParams, ...itemsSearchParams, by: oneOfParam(intakePeriods), group: oneOfParam(rankGroups) }),
  loaderDeps: ({ search: { asOf, scope, group } }) => ({ asOf, scope, group }),
  loader: async ({ context: { client, preloadQuery }, deps: { asOf, scope, group } }) => {
    const { data } = await client.query({ query: FrameDocument });
    const filter = scopedFilter({}, scope, data?.units ?? []);
    return preloadQuery(ComplaintsDocument, {
      variables: { asOf: asOf ?? null, filter, complaints: { ...filter, ...complaintsOnly }, group: group ?? 'DEPARTMENT' },
      fetchPolicy: 'cache-and-network',
    });
  },
  component: Complaints,
});

function Complaints() {
  const search = complaintsRoute.useSearch();
  return <ComplaintsPage ledger={<Ledger search={search} fixed={complaintsOnly} id="complaints" />} />;
}
