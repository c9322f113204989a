import { createRouter } from '@tanstack/react-router';
import { parseSearch, stringifySearch } from '../ui/search-params.ts';
import { PageSkeleton } from '../ui/skeleton.tsx';
import { client, preloadQuery } from './apollo.ts';
import { ErrorPage } from './pages/error-page.tsx';
import { LostPage } from './pages/lost-page.tsx';
import { accountabilityRoute } from './routes/accountability.tsx';
import { adminRoute } from './routes/admin.tsx';
import { cockpitRoute } from './routes/cockpit.tsx';
import { complaintDeskRoute } from './routes/complaint-desk.tsx';
import { complaintsRoute } from './routes/complaints.tsx';
import { exchangeRoute } from './routes/exchange.tsx';
import { frameRoute } from './routes/frame.tsx';
import { galleryRoute } from './routes/gallery.tsx';
import { hardProblemsRoute } from './routes/hard-problems.tsx';
import { inboxRoute } from './routes/inbox.tsx';
import { itemRoute } from './routes/item.tsx';
import { itemsRoute } from './routes/items.tsx';
import { livelihoodWorksRoute } from './routes/livelihood-works.tsx';
import { lostRoute } from './routes/lost.tsx';
import { monthlyReportRoute } from './routes/monthly-report.tsx';
import { myWorkRoute } from './routes/my-work.tsx';
import { newTasksRoute } from './routes/new-tasks.tsx';
import { opennessRoute } from './routes/openness.tsx';
import { passwordRoute } from './routes/password.tsx';
import { policyRoute } from './routes/policy.tsx';
import { publicProblemsRoute } from './routes/public-problems.tsx';
import { rectificationRoute, rectificationsRoute } from './routes/rectifications.tsx';
import { reviewRoute } from './routes/review.tsx';
import { rootRoute } from './routes/root.tsx';
import { serviceProjectsRoute } from './routes/service-projects.tsx';
import { signInRoute } from './routes/sign-in.tsx';
import { styleProblemsRoute } from './routes/style-problems.tsx';
import { urgingRoute, urgingsRoute } from './routes/urgings.tsx';
import { newVisitRoute, visitRoute, visitsRoute } from './routes/visits.tsx';

/** Pages inside the frame. A new page is one file in `routes/` and one entry here. */
const pages = frameRoute.addChildren([
  hardProblemsRoute,
  livelihoodWorksRoute,
  serviceProjectsRoute,
  cockpitRoute,
  myWorkRoute,
  reviewRoute,
  newTasksRoute,
  adminRoute,
  complaintsRoute,
  publicProblemsRoute,
  complaintDeskRoute,
  accountabilityRoute,
  opennessRoute,
  policyRoute,
  styleProblemsRoute,
  exchangeRoute,
  monthlyReportRoute,
  inboxRoute,
  itemsRoute,
  itemRoute,
  urgingsRoute,
  urgingRoute,
  rectificationsRoute,
  rectificationRoute,
  visitsRoute,
  newVisitRoute,
  visitRoute,
  lostRoute,
]);

const routeTree = rootRoute.addChildren([pages, signInRoute, passwordRoute, ...(import.meta.env.DEV ? [galleryRoute] : [])]);

export const router = createRouter({
  routeTree,
  context: { client, preloadQuery },
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultPendingMs: 100,
  defaultPendingMinMs: 0,
  defaultPendingComponent: PageSkeleton,
  defaultErrorComponent: ErrorPage,
  defaultNotFoundComponent: () => <LostPage kind="notFound" />,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
