import type { Viewer } from '../modules/session/viewer.ts';

/** What a resolver knows of the request: who asks, and how to answer the browser. */
export interface Context {
  /** Null when signed out. */
  viewer: Viewer | null;
  /** Network address of the browser. */
  address: string;
  userAgent: string;
  /** Sets or clears the session cookie of the answer. */
  setSessionCookie(token: string | null): void;
}
