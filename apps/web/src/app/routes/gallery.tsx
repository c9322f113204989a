import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { ledgerParams, listParam, searchOf, someOfParam } from '../../ui/search-params.ts';
import { rootRoute } from './root.tsx';

/** Every chart and piece of the kit with made-up data; exists in development only. */
export const galleryRoute = /* @__PURE__ */ createRoute({
  getParentRoute: () => rootRoute,
  path: '/gallery',
  validateSearch: searchOf({
    ...ledgerParams,
    category: listParam,
    light: someOfParam(['GREEN', 'YELLOW', 'RED', 'GREY']),
    county: listParam,
  }),
  component: import.meta.env.DEV ? lazyRouteComponent(() => import('../gallery/gallery-page.tsx'), 'GalleryPage') : () => null,
});
