import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { PasswordPageDocument } from '../../features/session/password-query.ts';
import { searchOf, textParam } from '../../ui/search-params.ts';
import { rootRoute } from './root.tsx';

/** 修改密码, before the frame: it opens also while nothing else may be read. `from` is where to go on afterwards. */
export const passwordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/password',
  validateSearch: searchOf({ from: textParam }),
  loader: async ({ context: { client }, location }) => {
    const { data } = await client.query({ query: PasswordPageDocument, fetchPolicy: 'network-only' });
    if (!data?.viewer) throw redirect({ to: '/sign-in', search: { from: location.href } });
  },
  component: lazyRouteComponent(() => import('../../features/session/password-page.tsx'), 'PasswordPage'),
});
