import { GraphQLError } from 'graphql';
import { z } from 'zod';

const isoDay = z.iso.date();

/** How a civil day travels, in both APIs. */
export const dayScalar = {
  description: 'A civil day, ISO 8601: `2014-09-30`. `9999-12-31` stands for "never".',
  serialize: (value: string | Date) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
  parseValue: (value: unknown) => {
    const parsed = isoDay.safeParse(value);
    if (!parsed.success)
      throw new GraphQLError(`“${String(value)}”不是有效日期，请按 2014-09-30 的格式填写。`, { extensions: { code: 'BAD_USER_INPUT' } });
    return parsed.data;
  },
};
