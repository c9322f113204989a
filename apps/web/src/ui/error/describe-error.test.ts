import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import { expect, test } from 'vitest';
import { describeError } from './describe-error.ts';

const answered = (code: string, errorId?: string) =>
  new CombinedGraphQLErrors({ errors: [{ message: 'x', extensions: { code, ...(errorId ? { id: errorId } : {}) } }] });
const status = (code: number) => new ServerError('x', { response: new Response('', { status: code }), bodyText: '' });

test.each([
  [answered('UNAUTHENTICATED'), { kind: 'unauthenticated' }],
  [answered('PASSWORD_CHANGE_REQUIRED'), { kind: 'passwordDue' }],
  [answered('FORBIDDEN'), { kind: 'forbidden' }],
  [answered('BAD_USER_INPUT'), { kind: 'badInput' }],
  [answered('INTERNAL_SERVER_ERROR', 'e-7f3a'), { kind: 'unexpected', id: 'e-7f3a' }],
  [status(401), { kind: 'unauthenticated' }],
  [status(429), { kind: 'tooMany' }],
  [status(503), { kind: 'unavailable' }],
  [status(500), { kind: 'unexpected' }],
  [answered('GRAPHQL_LIMIT'), { kind: 'tooLarge' }],
  [
    new ServerError('x', {
      response: new Response('', { status: 503 }),
      bodyText: '{"errors":[{"extensions":{"code":"SERVICE_UNAVAILABLE","id":"0b9e2f5c-3a44-4c43-9f0e-5f2f0c6d1a11"}}]}',
    }),
    { kind: 'unavailable', id: '0b9e2f5c-3a44-4c43-9f0e-5f2f0c6d1a11' },
  ],
  [new TypeError('Failed to fetch'), { kind: 'offline' }],
  [new TypeError('Failed to fetch dynamically imported module: /assets/x.js'), { kind: 'outdated' }],
  [new Error('anything'), { kind: 'unexpected' }],
  ['a text', { kind: 'unexpected' }],
])('%o', (error, described) => {
  expect(describeError(error)).toEqual(described);
});
