import { builder } from './builder.ts';
import { ConflictError, type FieldProblem, InputError, NotFoundError } from './errors.ts';

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

builder.objectType(ConflictError, {
  name: 'ConflictError',
  description: 'Somebody else changed it since it was read.',
  interfaces: [ErrorInterface],
  fields: (t) => ({ version: t.exposeInt('version', { description: 'Version now in force.' }) }),
});
