import { workNeeds } from '@duban/rules/vocabulary';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { MyWorkDocument, workVariables } from '../../features/my-work/my-work-query.ts';
import { globalParams, ledgerParams, searchOf, someOfParam } from '../../ui/search-params.ts';
import { frameRoute } from './frame.tsx';

/** What waits on the person. */
export const myWorkRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/my-work',
  validateSearch: searchOf({ ...globalParams, ...ledgerParams, need: someOfParam(workNeeds) }),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { client }, deps }) => {
    // Not awaited: the page shows its skeleton, and tells of failures itself.
    client.query({ query: MyWorkDocument, variables: workVariables(deps), fetchPolicy: 'network-only' }).catch(() => undefined);
  },
  component: lazyRouteComponent(() => import('../../features/my-work/my-work-page.tsx'), 'MyWorkPage'),
});
