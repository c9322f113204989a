import { GraphQLError } from 'graphql';
import { z } from 'zod';
import { builder } from './builder.ts';

const isoDay = z.iso.date();
const isoInstant = z.iso.datetime({ offset: true });

builder.scalarType('Day', {
  description: 'A civil day, ISO 8601: `2014-09-30`. `9999-12-31` stands for "never".',
  serialize: (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
  parseValue: (value) => {
    const parsed = isoDay.safeParse(value);
    if (!parsed.success)
      throw new GraphQLError(`“${String(value)}”不是有效日期，请按 2014-09-30 的格式填写。`, { extensions: { code: 'BAD_USER_INPUT' } });
    return parsed.data;
  },
});

builder.scalarType('Instant', {
  description: 'An instant, ISO 8601 in UTC: `2014-09-30T01:00:00.000Z`.',
  serialize: (value) => value.toISOString(),
  parseValue: (value) => {
    const parsed = isoInstant.safeParse(value);
    if (!parsed.success) throw new GraphQLError(`“${String(value)}”不是有效时间。`, { extensions: { code: 'BAD_USER_INPUT' } });
    return new Date(parsed.data);
  },
});
