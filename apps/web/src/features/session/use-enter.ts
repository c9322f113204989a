import { useApolloClient } from '@apollo/client/react';
import { useRouter } from '@tanstack/react-router';

/** Only addresses of this product are followed, so that a link can't send people elsewhere after signing in. */
export const safeFrom = (from: string | undefined): string =>
  from && /^\/(?![/\\])/.test(from) && !/^\/(sign-in|password)\b/.test(from) ? from : '/';

/** After a session has been opened: forgets what was read as nobody, and goes to the address asked for. */
export function useEnter(from: string | undefined): () => Promise<void> {
  const client = useApolloClient();
  const router = useRouter();
  return async () => {
    await client.clearStore();
    router.clearCache();
    await router.navigate({ href: safeFrom(from) });
  };
}
