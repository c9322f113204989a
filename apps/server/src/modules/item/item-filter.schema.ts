import { builder } from '../../graphql/builder.ts';
import * as enums from '../../graphql/enums.ts';
import { phases } from './item-filter.ts';
import { itemOrders } from './item-list.ts';

export const PhaseType = builder.enumType('Phase', {
  values: phases,
  description: 'OPEN: something is still owed. ENDED: closed, written off, returned.',
});
export const ItemOrderType = builder.enumType('ItemOrder', { values: itemOrders, description: 'Orders of a ledger.' });

export const DayRangeInput = builder.inputType('DayRange', {
  description: 'Days from and to, both included.',
  fields: (t) => ({ from: t.field({ type: 'Day' }), to: t.field({ type: 'Day' }) }),
});

/** The filter of every ledger, report and export. */
export const ItemFilterInput = builder.inputType('ItemFilter', {
  description: 'Which items are listed or counted. All given conditions hold at once; within a list any one does.',
  fields: (t) => ({
    kinds: t.field({ type: [enums.ItemKindType] }),
    themes: t.field({ type: [enums.ThemeType] }),
    leadUnits: t.stringList({ description: 'Unit codes; lead only.' }),
    units: t.stringList({ description: 'Unit codes; lead or assist.' }),
    counties: t.stringList({ description: 'County codes; `NONE`: in no county.' }),
    targetCounties: t.stringList({
      description: 'Livelihood works with a target in these counties, programmes of the central city left out.',
    }),
    levels: t.field({ type: [enums.LevelType] }),
    categories: t.stringList({ description: "Codes of the register's dictionary; `NONE`: without one yet." }),
    lights: t.field({ type: [enums.LightType] }),
    states: t.field({ type: [enums.ItemStateType] }),
    phase: t.field({ type: PhaseType }),
    clauses: t.stringList({ description: 'Clause numbers: items of these clauses and of all below them.' }),
    dutyPosts: t.stringList({ description: 'Posts that answer for it (牵头).' }),
    overseenBy: t.stringList({ description: 'Posts that oversee the lead unit (分管).' }),
    found: t.field({ type: DayRangeInput }),
    assigned: t.field({ type: DayRangeInput }),
    due: t.field({ type: DayRangeInput }),
    closed: t.field({ type: DayRangeInput, description: 'Closed on a day within, as known on the as-of day.' }),
    writtenOff: t.field({ type: DayRangeInput }),
    closedOnTime: t.boolean({ description: 'True: closed on or before the due day. False: all others, open ones included.' }),
    isRepeat: t.boolean({ description: 'Style problems found again after an earlier one in the same unit and category was written off.' }),
    progressClasses: t.field({ type: [enums.RectificationClassType] }),
    channels: t.stringList({ description: 'Complaints and problems of the public: intake channel codes.' }),
    origins: t.field({ type: [enums.ProblemOriginType], description: 'Problems of the public: 征求意见 or 自身查找.' }),
    isAnswered: t.boolean({ description: 'Problems of the public whose raiser was answered.' }),
    roadDisorders: t.stringList({
      description: 'Problems of the rectification of the roads: codes of `road-disorder`; `NONE`: of no kind.',
    }),
    enforcementDisorders: t.stringList({
      description: 'Problems of the rectification of enforcement: codes of `enforcement-disorder`; `NONE`: of no kind.',
    }),
    complainedUnits: t.stringList({ description: 'Complaints about these units (codes); `NONE`: those that name none.' }),
    isTakenOn: t.boolean({ description: 'Complaints taken on: neither waiting for the decision, nor refused, nor withdrawn.' }),
    isDecisionDue: t.boolean({ description: 'Complaints decided on by the day, or still undecided after the last day for it.' }),
    isDecidedInTime: t.boolean({ description: 'Complaints taken on or refused on or before the last day for it.' }),
    isRepeatComplainant: t.boolean({
      description: 'Complaints whose complainant had complained before; none for those who don’t see the whole city.',
    }),
    isCollective: t.boolean({ description: 'Complaints of five people or more.' }),
    isReopened: t.boolean({ description: 'Complaints that the complainant asked to be handled again.' }),
    word: t.string({ description: 'Complaints whose facts hold this word.' }),
    satisfactions: t.field({
      type: [enums.SatisfactionType],
      description: 'Complaints and problems of the public: answer of the call-back.',
    }),
    breachKinds: t.field({ type: [enums.ZeroContactKindType], description: 'Projects with such a breach.' }),
    findings: t.field({ type: [enums.FindingType], description: 'Complaints: what was found.' }),
    isReworked: t.boolean({ description: 'Complaints handled again after an answer or review that did not hold.' }),
    isPlanned: t.boolean({ description: 'Has a plan: progress rows or nodes, a monthly plan, a measure. Complaints count as planned.' }),
    isSolved: t.boolean({ description: 'Hard problems: 破解.' }),
    isComplete: t.boolean({ description: '整改到位, 办结 or 完成: the measure has reached 100 % or the item was closed.' }),
    isSettlementDue: t.boolean({ description: '应办结: closed by the day, or still at work after the due day.' }),
    settlementDueFrom: t.stringList({ description: 'Units whose own part was 应办结 by the day.' }),
    text: t.string({ description: 'Part of a title or number, or pinyin initials.' }),
  }),
});
