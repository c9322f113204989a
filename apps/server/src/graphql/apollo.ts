import type { ApolloServer, ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, OperationTypeNode } from 'graphql';
import type { Logger } from 'pino';
import type { Context } from './context.ts';
import { createEngine } from './engine.ts';
import { schema } from './schema.ts';

/** Subscriptions have an address of their own, /graphql/stream: one answer can't hold them. */
const noSubscriptions: ApolloServerPlugin<Context> = {
  requestDidStart: async () => ({
    didResolveOperation: async ({ operation }) => {
      if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) return;
      throw new GraphQLError('实时更新请使用 /graphql/stream。', { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
    },
  }),
};

/** The engine of the API for signed-in people. */
export function createApollo(log: Logger): ApolloServer<Context> {
  return createEngine<Context>(log, {
    schema,
    introspection: true,
    header: 'x-duban-csrf',
    plugins: [noSubscriptions],
    words: {
      away: (id) => `数据库暂时无法连接，请稍后再试（编号 ${id}）。`,
      failed: (id) => `系统出错，未作任何更改。请将编号 ${id} 告知管理员。`,
    },
  });
}
