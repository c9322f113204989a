import type { FastifyInstance } from 'fastify';
import type { createApollo } from '../graphql/apollo.ts';
import { limits } from '../graphql/limits.ts';
import { createLoaders } from '../graphql/loaders.ts';
import { isSoundText } from '../graphql/sound-text.ts';
import { answerGraphql } from './graphql-answer.ts';
import { setSessionCookie } from './session-cookie.ts';

/** POST /graphql: the one API. No GET, no batches, no introspection when signed out. */
export function graphqlRoute(app: FastifyInstance, apollo: ReturnType<typeof createApollo>): void {
  app.post('/graphql', { bodyLimit: limits.body }, async (request, reply) => {
    const body = request.body as { query?: unknown } | null;
    if (!request.viewer && typeof body?.query === 'string' && /__schema|__type\b/.test(body.query))
      return reply.code(401).send({ errors: [{ message: '请先登录。', extensions: { code: 'UNAUTHENTICATED' } }] });
    if (!isSoundText(body))
      return reply
        .code(400)
        .send({ errors: [{ message: '文字中含有无法识别的字符，请删去后重试。', extensions: { code: 'BAD_USER_INPUT' } }] });
    return answerGraphql(apollo, request, reply, {
      viewer: request.viewer,
      address: request.ip,
      userAgent: request.headers['user-agent'] ?? '',
      loaders: createLoaders(),
      setSessionCookie: (token) => setSessionCookie(reply, token),
    });
  });
}
