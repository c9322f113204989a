import { createRoute } from '@tanstack/react-router';
import { lazy } from 'react';
import { StyleProblemsDocument } from '../../features/style-problems/style-query.ts';
import { itemsSearchParams, scopedFilter } from '../../ui/ledger-link.ts';
import { globalParams, oneOfParam, searchOf } from '../../ui/search-params.ts';
import { FrameDocument } from '../viewer.tsx';
import { frameRoute } from './frame.tsx';

const loadPage = () =>
  import('../../features/style-problems/style-problems-page.tsx').then((module) => ({ default: module.StyleProblemsPage }));
const loadLedger = () => import('../../features/ledger/ledger.tsx').then((module) => ({ default: module.Ledger }));
const StyleProblemsPage = lazy(loadPage);
const Ledger = lazy(loadLedger);

/** The ten kinds of style problems, and their ledger, whose filters the address holds. `measure`: what the heat map counts. */
export const styleProblemsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/style-problems',
  validateSearch: searchOf({ ...globalParams, ...itemsSearchParams, measure: oneOfParam(['found', 'unrectified']) }),
  loaderDeps: ({ search: { asOf, scope } }) => ({ asOf, scope }),
  loader: async ({ context: { client, preloadQuery }, deps: { asOf, scope } }) => {
    // The code is fetched beside the data; a failure shows where it is used.
    Promise.all([loadPage(), loadLedger()]).catch(() => undefined);
    const { data } = await client.query({ query: FrameDocument });
    const filter = scopedFilter({ kinds: ['STYLE_PROBLEM'] }, scope, data?.units ?? []);
    return preloadQuery(StyleProblemsDocument, { variables: { asOf: asOf ?? null, filter }, fetchPolicy: 'cache-and-network' });
  },
  component: StyleProblems,
});

const styleProblemsOnly = { kinds: ['STYLE_PROBLEM' as const] };

function StyleProblems() {
  const search = styleProblemsRoute.useSearch();
  return <StyleProblemsPage ledger={<Ledger search={search} fixed={styleProblemsOnly} id="style-problems" />} />;
}
