import { daysBetween } from './calendar.ts';
import { type Day, type RectificationStage, rectificationStages } from './vocabulary.ts';

/** A stage as planned and as it went. */
export interface StagePlan {
  stage: RectificationStage;
  plannedFrom: Day;
  plannedTo: Day;
  startedOn: Day | null;
  endedOn: Day | null;
}

/** Where a stage stands: not begun, under way, over. */
export const stagePhases = ['AHEAD', 'UNDER_WAY', 'OVER'] as const;
export type StagePhase = (typeof stagePhases)[number];

export interface StageStanding {
  phase: StagePhase;
  /** Calendar days behind the plan: of the beginning while it has not begun, of the end afterwards; 0 = in time. */
  lateDays: number;
}

/** How a stage stood at the end of a day. What was entered for a later day is not known yet. */
export function stageStanding({ plannedFrom, plannedTo, startedOn, endedOn }: StagePlan, asOf: Day): StageStanding {
  const behind = (planned: Day, day: Day) => Math.max(0, daysBetween(planned, day));
  if (endedOn !== null && endedOn <= asOf) return { phase: 'OVER', lateDays: behind(plannedTo, endedOn) };
  if (startedOn !== null && startedOn <= asOf) return { phase: 'UNDER_WAY', lateDays: behind(plannedTo, asOf) };
  return { phase: 'AHEAD', lateDays: behind(plannedFrom, asOf) };
}

/** The stage in which a rectification stood on a day: the last one begun; null before the first. */
export function stageOn(plans: readonly StagePlan[], asOf: Day): RectificationStage | null {
  return (
    rectificationStages.findLast((stage) => plans.some((plan) => plan.stage === stage && stageStanding(plan, asOf).phase !== 'AHEAD')) ??
    null
  );
}

/** What is wrong with a stage's days; `field` is the day that has to change. */
export interface StageProblem {
  stage: RectificationStage;
  field: 'plannedFrom' | 'plannedTo' | 'startedOn' | 'endedOn';
  code: 'ENDS_BEFORE_BEGIN' | 'BEFORE_STAGE_BEFORE' | 'FUTURE' | 'STAGE_BEFORE_NOT_BEGUN' | 'NOT_BEGUN';
}

/** Checks the days of all four stages: each runs forward, none begins before the one ahead of it, and nothing has happened after `today`. */
export function stageProblems(plans: readonly StagePlan[], today: Day): StageProblem[] {
  const problems: StageProblem[] = [];
  const inOrder = rectificationStages.flatMap((stage) => plans.filter((plan) => plan.stage === stage));
  inOrder.forEach((plan, index) => {
    const { stage, plannedFrom, plannedTo, startedOn, endedOn } = plan;
    const before = inOrder[index - 1];
    const say = (field: StageProblem['field'], code: StageProblem['code']) => problems.push({ stage, field, code });
    if (plannedTo < plannedFrom) say('plannedTo', 'ENDS_BEFORE_BEGIN');
    if (before && plannedFrom < before.plannedFrom) say('plannedFrom', 'BEFORE_STAGE_BEFORE');
    if (startedOn !== null && startedOn > today) say('startedOn', 'FUTURE');
    else if (startedOn !== null && before && before.startedOn === null) say('startedOn', 'STAGE_BEFORE_NOT_BEGUN');
    else if (startedOn !== null && before?.startedOn && startedOn < before.startedOn) say('startedOn', 'BEFORE_STAGE_BEFORE');
    if (endedOn === null) return;
    if (startedOn === null) say('endedOn', 'NOT_BEGUN');
    else if (endedOn > today) say('endedOn', 'FUTURE');
    else if (endedOn < startedOn) say('endedOn', 'ENDS_BEFORE_BEGIN');
  });
  return problems;
}
