import type { ColumnType } from '@duban/ledger/column';
import { fingerprintsIn, type TabLayout } from '@duban/ledger/mapping/draft';
import { registers } from '@duban/ledger/registers/all';
import type { ItemKind } from '@duban/rules/vocabulary';
import { db } from '../../database.ts';
import { builder } from '../../graphql/builder.ts';
import { ConflictError, InputError, NotFoundError } from '../../graphql/errors.ts';
import { loadLedgerContext } from '../../registers/ledger-context.ts';
import type { Viewer } from '../session/viewer.ts';
import { ImportNotReady } from './exchange.errors.ts';
import { importRunsActedOnBy } from './exchange.policy.ts';
import { type ColumnChoice, type HeaderView, type MappingView, type SheetChoice, type TabView, viewMapping } from './mapping-view.ts';
import { cellContextOf } from './parse-ledger.ts';
import { rememberedMappings } from './remembered-mappings.ts';
import { type RunMapping, runMapping } from './run-mapping.ts';
import { openPreview } from './run-preview.ts';
import { setMapping } from './set-mapping.service.ts';

const columnTypes = [
  'number',
  'text',
  'day',
  'month',
  'integer',
  'decimal',
  'boolean',
  'choice',
  'term',
  'terms',
  'unit',
  'units',
  'unitOrText',
  'postOrText',
] as const satisfies readonly ColumnType[];

const ColumnTypeType = builder.enumType('ImportColumnType', { values: columnTypes, description: 'What a column holds once read.' });
const MappingSourceType = builder.enumType('ImportMappingSource', {
  values: ['GUESSED', 'REMEMBERED', 'SET'] as const,
  description: 'GUESSED: by the words of the headings. REMEMBERED: as the office said of the same headings before. SET: said of this file.',
});

const ColumnChoiceType = builder.objectRef<ColumnChoice>('ImportColumnChoice').implement({
  description: 'A column of the register that a column of the file may feed.',
  fields: (t) => ({
    key: t.string({ resolve: ({ column }) => column.key }),
    header: t.string({ resolve: ({ column }) => column.header }),
    headerEn: t.string({ resolve: ({ column }) => column.headerEn }),
    type: t.field({ type: ColumnTypeType, resolve: ({ column }) => column.type }),
    meaning: t.string({ resolve: ({ column }) => column.meaning, description: 'One sentence, in Chinese.' }),
    meaningEn: t.string({ resolve: ({ column }) => column.meaningEn }),
    isNeeded: t.exposeBoolean('isNeeded', { description: 'A column of the file must feed it, or one value be given for all rows.' }),
    isPersonal: t.boolean({
      resolve: ({ column }) => column.personal === true,
      description: 'Names a person: sealed, seen by inspection alone.',
    }),
    mayBeConstant: t.exposeBoolean('mayBeConstant', { description: 'One value may be given for all rows.' }),
    options: t.exposeStringList('options', { description: 'Words of which that value is one; empty where it is typed.' }),
  }),
});

const SheetChoiceType = builder.objectRef<SheetChoice>('ImportSheetChoice').implement({
  description: 'A sheet of the register that a tab of the file may be.',
  fields: (t) => ({
    key: t.string({ resolve: ({ sheet }) => sheet.key }),
    name: t.string({ resolve: ({ sheet }) => sheet.name }),
    nameEn: t.string({ resolve: ({ sheet }) => sheet.nameEn }),
    columns: t.field({ type: [ColumnChoiceType], resolve: ({ columns }) => columns }),
  }),
});

const HeaderType = builder.objectRef<HeaderView>('ImportHeader').implement({
  description: 'A column of the file.',
  fields: (t) => ({
    at: t.exposeInt('at', { description: 'Its place, from 0.' }),
    letter: t.exposeString('letter', { description: 'As Excel names it.' }),
    header: t.exposeString('header', { description: 'Its heading; of one over several rows all words; empty = none.' }),
    filled: t.exposeInt('filled', { description: 'Filled cells under it.' }),
    samples: t.exposeStringList('samples', { description: 'Up to three different values, cut short.' }),
    isMasked: t.exposeBoolean('isMasked', { description: 'The samples are hidden: they name a person.' }),
    column: t.exposeString('column', { nullable: true, description: 'Key of the column that it feeds; null = not imported.' }),
    guess: t.exposeString('guess', { nullable: true, description: 'Key of the column that it most likely is.' }),
    isCertain: t.exposeBoolean('isCertain', { description: 'The guess is its very name, or a synonym of it.' }),
  }),
});

const ConstantType = builder.objectRef<{ column: string; value: string }>('ImportConstant').implement({
  description: 'One value for all rows, or for those whose cell is empty where a column of the file feeds it.',
  fields: (t) => ({ column: t.exposeString('column'), value: t.exposeString('value') }),
});

const TabType = builder.objectRef<TabView>('ImportTab').implement({
  description: 'A tab of the file, and how it is read.',
  fields: (t) => ({
    name: t.exposeString('tab'),
    sheet: t.exposeString('sheet', { nullable: true, description: 'Key of the sheet that it is; null = not imported.' }),
    headerRow: t.exposeInt('headerRow', { description: 'First row of its headings, as Excel counts.' }),
    headerRows: t.exposeInt('headerRows', { description: 'How many rows they take, 1 to 3.' }),
    lastHeaderRow: t.exposeInt('lastHeaderRow', { description: 'Last row in which headings may stand.' }),
    rows: t.exposeInt('rows', { description: 'Rows with content, without the headings.' }),
    source: t.expose('source', { type: MappingSourceType }),
    headers: t.field({ type: [HeaderType], resolve: ({ headers }) => headers }),
    constants: t.field({ type: [ConstantType], resolve: ({ constants }) => [...constants] }),
  }),
});

const MappingType = builder.objectRef<MappingView>('ImportMapping').implement({
  description: 'What the columns of a file feed, or most likely feed.',
  fields: (t) => ({
    version: t.exposeInt('version', { description: 'To be sent back with a mapping.' }),
    source: t.expose('source', { type: MappingSourceType }),
    setBy: t.exposeString('setBy', { nullable: true, description: 'Post of whoever said so.' }),
    setAt: t.expose('setAt', { type: 'Instant', nullable: true }),
    sheets: t.field({ type: [SheetChoiceType], resolve: ({ sheets }) => sheets }),
    tabs: t.field({ type: [TabType], resolve: ({ tabs }) => tabs }),
  }),
});

const LayoutInput = builder.inputType('ImportTabLayoutInput', {
  description: 'Where a person looks for the headings of a tab, and which sheet they take it for.',
  fields: (t) => ({
    tab: t.string({ required: true }),
    sheet: t.string({ description: 'Key of the sheet; null = not imported.' }),
    headerRow: t.int({ required: true }),
    headerRows: t.int({ required: true }),
  }),
});

const MappingNoteType = builder.objectRef<RunMapping>('ImportMappingNote').implement({
  description: 'By whose word the columns of a file are read.',
  fields: (t) => ({
    source: t.expose('source', { type: MappingSourceType }),
    by: t.exposeString('by', { description: 'Post.' }),
    at: t.field({ type: 'Instant', resolve: ({ at }) => new Date(at) }),
  }),
});

builder.prismaObjectFields('ImportRun', (t) => ({
  mappingNote: t.field({
    type: MappingNoteType,
    nullable: true,
    select: { mapping: true },
    description: 'Who said what its columns are; null: they are read by the words of their headings.',
    resolve: ({ mapping }) => (mapping === null ? null : runMapping.parse(mapping)),
  }),
  mapping: t.field({
    type: MappingType,
    nullable: true,
    select: { id: true, kind: true, state: true, preview: true, mapping: true, mappingVersion: true },
    description: 'How its columns are read; null when the viewer may not act on the run, and once it was applied or has ended.',
    complexity: { field: 20, multiplier: 1 },
    args: { layouts: t.arg({ type: [LayoutInput], description: 'Tabs to look at in another way than they are read now.' }) },
    resolve: (run, { layouts }, { viewer }) =>
      mappingOf(
        run,
        viewer,
        (layouts ?? []).map((layout) => ({ ...layout, sheet: layout.sheet ?? null })),
      ),
  }),
}));

interface StoredRun {
  id: string;
  kind: ItemKind;
  state: string;
  preview: Uint8Array | null;
  mapping: unknown;
  mappingVersion: number;
}

async function mappingOf(run: StoredRun, viewer: Viewer | null, layouts: readonly TabLayout[]): Promise<MappingView | null> {
  if (!viewer || !run.preview || (run.state !== 'MAPPING' && run.state !== 'CHECKED')) return null;
  if ((await db.importRun.count({ where: { AND: [{ id: run.id }, importRunsActedOnBy(viewer)] } })) === 0) return null;
  const preview = openPreview(run.preview);
  return viewMapping({
    preview,
    register: registers[run.kind],
    context: cellContextOf(await loadLedgerContext()),
    viewer,
    remembered: await rememberedMappings(run.kind, viewer.unitId, fingerprintsIn(preview)),
    mapping: run.mapping === null ? null : runMapping.parse(run.mapping),
    version: run.mappingVersion,
    layouts,
  });
}

const ColumnInput = builder.inputType('ImportMappedColumnInput', {
  fields: (t) => ({
    at: t.int({ required: true, description: 'Place of the column in the file, from 0.' }),
    column: t.string({ required: true, description: 'Key of the column that it feeds.' }),
  }),
});
const ConstantInput = builder.inputType('ImportConstantInput', {
  fields: (t) => ({
    column: t.string({ required: true, description: 'Key of the column.' }),
    value: t.string({ required: true, description: 'As a cell would say it, e.g. 是, 市教育局, 2014-09-30.' }),
  }),
});
const TabInput = builder.inputType('ImportTabInput', {
  description: 'How a tab is to be read. Columns of the file that are not named are not imported.',
  fields: (t) => ({
    tab: t.string({ required: true }),
    sheet: t.string({ description: 'Key of the sheet that it is; null = not imported.' }),
    headerRow: t.int({ required: true }),
    headerRows: t.int({ required: true }),
    columns: t.field({ type: [ColumnInput], required: true }),
    constants: t.field({ type: [ConstantInput], required: true }),
  }),
});

builder.mutationField('setImportMapping', (t) =>
  t.withAuth({ signedIn: true }).prismaField({
    type: 'ImportRun',
    errors: { types: [NotFoundError, ImportNotReady, ConflictError, InputError] },
    description: 'Says what the columns of a file are, and has it checked again; answers at once. Watch `state`.',
    args: {
      importRunId: t.arg.id({ required: true }),
      requestId: t.arg.string({ required: true, description: 'Made by the client; a repeat gets the first answer.' }),
      version: t.arg.int({ required: true, description: 'Of the mapping that was seen.' }),
      tabs: t.arg({ type: [TabInput], required: true }),
      remember: t.arg.boolean({
        required: true,
        description: "Use it again for the office's tables with the same headings; false: forget what was remembered of them.",
      }),
    },
    resolve: async (query, _root, { importRunId, tabs, ...request }, { viewer }) => {
      await setMapping(viewer, importRunId, { ...request, tabs: tabs.map((tab) => ({ ...tab, sheet: tab.sheet ?? null })) });
      return db.importRun.findUniqueOrThrow({ ...query, where: { id: importRunId } });
    },
  }),
);
