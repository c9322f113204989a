import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { PolicyDocument } from '../../features/policy/policy-query.ts';
import { scopedFilter } from '../../ui/ledger-link.ts';
import { globalParams, oneOfParam, searchOf } from '../../ui/search-params.ts';
import { FrameDocument } from '../viewer.tsx';
import { frameRoute } from './frame.tsx';

/** The clause tree. `show`: all clauses, or only those that lack something. */
export const policyRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/policy',
  validateSearch: searchOf({ ...globalParams, show: oneOfParam(['gaps']) }),
  loaderDeps: ({ search: { asOf, scope } }) => ({ asOf, scope }),
  loader: async ({ context: { client, preloadQuery }, deps: { asOf, scope } }) => {
    const { data } = await client.query({ query: FrameDocument });
    const filter = scopedFilter({}, scope, data?.units ?? []);
    return preloadQuery(PolicyDocument, { variables: { asOf: asOf ?? null, filter }, fetchPolicy: 'cache-and-network' });
  },
  component: lazyRouteComponent(() => import('../../features/policy/policy-page.tsx'), 'PolicyPage'),
});
