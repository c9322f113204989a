import { disorderListOf, disorderLists } from '@duban/rules/rectification';
import { monthStates, monthsAsked } from '@duban/rules/rectification-months';
import { stagePhases } from '@duban/rules/rectification-stages';
import { clock } from '../../clock.ts';
import { builder } from '../../graphql/builder.ts';
import { RectificationStageType } from '../../graphql/enums.ts';
import { ItemFilterInput } from '../item/item-filter.schema.ts';
import { asOfDay } from '../item/standing.ts';
import { type Board, boardsOf, type StandingStage, stagesOn } from './board.ts';
import { EnteredFigures } from './figures.ts';
import { type ListedMonth, listMonths } from './month-list.ts';
import { type MonthChange, type MonthVersion, monthStory } from './month-story.ts';
import { periodOf } from './months.ts';
import { type OwedMonth, owedMonths } from './owed-months.ts';
import { boardAccesses, boardAccessOf, canEnterMonth, unitsToListFor } from './rectification.policy.ts';

const PhaseType = builder.enumType('RectificationStagePhase', { values: stagePhases, description: 'Not begun, under way, over.' });
const AccessType = builder.enumType('RectificationAccess', {
  values: boardAccesses,
  description: 'What of a board the viewer may change: nothing, what became of its stages, all of it.',
});
const MonthStateType = builder.enumType('RectificationMonthState', {
  values: monthStates,
  description: 'ENTERED; MISSING: over and not reported (未报); RUNNING: not over, not entered yet.',
});
const DisorderListType = builder.enumType('DisorderList', {
  values: Object.fromEntries(disorderLists.map((list) => [list.toUpperCase().replace('-', '_'), { value: list }])),
  description: 'The two lists of 三乱: ROAD_DISORDER of the roads, ENFORCEMENT_DISORDER of enforcement.',
});

/** A board as of a day. */
interface BoardOn extends Board {
  asOf: string;
}

const StandingStageType = builder.objectRef<StandingStage>('RectificationStageOn').implement({
  description: 'A stage of a special rectification: as planned, and as it went by the day read.',
  fields: (t) => ({
    stage: t.expose('stage', { type: RectificationStageType }),
    plannedFrom: t.expose('plannedFrom', { type: 'Day' }),
    plannedTo: t.expose('plannedTo', { type: 'Day' }),
    startedOn: t.expose('startedOn', { type: 'Day', nullable: true }),
    endedOn: t.expose('endedOn', { type: 'Day', nullable: true }),
    summary: t.exposeString('summary', { nullable: true, description: 'What the stage came to.' }),
    phase: t.expose('phase', { type: PhaseType }),
    lateDays: t.exposeInt('lateDays', {
      description: 'Calendar days behind the plan: of the beginning while it has not begun, of the end afterwards; 0: in time.',
    }),
    isNow: t.exposeBoolean('isNow', { description: 'The rectification stands in this stage.' }),
  }),
});

const BoardUnitType = builder.objectRef<Board['units'][number]>('RectificationPartner').implement({
  description: 'A unit that leads a rectification or takes part in it.',
  fields: (t) => ({ id: t.exposeID('id'), shortName: t.exposeString('shortName') }),
});

export const RectificationType = builder.objectRef<BoardOn>('Rectification').implement({
  description: 'One of the special rectifications (policy 2(4)3) as it is set up.',
  fields: (t) => ({
    code: t.exposeID('code', { description: 'Code of the dictionary `rectification-campaign`.' }),
    name: t.exposeString('name'),
    nameEn: t.exposeString('nameEn'),
    version: t.exposeInt('version', { description: '0: not set up yet.' }),
    leadUnit: t.field({ type: BoardUnitType, nullable: true, resolve: ({ leadUnit }) => leadUnit }),
    goal: t.exposeString('goal', { nullable: true }),
    stages: t.field({
      type: [StandingStageType],
      description: 'In their order; empty while it is not set up.',
      resolve: (board) => stagesOn(board, board.asOf),
    }),
    units: t.field({ type: [BoardUnitType], description: 'Those that take part and owe monthly figures.', resolve: ({ units }) => units }),
    disorders: t.field({
      type: DisorderListType,
      nullable: true,
      description: 'The list from which its problems take their kind of disorder.',
      resolve: ({ code }) => disorderListOf(code),
    }),
    access: t.field({
      type: AccessType,
      resolve: ({ leadUnit }, _args, { viewer }) => (viewer ? boardAccessOf(viewer, leadUnit?.id ?? null) : 'NONE'),
    }),
    months: t.stringList({
      description: '`2014-08`: the months for which figures may be entered today, the oldest first.',
      resolve: ({ stages }) => {
        const first = stages.map(({ plannedFrom }) => plannedFrom).sort()[0];
        return first ? monthsAsked(first, clock.today()).map((end) => end.slice(0, 7)) : [];
      },
    }),
    unitsToEnter: t.idList({
      description: 'The units that take part and for which the viewer may enter monthly figures.',
      resolve: ({ units }, _args, { viewer }) => units.filter(({ id }) => viewer && canEnterMonth(viewer, id)).map(({ id }) => id),
    }),
    unitsToList: t.idList({
      nullable: true,
      description: 'The units for which the viewer may list problems; null: any unit.',
      resolve: ({ leadUnit, units }, _args, { viewer }) => {
        if (!viewer || !leadUnit) return [];
        const allowed = unitsToListFor(viewer, { leadUnitId: leadUnit.id, unitIds: units.map(({ id }) => id) });
        return allowed === 'ALL' ? null : [...allowed];
      },
    }),
  }),
});

const EntryType = builder.objectRef<ListedMonth>('RectificationEntry').implement({
  description: "A unit's month in a special rectification: what it entered, and what the ledger counts.",
  interfaces: [EnteredFigures],
  fields: (t) => ({
    unitId: t.exposeID('unitId'),
    unitName: t.exposeString('unitName', { description: 'Short name.' }),
    month: t.string({ description: '`2014-08`.', resolve: ({ periodOn }) => periodOn.slice(0, 7) }),
    state: t.expose('state', { type: MonthStateType }),
    isAsked: t.exposeBoolean('isAsked', { description: 'Whether the unit owes figures of this month.' }),
    note: t.exposeString('note', { nullable: true }),
    enteredBy: t.exposeString('enteredBy', { nullable: true, description: 'Post.' }),
    knownOn: t.expose('knownOn', { type: 'Day', nullable: true, description: 'Day on which the version was entered.' }),
    version: t.exposeInt('version', { description: '0: nothing entered.' }),
  }),
});

const OwedMonthType = builder.objectRef<OwedMonth>('OwedRectificationMonth').implement({
  description: 'A month of a special rectification for which a unit has entered nothing yet.',
  fields: (t) => ({
    code: t.exposeID('code', { description: 'Of the rectification.' }),
    name: t.exposeString('name'),
    nameEn: t.exposeString('nameEn'),
    unitId: t.exposeID('unitId'),
    unitName: t.exposeString('unitName', { description: 'Short name.' }),
    month: t.string({ description: '`2014-08`.', resolve: ({ periodOn }) => periodOn.slice(0, 7) }),
    state: t.expose('state', { type: MonthStateType }),
  }),
});

const ChangeType = builder.objectRef<MonthChange>('RectificationEntryChange').implement({
  description: 'One figure, or the note, that a version changed.',
  fields: (t) => ({
    field: t.exposeString('field'),
    before: t.exposeString('before', { nullable: true }),
    after: t.exposeString('after', { nullable: true }),
  }),
});

const VersionType = builder.objectRef<MonthVersion>('RectificationEntryVersion').implement({
  description: "A version of a unit's month: who, when, why, and what it changed.",
  fields: (t) => ({
    version: t.exposeInt('version'),
    enteredBy: t.exposeString('enteredBy', { description: 'Post.' }),
    knownOn: t.expose('knownOn', { type: 'Day' }),
    recordedAt: t.expose('recordedAt', { type: 'Instant' }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why the version before was put right.' }),
    checks: t.exposeInt('checks'),
    spotFixed: t.exposeInt('spotFixed'),
    casesFiled: t.exposeInt('casesFiled'),
    peopleHandled: t.exposeInt('peopleHandled'),
    lookBacks: t.exposeInt('lookBacks'),
    relapses: t.exposeInt('relapses'),
    note: t.exposeString('note', { nullable: true }),
    changes: t.field({ type: [ChangeType], resolve: ({ changes }) => changes }),
  }),
});

builder.queryFields((t) => ({
  rectifications: t.withAuth({ signedIn: true }).field({
    type: [RectificationType],
    description: 'The special rectifications that the viewer sees, in their order.',
    args: { asOf: t.arg({ type: 'Day' }) },
    resolve: async (_root, { asOf }, { viewer }) => (await boardsOf(viewer)).map((board) => ({ ...board, asOf: asOfDay(asOf) })),
  }),
  rectification: t.withAuth({ signedIn: true }).field({
    type: RectificationType,
    nullable: true,
    args: { code: t.arg.id({ required: true }), asOf: t.arg({ type: 'Day' }) },
    resolve: async (_root, { code, asOf }, { viewer }) => {
      const [board] = await boardsOf(viewer, code);
      return board ? { ...board, asOf: asOfDay(asOf) } : null;
    },
  }),
  rectificationEntries: t.withAuth({ signedIn: true }).field({
    type: [EntryType],
    description: "The rows behind a rectification's figures, unit by unit and month by month, the newest month first.",
    args: {
      code: t.arg.id({ required: true }),
      asOf: t.arg({ type: 'Day' }),
      unitId: t.arg.id(),
      month: t.arg.string({ description: '`2014-08`.' }),
      within: t.arg.id({ description: 'Months of this unit alone: the scope of a page.' }),
      filter: t.arg({ type: ItemFilterInput, description: 'Problems within.' }),
    },
    resolve: (_root, { code, asOf, unitId, month, within, filter }, { viewer }) =>
      listMonths(viewer, asOfDay(asOf), code, { unitId, month, scope: { unitId: within, filter } }),
  }),
  owedRectificationMonths: t.withAuth({ signedIn: true }).field({
    type: [OwedMonthType],
    description: 'What the units for which the viewer reports owe today, of all rectifications, the oldest month first.',
    resolve: (_root, _args, { viewer }) => owedMonths(viewer),
  }),
  rectificationEntryStory: t.withAuth({ signedIn: true }).field({
    type: [VersionType],
    description: "The versions of a unit's month, the newest first.",
    args: { code: t.arg.id({ required: true }), unitId: t.arg.id({ required: true }), month: t.arg.string({ required: true }) },
    resolve: async (_root, { code, unitId, month }, { viewer }) => {
      const periodOn = periodOf(month);
      return periodOn ? monthStory(viewer, code, unitId, periodOn) : [];
    },
  }),
}));
