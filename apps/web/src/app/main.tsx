import '../ui/base.css';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startI18n } from '../i18n/i18n.ts';
import { forgetAnswers } from '../ui/kept-answers.ts';
import { tokenStyles } from '../ui/tokens.ts';
import { reloadAfterUpgrade } from './after-upgrade.ts';
import { onPasswordDue, onSessionEnd } from './apollo.ts';
import { Providers } from './providers.tsx';
import { router } from './router.tsx';

const sheet = document.createElement('style');
sheet.textContent = tokenStyles;
document.head.append(sheet);

/** Back to where one was, after signing in again. */
onSessionEnd(() => {
  forgetAnswers();
  const { pathname, href } = router.latestLocation;
  if (pathname !== '/sign-in') void router.navigate({ to: '/sign-in', search: { from: href } });
});

/** A password given by an administrator is changed first; then on to where one was going. */
onPasswordDue(() => {
  const { pathname, href } = router.latestLocation;
  if (pathname !== '/password') void router.navigate({ to: '/password', search: { from: href } });
});

reloadAfterUpgrade();

async function start() {
  await startI18n();
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  createRoot(root).render(
    <StrictMode>
      <Providers>
        <RouterProvider router={router} />
      </Providers>
    </StrictMode>,
  );
}

void start();
