import { type ApolloServer, type BaseContext, HeaderMap } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Answers a GraphQL request by POST, never to be cached; 503 while the database is away. */
export async function answerGraphql<Context extends BaseContext>(
  engine: ApolloServer<Context>,
  request: FastifyRequest,
  reply: FastifyReply,
  context: Context,
): Promise<FastifyReply> {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  const answer = await engine.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: 'POST', headers, search: '', body: request.body },
    context: async () => context,
  });
  for (const [name, value] of answer.headers) reply.header(name, value);
  reply.header('cache-control', 'no-store');
  if (answer.body.kind !== 'complete') return reply.code(406).send();
  const away = answer.body.string.includes('"code":"SERVICE_UNAVAILABLE"');
  if (away) reply.header('retry-after', '2');
  return reply.code(away ? 503 : (answer.status ?? 200)).send(answer.body.string);
}
