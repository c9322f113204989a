import { builder } from './builder.ts';
import { ItemActionType } from './enums.ts';
import { ActRefusedError, ConflictError, type ConflictingChange, type FieldProblem, InputError, NotFoundError } from './errors.ts';

const ErrorInterface = builder.interfaceRef<Error>('Error').implement({
  description: 'What a mutation answers when it could not act. Nothing was changed.',
  fields: (t) => ({ message: t.exposeString('message', { description: 'A sentence in Chinese for the person who acted.' }) }),
});

const FieldProblemType = builder.objectRef<FieldProblem>('FieldProblem').implement({
  description: 'One thing wrong with one input field.',
  fields: (t) => ({
    field: t.exposeString('field', { description: 'Path of the input field, e.g. `dueOn`.' }),
    code: t.exposeString('code', { description: 'Key of the sentence.' }),
    message: t.exposeString('message', { description: 'The sentence, in Chinese.' }),
  }),
});

builder.objectType(InputError, {
  name: 'InputError',
  description: 'The input can not be taken.',
  interfaces: [ErrorInterface],
  fields: (t) => ({ fields: t.field({ type: [FieldProblemType], resolve: ({ fields }) => fields }) }),
});

builder.objectType(NotFoundError, {
  name: 'NotFoundError',
  description: 'Not there, or not for this viewer.',
  interfaces: [ErrorInterface],
});

const ConflictingChangeType = builder.objectRef<ConflictingChange>('ConflictingChange').implement({
  description: 'An act that was faster.',
  fields: (t) => ({
    at: t.expose('at', { type: 'Instant' }),
    actorTitle: t.exposeString('actorTitle'),
    action: t.expose('action', { type: ItemActionType }),
  }),
});

builder.objectType(ActRefusedError, {
  name: 'ActRefusedError',
  description: 'The state of the matter, the role, or a rule does not allow the act.',
  interfaces: [ErrorInterface],
  fields: (t) => ({ code: t.exposeString('code', { description: 'Key of the sentence.' }) }),
});

builder.objectType(ConflictError, {
  name: 'ConflictError',
  description: 'Somebody else changed it since it was read.',
  interfaces: [ErrorInterface],
  fields: (t) => ({
    version: t.exposeInt('version', { description: 'Version now in force.' }),
    changes: t.field({
      type: [ConflictingChangeType],
      description: 'What others did to the item since it was read, the oldest first.',
      resolve: ({ changes }) => changes,
    }),
  }),
});
