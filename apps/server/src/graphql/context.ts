import type { Viewer } from '../modules/session/viewer.ts';
import type { Loaders } from './loaders.ts';

/** What a resolver knows of the request: who asks, and how to answer the browser. */
export interface Context {
  /** Null when signed out. */
  viewer: Viewer | null;
  /** Network address of the browser. */
  address: string;
  userAgent: string;
  /** Batches of this request. */
  loaders: Loaders;
  /** Sets or clears the session cookie of the answer. */
  setSessionCookie(token: string | null): void;
}
