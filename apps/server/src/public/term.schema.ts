import { z } from 'zod';
import { builder } from './builder.ts';

/** A dictionary entry, in both languages. */
export const termRow = z.object({ code: z.string(), name: z.string(), nameEn: z.string() });
export type Term = z.infer<typeof termRow>;

export const TermType = builder.objectRef<Term>('Term').implement({
  description: 'A word of a dictionary.',
  fields: (t) => ({ code: t.exposeString('code'), name: t.exposeString('name'), nameEn: t.exposeString('nameEn') }),
});
