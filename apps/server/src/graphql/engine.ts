import { randomUUID } from 'node:crypto';
import { ApolloServer, type ApolloServerPlugin, type BaseContext } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginUsageReportingDisabled } from '@apollo/server/plugin/disabled';
import { GraphQLError, type GraphQLFormattedError, type GraphQLSchema, type ValidationRule } from 'graphql';
import type { Logger } from 'pino';
import { isDatabaseAway } from '../database.ts';
import { limits } from './limits.ts';
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

/** In what one API differs from the other. */
export interface EngineOptions<Context extends BaseContext> {
  schema: GraphQLSchema;
  introspection: boolean;
  /** A form on another site can't set this header. */
  header: string;
  rules?: readonly ValidationRule[];
  plugins?: readonly ApolloServerPlugin<Context>[];
  /** What is said while the database is away, and of what nobody foresaw; `id` is in the log. */
  words: { away(id: string, path: GraphQLFormattedError['path']): string; failed(id: string, path: GraphQLFormattedError['path']): string };
}

/** A GraphQL engine: limits before any resolver runs, unexpected errors masked with an id that is in the log. */
export function createEngine<Context extends BaseContext>(log: Logger, options: EngineOptions<Context>): ApolloServer<Context> {
  const { schema, introspection, header, rules = [], plugins = [], words } = options;
  return new ApolloServer<Context>({
    schema,
    introspection,
    csrfPrevention: { requestHeaders: [header] },
    allowBatchedHttpRequests: false,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    persistedQueries: false,
    parseOptions: { maxTokens: limits.tokens },
    validationRules: [limitsRule, ...rules],
    plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginUsageReportingDisabled(), ...plugins],
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
        message: away ? words.away(id, formatted.path) : words.failed(id, formatted.path),
        path: formatted.path,
        extensions: { code: away ? 'SERVICE_UNAVAILABLE' : 'INTERNAL_SERVER_ERROR', id },
      };
    },
  });
}
