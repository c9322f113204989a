import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shownStages } from '../../features/openness/stages.ts';
import { globalParams, ledgerParams, listParam, oneOfParam, searchOf } from '../../ui/search-params.ts';
import { frameRoute } from './frame.tsx';

/** What of the works is public, by whose word. `stage`: by default what waits for the viewer. */
export const opennessRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/openness',
  validateSearch: searchOf({ ...globalParams, ...ledgerParams, stage: oneOfParam(shownStages), units: listParam, programmes: listParam }),
  component: lazyRouteComponent(() => import('../../features/openness/openness-page.tsx'), 'OpennessPage'),
});
