import { db } from '../../database.ts';
import { builder } from '../../graphql/builder.ts';
import { DayUnitType, ItemKindType } from '../../graphql/enums.ts';
import { InputError } from '../../graphql/errors.ts';
import { systemKeepers } from './admin.policy.ts';
import { setCalendarDay } from './calendar.service.ts';
import { setThreshold, setTimeLimit } from './limits.service.ts';
import { endTerm, saveTerm } from './terms.service.ts';

const TermInput = builder.inputType('TermEntry', {
  fields: (t) => ({
    dictionary: t.string({ required: true }),
    code: t.string({ required: true, description: 'What items keep; an existing code is changed.' }),
    name: t.string({ required: true }),
    nameEn: t.string({ required: true }),
    aliases: t.stringList({ required: true, description: 'Other words that a ledger may use.' }),
    position: t.int({ required: true }),
    isUnconfirmed: t.boolean({ description: '释义待确认; absent: as it was.' }),
  }),
});

const TimeLimitInput = builder.inputType('TimeLimitEntry', {
  fields: (t) => ({
    code: t.string({ required: true }),
    validFrom: t.field({ type: 'Day', required: true }),
    days: t.int({ required: true }),
    dayUnit: t.field({ type: DayUnitType, required: true }),
    extensionDays: t.int({ required: true, description: 'Longest extension in the same unit; 0: none.' }),
    basis: t.string({ required: true, description: 'Law or rule it rests on.' }),
  }),
});

const ThresholdInput = builder.inputType('ThresholdEntry', {
  fields: (t) => ({
    kind: t.field({ type: ItemKindType, required: true }),
    validFrom: t.field({ type: 'Day', required: true, description: 'Today or later.' }),
    timeYellowPercent: t.int({ description: 'Absent: no time rule.' }),
    planYellowPoints: t.int({ required: true }),
    planRedPoints: t.int({ required: true }),
    reportGraceWorkingDays: t.int({ required: true }),
  }),
});

const refusals = { types: [InputError] };
const date = (day: string) => new Date(day);

builder.mutationFields((t) => ({
  saveTerm: t.withAuth({ roles: systemKeepers }).prismaField({
    type: 'Term',
    errors: refusals,
    description: 'Adds an entry to a dictionary, or changes the one with its code.',
    args: { input: t.arg({ type: TermInput, required: true }) },
    resolve: async (query, _root, { input }, { viewer, address }) => {
      await saveTerm({ viewer, address }, input);
      const key = { dictionary: input.dictionary, code: input.code.trim() };
      return db.term.findUniqueOrThrow({ ...query, where: { dictionary_code: key } });
    },
  }),
  endTerm: t.withAuth({ roles: systemKeepers }).prismaField({
    type: 'Term',
    errors: refusals,
    description: 'Ends a dictionary entry with a day; what uses it keeps it.',
    args: {
      dictionary: t.arg.string({ required: true }),
      code: t.arg.string({ required: true }),
      lastDay: t.arg({ type: 'Day', required: true }),
    },
    resolve: async (query, _root, { dictionary, code, lastDay }, { viewer, address }) => {
      await endTerm({ viewer, address }, dictionary, code, lastDay);
      return db.term.findUniqueOrThrow({ ...query, where: { dictionary_code: { dictionary, code } } });
    },
  }),
  setCalendarDay: t.withAuth({ roles: systemKeepers }).prismaField({
    type: 'CalendarDay',
    errors: refusals,
    description: 'Makes a day a working day or a day off (放假、调休); working days are counted anew from it on.',
    args: {
      day: t.arg({ type: 'Day', required: true }),
      isWorking: t.arg.boolean({ required: true }),
      label: t.arg.string({ description: 'Holiday or 调休 name.' }),
    },
    resolve: async (query, _root, { day, isWorking, label }, { viewer, address }) => {
      await setCalendarDay({ viewer, address }, day, isWorking, label ?? null);
      return db.calendarDay.findUniqueOrThrow({ ...query, where: { day: date(day) } });
    },
  }),
  setTimeLimit: t.withAuth({ roles: systemKeepers }).prismaField({
    type: 'Limit',
    errors: refusals,
    description: 'Sets a time limit from a day on; the one in force until then ends the day before.',
    args: { input: t.arg({ type: TimeLimitInput, required: true }) },
    resolve: async (query, _root, { input }, { viewer, address }) => {
      await setTimeLimit({ viewer, address }, input);
      const key = { code: input.code, validFrom: date(input.validFrom) };
      return db.limit.findUniqueOrThrow({ ...query, where: { code_validFrom: key } });
    },
  }),
  setThreshold: t.withAuth({ roles: systemKeepers }).prismaField({
    type: 'Threshold',
    errors: refusals,
    description: 'Sets when lights turn, from a day on.',
    args: { input: t.arg({ type: ThresholdInput, required: true }) },
    resolve: async (query, _root, { input }, { viewer, address }) => {
      await setThreshold({ viewer, address }, { ...input, timeYellowPercent: input.timeYellowPercent ?? null });
      const key = { kind: input.kind, validFrom: date(input.validFrom) };
      return db.threshold.findUniqueOrThrow({ ...query, where: { kind_validFrom: key } });
    },
  }),
}));
