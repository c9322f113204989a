import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Viewer } from '../modules/session/viewer.ts';

/** An answer other than 200, with a sentence. */
export class Refusal extends Error {
  readonly statusCode: number;

  constructor(statusCode: number, message: string) {
    super(message);
    this.statusCode = statusCode;
  }
}

export function signedIn({ viewer }: FastifyRequest): Viewer {
  if (!viewer) throw new Refusal(401, '请先登录。');
  if (viewer.mustChangePassword) throw new Refusal(403, '请先修改密码。');
  return viewer;
}

/** A form on another site can't set this header; a foreign page that tries asks first, and is refused. */
export function assertFromOwnPage({ headers }: FastifyRequest): void {
  const { origin, host } = headers;
  const isOwn = origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
  if (headers['x-duban-csrf'] === undefined || !isOwn) throw new Refusal(403, '请从本系统的页面上传。');
}

export function params<Params>(schema: z.ZodType<Params>, request: FastifyRequest): Params {
  const parsed = schema.safeParse(request.params);
  if (!parsed.success) throw new Refusal(404, '没有这个地址。');
  return parsed.data;
}
