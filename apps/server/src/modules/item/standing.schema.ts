import { workingDaysBetween } from '@duban/rules/calendar';
import type { LightReason } from '@duban/rules/lights';
import { calendar } from '../../clock.ts';
import { builder } from '../../graphql/builder.ts';
import { ItemStateType, LightRuleType, LightType } from '../../graphql/enums.ts';
import type { ItemStanding } from './standing.ts';

/** A reason with the day on which it is told: how long overdue depends on it. */
type ToldReason = LightReason & { asOf: string };

const field = <K extends string, V>(reason: ToldReason, key: K): V | null =>
  key in reason ? (reason as unknown as Record<K, V>)[key] : null;

export const LightReasonType = builder.objectRef<ToldReason>('LightReason').implement({
  description: 'Why a light is what it is: the rule, and the values for its sentence.',
  fields: (t) => ({
    rule: t.expose('rule', { type: LightRuleType }),
    dueOn: t.field({
      type: 'Day',
      nullable: true,
      description: 'OVERDUE, TIME_USED: last day in time.',
      resolve: (why) => field<'dueOn', string>(why, 'dueOn'),
    }),
    overdueWorkingDays: t.int({
      nullable: true,
      description: 'OVERDUE: working days since the due day, at least 1.',
      resolve: (why) => (why.rule === 'OVERDUE' ? Math.max(1, workingDaysBetween(calendar, why.dueOn, why.asOf)) : null),
    }),
    progressPercent: t.float({
      nullable: true,
      description: 'BEHIND_PLAN.',
      resolve: (why) => field<'progressPercent', number>(why, 'progressPercent'),
    }),
    planPercent: t.float({
      nullable: true,
      description: 'BEHIND_PLAN.',
      resolve: (why) => field<'planPercent', number>(why, 'planPercent'),
    }),
    periodOn: t.field({
      type: 'Day',
      nullable: true,
      description: 'BEHIND_PLAN: end of the month judged.',
      resolve: (why) => field<'periodOn', string>(why, 'periodOn'),
    }),
    usedPercent: t.float({
      nullable: true,
      description: 'TIME_USED: share of the allotted working days.',
      resolve: (why) => field<'percent', number>(why, 'percent'),
    }),
    reportDueOn: t.field({
      type: 'Day',
      nullable: true,
      description: 'NOT_REPORTED.',
      resolve: (why) => field<'reportDueOn', string>(why, 'reportDueOn'),
    }),
    reason: t.string({
      nullable: true,
      description: 'OVERRIDE: as the supervision office gave it.',
      resolve: (why) => field<'reason', string>(why, 'reason'),
    }),
  }),
});

export const ItemStandingType = builder.objectRef<ItemStanding>('ItemStanding').implement({
  description: 'How an item stood at the end of a day.',
  fields: (t) => ({
    asOf: t.expose('asOf', { type: 'Day' }),
    state: t.expose('state', { type: ItemStateType }),
    progressPercent: t.exposeFloat('progressPercent', { nullable: true, description: '0–100; null where the register has no measure.' }),
    dueOn: t.expose('dueOn', { type: 'Day' }),
    remainingWorkingDays: t.exposeInt('remainingWorkingDays', {
      nullable: true,
      description: 'Negative when overdue; null once nothing is owed.',
    }),
    light: t.expose('light', { type: LightType, nullable: true, description: 'Null before the duty began and after it ended.' }),
    why: t.field({ type: LightReasonType, nullable: true, resolve: ({ why, asOf }) => why && { ...why, asOf } }),
    computedLight: t.field({
      type: LightType,
      nullable: true,
      description: 'The light by the rules, where the supervision office set another by hand.',
      resolve: ({ computed }) => computed?.light ?? null,
    }),
    computedWhy: t.field({
      type: LightReasonType,
      nullable: true,
      resolve: ({ computed, asOf }) => (computed?.why ? { ...computed.why, asOf } : null),
    }),
    round: t.exposeInt('round'),
  }),
});
