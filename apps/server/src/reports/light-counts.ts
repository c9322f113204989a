import { z } from 'zod';
import { sql } from '../database.ts';
import { builder } from '../graphql/builder.ts';

/** How many items show each light; items without a light (not begun, ended) are in none. */
export interface LightCounts {
  green: number;
  yellow: number;
  red: number;
  grey: number;
}

/** Columns of the counts in an aggregate over `fromItems`, for `lightColumns` in the row schema. */
export const countLights = sql`count(*) FILTER (WHERE a.light = 'GREEN')::int AS green, count(*) FILTER (WHERE a.light = 'YELLOW')::int AS yellow,
  count(*) FILTER (WHERE a.light = 'RED')::int AS red, count(*) FILTER (WHERE a.light = 'GREY')::int AS grey`;

export const lightColumns = { green: z.number(), yellow: z.number(), red: z.number(), grey: z.number() };

export const LightCountsType = builder.objectRef<LightCounts>('LightCounts').implement({
  description: 'How many items show each light; items without a light (not begun, ended) are in none.',
  fields: (t) => ({
    green: t.exposeInt('green'),
    yellow: t.exposeInt('yellow'),
    red: t.exposeInt('red'),
    grey: t.exposeInt('grey'),
  }),
});
