import { itemKinds } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { db } from '../../database.ts';
import { builder } from '../../graphql/builder.ts';
import { ItemKindType } from '../../graphql/enums.ts';
import { InputError, NotFoundError } from '../../graphql/errors.ts';
import type { Viewer } from '../session/viewer.ts';
import type { ShownChange } from './cell-text.ts';
import { ImportHasRefusals, ImportNotReady } from './exchange.errors.ts';
import { canExport, importableKinds, importRunsActedOnBy, importRunsVisibleTo } from './exchange.policy.ts';
import { type FileProblem, failureCodes, type ImportFailure, importFailure } from './import-failure.ts';
import { discardRun, requestApply } from './import-run.service.ts';
import { verdicts } from './judge-entry.ts';
import type { RowProblem } from './row-problem.ts';

const importStates = ['CHECKING', 'MAPPING', 'CHECKED', 'APPLYING', 'APPLIED', 'FAILED'] as const;

const ImportStateType = builder.enumType('ImportState', {
  values: importStates,
  description:
    'CHECKING: dry run. MAPPING: waits for a person to say what its columns are. CHECKED: may be applied, when no row was refused. APPLYING, APPLIED. FAILED: nothing was written.',
});
const RowVerdictType = builder.enumType('RowVerdict', { values: verdicts, description: 'What applying the file would do with a row.' });
const ImportFailureCode = builder.enumType('ImportFailureCode', {
  values: failureCodes.filter((code) => code !== 'NOTICES'),
  description: 'Why a run ended without writing anything.',
});
const ProblemSeverity = builder.enumType('ProblemSeverity', {
  values: ['error', 'warning'] as const,
  description: 'An error keeps the row, or the file, out; a warning only tells.',
});

const RowProblemType = builder.objectRef<RowProblem>('ImportRowProblem').implement({
  description: 'Something about one row; no personal text in it.',
  fields: (t) => ({
    column: t.exposeString('column', { nullable: true, description: 'Heading of the column; null = the row as a whole.' }),
    code: t.exposeString('code'),
    severity: t.expose('severity', { type: ProblemSeverity }),
    message: t.exposeString('message', { description: 'The sentence in Chinese.' }),
    messageEn: t.exposeString('messageEn', { description: 'The sentence in English.' }),
  }),
});

const FileProblemType = builder.objectRef<FileProblem>('ImportFileProblem').implement({
  description: 'Something about the file or a whole sheet.',
  fields: (t) => ({
    sheet: t.exposeString('sheet', { nullable: true }),
    row: t.exposeInt('row', { nullable: true }),
    column: t.exposeString('column', { nullable: true }),
    code: t.exposeString('code'),
    severity: t.expose('severity', { type: ProblemSeverity }),
    message: t.exposeString('message', { description: 'The sentence in Chinese.' }),
    messageEn: t.exposeString('messageEn', { description: 'The sentence in English.' }),
  }),
});

const FailureType = builder.objectRef<ImportFailure>('ImportFailure').implement({
  description: 'Why a run ended without writing anything, and what to do.',
  fields: (t) => ({
    code: t.field({ type: ImportFailureCode, resolve: ({ code }) => code as Exclude<typeof code, 'NOTICES'> }),
    message: t.exposeString('message', { description: 'The sentence in Chinese.' }),
    messageEn: t.exposeString('messageEn', { description: 'The sentence in English.' }),
    id: t.exposeString('id', { nullable: true, description: 'Id under which the log has it, when it was unexpected.' }),
  }),
});

const ChangeType = builder.objectRef<ShownChange>('ImportRowChange').implement({
  description: 'A cell that an update changes; of protected columns only that it changes.',
  fields: (t) => ({
    column: t.exposeString('column'),
    before: t.exposeString('before', { nullable: true }),
    after: t.exposeString('after', { nullable: true }),
  }),
});

interface SheetSummary {
  sheet: string;
  verdict: (typeof verdicts)[number];
  rows: number;
}

const SummaryType = builder.objectRef<SheetSummary>('ImportSheetSummary').implement({
  description: 'How many rows of a sheet got a verdict.',
  fields: (t) => ({
    sheet: t.exposeString('sheet'),
    verdict: t.expose('verdict', { type: RowVerdictType }),
    rows: t.exposeInt('rows'),
  }),
});

const problemsOf = (stored: unknown) => stored as RowProblem[];

builder.prismaObject('ImportRow', {
  fields: (t) => ({
    sheet: t.exposeString('sheet', { description: 'Name of the sheet.' }),
    row: t.exposeInt('row', { description: 'Row as Excel counts it.' }),
    verdict: t.expose('verdict', { type: RowVerdictType }),
    itemNumber: t.exposeString('itemNumber', { nullable: true }),
    title: t.exposeString('title', { nullable: true }),
    problems: t.field({ type: [RowProblemType], select: { problems: true }, resolve: ({ problems }) => problemsOf(problems) }),
    changes: t.field({ type: [ChangeType], select: { changes: true }, resolve: ({ changes }) => changes as unknown as ShownChange[] }),
  }),
});

const failureOf = (stored: unknown) => (stored === null ? null : importFailure.parse(stored));

builder.prismaObject('ImportRun', {
  fields: (t) => ({
    id: t.exposeID('id'),
    kind: t.expose('kind', { type: ItemKindType }),
    fileName: t.exposeString('fileName'),
    actorTitle: t.exposeString('actorTitle', { description: 'Post of the person who uploaded it.' }),
    state: t.expose('state', { type: ImportStateType }),
    totalRows: t.exposeInt('totalRows'),
    doneRows: t.exposeInt('doneRows'),
    createCount: t.exposeInt('createCount'),
    updateCount: t.exposeInt('updateCount'),
    unchangedCount: t.exposeInt('unchangedCount'),
    refuseCount: t.exposeInt('refuseCount'),
    createdAt: t.expose('createdAt', { type: 'Instant' }),
    finishedAt: t.expose('finishedAt', { type: 'Instant', nullable: true }),
    failure: t.field({
      type: FailureType,
      nullable: true,
      select: { failure: true, state: true },
      resolve: ({ failure, state }) => (state === 'FAILED' ? failureOf(failure) : null),
    }),
    fileProblems: t.field({
      type: [FileProblemType],
      select: { failure: true },
      description: 'What the parser says of the file and its sheets: the reasons of a failure, or notes.',
      resolve: ({ failure }) => failureOf(failure)?.problems ?? [],
    }),
    summary: t.field({
      type: [SummaryType],
      select: { id: true },
      description: 'Rows by sheet and verdict.',
      resolve: async ({ id }) => {
        const counted = await db.importRow.groupBy({
          by: ['sheet', 'verdict'],
          where: { runId: id },
          _count: { _all: true },
          orderBy: [{ sheet: 'asc' }, { verdict: 'asc' }],
        });
        return counted.map(({ sheet, verdict, _count }) => ({ sheet, verdict, rows: _count._all }));
      },
    }),
    rows: t.relatedConnection('rows', {
      cursor: 'runId_sheet_row',
      totalCount: true,
      description: 'What the dry run says of each row.',
      args: { verdict: t.arg({ type: RowVerdictType }) },
      query: ({ verdict }) => ({ where: verdict ? { verdict } : {}, orderBy: [{ sheet: 'asc' }, { row: 'asc' }] }),
    }),
    viewerCanAct: t.boolean({
      select: { id: true },
      description:
        'True when the viewer may map, apply or discard it, once it is MAPPING or CHECKED; applying also needs that no row was refused.',
      resolve: async ({ id }, _args, { viewer }) => viewer !== null && (await countActable(viewer, id)) > 0,
    }),
  }),
});

function countActable(viewer: Viewer, id: string): Promise<number> {
  return db.importRun.count({ where: { AND: [{ id }, importRunsActedOnBy(viewer)] } });
}

interface Rights {
  kind: (typeof itemKinds)[number];
  viewerCanImport: boolean;
  viewerCanExport: boolean;
}

const LedgerRightsType = builder.objectRef<Rights>('LedgerRights').implement({
  description: 'What the viewer may do with the ledger of a register; its files are under /files/ledgers/<kind>/.',
  fields: (t) => ({
    kind: t.expose('kind', { type: ItemKindType }),
    viewerCanImport: t.exposeBoolean('viewerCanImport'),
    viewerCanExport: t.exposeBoolean('viewerCanExport'),
  }),
});

builder.queryFields((t) => ({
  ledgers: t.withAuth({ signedIn: true }).field({
    type: [LedgerRightsType],
    description: 'The registers, and what the viewer may do with their ledgers.',
    resolve: (_root, _args, { viewer }) =>
      itemKinds.map((kind) => ({ kind, viewerCanImport: importableKinds(viewer).includes(kind), viewerCanExport: canExport(viewer) })),
  }),
  importRun: t.withAuth({ signedIn: true }).prismaField({
    type: 'ImportRun',
    nullable: true,
    description: 'One import; null when it is not there or not for the viewer.',
    args: { id: t.arg.id({ required: true }) },
    resolve: (query, _root, { id }, { viewer }) =>
      z.uuid().safeParse(id).success ? db.importRun.findFirst({ ...query, where: { AND: [{ id }, importRunsVisibleTo(viewer)] } }) : null,
  }),
  importRuns: t.withAuth({ signedIn: true }).prismaConnection({
    type: 'ImportRun',
    cursor: 'id',
    description: 'Imports, the newest first.',
    args: { kind: t.arg({ type: ItemKindType }) },
    totalCount: (_root, { kind }, { viewer }) => db.importRun.count({ where: runsOf(viewer, kind) }),
    resolve: (query, _root, { kind }, { viewer }) =>
      db.importRun.findMany({ ...query, where: runsOf(viewer, kind), orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] }),
  }),
}));

function runsOf(viewer: Viewer, kind: (typeof itemKinds)[number] | null | undefined) {
  return { AND: [importRunsVisibleTo(viewer), kind ? { kind } : {}] };
}

builder.objectType(ImportNotReady, {
  name: 'ImportNotReady',
  description: 'The import is not at the point where it can be mapped, applied or discarded.',
  fields: (t) => ({
    message: t.exposeString('message'),
    state: t.expose('state', { type: ImportStateType, description: 'Where it stands.' }),
  }),
});

builder.objectType(ImportHasRefusals, {
  name: 'ImportHasRefusals',
  description: 'Rows were refused: a file goes in whole or not at all.',
  fields: (t) => ({ message: t.exposeString('message'), refusedRows: t.exposeInt('refusedRows') }),
});

builder.mutationFields((t) => ({
  applyImport: t.withAuth({ signedIn: true }).prismaField({
    type: 'ImportRun',
    errors: { types: [NotFoundError, ImportNotReady, ImportHasRefusals, InputError] },
    description: 'Begins to write a checked file, all rows or none; answers at once. Watch `state` and `doneRows`.',
    args: {
      importRunId: t.arg.id({ required: true }),
      requestId: t.arg.string({ required: true, description: 'Made by the client; a repeat gets the first answer.' }),
    },
    resolve: async (query, _root, { importRunId, requestId }, { viewer }) => {
      await requestApply(viewer, importRunId, requestId);
      return db.importRun.findUniqueOrThrow({ ...query, where: { id: importRunId } });
    },
  }),
  discardImport: t.withAuth({ signedIn: true }).prismaField({
    type: 'ImportRun',
    errors: { types: [NotFoundError, ImportNotReady] },
    description: 'Ends an import that was checked, or waits for its mapping, without writing anything, and drops its file.',
    args: { importRunId: t.arg.id({ required: true }) },
    resolve: async (query, _root, { importRunId }, { viewer }) => {
      await discardRun(viewer, importRunId);
      return db.importRun.findUniqueOrThrow({ ...query, where: { id: importRunId } });
    },
  }),
}));
