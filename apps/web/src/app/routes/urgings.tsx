import { rungs } from '@duban/rules/urging';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { UrgingSlipDocument } from '../../features/urging/urging-query.ts';
import { dayParam, globalParams, ledgerParams, listParam, oneOfParam, searchOf, someOfParam } from '../../ui/search-params.ts';
import { LostPage } from '../pages/lost-page.tsx';
import { frameRoute } from './frame.tsx';

/** The register of slips. */
export const urgingsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/urgings',
  validateSearch: searchOf({
    ...globalParams,
    ...ledgerParams,
    units: listParam,
    rungs: someOfParam(rungs),
    answered: oneOfParam(['yes', 'no']),
    from: dayParam,
    to: dayParam,
  }),
  component: lazyRouteComponent(() => import('../../features/urging/register-page.tsx'), 'RegisterPage'),
});

/** One slip, by its number. */
export const urgingRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/urgings/$number',
  validateSearch: searchOf(globalParams),
  loader: ({ context, params }) => context.preloadQuery(UrgingSlipDocument, { variables: { number: params.number } }),
  notFoundComponent: () => <LostPage kind="notFound" />,
  component: lazyRouteComponent(() => import('../../features/urging/slip-page.tsx'), 'SlipPage'),
});
