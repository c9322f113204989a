import { randomUUID } from 'node:crypto';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { Logger } from 'pino';
import { isDatabaseAway, pool } from './database.ts';
import { createApollo } from './graphql/apollo.ts';
import { accountabilityRoutes } from './http/accountability-routes.ts';
import { attachmentRoutes } from './http/attachment-routes.ts';
import { graphqlRoute } from './http/graphql-route.ts';
import { graphqlStream } from './http/graphql-stream.ts';
import { ledgerRoutes } from './http/ledger-routes.ts';
import { monthlyRoutes } from './http/monthly-routes.ts';
import { publicRoutes } from './http/public-routes.ts';
import { recordSheetRoutes } from './http/record-sheet-routes.ts';
import { rectificationRoutes } from './http/rectification-routes.ts';
import { readSessions } from './http/session-cookie.ts';
import { visitRoutes } from './http/visit-routes.ts';
import { webFiles } from './http/web-files.ts';
import { setPublicAddress } from './modules/complaint/answer-address.ts';

export interface ServerOptions {
  log: Logger;
  publicUrl?: string | undefined;
  /** Folder of the built web app. */
  webFolder: string;
  /** Folder of the built public site. */
  publicFolder?: string;
  /** Proxies whose word on the browser's address is taken, separated by commas. */
  trustedProxies?: string;
}

/** The HTTP server, ready to listen: the web app, the GraphQL API, and the files beside it. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const { log, publicUrl, webFolder, publicFolder = '', trustedProxies = 'loopback' } = options;
  const app = fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: trustedProxies,
    requestTimeout: 60_000,
    forceCloseConnections: 'idle',
  });
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // antd writes its styles at run time.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: publicUrl?.startsWith('https:') ? [] : null,
      },
    },
    hsts: publicUrl?.startsWith('https:') ?? false,
    crossOriginOpenerPolicy: publicUrl?.startsWith('https:') ? { policy: 'same-origin' } : false,
    originAgentCluster: false,
  });
  await app.register(compress, { global: true, threshold: 1024, encodings: ['br', 'gzip'] });
  await app.register(cookie);
  await app.register(rateLimit, { max: 6000, timeWindow: '1 minute', allowList: (request) => request.url.startsWith('/assets/') });
  refuseForeignOrigins(app);
  readSessions(app, publicUrl);
  setPublicAddress(publicUrl);

  const apollo = createApollo(log);
  await apollo.start();
  app.addHook('onClose', () => apollo.stop());
  graphqlRoute(app, apollo);
  graphqlStream(app);
  app.get('/health', { config: { rateLimit: false } }, async (_request, reply) => {
    await pool.query('SELECT 1');
    return reply.header('cache-control', 'no-store').send({ status: 'ok' });
  });
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    if (error.statusCode && error.statusCode < 500) return reply.code(error.statusCode).send({ message: error.message });
    const id = randomUUID();
    log.error({ err: error, id, url: request.url }, 'unexpected error');
    const away = isDatabaseAway(error);
    if (away) reply.header('retry-after', '2');
    return reply
      .code(away ? 503 : 500)
      .send({ message: away ? `数据库暂时无法连接，请稍后再试（编号 ${id}）。` : `系统出错（编号 ${id}）。` });
  });
  await app.register(ledgerRoutes);
  await app.register(attachmentRoutes);
  await app.register(monthlyRoutes);
  await app.register(publicRoutes, { log, publicUrl, publicFolder });
  await app.register(accountabilityRoutes);
  await app.register(recordSheetRoutes);
  await app.register(rectificationRoutes);
  await app.register(visitRoutes);
  await webFiles(app, webFolder);
  return app;
}

/** A browser on another site may not act here with the person's cookie. */
function refuseForeignOrigins(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    const { origin, host } = request.headers;
    if (request.method === 'GET' || request.method === 'HEAD' || !origin) return;
    if (!URL.canParse(origin) || new URL(origin).host !== host) return reply.code(403).send({ message: '请从本系统的页面操作。' });
  });
}
