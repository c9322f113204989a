import { GraphQLError } from 'graphql';
import { z } from 'zod';
import { builder } from './builder.ts';
import { dayScalar } from './day.ts';

const isoInstant = z.iso.datetime({ offset: true });

builder.scalarType('Day', dayScalar);

builder.scalarType('Instant', {
  description: 'An instant, ISO 8601 in UTC: `2014-09-30T01:00:00.000Z`.',
  serialize: (value) => value.toISOString(),
  parseValue: (value) => {
    const parsed = isoInstant.safeParse(value);
    if (!parsed.success) throw new GraphQLError(`“${String(value)}”不是有效时间。`, { extensions: { code: 'BAD_USER_INPUT' } });
    return new Date(parsed.data);
  },
});
