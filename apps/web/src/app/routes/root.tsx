import type { ApolloClient } from '@apollo/client';
import type { PreloadQueryFunction } from '@apollo/client/react';
import { createRootRouteWithContext, Outlet, retainSearchParams } from '@tanstack/react-router';
import { globalParams, searchOf } from '../../ui/search-params.ts';
import { useLinkCapture } from '../link-capture.ts';
import { useFocusOnArrival } from '../use-focus-on-arrival.ts';

/** What loaders are given: the client, and the way to start a page's query beside its code. */
export type RouterContext = { client: ApolloClient; preloadQuery: PreloadQueryFunction };

/** The root: the as-of day and the scope belong to every address and are kept from page to page. */
export const rootRoute = createRootRouteWithContext<RouterContext>()({
  validateSearch: searchOf(globalParams),
  search: { middlewares: [retainSearchParams(['asOf', 'scope'])] },
  component: Root,
});

function Root() {
  useLinkCapture();
  useFocusOnArrival();
  return <Outlet />;
}
