import { cleanupOutdatedCaches, matchPrecache, type PrecacheEntry, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

// Runs in the browser beside the pages, so that the form of a visit opens in the field without a network. All else of the product needs one.

/** The page and the code of the form, written in by the build. */
declare const files: PrecacheEntry[];
declare const self: EventTarget & { skipWaiting(): Promise<void> };

/** A network that answers no sooner is as good as none. */
const patienceMs = 5000;

self.addEventListener('install', () => void self.skipWaiting());
cleanupOutdatedCaches();
precacheAndRoute(files, { directoryIndex: '', cleanURLs: false });
registerRoute(new NavigationRoute(({ request }) => newestPage(request), { allowlist: [/^\/visits\/new$/] }));

/** The page as the server has it now, so that an upgrade arrives at once; without a network as it was kept. */
async function newestPage(request: Request): Promise<Response> {
  const kept = await matchPrecache('/index.html');
  if (!kept) return fetch(request);
  const late = new Promise<Response>((resolve) => setTimeout(resolve, patienceMs, kept));
  return Promise.race([fetch(request).catch(() => kept), late]);
}
