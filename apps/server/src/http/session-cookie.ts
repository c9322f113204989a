import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { viewerOf } from '../modules/session/session.service.ts';
import type { Viewer } from '../modules/session/viewer.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; null when signed out. */
    viewer: Viewer | null;
  }
}

const name = 'duban_session';
let secure = false;

/** Reads the session of every request to the API and the files. Secure cookies only where people come by https (model 23). */
export function readSessions(app: FastifyInstance, publicUrl: string | undefined): void {
  secure = publicUrl?.startsWith('https:') ?? false;
  app.decorateRequest('viewer', null);
  app.addHook('preHandler', async (request) => {
    if (/^\/(graphql|files|events)\b/.test(request.url)) request.viewer = await viewerOf(request.cookies[name], isUse(request));
  });
}

/** Who asks, read anew: for an answer that lasts longer than a moment. */
export function viewerNow(request: FastifyRequest): Promise<Viewer | null> {
  return viewerOf(request.cookies[name], false);
}

/** Screens say of what they read by themselves that nobody is at work there (`x-duban-background`). */
function isUse({ headers }: FastifyRequest): boolean {
  return headers['x-duban-background'] === undefined;
}

export function setSessionCookie(reply: FastifyReply, token: string | null): void {
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  if (token) reply.setCookie(name, token, options);
  else reply.clearCookie(name, options);
}
