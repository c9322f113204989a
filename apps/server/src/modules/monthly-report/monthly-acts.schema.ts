import { builder } from '../../graphql/builder.ts';
import { ActRefusedError, ConflictError, InputError, NotFoundError } from '../../graphql/errors.ts';
import { MonthlyItemsChanged } from './monthly-errors.ts';
import { readForm } from './monthly-form.service.ts';
import { MonthlyFormType, MonthlyRowType } from './monthly-report.schema.ts';
import { type CellsSaved, type OverwrittenCell, saveMonthlyCells } from './monthly-save.service.ts';
import { returnMonthly, sendMonthly, submitMonthly } from './monthly-send.service.ts';
import type { StoredCell } from './monthly-store.ts';

const MonthlyCellType = builder.objectRef<StoredCell>('MonthlyCell').implement({
  description: 'A cell that somebody filled in.',
  fields: (t) => ({
    itemId: t.exposeID('itemId'),
    field: t.exposeString('field'),
    value: t.string({ description: 'As typed; empty = emptied.', resolve: ({ value }) => value ?? '' }),
  }),
});

const OverwrittenCellType = builder.objectRef<OverwrittenCell>('OverwrittenMonthlyCell').implement({
  description: "Somebody else's value that this one replaced.",
  fields: (t) => ({
    itemId: t.exposeID('itemId'),
    field: t.exposeString('field'),
    value: t.exposeString('value', { nullable: true, description: 'Empty = emptied.' }),
    editedBy: t.exposeString('editedBy', { nullable: true, description: 'Post.' }),
    editedAt: t.expose('editedAt', { type: 'Instant' }),
  }),
});

const CellsSavedType = builder.objectRef<CellsSaved>('MonthlyCellsSaved').implement({
  description: 'Cells are kept.',
  fields: (t) => ({
    version: t.exposeInt('version', { description: "The report's version now." }),
    rows: t.field({
      type: [MonthlyRowType],
      description: 'The items touched, with light and progress by the draft.',
      resolve: ({ rows }) => rows,
    }),
    others: t.field({
      type: [MonthlyCellType],
      description: 'Every cell of the report, when others wrote since the version seen; else none.',
      resolve: ({ others }) => others,
    }),
    overwritten: t.field({ type: [OverwrittenCellType], resolve: ({ overwritten }) => overwritten }),
  }),
});

builder.objectType(MonthlyItemsChanged, {
  name: 'MonthlyItemsChanged',
  description: 'Others changed items of the report since its sender read them. Nothing was sent.',
  fields: (t) => ({
    message: t.exposeString('message', { description: 'A sentence in Chinese that names the items.' }),
    itemIds: t.idList({ resolve: ({ items }) => items.map(({ itemId }) => itemId) }),
  }),
});

const CellInput = builder.inputType('MonthlyCellInput', {
  fields: (t) => ({
    itemId: t.id({ required: true }),
    field: t.string({ required: true, description: 'Key of the field; `<key>:reason` and `<key>:confirmed` for figures.' }),
    value: t.string({ description: 'As typed; null = as last month, empty = emptied.' }),
    seen: t.string({ description: 'What the author last saw there, in the same way.' }),
  }),
});

const act = {
  unitId: { required: true },
  periodOn: { type: 'Day', required: true },
  version: { required: true, description: 'Of the report, as seen; 0 before the first cell.' },
  requestId: { required: true, description: 'Made by the client; a repeat gets the first answer.' },
} as const;

const SaveInput = builder.inputType('SaveMonthlyCellsInput', {
  fields: (t) => ({
    unitId: t.id(act.unitId),
    periodOn: t.field(act.periodOn),
    version: t.int(act.version),
    requestId: t.string(act.requestId),
    cells: t.field({ type: [CellInput], required: true }),
  }),
});
const MonthlyActInput = builder.inputType('MonthlyActInput', {
  fields: (t) => ({
    unitId: t.id(act.unitId),
    periodOn: t.field(act.periodOn),
    version: t.int(act.version),
    requestId: t.string(act.requestId),
  }),
});
const ReturnInput = builder.inputType('ReturnMonthlyInput', {
  fields: (t) => ({
    unitId: t.id(act.unitId),
    periodOn: t.field(act.periodOn),
    version: t.int(act.version),
    requestId: t.string(act.requestId),
    reason: t.string({ required: true }),
  }),
});
const SeenItemInput = builder.inputType('SeenItemInput', {
  fields: (t) => ({ itemId: t.id({ required: true }), version: t.int({ required: true }) }),
});
const SendInput = builder.inputType('SendMonthlyInput', {
  fields: (t) => ({
    unitId: t.id(act.unitId),
    periodOn: t.field(act.periodOn),
    version: t.int(act.version),
    requestId: t.string(act.requestId),
    items: t.field({ type: [SeenItemInput], required: true, description: 'Every item of the form, at the version seen.' }),
  }),
});

const actErrors = [NotFoundError, InputError, ConflictError, ActRefusedError];

builder.mutationFields((t) => ({
  saveMonthlyCells: t.withAuth({ signedIn: true }).field({
    type: CellsSavedType,
    errors: { types: [NotFoundError, InputError, ActRefusedError] },
    description: 'Keeps cells of a draft, each for itself; others stay as they are. In the same cell the last writer stands.',
    args: { input: t.arg({ type: SaveInput, required: true }) },
    resolve: (_root, { input }, { viewer }) =>
      saveMonthlyCells(viewer, {
        ...input,
        periodOn: String(input.periodOn),
        cells: input.cells.map(({ value, seen, ...cell }) => ({ ...cell, value: value ?? null, seen: seen ?? null })),
      }),
  }),
  submitMonthly: t.withAuth({ signedIn: true }).field({
    type: MonthlyFormType,
    errors: { types: actErrors },
    description: '提交负责人: lays the filled form before the head.',
    args: { input: t.arg({ type: MonthlyActInput, required: true }) },
    resolve: async (_root, { input }, { viewer }) => {
      const periodOn = String(input.periodOn);
      await submitMonthly(viewer, { ...input, periodOn });
      return readForm(input.unitId, periodOn);
    },
  }),
  returnMonthly: t.withAuth({ signedIn: true }).field({
    type: MonthlyFormType,
    errors: { types: actErrors },
    description: '退回经办人: the head gives the form back, with the reason.',
    args: { input: t.arg({ type: ReturnInput, required: true }) },
    resolve: async (_root, { input }, { viewer }) => {
      const periodOn = String(input.periodOn);
      await returnMonthly(viewer, { ...input, periodOn });
      return readForm(input.unitId, periodOn);
    },
  }),
  sendMonthly: t.withAuth({ signedIn: true }).field({
    type: MonthlyFormType,
    errors: { types: [...actErrors, MonthlyItemsChanged] },
    description: '签发上报: every item of the form is written with its figures, all or none. Again for the same month: a correction.',
    args: { input: t.arg({ type: SendInput, required: true }) },
    resolve: async (_root, { input }, { viewer }) => {
      const periodOn = String(input.periodOn);
      await sendMonthly(viewer, { ...input, periodOn });
      return readForm(input.unitId, periodOn);
    },
  }),
}));
