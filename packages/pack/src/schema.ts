import { actors } from '@duban/rules/item-transitions';
import { dayUnits, itemKinds, openEnded, rankGroups, roles, unitKinds } from '@duban/rules/vocabulary';
import { z } from 'zod';

/** The shape of each file of a pack. Objects are strict, so that a mistyped key is an error and not a silent default. */

const text = z.string().trim().min(1);
const day = z.iso.date();
const position = { longitude: z.number().min(-180).max(180), latitude: z.number().min(-90).max(90) };
const tile = { column: z.int().min(0), row: z.int().min(0) };
const bothLanguages = { zh: text, en: text };

/** Code of a unit, post or term: lower-case letters, digits, hyphens. */
const code = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case letters, digits and single hyphens');

/** `2`, `2(1)`, `2(1)3`. */
const clauseNumber = z.string().regex(/^\d(\(\d{1,2}\)(\d{1,2})?)?$/, 'part, part(section) or part(section)item, e.g. 2(2)1');

export const campaignFile = z.strictObject({
  title: z.strictObject(bothLanguages),
  documentNumber: text,
  cityName: text,
  startOn: day,
  timeZone: text.refine(isTimeZone, 'an IANA time zone'),
  sharedKinds: z.array(z.enum(itemKinds)),
  returnsAllowed: z.int().min(0).max(9),
  /** Sign-offs by heads of the unit that a report needs before it leaves. */
  signOffsNeeded: z.int().min(0).max(3),
  /** The unit that takes complaints on. */
  complaintOfficeId: code,
  /** Registers that ask for a call-back before 销号. */
  callBackKinds: z.array(z.enum(itemKinds)),
  /** Who decides on extensions, per register. */
  extensionDeciders: z.record(z.enum(itemKinds), z.array(z.enum(actors)).min(1)),
  /** Working days before the due day on which the system reminds. */
  reminderWorkingDays: z.int().min(0).max(30),
  numberPrefixes: z.record(z.enum(itemKinds), z.string().regex(/^\p{L}{1,8}$/u, 'one to eight letters')),
});

/** A duty is a unit's code, or `@counties` / `@departments` for every one of them. */
const duties = z.array(z.union([code, z.enum(['@counties', '@departments'])])).default([]);

export const clausesFile = z.array(
  z.strictObject({ number: clauseNumber, ...bothLanguages, kinds: z.array(z.enum(itemKinds)).default([]), lead: duties, assist: duties }),
);

export const dictionariesFile = z.record(
  code,
  z.array(
    z.strictObject({
      code,
      ...bothLanguages,
      aliases: z.array(text).default([]),
      validFrom: day.default('2014-01-01'),
      validTo: day.default(openEnded),
      extra: z.record(z.string(), z.json()).default({}),
    }),
  ),
);

export const unitsFile = z.array(
  z.strictObject({
    id: code,
    name: text,
    shortName: text,
    en: text,
    kind: z.enum(unitKinds),
    parent: code.optional(),
    rankGroup: z.enum(rankGroups).nullable(),
    /** Title of the post at its head, e.g. 局长; none = the unit has no posts of its own but those of posts.yaml. */
    head: z.strictObject(bothLanguages).optional(),
    aliases: z.array(text).default([]),
    centre: z.strictObject(position).optional(),
    tile: z.strictObject(tile).optional(),
    validFrom: day.default('2014-01-01'),
    validTo: day.default(openEnded),
  }),
);

export const postsFile = z.strictObject({
  posts: z.array(z.strictObject({ id: code, ...bothLanguages, unit: code, role: z.enum(roles) })),
  /** The reporting clerk that every unit with a head has too. */
  clerk: z.strictObject(bothLanguages),
  /** Roles of heads that are not plain UNIT_HEAD. */
  headRoles: z.record(code, z.enum(roles)),
});

export const portfoliosFile = z.record(code, z.array(code));

export const limitsFile = z.array(
  z.strictObject({
    code,
    validFrom: day,
    validTo: day.default(openEnded),
    ...bothLanguages,
    days: z.int().min(1),
    dayUnit: z.enum(dayUnits),
    extensionDays: z.int().min(0).default(0),
    basis: text,
    secondary: z.boolean().default(false),
  }),
);

const percent = z.int().min(0).max(100);

export const thresholdsFile = z.array(
  z
    .strictObject({
      kind: z.enum(itemKinds),
      validFrom: day,
      timeYellowPercent: percent.nullable(),
      planYellowPoints: percent,
      planRedPoints: percent,
      reportGraceWorkingDays: z.int().min(0).max(60),
    })
    .refine((row) => row.planYellowPoints <= row.planRedPoints, { error: 'yellow must not come after red', path: ['planYellowPoints'] }),
);

/** `01-31` or `01-31/02-06`, both ends included, within one year. */
const monthDays = z.string().regex(/^\d\d-\d\d(\/\d\d-\d\d)?$/, 'MM-DD or MM-DD/MM-DD');
const yearText = z.string().regex(/^\d{4}$/);

/** Exceptions to "Monday to Friday": days off and 调休 working days, each with the name of its holiday. */
export const calendarFile = z.record(
  yearText,
  z.strictObject({ off: z.record(text, z.array(monthDays)), working: z.record(text, z.array(monthDays)) }),
);

export const calendarOverridesFile = z.strictObject({
  /** Years whose notice isn't out: weekends and these fixed days off only (暂定). */
  provisionalYears: z.record(yearText, z.record(text, z.array(monthDays))),
  days: z.array(z.strictObject({ day, isWorking: z.boolean(), label: text })),
});

/** The files that make a pack, each by its name without `.yaml`. */
export const packFiles = {
  campaign: campaignFile,
  clauses: clausesFile,
  dictionaries: dictionariesFile,
  units: unitsFile,
  posts: postsFile,
  portfolios: portfoliosFile,
  limits: limitsFile,
  thresholds: thresholdsFile,
  calendar: calendarFile,
  'calendar-overrides': calendarOverridesFile,
} as const;

export type PackFileName = keyof typeof packFiles;
export type PackSources = { [K in PackFileName]: z.infer<(typeof packFiles)[K]> };

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
