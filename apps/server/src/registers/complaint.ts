import { dueOf } from '@duban/rules/limits';
import { sql, type TableRow } from '../database.ts';
import { upsertRows } from '../modules/exchange/write-rows.ts';
import { orderedId } from '../modules/item/ordered-id.ts';
import { type Complainant, nobody, openComplainant, sealComplainant } from './complainant.ts';
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
    d.answered_on AS "answeredOn", d.called_back_on AS "calledBackOn", d.satisfaction, d.rework_count AS "reworkCount",
    p.wrapped_key AS "wrappedKey", p.name_cipher AS "nameCipher", p.phone_cipher AS "phoneCipher", p.identity_cipher AS "identityCipher",
    p.address_cipher AS "addressCipher"`,
  finish: (stored, { withPersonal }) => ({ ...stored, ...(withPersonal ? openComplainant(stored) : nobody) }),
  childQueries: {},
  pastDays: { main: ['receivedOn', 'acceptedOn', 'assignedOn', 'answeredOn', 'calledBackOn', 'closedOn', 'writtenOffOn'] },
  complete: ({ main, children }, context) => ({
    main: {
      ...main,
      assignedOn: main.assignedOn ?? main.acceptedOn ?? main.receivedOn,
      dueOn: main.dueOn ?? dueDay(main, context),
      extensionDays: main.extensionDays ?? 0,
      reworkCount: main.reworkCount ?? 0,
    },
    children,
  }),
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
  async write(tx, writes) {
    const complaints: TableRow[] = [];
    const complainants: TableRow[] = [];
    for (const write of writes) {
      const id = typeof write.stored?.complaintId === 'string' ? write.stored.complaintId : orderedId();
      complaints.push(complaintRow(id, write));
      const person = personOf(write.after.main);
      if (!isSamePerson(person, write.before ? personOf(write.before.main) : nobody)) complainants.push(sealComplainant(id, person));
    }
    await upsertRows(tx, 'complaint', ['id'], complaints);
    await upsertRows(tx, 'complainant', ['complaint_id'], complainants);
  },
};

/** The limit for finishing, from acceptance, with the extension granted (policy 2(2)5; the number of days is pack data). */
function dueDay({ receivedOn, acceptedOn, extensionDays }: MainRow<'COMPLAINT'>, { calendar, limits }: LedgerContext): string | null {
  const limit = limits.get('efficiency-complaint-finish');
  return limit ? dueOf(calendar, { start: acceptedOn ?? receivedOn, limit, extensions: [{ days: extensionDays ?? 0 }] }) : null;
}

function personOf({ complainantName, complainantPhone, complainantIdentity, complainantAddress }: MainRow<'COMPLAINT'>): Complainant {
  return { complainantName, complainantPhone, complainantIdentity, complainantAddress };
}

function isSamePerson(a: Complainant, b: Complainant): boolean {
  return (Object.keys(nobody) as (keyof Complainant)[]).every((key) => isSameCell(a[key], b[key]));
}

function complaintRow(id: string, { itemId, after: { main } }: EntryWrite<'COMPLAINT'>): TableRow {
  return {
    id,
    item_id: itemId,
    channel: main.channel,
    real_name: main.realName,
    complained_unit_id: main.complainedUnitId,
    facts: main.facts,
    received_on: main.receivedOn,
    accepted_on: main.acceptedOn,
    mode: main.mode,
    extension_days: main.extensionDays,
    finding: main.finding,
    sanction: main.sanction,
    answered_on: main.answeredOn,
    called_back_on: main.calledBackOn,
    satisfaction: main.satisfaction,
    rework_count: main.reworkCount,
  };
}
