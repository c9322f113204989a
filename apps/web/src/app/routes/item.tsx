import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { itemQuery } from '../../features/item/item-query.ts';
import { globalParams, searchOf } from '../../ui/search-params.ts';
import { LostPage } from '../pages/lost-page.tsx';
import { frameRoute } from './frame.tsx';

/** One item of any register, by its number. */
export const itemRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/items/$number',
  validateSearch: searchOf(globalParams),
  loaderDeps: ({ search: { asOf } }) => ({ asOf }),
  loader: ({ context, params, deps }) =>
    // Others may have acted on it since it was last on screen.
    context.preloadQuery(itemQuery, { variables: { number: params.number, asOf: deps.asOf ?? null }, fetchPolicy: 'cache-and-network' }),
  notFoundComponent: () => <LostPage kind="notFound" />,
  component: lazyRouteComponent(() => import('../../features/item/item-page.tsx'), 'ItemPage'),
});
