import type { ItemAction } from '@duban/rules/vocabulary';
import { GraphQLError } from 'graphql';

/** One thing wrong with one input field. The code has its sentence in both languages on the screen; `message` is the Chinese one. */
export interface FieldProblem {
  /** Path of the input, e.g. `dueOn`. */
  field: string;
  code: string;
  message: string;
}

/** What was sent can't be taken; says so at each field. */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly fields: FieldProblem[];

  constructor(fields: FieldProblem[]) {
    super(fields.map(({ message }) => message).join('；'));
    this.fields = fields;
  }
}

/** Not there, or not for this viewer: the two look alike. */
export class NotFoundError extends Error {
  override readonly name = 'NotFoundError';

  constructor(message = '没有找到，或者您无权查看。') {
    super(message);
  }
}

/** Somebody else changed it since it was read. */
export class ConflictError extends Error {
  override readonly name = 'ConflictError';
  /** Version now in force. */
  readonly version: number;
  /** What others did since, the oldest first. */
  readonly changes: ConflictingChange[];

  constructor(version: number, message = '这条记录刚被他人修改，请刷新后再改，您填写的内容已保留。', changes: ConflictingChange[] = []) {
    super(message);
    this.version = version;
    this.changes = changes;
  }
}

/** An act that was faster. */
export interface ConflictingChange {
  at: Date;
  actorTitle: string;
  action: ItemAction;
}

/** The state table, or one of its guards, refuses the act. */
export class ActRefusedError extends Error {
  override readonly name = 'ActRefusedError';
  /** Key of the sentence, e.g. `NOT_SIGNED_OFF`. */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** Signed in, but the role may not. */
export function forbidden(): GraphQLError {
  return new GraphQLError('您的岗位无权执行此操作。', { extensions: { code: 'FORBIDDEN' } });
}

/** Not signed in, or the session has ended. */
export function unauthenticated(): GraphQLError {
  return new GraphQLError('请先登录。', { extensions: { code: 'UNAUTHENTICATED' } });
}

/** Signed in with a password that an administrator gave: it has to be changed before anything else. */
export function passwordChangeRequired(): GraphQLError {
  return new GraphQLError('请先修改密码。', { extensions: { code: 'PASSWORD_CHANGE_REQUIRED' } });
}

/** A malformed argument, outside a mutation's own errors. */
export function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}
