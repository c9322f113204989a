import { existsSync } from 'node:fs';
import { join } from 'node:path';
import multipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { pool } from '../database.ts';
import { createPublicEngine, publicHeader } from '../public/engine.ts';
import { judgePublicFile, maxFileBytes, PublicFileRefused, tooLarge } from '../public/files/public-file.ts';
import { keepPublicFile } from '../public/files/public-uploads.ts';
import { createGates, TooManyRequests } from '../public/limiting/gates.ts';
import { answerGraphql } from './graphql-answer.ts';
import { Refusal } from './requests.ts';
import { readUpload } from './uploads.ts';

/** Bytes of a GraphQL body: the longest complaint in the widest characters, and text too long to be taken, so that its field says so. */
const bodyLimit = 500_000;

/** Stricter than that of the rest: no page here needs a style or script that it didn't come with. */
const policy = (isHttps: boolean) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...(isHttps ? ['upgrade-insecure-requests'] : []),
  ].join('; ');

export interface PublicRoutesOptions {
  log: Logger;
  publicUrl?: string | undefined;
  /** Folder of the built public site. */
  publicFolder: string;
}

/**
 * The public site, without session or cookie: POST /public/graphql, a schema of its own; POST /public/files (multipart, field `file`) →
 * { id, name, size, mediaType }, or { code, message, … } where refused; and its pages under /public/. An address that asks too often is turned
 * away before anything is read of its request.
 */
export async function publicRoutes(app: FastifyInstance, { log, publicUrl, publicFolder }: PublicRoutesOptions): Promise<void> {
  const engine = createPublicEngine(log);
  await engine.start();
  app.addHook('onClose', () => engine.stop());
  const gates = createGates(pool);
  await app.register(multipart, { limits: { fileSize: maxFileBytes, files: 1, fields: 5, parts: 6, fieldSize: 1000 } });
  const onRequest = async (request: FastifyRequest, reply: FastifyReply) => {
    try {
      await gates.request(request.ip);
    } catch (error) {
      return tellToWait(reply, error);
    }
    if (request.headers[publicHeader] === undefined) throw new Refusal(403, '请从本网站的页面操作。');
  };

  app.post('/public/graphql', { bodyLimit, onRequest }, async (request, reply) => {
    if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) throw new Refusal(415, '请以 JSON 提交。');
    return answerGraphql(engine, request, reply, { address: request.ip, gates });
  });

  app.post('/public/files', { bodyLimit: maxFileBytes + 1024 * 1024, onRequest }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    try {
      await gates.upload(request.ip);
      const { bytes, fileName } = await readUpload(request, { missing: '没有收到文件，请重新选择。', unnamed: '未命名', tooLarge });
      const judged = judgePublicFile(Buffer.from(bytes), fileName);
      return await gates.inTurn(request.ip, () => keepPublicFile(judged));
    } catch (error) {
      if (!(error instanceof PublicFileRefused)) return tellToWait(reply, error);
      const { code, message, detail } = error;
      return reply.code(code === 'TOO_LARGE' ? 413 : code === 'TOO_MANY' ? 503 : 400).send({ code, message, ...detail });
    }
  });

  await app.register(publicFiles, { prefix: '/public', publicUrl, publicFolder });
}

/** 429 with how long to wait, in the shape of both a GraphQL answer and a plain one; any other error is thrown on. */
function tellToWait(reply: FastifyReply, error: unknown): FastifyReply {
  if (!(error instanceof TooManyRequests)) throw error;
  const { message, retryAfterSeconds } = error;
  const code = 'TOO_MANY_REQUESTS';
  return reply
    .code(429)
    .header('retry-after', String(retryAfterSeconds))
    .header('cache-control', 'no-store')
    .send({ code, message, retryAfterSeconds, errors: [{ message, extensions: { code, retryAfterSeconds } }] });
}

/** The built pages: hashed assets for a year, every other path the page itself. */
async function publicFiles(app: FastifyInstance, { publicUrl, publicFolder: root }: Omit<PublicRoutesOptions, 'log'>): Promise<void> {
  const header = policy(publicUrl?.startsWith('https:') ?? false);
  app.addHook('onSend', async (_request, reply) => {
    reply.header('content-security-policy', header);
  });
  if (!existsSync(join(root, 'index.html'))) {
    app.get('/', (_request, reply) => reply.code(503).type('text/plain; charset=utf-8').send('页面尚未构建，请运行 npm start。'));
    return;
  }
  await app.register(fastifyStatic, {
    root,
    index: false,
    // The build writes .br and .gz beside each file.
    preCompressed: true,
    setHeaders: (reply, path) => {
      reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const page = (reply: FastifyReply) => reply.header('cache-control', 'no-cache').sendFile('index.html', root);
  app.get('/', (_request, reply) => page(reply));
  app.setNotFoundHandler((request, reply) => {
    const isPage = /^(GET|HEAD)$/.test(request.method) && !/^\/public\/(graphql|files|assets)\b/.test(request.url);
    return isPage ? page(reply) : reply.code(404).send({ message: '没有这个地址。' });
  });
}
