import { randomUUID } from 'node:crypto';
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginUsageReportingDisabled } from '@apollo/server/plugin/disabled';
import { GraphQLError, OperationTypeNode } from 'graphql';
import type { Logger } from 'pino';
import { isDatabaseAway } from '../database.ts';
import type { Context } from './context.ts';
import { limits } from './limits.ts';
import { schema } from './schema.ts';
import { limitsRule } from './validation.ts';

/** Codes whose messages are ours and may be told; everything else is masked. */
const told = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'GRAPHQL_LIMIT',
  'BAD_USER_INPUT',
  'FORBIDDEN',
  'UNAUTHENTICATED',
  'PASSWORD_CHANGE_REQUIRED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
]);

/** Subscriptions have an address of their own, /graphql/stream: one answer can't hold them. */
const noSubscriptions: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ operation }) => {
      if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) return;
      throw new GraphQLError('实时更新请使用 /graphql/stream。', { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
    },
  }),
};

/** The GraphQL engine: limits before any resolver runs, unexpected errors masked with an id that is in the log. */
export function createApollo(log: Logger): ApolloServer<Context> {
  return new ApolloServer<Context>({
    schema,
    introspection: true,
    csrfPrevention: { requestHeaders: ['x-duban-csrf'] },
    allowBatchedHttpRequests: false,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    persistedQueries: false,
    parseOptions: { maxTokens: limits.tokens },
    validationRules: [limitsRule],
    plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginUsageReportingDisabled(), noSubscriptions],
    formatError: (formatted, error) => {
      const code = String(formatted.extensions?.code ?? '');
      if (told.has(code)) return { message: formatted.message, path: formatted.path, locations: formatted.locations, extensions: { code } };
      const cause = unwrapResolverError(error);
      // Pothos' complexity limits come without a code; they are the product's own words.
      if (cause instanceof GraphQLError && /complexity|depth|breadth/i.test(cause.message))
        return { message: '查询过大，请缩小范围。', extensions: { code: 'GRAPHQL_LIMIT' } };
      const id = randomUUID();
      log.error({ err: cause, id, path: formatted.path }, 'unexpected error');
      const away = isDatabaseAway(cause);
      return {
        message: away ? `数据库暂时无法连接，请稍后再试（编号 ${id}）。` : `系统出错，未作任何更改。请将编号 ${id} 告知管理员。`,
        path: formatted.path,
        extensions: { code: away ? 'SERVICE_UNAVAILABLE' : 'INTERNAL_SERVER_ERROR', id },
      };
    },
  });
}
