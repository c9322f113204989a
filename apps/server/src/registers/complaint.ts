import { CalendarYearMissing } from '@duban/rules/calendar';
import { dueOf, type Limit } from '@duban/rules/limits';
import type { Day, ItemState } from '@duban/rules/vocabulary';
import { sql, type TableRow } from '../database.ts';
import { rowProblem } from '../modules/exchange/row-problem.ts';
import { upsertRows } from '../modules/exchange/write-rows.ts';
import { orderedId } from '../modules/item/ordered-id.ts';
import { type Complainant, nobody, openComplainant, sealComplainant, sealedColumns } from './complainant.ts';
import type { LedgerContext } from './ledger-context.ts';
import { isSameCell, type MainRow } from './ledger-entry.ts';
import type { EntryWrite, RegisterAdapter } from './register-adapter.ts';

/** 效能投诉台账 (policy 2(2)5). Of a collective item the ledger shows the first complaint. */
export const complaintAdapter: RegisterAdapter<'COMPLAINT'> = {
  kind: 'COMPLAINT',
  from: sql`JOIN LATERAL (SELECT c.* FROM complaint c WHERE c.item_id = i.id ORDER BY c.received_on, c.id LIMIT 1) d ON TRUE
    LEFT JOIN complainant p ON p.complaint_id = d.id`,
  columns: sql`d.id AS "complaintId", d.channel, d.real_name AS "realName", d.complained_unit_id AS "complainedUnitId", d.facts,
    d.received_on AS "receivedOn", d.accepted_on AS "acceptedOn", d.mode, d.extension_days AS "extensionDays", d.finding, d.sanction,
    d.answer, d.answered_on AS "answeredOn", d.people, d.external_number AS "externalNumber", d.called_back_on AS "calledBackOn", d.satisfaction, d.rework_count AS "reworkCount",
    ${sealedColumns}`,
  finish: (stored, { withPersonal }) => ({ ...stored, ...(withPersonal ? openComplainant(stored) : nobody) }),
  childQueries: {},
  pastDays: { main: ['receivedOn', 'acceptedOn', 'assignedOn', 'answeredOn', 'calledBackOn', 'closedOn', 'writtenOffOn'] },
  complete: ({ main: given, children }, context) => {
    const main = { ...given, state: given.state ?? stateOf(given) };
    return {
      main: {
        ...main,
        closedOn: main.closedOn ?? (main.state === 'CLOSED' && !given.state ? main.answeredOn : null),
        realName: main.realName ?? Boolean(main.complainantName),
        people: main.people ?? 1,
        assignedOn: main.assignedOn ?? main.acceptedOn ?? main.receivedOn,
        dueOn: main.dueOn ?? dueDay(main, context),
        extensionDays: main.extensionDays ?? 0,
        reworkCount: main.reworkCount ?? 0,
      },
      children,
    };
  },
  facts: ({ dutyLeader, receivedOn, assignedOn, dueOn }) => ({
    level: null,
    dutyPostId: dutyLeader?.postId ?? null,
    dutyLeader: dutyLeader?.text ?? null,
    source: null,
    foundOn: receivedOn,
    assignedOn: assignedOn ?? receivedOn,
    dueOn: dueOn ?? receivedOn,
  }),
  measure: () => ({ plan: [], points: [] }),
  problems: ({ state, category, mode, complainedUnitId, externalNumber }) => {
    // What came from another channel, and what is not taken on, may lack what only 受理 decides.
    if (externalNumber || (state && notTakenOn.has(state))) return [];
    const asked = { 投诉类别: category, 办理方式: mode, 被投诉单位: complainedUnitId };
    return Object.entries(asked).flatMap(([header, value]) => (value ? [] : [rowProblem('TAKEN_ON_LACKS', { header }, header)]));
  },
  async write(tx, writes, context) {
    const complaints: TableRow[] = [];
    const complainants: TableRow[] = [];
    for (const write of writes) {
      const id = typeof write.stored?.complaintId === 'string' ? write.stored.complaintId : orderedId();
      complaints.push(complaintRow(id, write, context));
      const person = personOf(write.after.main);
      const wrappedKey = write.stored?.wrappedKey instanceof Buffer ? write.stored.wrappedKey : null;
      if (!isSamePerson(person, write.before ? personOf(write.before.main) : nobody))
        complainants.push(sealComplainant(id, person, { wrappedKey }));
    }
    await upsertRows(tx, 'complaint', ['id'], complaints);
    await upsertRows(tx, 'complainant', ['complaint_id'], complainants);
  },
};

/** States of a complaint that nobody handles (yet). */
const notTakenOn: ReadonlySet<ItemState> = new Set(['DRAFT', 'REFUSED', 'WITHDRAWN']);

/** What an empty state stands for: a row without a day of 受理, a mode and an answer waits to be taken on. */
function stateOf({ acceptedOn, mode, answeredOn, closedOn, writtenOffOn }: MainRow<'COMPLAINT'>): ItemState | null {
  if (acceptedOn || mode || closedOn || writtenOffOn) return null;
  return answeredOn ? 'CLOSED' : 'DRAFT';
}

/** The limit for finishing a complaint: that of its class where the pack has one (`efficiency-complaint-finish-<class>`), else of all. */
function finishLimit({ limits }: LedgerContext, category: string | null): Limit | null {
  return limits.get(`efficiency-complaint-finish-${category}`) ?? limits.get('efficiency-complaint-finish') ?? null;
}

/** Last day for finishing what is taken on today; null where the pack has no limit, or the year no calendar yet. */
export function finishDay(context: LedgerContext, category: string | null): Day | null {
  const limit = finishLimit(context, category);
  return limit && known(() => dueOf(context.calendar, { start: context.today, limit }));
}

/** A day that the calendar can tell; null in a year without one. */
function known(find: () => Day | null): Day | null {
  try {
    return find();
  } catch (error) {
    if (error instanceof CalendarYearMissing) return null;
    throw error;
  }
}

/** Last day for deciding whether a complaint is taken on (policy 2(2)5); null where the pack has no such limit. */
export function acceptDay({ calendar, limits }: LedgerContext, receivedOn: Day): Day | null {
  const limit = limits.get('efficiency-complaint-accept');
  return limit ? dueOf(calendar, { start: receivedOn, limit }) : null;
}

/** The limit that runs: for the decision while it waits for one, then for finishing, from acceptance, with the extension granted. */
function dueDay(main: MainRow<'COMPLAINT'>, context: LedgerContext): Day | null {
  const { receivedOn, acceptedOn, extensionDays, category, state } = main;
  if (state === 'DRAFT') return acceptDay(context, receivedOn);
  const limit = finishLimit(context, category);
  return limit && dueOf(context.calendar, { start: acceptedOn ?? receivedOn, limit, extensions: [{ days: extensionDays ?? 0 }] });
}

function personOf({ complainantName, complainantPhone, complainantIdentity, complainantAddress }: MainRow<'COMPLAINT'>): Complainant {
  return { complainantName, complainantPhone, complainantIdentity, complainantAddress };
}

function isSamePerson(a: Complainant, b: Complainant): boolean {
  return (Object.keys(nobody) as (keyof Complainant)[]).every((key) => isSameCell(a[key], b[key]));
}

function complaintRow(id: string, { itemId, after: { main } }: EntryWrite<'COMPLAINT'>, context: LedgerContext): TableRow {
  return {
    id,
    item_id: itemId,
    channel: main.channel,
    real_name: main.realName,
    complained_unit_id: main.complainedUnitId,
    facts: main.facts,
    received_on: main.receivedOn,
    accept_due_on: known(() => acceptDay(context, main.receivedOn)),
    accepted_on: main.acceptedOn,
    mode: main.mode,
    extension_days: main.extensionDays,
    finding: main.finding,
    sanction: main.sanction,
    answer: main.answer,
    answered_on: main.answeredOn,
    people: main.people ?? 1,
    external_number: main.externalNumber,
    called_back_on: main.calledBackOn,
    satisfaction: main.satisfaction,
    rework_count: main.reworkCount,
  };
}
