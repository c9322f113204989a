import {
  findings,
  itemStates,
  levels,
  lights,
  problemOrigins,
  rectificationClasses,
  satisfactions,
  themes,
  zeroContactKinds,
} from '@duban/rules/vocabulary';
import { z } from 'zod';
import { type ItemFilter, phases } from '../item/item-filter.ts';

const list = <T extends string>(member: z.ZodType<T, string>) =>
  z
    .string()
    .transform((text) => text.split(',').filter(Boolean).slice(0, 100))
    .pipe(z.array(member))
    .optional();
const codes = list(z.string().max(100));
const yesNo = z
  .enum(['1', '0'])
  .transform((text) => text === '1')
  .optional();
/** `2014-09-01..2014-09-30`; either end may be missing. */
const range = z
  .string()
  .transform((text) => {
    const [from, to] = text.split('..');
    return { from: from || null, to: to || null };
  })
  .pipe(z.object({ from: z.iso.date().nullable(), to: z.iso.date().nullable() }))
  .optional();

const conditions = z.object({
  themes: list(z.enum(themes)),
  leadUnits: codes,
  units: codes,
  counties: codes,
  targetCounties: codes,
  levels: list(z.enum(levels)),
  categories: codes,
  lights: list(z.enum(lights)),
  states: list(z.enum(itemStates)),
  phase: z.enum(phases).optional(),
  clauses: codes,
  dutyPosts: codes,
  overseenBy: codes,
  found: range,
  assigned: range,
  due: range,
  closed: range,
  writtenOff: range,
  closedOnTime: yesNo,
  isRepeat: yesNo,
  isReworked: yesNo,
  isPlanned: yesNo,
  progressClasses: list(z.enum(rectificationClasses)),
  channels: codes,
  origins: list(z.enum(problemOrigins)),
  isAnswered: yesNo,
  roadDisorders: codes,
  enforcementDisorders: codes,
  complainedUnits: codes,
  isTakenOn: yesNo,
  isDecisionDue: yesNo,
  isDecidedInTime: yesNo,
  isRepeatComplainant: yesNo,
  isCollective: yesNo,
  isReopened: yesNo,
  word: z.string().max(200).optional(),
  satisfactions: list(z.enum(satisfactions)),
  findings: list(z.enum(findings)),
  breachKinds: list(z.enum(zeroContactKinds)),
  isSolved: yesNo,
  isComplete: yesNo,
  isSettlementDue: yesNo,
  settlementDueFrom: codes,
  text: z.string().max(200).optional(),
});

const query = conditions.extend({ asOf: z.iso.date().optional(), reason: z.string().max(400).optional() });

/** Names of the conditions, the same as those of the GraphQL input ItemFilter. */
export const filterParameters = Object.keys(conditions.shape);

/** The filter that a ledger's address holds, with its as-of day and the reason for writing out complainants; null when a value doesn't fit. Other parameters (order, page) are passed over. */
export function filterOfQuery(search: unknown): { filter: ItemFilter; asOf: string | null; reason: string | null } | null {
  const parsed = query.safeParse(search);
  if (!parsed.success) return null;
  const { asOf, reason, ...filter } = parsed.data;
  return { filter: filter satisfies ItemFilter, asOf: asOf ?? null, reason: reason ?? null };
}
