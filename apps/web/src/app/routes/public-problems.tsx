import { createRoute } from '@tanstack/react-router';
import { lazy } from 'react';
import { PublicProblemsDocument } from '../../features/public-problems/public-problems-query.ts';
import { itemsSearchParams, scopedFilter } from '../../ui/ledger-link.ts';
import { flagParam, globalParams, oneOfParam, searchOf } from '../../ui/search-params.ts';
import { FrameDocument } from '../viewer.tsx';
import { frameRoute } from './frame.tsx';

const PublicProblemsPage = lazy(() =>
  import('../../features/public-problems/public-problems-page.tsx').then((module) => ({ default: module.PublicProblemsPage })),
);
const Ledger = lazy(() => import('../../features/ledger/ledger.tsx').then((module) => ({ default: module.Ledger })));

const problemsOnly = { kinds: ['PUBLIC_PROBLEM' as const] };

/** Problems that the public raised, and their ledger, whose filters the address holds. `measure`: what the heat map counts; `new`: the form is open. */
export const publicProblemsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/public-problems',
  validateSearch: searchOf({ ...globalParams, ...itemsSearchParams, measure: oneOfParam(['raised', 'open']), new: flagParam }),
  loaderDeps: ({ search: { asOf, scope } }) => ({ asOf, scope }),
  loader: async ({ context: { client, preloadQuery }, deps: { asOf, scope } }) => {
    const { data } = await client.query({ query: FrameDocument });
    const filter = scopedFilter({}, scope, data?.units ?? []);
    return preloadQuery(PublicProblemsDocument, {
      variables: { asOf: asOf ?? null, filter, problems: { ...filter, ...problemsOnly } },
      fetchPolicy: 'cache-and-network',
    });
  },
  component: PublicProblems,
});

function PublicProblems() {
  const search = publicProblemsRoute.useSearch();
  return <PublicProblemsPage ledger={<Ledger search={search} fixed={problemsOnly} id="public-problems" />} />;
}
