import { startOfDay } from '@duban/rules/business-clock';
import { addDays } from '@duban/rules/calendar';
import type { LifeSpan } from '@duban/rules/timeline';
import { type Day, type ItemKind, openEnded } from '@duban/rules/vocabulary';
import { timeZone } from '../../clock.ts';
import type { TableRow } from '../../database.ts';
import { pinyinInitials } from '../../text/pinyin.ts';
import type { Creation, ItemFacts, NewPart, PartChange, Standing } from './item-change.ts';
import type { LockedPart } from './locked-item.ts';

/** "Still" in span columns. */
export const openEndedAt = '9999-12-31T00:00:00.000Z';

/** Columns of the facts, for `item`. */
export function factColumns(facts: ItemFacts): TableRow {
  return {
    title: facts.title,
    pinyin: pinyinInitials(facts.title),
    clause_number: facts.clauseNumber,
    category: facts.category,
    level: facts.level,
    lead_unit_id: facts.leadUnitId,
    county_id: facts.countyId,
    duty_post_id: facts.dutyPostId,
    duty_leader: facts.dutyLeader,
    duty_person: facts.dutyPerson,
    source: facts.source,
    found_on: facts.foundOn,
    assigned_on: facts.assignedOn,
    due_on: facts.dueOn,
  };
}

/** Light columns, shared by `item`, `item_unit` and `item_span`. */
export function lightColumns(standing: Pick<Standing, 'yellowOn' | 'yellowReason' | 'redOn' | 'redReason' | 'reportDueOn'>): TableRow {
  return {
    yellow_on: standing.yellowOn,
    yellow_reason: standing.yellowReason,
    red_on: standing.redOn,
    red_reason: standing.redReason,
    report_due_on: standing.reportDueOn,
  };
}

/** What the standing of a life's last span is: how the item stands now. */
export function lastSpan(life: readonly LifeSpan[]): LifeSpan {
  const last = life.at(-1);
  if (!last) throw new Error('A life has at least one span');
  return last;
}

/** Columns of a new item. */
export function itemRow(creation: Creation, event: { sequence: number; hash: string }): TableRow {
  const now = lastSpan(creation.life);
  return {
    id: creation.id,
    number: creation.number,
    kind: creation.kind,
    ...factColumns(creation.facts),
    closed_on: creation.closedOn,
    written_off_on: creation.writtenOffOn,
    state: now.state,
    progress_percent: now.progressPercent,
    ...lightColumns(now),
    closed_on_time: creation.closedOn && creation.closedOn <= creation.facts.dueOn,
    round: 1,
    demo: creation.demo,
    version: 1,
    last_sequence: event.sequence,
    last_hash: event.hash,
    recorded_at: new Date().toISOString(),
  };
}

/** Columns of a new part. */
export function partRow(id: string, itemId: string, part: NewPart): TableRow {
  const now = lastSpan(part.life);
  return {
    id,
    item_id: itemId,
    unit_id: part.unitId,
    duty: part.duty,
    state: now.state,
    assigned_on: part.assignedOn,
    signed_on: part.signedOn,
    due_on: now.dueOn,
    closed_on: part.closedOn,
    ...lightColumns(now),
    returns_used: 0,
  };
}

/** Columns of a part that an act changes. */
function partColumns(part: PartChange, known: LockedPart | null, today: Day): TableRow {
  const kept = <T>(given: T | undefined, was: T): T => (given === undefined ? was : given);
  return {
    duty: part.duty,
    state: part.standing.state,
    assigned_on: part.assignedOn ?? known?.assigned_on ?? today,
    signed_on: kept(part.signedOn, known?.signed_on ?? null),
    due_on: part.standing.dueOn,
    closed_on: kept(part.closedOn, known?.closed_on ?? null),
    ...lightColumns(part.standing),
    returns_used: kept(part.returnsUsed, known?.returns_used ?? 0),
    return_reason: kept(part.returnReason, known?.return_reason ?? null),
    is_forced: kept(part.isForced, known?.is_forced ?? false),
    sign_due_on: kept(part.signDueOn, known?.sign_due_on ?? null),
    extension_asked_to: kept(part.extensionAskedTo, known?.extension_asked_to ?? null),
    extension_reason: kept(part.extensionReason, known?.extension_reason ?? null),
    suspended_on: kept(part.suspendedOn, known?.suspended_on ?? null),
  };
}

export function changedPartRow(known: LockedPart, part: PartChange): TableRow {
  return { id: known.id, ...partColumns(part, known, known.assigned_on) };
}

/** Columns of a part that comes to an item under way. */
export function newPartRow(id: string, itemId: string, part: PartChange, today: Day): TableRow & { id: string } {
  return { id, item_id: itemId, unit_id: part.unitId, ...partColumns(part, null, today) };
}

/** What every span of an item carries beside its standing. */
export interface SpanSubject {
  itemId: string;
  kind: ItemKind;
  leadUnitId: string;
  countyId: string | null;
  clauseNumber: string | null;
  category: string | null;
  level: string | null;
  round: number;
}

export function spanRow(
  subject: SpanSubject,
  unitId: string | null,
  standing: Standing,
  overrideLight: string | null,
  fromAt: string,
  toAt = openEndedAt,
): TableRow {
  return {
    item_id: subject.itemId,
    unit_id: unitId,
    from_at: fromAt,
    to_at: toAt,
    kind: subject.kind,
    lead_unit_id: subject.leadUnitId,
    county_id: subject.countyId,
    clause_number: subject.clauseNumber,
    category: subject.category,
    level: subject.level,
    state: standing.state,
    progress_percent: standing.progressPercent,
    override_light: overrideLight,
    round: subject.round,
    due_on: standing.dueOn,
    ...lightColumns(standing),
    recorded_at: new Date().toISOString(),
  };
}

/** Spans of a life told by days: each begins with its day and ends with the last. */
export function lifeRows(subject: SpanSubject, unitId: string | null, life: readonly LifeSpan[]): TableRow[] {
  return life.map((span) =>
    spanRow(subject, unitId, span, null, dayStart(span.from), span.to === openEnded ? openEndedAt : dayStart(addDays(span.to, 1))),
  );
}

/** Starts of days by zone and day: a large ledger asks for the same few hundred again and again. */
const dayStarts = new Map<string, string>();
const mostDayStarts = 10_000;

function dayStart(day: Day): string {
  const key = `${timeZone} ${day}`;
  const known = dayStarts.get(key);
  if (known !== undefined) return known;
  if (dayStarts.size >= mostDayStarts) dayStarts.clear();
  const start = startOfDay(day, timeZone).toISOString();
  dayStarts.set(key, start);
  return start;
}
