import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** Serves the built web app: hashed assets for a year, every other path the page itself. */
export async function webFiles(app: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) {
    app.get('/', (_request, reply) => reply.code(503).type('text/plain; charset=utf-8').send('页面尚未构建，请运行 npm start。'));
    return;
  }
  await app.register(fastifyStatic, {
    root: folder,
    index: false,
    // The build writes .br and .gz beside each file.
    preCompressed: true,
    setHeaders: (reply, path) => {
      reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const page = (reply: FastifyReply) => reply.header('cache-control', 'no-cache').sendFile('index.html');
  app.get('/', (_request, reply) => page(reply));
  app.setNotFoundHandler((request, reply) => {
    const isPage = /^(GET|HEAD)$/.test(request.method) && !/^\/(graphql|files|events|assets|health)\b/.test(request.url);
    if (!isPage) return reply.code(404).send({ message: '没有这个地址。' });
    return page(reply);
  });
}
