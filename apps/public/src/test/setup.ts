import { afterEach, vi } from 'vitest';
import { forgetAll } from '../api/use-query.ts';
import { clearDraft } from '../complain/draft.ts';
import { forgetSubmission } from '../complain/submission.ts';
import { unmount } from './render.tsx';

// jsdom has no layout.
vi.stubGlobal('scrollTo', () => undefined);

afterEach(async () => {
  await unmount();
  forgetAll();
  clearDraft();
  forgetSubmission();
  sessionStorage.clear();
  localStorage.clear();
});
