import { type ASTVisitor, GraphQLError, Kind, type ValidationContext } from 'graphql';
import { limits } from './limits.ts';

const refuse = (message: string) => new GraphQLError(message, { extensions: { code: 'GRAPHQL_LIMIT' } });

/** Refuses a document whose fields go deeper, whose aliases are more, or whose one selection repeats more than the product ever asks for. */
export function limitsRule(context: ValidationContext): ASTVisitor {
  let depth = 0;
  let aliases = 0;
  let fields = 0;
  let tooMuch = false;
  const once = (message: string) => {
    if (!tooMuch) context.reportError(refuse(message));
    tooMuch = true;
  };
  const restart = () => {
    depth = 0;
  };
  return {
    Field: {
      enter(node) {
        depth += 1;
        fields += 1;
        if (node.alias) aliases += 1;
        if (depth > limits.depth) once(`查询嵌套过深（最多 ${limits.depth} 层）。`);
        if (aliases > limits.aliases) once(`查询中的别名过多（最多 ${limits.aliases} 个）。`);
        if (fields > limits.breadth) once(`查询的字段过多（最多 ${limits.breadth} 个）。`);
      },
      leave() {
        depth -= 1;
      },
    },
    FragmentDefinition: { enter: restart },
    OperationDefinition: { enter: restart },
    Document(node) {
      const operations = node.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
      if (operations.length > 1) once('一次只能执行一个操作。');
    },
  };
}
