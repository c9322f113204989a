import { rankGroups, themes } from '@duban/rules/vocabulary';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { CockpitDocument, CountyTilesDocument, UnitRankingDocument } from '../../features/cockpit/cockpit-query.ts';
import { scopedFilter } from '../../ui/ledger-link.ts';
import { globalParams, oneOfParam, searchOf } from '../../ui/search-params.ts';
import { FrameDocument } from '../viewer.tsx';
import { frameRoute } from './frame.tsx';

/** The first screen. `group`: which units are ranked; `theme`: whose rate the county tiles show, lights when absent. */
export const cockpitRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/',
  validateSearch: searchOf({ ...globalParams, group: oneOfParam(rankGroups), theme: oneOfParam(themes) }),
  loaderDeps: ({ search: { asOf, scope, group, theme } }) => ({ asOf, scope, group, theme }),
  loader: async ({ context: { client, preloadQuery }, deps: { asOf, scope, group, theme } }) => {
    const { data } = await client.query({ query: FrameDocument });
    const shared = { asOf: asOf ?? null, filter: scopedFilter({}, scope, data?.units ?? []) };
    const fetchPolicy = 'cache-and-network';
    return {
      cockpit: preloadQuery(CockpitDocument, {
        variables: { ...shared, approves: data?.viewer?.desks.includes('APPROVAL') ?? false },
        fetchPolicy,
      }),
      ranking: preloadQuery(UnitRankingDocument, { variables: { ...shared, group: group ?? 'COUNTY' }, fetchPolicy }),
      tiles: preloadQuery(CountyTilesDocument, { variables: { ...shared, theme: theme ?? null }, fetchPolicy }),
    };
  },
  component: lazyRouteComponent(() => import('../../features/cockpit/cockpit-page.tsx'), 'CockpitPage'),
});
