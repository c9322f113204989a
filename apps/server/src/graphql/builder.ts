import type { Role } from '@duban/rules/vocabulary';
import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import ErrorsPlugin from '@pothos/plugin-errors';
import PrismaPlugin from '@pothos/plugin-prisma';
import RelayPlugin from '@pothos/plugin-relay';
import ScopeAuthPlugin from '@pothos/plugin-scope-auth';
import ValidationPlugin from '@pothos/plugin-validation';
import type { ZodError } from 'zod';
import { db } from '../database.ts';
import type { Context } from './context.ts';
import { forbidden, InputError, passwordChangeRequired, unauthenticated } from './errors.ts';
import type PrismaTypes from './generated/pothos-types.ts';
import { getDatamodel } from './generated/pothos-types.ts';
import { limits } from './limits.ts';

export interface SchemaTypes {
  Context: Context;
  PrismaTypes: PrismaTypes;
  AuthScopes: {
    /** Signed in, with no password change due. */
    signedIn: boolean;
    /** Signed in, even while the password has still to be changed. */
    passwordMayBeDue: boolean;
    /** As `signedIn`, with one of these roles. */
    roles: readonly Role[];
  };
  AuthContexts: {
    signedIn: Context & { viewer: NonNullable<Context['viewer']> };
    passwordMayBeDue: Context & { viewer: NonNullable<Context['viewer']> };
    roles: Context & { viewer: NonNullable<Context['viewer']> };
  };
  DefaultFieldNullability: false;
  DefaultAuthStrategy: 'all';
  Scalars: {
    /** Node ids are the rows' own ids. */
    ID: { Input: string; Output: string };
    /** ISO day, `2014-09-30`. */
    Day: { Input: string; Output: string | Date };
    /** ISO instant, UTC. */
    Instant: { Input: Date; Output: Date };
  };
}

/** The one schema builder: every module adds its types to it. */
export const builder = new SchemaBuilder<SchemaTypes>({
  plugins: [RelayPlugin, ErrorsPlugin, ScopeAuthPlugin, PrismaPlugin, ValidationPlugin, ComplexityPlugin],
  defaultFieldNullability: false,
  relay: { cursorType: 'String', clientMutationId: 'omit' },
  errors: { directResult: true, defaultTypes: [] },
  scopeAuth: {
    defaultStrategy: 'all',
    authScopes: ({ viewer }) => ({
      signedIn: viewer !== null && !viewer.mustChangePassword,
      passwordMayBeDue: viewer !== null,
      roles: (allowed) => viewer !== null && !viewer.mustChangePassword && allowed.includes(viewer.role),
    }),
    unauthorizedError: (_parent, { viewer }) => {
      if (!viewer) return unauthenticated();
      return viewer.mustChangePassword ? passwordChangeRequired() : forbidden();
    },
  },
  prisma: {
    client: () => db,
    dmmf: getDatamodel(),
    exposeDescriptions: true,
    filterConnectionTotalCount: true,
    onUnusedQuery: process.env.NODE_ENV === 'test' || process.env.NODE_ENV === 'development' ? 'error' : null,
  },
  validation: {
    validationError: (failure) =>
      new InputError(
        (failure as unknown as Pick<ZodError, 'issues'>).issues.map(({ path, code, message }) => ({
          field: path.map(String).join('.'),
          code: code ?? 'invalid',
          message,
        })),
      ),
  },
  complexity: { limit: { complexity: limits.complexity, depth: limits.depth, breadth: limits.breadth } },
});

builder.queryType({
  authScopes: { signedIn: true },
  description: 'Reading. Every field but those marked otherwise asks for a signed-in viewer.',
});
builder.mutationType({
  authScopes: { signedIn: true },
  description: 'Acts. Each is named for what it does and answers the changed node or a typed error.',
});
