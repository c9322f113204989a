import { clock } from '../../clock.ts';
import { db } from '../../database.ts';
import { builder } from '../../graphql/builder.ts';
import { DayUnitType, ItemKindType } from '../../graphql/enums.ts';

builder.prismaObject('Campaign', {
  fields: (t) => ({
    code: t.exposeString('code'),
    title: t.exposeString('title'),
    titleEn: t.exposeString('titleEn'),
    cityName: t.exposeString('cityName'),
    documentNumber: t.exposeString('documentNumber'),
    isDemo: t.exposeBoolean('demo'),
    startOn: t.expose('startOn', { type: 'Day' }),
    timeZone: t.exposeString('timeZone', { description: 'IANA zone in which the city’s days begin and end.' }),
    today: t.field({ type: 'Day', description: "The campaign's business day: the default of every as-of.", resolve: () => clock.today() }),
  }),
});

export const TermType = builder.prismaObject('Term', {
  fields: (t) => ({
    dictionary: t.exposeString('dictionary'),
    code: t.exposeString('code'),
    name: t.exposeString('name'),
    nameEn: t.exposeString('nameEn'),
    aliases: t.exposeStringList('aliases'),
    position: t.exposeInt('position'),
    validTo: t.expose('validTo', { type: 'Day' }),
    isUnconfirmed: t.boolean({
      select: { extra: true },
      description: '释义待确认: what it stands for is not known here.',
      resolve: ({ extra }) => isObject(extra) && extra.unconfirmed === true,
    }),
  }),
});

function isObject(extra: unknown): extra is Record<string, unknown> {
  return typeof extra === 'object' && extra !== null && !Array.isArray(extra);
}

builder.prismaObject('Limit', {
  fields: (t) => ({
    code: t.exposeString('code'),
    name: t.exposeString('name'),
    nameEn: t.exposeString('nameEn'),
    days: t.exposeInt('days'),
    dayUnit: t.expose('dayUnit', { type: DayUnitType }),
    extensionDays: t.exposeInt('extensionDays'),
    basis: t.exposeString('basis'),
    isSecondary: t.exposeBoolean('secondary'),
    validFrom: t.expose('validFrom', { type: 'Day' }),
    validTo: t.expose('validTo', { type: 'Day' }),
  }),
});

builder.prismaObject('Threshold', {
  fields: (t) => ({
    kind: t.expose('kind', { type: ItemKindType }),
    validFrom: t.expose('validFrom', { type: 'Day' }),
    timeYellowPercent: t.exposeInt('timeYellowPercent', { nullable: true }),
    planYellowPoints: t.exposeInt('planYellowPoints'),
    planRedPoints: t.exposeInt('planRedPoints'),
    reportGraceWorkingDays: t.exposeInt('reportGraceWorkingDays'),
  }),
});

builder.prismaObject('CalendarDay', {
  fields: (t) => ({
    day: t.expose('day', { type: 'Day' }),
    isWorking: t.exposeBoolean('isWorking'),
    label: t.exposeString('label', { nullable: true }),
    isProvisional: t.exposeBoolean('provisional'),
  }),
});

builder.queryFields((t) => ({
  campaign: t.prismaField({
    type: 'Campaign',
    skipTypeScopes: true,
    description: 'The campaign that this city runs.',
    resolve: (query) => db.campaign.findUniqueOrThrow({ ...query, where: { id: 1 } }),
  }),
  terms: t.prismaField({
    type: ['Term'],
    description: 'Entries of the dictionaries in force, in their order.',
    args: { dictionary: t.arg.string({ description: 'E.g. `style-category`; all when absent.' }) },
    resolve: (query, _root, { dictionary }) =>
      db.term.findMany({
        ...query,
        where: { ...(dictionary ? { dictionary } : {}), validTo: { gte: new Date(clock.today()) } },
        orderBy: [{ dictionary: 'asc' }, { position: 'asc' }, { code: 'asc' }],
      }),
  }),
  timeLimits: t.prismaField({
    type: ['Limit'],
    description: 'Time limits, each dated by the rule in force.',
    resolve: (query) => db.limit.findMany({ ...query, orderBy: [{ code: 'asc' }, { validFrom: 'asc' }] }),
  }),
  thresholds: t.prismaField({
    type: ['Threshold'],
    description: 'When lights turn, per register, from a day on.',
    resolve: (query) => db.threshold.findMany({ ...query, orderBy: [{ kind: 'asc' }, { validFrom: 'asc' }] }),
  }),
  calendarDays: t.prismaField({
    type: ['CalendarDay'],
    description: 'The working calendar of one year.',
    args: { year: t.arg.int({ required: true }) },
    resolve: (query, _root, { year }) =>
      db.calendarDay.findMany({
        ...query,
        where: { day: { gte: new Date(Date.UTC(year, 0, 1)), lte: new Date(Date.UTC(year, 11, 31)) } },
        orderBy: { day: 'asc' },
      }),
  }),
}));
