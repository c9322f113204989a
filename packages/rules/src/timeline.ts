import { addDays, laterOf, type WorkingCalendar } from './calendar.ts';
import { isUnlit, type LightDates, type LightInput, type LightThresholds, lightDates, neverLit, type PlanPoint } from './lights.ts';
import type { Pause } from './limits.ts';
import { progressUnreported } from './progress.ts';
import { type Day, type ItemKind, type ItemState, openEnded } from './vocabulary.ts';

/** A figure and the day on which it became known. */
export interface ProgressPoint {
  on: Day;
  percent: number | null;
  /** Last period whose figure is in from that day on. */
  reportedThrough: Day | null;
}

/** What a ledger says of one matter (or of one unit's part) as of a day. */
export interface LifeFacts {
  kind: ItemKind;
  foundOn?: Day | null;
  assignedOn: Day;
  signedOn?: Day | null;
  reportedOn?: Day | null;
  closedOn?: Day | null;
  writtenOffOn?: Day | null;
  /** The state as of `asOf`. */
  state: ItemState;
  /** Since when, where the dates above don't say it (rework, reopening, merging, return); default: the last of them. */
  stateSince?: Day | null;
  /** The due day as of `asOf`. */
  dueOn: Day;
  /** Changes of the due day (extensions, pauses): before the day `on` of the decision it was `was`. Default: it never changed. */
  dueChanges?: readonly { on: Day; was: Day }[];
  thresholds: LightThresholds;
  plan?: readonly PlanPoint[];
  progressPoints: readonly ProgressPoint[];
  /** Days of suspension (中止), both ends included. */
  suspensions?: readonly Pause[];
  /** The day of the ledger: dates after it are not used. */
  asOf: Day;
}

/** What was so on every day of [from, to]. */
export interface LifeSpan extends LightDates {
  from: Day;
  /** `openEnded` for the last. */
  to: Day;
  state: ItemState;
  progressPercent: number | null;
  reportedThrough: Day | null;
  dueOn: Day;
}

type Known = Pick<LifeSpan, 'state' | 'progressPercent' | 'reportedThrough' | 'dueOn'>;

interface Stage {
  on: Day;
  state: ItemState;
}

/**
 * The history of a matter from the dates of its ledger: spans that follow each other without gap or overlap from the day it was found
 * (else assigned) to the end of time, each with the light dates as they would have been computed from what was known when it began.
 *
 * - Stages: DRAFT from foundOn, ASSIGNED, SIGNED, IN_PROGRESS from the first progress above zero, REPORTED, CLOSED, WRITTEN_OFF. A stage dated
 *   before an earlier one is moved up to it; of several on one day the last stands. Without a figure, progress is 0 (null in registers without a measure).
 * - The last span has the state of the facts, whatever the dates say.
 * - Days of suspension are SUSPENDED and never lit, as long as the duty is alive; the due day moves by `dueChanges`.
 * - Unborn and ended stages are never lit.
 *
 * CalendarYearMissing as `lightDates`.
 */
export function lifeOf(calendar: WorkingCalendar, facts: LifeFacts): LifeSpan[] {
  const begin = facts.foundOn ?? facts.assignedOn;
  const stages = stagesOf(facts, begin);
  const starts = changeDays(facts, stages, begin);
  const spans: (Known & { from: Day })[] = [];
  for (const [index, from] of starts.entries()) {
    const known = knownOn(facts, stages, from);
    if (index === starts.length - 1) known.state = facts.state;
    const previous = spans.at(-1);
    if (!previous || !isSame(previous, known)) spans.push({ from, ...known });
  }
  return spans.map((span, index) => {
    const next = spans[index + 1];
    return { ...span, to: next ? addDays(next.from, -1) : openEnded, ...lightsOf(calendar, facts, span) };
  });
}

/** The stages in order, each with its day, none before `begin` or after `asOf`; the last carries the state of the facts. */
function stagesOf(facts: LifeFacts, begin: Day): Stage[] {
  const { foundOn, assignedOn, signedOn, reportedOn, closedOn, writtenOffOn, state, stateSince, asOf } = facts;
  const dated: { on: Day | null | undefined; state: ItemState }[] = [
    { on: foundOn, state: 'DRAFT' },
    { on: assignedOn, state: 'ASSIGNED' },
    { on: signedOn, state: 'SIGNED' },
    { on: startOf(facts), state: 'IN_PROGRESS' },
    { on: reportedOn, state: 'REPORTED' },
    { on: closedOn, state: 'CLOSED' },
    { on: writtenOffOn, state: 'WRITTEN_OFF' },
    { on: stateSince, state },
  ];
  const stages: Stage[] = [];
  for (const { on, state } of dated) {
    if (!on || on > asOf) continue;
    const earliest = stages.at(-1)?.on ?? begin;
    stages.push({ on: laterOf(on, earliest), state });
  }
  const last = stages.pop() ?? { on: begin, state };
  // A suspension lies over the stage; the stage beneath it is what it was.
  const isOverlaid = state === 'SUSPENDED' && suspensionsOf(facts).length > 0;
  return [...stages, isOverlaid ? last : { on: last.on, state }];
}

/** The day of the first progress above zero, when it came before the report. */
function startOf({ progressPoints, reportedOn, closedOn, writtenOffOn }: LifeFacts): Day | null {
  const finishedOn = reportedOn ?? closedOn ?? writtenOffOn ?? openEnded;
  const started = progressPoints.filter(({ percent }) => (percent ?? 0) > 0).map(({ on }) => on);
  const [firstOn] = started.sort();
  return firstOn !== undefined && firstOn < finishedOn ? firstOn : null;
}

/** Every day on which something became known or changed, ascending, beginning with `begin`. */
function changeDays(facts: LifeFacts, stages: readonly Stage[], begin: Day): Day[] {
  const days = [
    ...stages.map(({ on }) => on),
    ...facts.progressPoints.map(({ on }) => on),
    ...(facts.dueChanges ?? []).map(({ on }) => on),
    ...suspensionsOf(facts).flatMap(({ from, to }) => (to === null ? [from] : [from, addDays(to, 1)])),
  ];
  return [...new Set([begin, ...days.filter((day) => day > begin && day <= facts.asOf)])].sort();
}

/** What was known at the end of a day. */
function knownOn(facts: LifeFacts, stages: readonly Stage[], day: Day): Known {
  const { kind, dueOn, dueChanges = [], progressPoints, asOf } = facts;
  // The first stage begins with the first span.
  const stage = stages.findLast(({ on }) => on <= day)!.state;
  const isSuspended = !isUnlit(stage) && suspensionsOf(facts).some(({ from, to }) => from <= day && (to === null || day <= to));
  const figure = byDay(progressPoints).findLast(({ on }) => on <= day && on <= asOf);
  const change = byDay(dueChanges).find(({ on }) => on > day && on <= asOf);
  return {
    state: isSuspended ? 'SUSPENDED' : stage,
    progressPercent: figure ? figure.percent : progressUnreported(kind),
    reportedThrough: figure?.reportedThrough ?? null,
    dueOn: change?.was ?? dueOn,
  };
}

function lightsOf(calendar: WorkingCalendar, facts: LifeFacts, span: Known & { from: Day }): LightDates {
  if (isUnlit(span.state) || span.state === 'SUSPENDED') return neverLit;
  const { assignedOn, thresholds, plan } = facts;
  return lightDates(calendar, { ...span, assignedOn, thresholds, plan } satisfies LightInput);
}

function suspensionsOf({ suspensions = [], asOf }: LifeFacts): readonly Pause[] {
  return suspensions.filter(({ from }) => from <= asOf);
}

function byDay<T extends { on: Day }>(entries: readonly T[]): T[] {
  return [...entries].sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
}

function isSame(a: Known, b: Known): boolean {
  return a.state === b.state && a.progressPercent === b.progressPercent && a.reportedThrough === b.reportedThrough && a.dueOn === b.dueOn;
}
