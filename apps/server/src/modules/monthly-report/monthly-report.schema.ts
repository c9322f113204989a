import type { MonthlyProblem } from '@duban/rules/monthly-cells';
import { confirmedSuffix, type MonthlyField, monthlyLabels, reasonSuffix } from '@duban/rules/monthly-form';
import { db } from '../../database.ts';
import { builder } from '../../graphql/builder.ts';
import { DutyKindType, ItemKindType } from '../../graphql/enums.ts';
import { badInput } from '../../graphql/errors.ts';
import { ItemStandingType } from '../item/standing.schema.ts';
import { UnitType } from '../unit/unit.schema.ts';
import { type MonthlyForm, monthlyForm, type ShownRow } from './monthly-form.service.ts';
import { dueMonth, monthlyPeriods, periodProblem } from './monthly-period.ts';
import { canFillMonthly, canReturnMonthly, canSendMonthly, canSubmitMonthly, monthlyStates } from './monthly-report.policy.ts';
import { stepsOf } from './monthly-rows.ts';
import { toTold } from './monthly-save.service.ts';
import { problemText } from './monthly-words.ts';

export const MonthlyReportStateType = builder.enumType('MonthlyReportState', {
  values: monthlyStates,
  description:
    'DRAFT: being filled in (also while a sent one is corrected). SUBMITTED: before the head. SENT: its figures are in the items.',
});
const MonthlyFieldKind = builder.enumType('MonthlyFieldType', {
  values: ['NUMBER', 'DAY', 'CLASS', 'TEXT'] as const,
  description: 'What a cell holds; CLASS is a RectificationClass.',
});
const MonthlyLabelType = builder.enumType('MonthlyLabel', { values: monthlyLabels, description: 'What a cell asks.' });

const MonthlyProblemType = builder.objectRef<MonthlyProblem>('MonthlyProblem').implement({
  description: 'What is wrong with a cell of a monthly form.',
  fields: (t) => ({
    code: t.string({ description: 'Key of the sentence.', resolve: ({ code }) => code }),
    message: t.string({ description: 'The sentence, in Chinese.', resolve: (problem) => problemText(problem) }),
  }),
});

type ShownField = MonthlyField & { row: ShownRow };

const MonthlyFieldObject = builder.objectRef<ShownField>('MonthlyField').implement({
  description: 'A cell of a monthly form. Values are text: days ISO, numbers plain, classes by their code.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Name within its item, e.g. `actual`, `step:3:actualOn`.' }),
    type: t.expose('type', { type: MonthlyFieldKind }),
    label: t.expose('label', { type: MonthlyLabelType }),
    line: t.exposeString('line', { description: 'Line within its item: empty for the item itself, else as in `lines`.' }),
    unit: t.exposeString('unit', { nullable: true, description: 'What a number counts.' }),
    last: t.exposeString('last', { nullable: true, description: 'What stands when the cell stays empty.' }),
    lastPeriodOn: t.expose('lastPeriodOn', { type: 'Day', nullable: true, description: 'Month of `last`, for monthly figures.' }),
    plan: t.exposeString('plan', { nullable: true, description: "Planned by the month's end: a figure or a day." }),
    known: t.exposeString('known', { nullable: true, description: "This month's figure where the system has it already." }),
    target: t.exposeFloat('target', { nullable: true, description: 'The whole; a figure over half again as much has to be confirmed.' }),
    isAsked: t.exposeBoolean('isAsked', { description: 'False where the system has it already: it may be corrected.' }),
    isRequired: t.exposeBoolean('isRequired', { description: 'Nothing stands for an empty cell.' }),
    value: t.string({
      nullable: true,
      description: 'As typed; null = left as last month, empty = emptied.',
      resolve: ({ row, key }) => told(row, key),
    }),
    reason: t.string({
      nullable: true,
      description: 'Why a cumulative figure fell, kept under `<key>:reason`.',
      resolve: ({ row, key }) => told(row, `${key}${reasonSuffix}`),
    }),
    confirmed: t.string({
      nullable: true,
      description: 'The figure that was confirmed though far above its target, kept under `<key>:confirmed`.',
      resolve: ({ row, key }) => told(row, `${key}${confirmedSuffix}`),
    }),
    problem: t.field({
      type: MonthlyProblemType,
      nullable: true,
      resolve: ({ row, key }) => row.judged.problems.find(({ field }) => field === key) ?? null,
    }),
  }),
});

function told({ cells }: ShownRow, key: string): string | null {
  return toTold(cells.has(key) ? { value: cells.get(key) ?? null } : undefined);
}

interface Line {
  line: string;
  title: string;
  plannedOn: string | null;
}

const MonthlyLineType = builder.objectRef<Line>('MonthlyLine').implement({
  description: 'A step or a county of an item, of which a form asks.',
  fields: (t) => ({
    line: t.exposeString('line'),
    title: t.exposeString('title'),
    plannedOn: t.expose('plannedOn', { type: 'Day', nullable: true }),
  }),
});

export const MonthlyRowType = builder.objectRef<ShownRow>('MonthlyRow').implement({
  description: 'An item of a monthly form.',
  fields: (t) => ({
    id: t.id({ resolve: ({ unitId, facts, stored }) => `${unitId} ${facts.periodOn} ${stored.itemId}` }),
    itemId: t.id({ resolve: ({ stored }) => stored.itemId }),
    number: t.string({ resolve: ({ stored }) => stored.number }),
    kind: t.expose('kind', { type: ItemKindType }),
    title: t.string({ resolve: ({ stored }) => stored.entry.main.title }),
    duty: t.expose('duty', { type: DutyKindType }),
    itemVersion: t.int({ description: 'To be sent along with the report.', resolve: ({ stored }) => stored.version }),
    assignedOn: t.field({ type: 'Day', resolve: ({ facts }) => facts.assignedOn }),
    standing: t.field({
      type: ItemStandingType,
      nullable: true,
      description: 'How the item stands now.',
      resolve: ({ stored, facts }, _args, { loaders }) => loaders.standing(facts.today).load(stored.itemId),
    }),
    after: t.field({
      type: ItemStandingType,
      description: 'How it would stand if the report went now.',
      resolve: async ({ stored, facts, duty, preview }, _args, { loaders }) => {
        // Only the lead unit's report ends an override.
        const now = duty === 'ASSIST' ? await loaders.standing(facts.today).load(stored.itemId) : null;
        return now?.computed ? { ...preview, light: now.light, why: now.why, computed: preview } : preview;
      },
    }),
    lines: t.field({
      type: [MonthlyLineType],
      resolve: async (row) => {
        const asked = new Set(row.fields.map(({ line }) => line));
        const counties = [...asked].filter((line) => line.startsWith('county:')).map((line) => line.slice('county:'.length));
        const names =
          counties.length > 0 ? await db.unit.findMany({ where: { id: { in: counties } }, select: { id: true, shortName: true } }) : [];
        const nameOf = new Map(names.map(({ id, shortName }) => [id, shortName]));
        return [
          ...counties.map((id): Line => ({ line: `county:${id}`, title: nameOf.get(id) ?? id, plannedOn: null })),
          ...stepsOf(row)
            .map(({ position, title, plannedOn }): Line => ({ line: `step:${position}`, title, plannedOn }))
            .filter(({ line }) => asked.has(line)),
        ];
      },
    }),
    fields: t.field({ type: [MonthlyFieldObject], resolve: (row) => row.fields.map((field) => ({ ...field, row })) }),
  }),
});

export const MonthlyFormType = builder.objectRef<MonthlyForm>('MonthlyForm').implement({
  description: "A unit's report of a month: what is asked of it, and what was filled in.",
  fields: (t) => ({
    id: t.id({ resolve: ({ unitId, periodOn }) => `${unitId} ${periodOn}` }),
    unit: t.field({ type: UnitType, resolve: ({ unitId }) => db.unit.findUniqueOrThrow({ where: { id: unitId } }) }),
    periodOn: t.expose('periodOn', { type: 'Day', description: 'Last day of the month.' }),
    state: t.field({ type: MonthlyReportStateType, resolve: ({ report }) => report.state }),
    version: t.int({ description: 'Send it back with an act.', resolve: ({ report }) => report.version }),
    submittedAt: t.field({ type: 'Instant', nullable: true, resolve: ({ report }) => report.submittedAt }),
    submittedBy: t.string({ nullable: true, description: 'Post.', resolve: ({ report }) => report.submittedBy }),
    returnReason: t.string({ nullable: true, description: 'Why the head gave it back.', resolve: ({ report }) => report.returnReason }),
    sentAt: t.field({
      type: 'Instant',
      nullable: true,
      description: 'Set: sending again is a correction.',
      resolve: ({ report }) => report.sentAt,
    }),
    sentBy: t.string({ nullable: true, description: 'Post.', resolve: ({ report }) => report.sentBy }),
    askedCount: t.int({ description: 'Burden meter: fields asked.', resolve: ({ counts }) => counts.asked }),
    withLastCount: t.int({ description: "Of these, with last month's value.", resolve: ({ counts }) => counts.withLast }),
    filledCount: t.int({ description: 'Of these, filled in.', resolve: ({ counts }) => counts.filled }),
    missingCount: t.int({ description: 'Required fields still empty.', resolve: ({ counts }) => counts.missing }),
    rows: t.field({ type: [MonthlyRowType], description: 'By register and number.', resolve: ({ rows }) => rows }),
    viewerCanFill: t.boolean({
      resolve: ({ unitId, report }, _args, { viewer }) => viewer !== null && canFillMonthly(viewer, unitId, report.state),
    }),
    viewerCanSubmit: t.boolean({
      resolve: ({ unitId, report }, _args, { viewer }) => viewer !== null && canSubmitMonthly(viewer, unitId, report.state),
    }),
    viewerCanReturn: t.boolean({
      resolve: ({ unitId, report }, _args, { viewer }) => viewer !== null && canReturnMonthly(viewer, unitId, report.state),
    }),
    viewerCanSend: t.boolean({ resolve: ({ unitId }, _args, { viewer }) => viewer !== null && canSendMonthly(viewer, unitId) }),
  }),
});

builder.queryFields((t) => ({
  monthlyForm: t.withAuth({ signedIn: true }).field({
    type: MonthlyFormType,
    nullable: true,
    description: "A unit's monthly form; by default the viewer's own unit and the last month ended. Null when it is not for the viewer.",
    args: { unitId: t.arg.id(), periodOn: t.arg({ type: 'Day' }) },
    resolve: async (_root, { unitId, periodOn }, { viewer }) => {
      const period = String(periodOn ?? dueMonth());
      const problem = await periodProblem(period);
      if (problem) throw badInput(problem.message);
      return monthlyForm(viewer, unitId ?? viewer.unitId, period);
    },
  }),
  monthlyPeriods: t.withAuth({ signedIn: true }).field({
    type: ['Day'],
    description: 'Months that may be reported, the latest first; each by its last day.',
    resolve: () => monthlyPeriods(),
  }),
}));
