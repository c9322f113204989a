import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  type DocumentNode,
  type ExecutionResult,
  getOperationAST,
  OperationTypeNode,
  parse,
  specifiedRules,
  subscribe,
  validate,
} from 'graphql';
import { z } from 'zod';
import { limits } from '../graphql/limits.ts';
import { createLoaders } from '../graphql/loaders.ts';
import { schema } from '../graphql/schema.ts';
import { limitsRule } from '../graphql/validation.ts';
import type { Viewer } from '../modules/session/viewer.ts';
import { assertFromOwnPage, Refusal, signedIn } from './requests.ts';
import { viewerNow } from './session-cookie.ts';

const heartbeatMs = 15_000;
/** A session that ended, or rights that changed, are noticed within this time. */
const lookEveryMs = 20_000;
/** A connection over which nothing went for so long, not even a heartbeat, is given up. */
const stalledMs = 60_000;
/** Streams of one session: a browser needs one (model 23); the others are those not yet closed. */
const mostStreams = 6;
/** A server that stops waits so long for a farewell to get through. */
const farewellMs = 500;

const bodySchema = z.object({
  query: z.string(),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
});

type Signals = AsyncGenerator<ExecutionResult, void, void>;

/**
 * POST /graphql/stream: subscriptions alone, with the session and the limits of /graphql. Each answer is an event stream of its own (GraphQL
 * over server-sent events, distinct connections): `next` with a result, `complete` at the end, comments in between as heartbeats.
 */
export function graphqlStream(app: FastifyInstance): void {
  const open = new Map<string, Set<() => void>>();
  const options = { bodyLimit: 20_000, config: { rateLimit: { max: 240, timeWindow: '1 minute' } } };
  app.post('/graphql/stream', options, async (request, reply) => {
    const viewer = signedIn(request);
    assertFromOwnPage(request);
    if (!request.headers.accept?.includes('text/event-stream')) throw new Refusal(406, '这里只提供实时更新。');
    const operation = operationOf(request.body);
    const streams = open.get(viewer.sessionId) ?? new Set();
    if (streams.size >= mostStreams) {
      reply.header('retry-after', '30');
      throw new Refusal(429, '打开的实时连接过多。');
    }
    const signals = await begin(operation, request, viewer);
    const end = () => void signals.return();
    open.set(viewer.sessionId, streams.add(end));
    const look = setInterval(() => void whenRightsChange(request, viewer, end), lookEveryMs);
    reply.raw.once('close', () => {
      clearInterval(look);
      end();
      streams.delete(end);
      if (streams.size === 0 && open.get(viewer.sessionId) === streams) open.delete(viewer.sessionId);
    });
    if (reply.raw.destroyed) end();
    request.raw.socket.setTimeout(stalledMs, () => request.raw.socket.destroy());
    return (
      reply
        .header('content-type', 'text/event-stream; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('connection', 'close')
        // A proxy that gathers an answer before passing it on would hold every signal back.
        .header('x-accel-buffering', 'no')
        .send(Readable.from(events(signals), { highWaterMark: 1 }))
    );
  });
  // Streams never end by themselves, and the server waits for what is under way.
  app.addHook('preClose', async () => {
    for (const streams of open.values()) for (const end of streams) end();
    const deadline = Date.now() + farewellMs;
    while (open.size > 0 && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 10));
    app.server.closeAllConnections();
  });
}

interface Operation {
  document: DocumentNode;
  operationName: string | null;
  variableValues: Record<string, unknown>;
}

/** The subscription asked for, within the limits of the API; Refusal otherwise. */
function operationOf(body: unknown): Operation {
  const asked = bodySchema.safeParse(body);
  if (!asked.success) throw new Refusal(400, '请求的格式不正确。');
  const { query, operationName = null, variables } = asked.data;
  const document = parsed(query);
  if (getOperationAST(document, operationName)?.operation !== OperationTypeNode.SUBSCRIPTION)
    throw new Refusal(400, '这里只提供实时更新。');
  if (validate(schema, document, [...specifiedRules, limitsRule]).length > 0) throw new Refusal(400, '请求的格式不正确。');
  return { document, operationName, variableValues: variables ?? {} };
}

function parsed(query: string): DocumentNode {
  try {
    return parse(query, { maxTokens: limits.tokens });
  } catch {
    throw new Refusal(400, '请求的格式不正确。');
  }
}

async function begin(operation: Operation, request: FastifyRequest, viewer: Viewer): Promise<Signals> {
  const contextValue = {
    viewer,
    address: request.ip,
    userAgent: request.headers['user-agent'] ?? '',
    loaders: createLoaders(),
    setSessionCookie: () => undefined,
  };
  const result = await subscribe({ schema, ...operation, contextValue });
  if (Symbol.asyncIterator in result) return result as Signals;
  throw result.errors?.[0]?.originalError ?? new Refusal(400, '请求的格式不正确。');
}

/** Ends a stream whose viewer may no longer hear what it began with: the browser comes back with the rights of that moment, or not at all. */
async function whenRightsChange(request: FastifyRequest, before: Viewer, end: () => void): Promise<void> {
  try {
    const now = await viewerNow(request);
    if (!now || rightsOf(now) !== rightsOf(before)) end();
  } catch (error) {
    request.log.debug({ err: error }, 'the session was not looked at');
  }
}

function rightsOf({ sessionId, postId, role, unitIds, mustChangePassword }: Viewer): string {
  return JSON.stringify([sessionId, postId, role, [...unitIds].sort(), mustChangePassword]);
}

/** The stream as text. It is written as fast as the browser takes it and no faster: the signals wait, and merge, in their reader. */
async function* events(signals: Signals): AsyncGenerator<string, void, void> {
  // Says at once that the stream stands.
  yield ':\n\n';
  let next = signals.next();
  for (;;) {
    const heard = await within(heartbeatMs, next);
    if (!heard) yield ':\n\n';
    else if (heard.done) break;
    else {
      yield `event: next\ndata: ${JSON.stringify(heard.value)}\n\n`;
      next = signals.next();
    }
  }
  yield 'event: complete\ndata:\n\n';
}

/** What the promise brings, or undefined when it takes longer. */
async function within<T>(ms: number, promise: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
