import type { ApolloServer } from '@apollo/server';
import { type ASTVisitor, GraphQLError, type GraphQLFormattedError, Kind, OperationTypeNode, type ValidationContext } from 'graphql';
import type { Logger } from 'pino';
import { createEngine } from '../graphql/engine.ts';
import type { PublicContext } from './builder.ts';
import { publicSchema } from './schema.ts';

/** Header that the public site's own pages send. */
export const publicHeader = 'x-duban';

/** One request is one act: a hundred guesses in one document would be counted once before it is read. */
export function oneActRule(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition({ operation, selectionSet }) {
      const isOneField = selectionSet.selections.length === 1 && selectionSet.selections[0]?.kind === Kind.FIELD;
      if (operation !== OperationTypeNode.MUTATION || isOneField) return;
      context.reportError(new GraphQLError('一次只能办理一件事。', { extensions: { code: 'GRAPHQL_LIMIT' } }));
    },
  };
}

const isSubmission = (path: GraphQLFormattedError['path']) => path?.[0] === 'submitComplaint';

/** While nobody knows whether it was committed, the truth is that it isn't sure; the ticket makes trying again safe. */
const unsure = (what: string, id: string) =>
  `${what}，这件投诉尚未确认登记。请不要关闭页面，稍后再次点击提交：同一张表单不会重复登记（编号 ${id}）。`;

/** The engine of the public API: no introspection, and words for people who never signed in. */
export function createPublicEngine(log: Logger): ApolloServer<PublicContext> {
  return createEngine<PublicContext>(log, {
    schema: publicSchema,
    introspection: false,
    header: publicHeader,
    rules: [oneActRule],
    words: {
      away: (id, path) =>
        isSubmission(path) ? unsure('系统暂时连接不上数据库', id) : `系统暂时连接不上数据库，请稍后再试（编号 ${id}）。`,
      failed: (id, path) => (isSubmission(path) ? unsure('系统出错', id) : `系统出错，这次操作没有完成，请稍后再试（编号 ${id}）。`),
    },
  });
}
