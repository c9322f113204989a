import { z } from 'zod';

// Fields of the addresses of pages, as exports of what they show take them.

/** Several codes, by commas; what is beyond a hundred is no choice of a person. */
export const codes = z
  .string()
  .transform((text) => text.split(',').filter(Boolean).slice(0, 100))
  .pipe(z.array(z.string().max(100)))
  .optional();

export const day = z.iso.date().optional();

/** `yes`, `no`, or null: either. */
export const yesOrNo = z
  .enum(['yes', 'no'])
  .optional()
  .transform((word) => (word === undefined ? null : word === 'yes'));
