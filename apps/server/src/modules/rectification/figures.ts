import { z } from 'zod';
import { type Sql, sql } from '../../database.ts';
import { builder } from '../../graphql/builder.ts';

/** Figures entered each month and counted from the ledger, added up over some months and units. */
export const enteredShape = {
  checks: z.number(),
  spotFixed: z.number(),
  casesFiled: z.number(),
  peopleHandled: z.number(),
  lookBacks: z.number(),
  relapses: z.number(),
  listed: z.number(),
  listedFixed: z.number(),
  found: z.number(),
  fixed: z.number(),
};
type Entered = z.infer<z.ZodObject<typeof enteredShape>>;

/** Sums of `monthCells`, alias `c`, as `enteredShape` reads them; zero without any. */
export const enteredSums: Sql = sql`coalesce(sum(c.checks), 0)::int AS checks, coalesce(sum(c.spot_fixed), 0)::int AS "spotFixed",
  coalesce(sum(c.cases_filed), 0)::int AS "casesFiled", coalesce(sum(c.people_handled), 0)::int AS "peopleHandled",
  coalesce(sum(c.look_backs), 0)::int AS "lookBacks", coalesce(sum(c.relapses), 0)::int AS relapses,
  coalesce(sum(c.listed), 0)::int AS listed, coalesce(sum(c.listed_fixed), 0)::int AS "listedFixed",
  coalesce(sum(c.spot_fixed + c.listed), 0)::int AS found, coalesce(sum(c.spot_fixed + c.listed_fixed), 0)::int AS fixed`;

/** Their fields, the same on every type that has them. */
export const EnteredFigures = builder.interfaceRef<Entered>('RectificationFigures').implement({
  description: 'Figures of a special rectification, added up: entered by units each month, or counted from the ledger of its problems.',
  fields: (t) => ({
    found: t.exposeInt('found', { description: 'Put right on the spot, and problems listed.' }),
    fixed: t.exposeInt('fixed', { description: 'Put right on the spot, and listed problems that were closed.' }),
    checks: t.exposeInt('checks', { description: '检查次数, entered.' }),
    spotFixed: t.exposeInt('spotFixed', { description: '当场整改, entered: found and put right at once, so never listed.' }),
    casesFiled: t.exposeInt('casesFiled', { description: '立案数, entered.' }),
    peopleHandled: t.exposeInt('peopleHandled', { description: '处理人数, entered.' }),
    lookBacks: t.exposeInt('lookBacks', { description: '回头看次数, entered.' }),
    relapses: t.exposeInt('relapses', { description: '反弹问题数, entered.' }),
    listed: t.exposeInt('listed', { description: 'Problems in the ledger, merged ones left out.' }),
    listedFixed: t.exposeInt('listedFixed', { description: 'Of those, closed (办结), written off ones included.' }),
  }),
});

/** How listed problems stand. */
export const standingShape = {
  open: z.number(),
  overdue: z.number(),
  green: z.number(),
  yellow: z.number(),
  red: z.number(),
  grey: z.number(),
};

/** Columns of `standingCounts`, alias `s`, as `standingShape` reads them; zero without any. */
export const standingColumns: Sql = sql`coalesce(s.open, 0) AS open, coalesce(s.overdue, 0) AS overdue, coalesce(s.green, 0) AS green,
  coalesce(s.yellow, 0) AS yellow, coalesce(s.red, 0) AS red, coalesce(s.grey, 0) AS grey`;
