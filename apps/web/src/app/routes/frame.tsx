import type { ApolloClient } from '@apollo/client';
import { createRoute, Outlet, redirect, useRouterState } from '@tanstack/react-router';
import { useSignOut } from '../../features/session/use-sign-out.ts';
import { VisitSender } from '../../features/visits/visit-sender.tsx';
import { describeError } from '../../ui/error/describe-error.ts';
import { forgetAnswers, keptAs } from '../../ui/kept-answers.ts';
import { useSearchPatch } from '../../ui/use-search-patch.ts';
import { Frame } from '../frame/frame.tsx';
import { FrameDocument, useViewer } from '../viewer.tsx';
import { rootRoute } from './root.tsx';

/** The layout of every page for a signed-in person. Pages are its children. */
export const frameRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'frame',
  loader: async ({ context, location }) => {
    const door = await doorBefore(context.client);
    if (door) throw redirect({ to: door, search: { from: location.href } });
  },
  staleTime: Number.POSITIVE_INFINITY,
  component: FramedPages,
});

/** What has to be passed first: signing in, or changing a password that an administrator gave. Also starts the frame's own query. */
async function doorBefore(client: ApolloClient): Promise<'/sign-in' | '/password' | undefined> {
  try {
    const { data } = await client.query({ query: FrameDocument, context: keptAs('frame') });
    if (data?.viewer) return undefined;
    forgetAnswers();
    return '/sign-in';
  } catch (error) {
    const { kind } = describeError(error);
    if (kind === 'unauthenticated') return '/sign-in';
    if (kind === 'passwordDue') return '/password';
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
      <VisitSender />
      <Outlet />
    </Frame>
  );
}
