import { createRoute } from '@tanstack/react-router';
import { lazy } from 'react';
import { ServiceProjectsDocument, sheetsAtFirst, teamsAtFirst } from '../../features/service-projects/projects-query.ts';
import { filterOfSearch, itemsSearchParams, scopedFilter } from '../../ui/ledger-link.ts';
import { globalParams, intParam, searchOf } from '../../ui/search-params.ts';
import { FrameDocument } from '../viewer.tsx';
import { frameRoute } from './frame.tsx';

const ServiceProjectsPage = lazy(() =>
  import('../../features/service-projects/service-projects-page.tsx').then((module) => ({ default: module.ServiceProjectsPage })),
);
const Ledger = lazy(() => import('../../features/ledger/ledger.tsx').then((module) => ({ default: module.Ledger })));

const serviceProjectsOnly = { kinds: ['SERVICE_PROJECT' as const] };

/** Service projects and their ledger: one set of filters, held by the address, for both. `sheets`, `teams`: how many projects the Gantt and the board show. */
export const serviceProjectsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/service-projects',
  validateSearch: searchOf({ ...globalParams, ...itemsSearchParams, sheets: intParam(1, 50), teams: intParam(1, 200) }),
  // Order and page of the ledger don't concern the charts.
  loaderDeps: ({ search: { after: _after, before: _before, size: _size, orderBy: _orderBy, descending: _descending, ...deps } }) => deps,
  loader: async ({ context: { client, preloadQuery }, deps: { asOf, scope, sheets, teams, ...search } }) => {
    const { data } = await client.query({ query: FrameDocument });
    const filter = scopedFilter({ ...filterOfSearch(search), ...serviceProjectsOnly }, scope, data?.units ?? []);
    const variables = { asOf: asOf ?? null, filter, sheets: sheets ?? sheetsAtFirst, teams: teams ?? teamsAtFirst };
    return preloadQuery(ServiceProjectsDocument, { variables, fetchPolicy: 'cache-and-network' });
  },
  component: ServiceProjects,
});

function ServiceProjects() {
  const search = serviceProjectsRoute.useSearch();
  return <ServiceProjectsPage ledger={<Ledger search={search} fixed={serviceProjectsOnly} id="service-projects" />} />;
}
