import { createRoute } from '@tanstack/react-router';
import { LostPage } from '../pages/lost-page.tsx';
import { frameRoute } from './frame.tsx';

/** Any address without a page, shown inside the frame. */
export const lostRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '$',
  component: () => <LostPage kind="notFound" />,
});
