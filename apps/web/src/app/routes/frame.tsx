import type { ApolloClient } from '@apollo/client';
import { createRoute, Outlet, redirect, useRouterState } from '@tanstack/react-router';
import { describeError } from '../../ui/error/describe-error.ts';
import { useSearchPatch } from '../../ui/use-search-patch.ts';
import { Frame } from '../frame/frame.tsx';
import { useSignOut } from '../use-sign-out.ts';
import { FrameDocument, useViewer } from '../viewer.tsx';
import { rootRoute } from './root.tsx';

/** The layout of every page for a signed-in person. Pages are its children. */
export const frameRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'frame',
  loader: async ({ context, location }) => {
    if (!(await isSignedIn(context.client))) throw redirect({ to: '/sign-in', search: { from: location.href } });
  },
  staleTime: Number.POSITIVE_INFINITY,
  component: FramedPages,
});

/** Also starts the frame's own query: what it needs is there when it renders. */
async function isSignedIn(client: ApolloClient): Promise<boolean> {
  try {
    const { data } = await client.query({ query: FrameDocument });
    return Boolean(data?.viewer);
  } catch (error) {
    if (describeError(error).kind === 'unauthenticated') return false;
    throw error;
  }
}

function FramedPages() {
  const { asOf, scope } = frameRoute.useSearch();
  const session = useViewer(asOf);
  const patch = useSearchPatch();
  const signOut = useSignOut();
  const pending = useRouterState({ select: (state) => state.isLoading });
  if (!session) return null;
  return (
    <Frame
      session={session}
      scope={scope}
      pending={pending}
      onAsOf={(day) => patch({ asOf: day, after: undefined, before: undefined })}
      onScope={(unit) => patch({ scope: unit, after: undefined, before: undefined })}
      onSignOut={signOut}
    >
      <Outlet />
    </Frame>
  );
}
