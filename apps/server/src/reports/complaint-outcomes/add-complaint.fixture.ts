import { randomUUID } from 'node:crypto';
import type { Finding, ItemState, Satisfaction } from '@duban/rules/vocabulary';
import { insertRows, pool } from '../../database.ts';
import { nobody, sealComplainant } from '../../registers/complainant.ts';
import { addItem, db } from '../../testing/test-city.ts';

export interface MadeComplaint {
  foundOn: string;
  /** Day of the decision on taking it on, which is that of 交办; default: that of receipt. */
  decidedOn?: string;
  /** Default: three days of receipt are enough for nobody to be late. */
  acceptDueOn?: string | null;
  dueOn?: string;
  closedOn?: string;
  state?: ItemState;
  channel?: string;
  category?: string | null;
  leadUnitId?: string;
  complainedUnitId?: string | null;
  countyId?: string;
  facts?: string;
  finding?: Finding;
  findingOn?: string;
  satisfaction?: Satisfaction;
  reworkCount?: number;
  reopenedByComplainant?: boolean;
  people?: number;
  phone?: string;
  identity?: string;
}

const day = (text: string | null | undefined) => (text ? new Date(text) : null);

/** Adds a complaint with its item: taken on, unless the state says otherwise. Answers the item's id. */
export async function addComplaint(made: MadeComplaint): Promise<string> {
  const { foundOn, decidedOn = foundOn, dueOn = '2014-12-31', closedOn = null, category = '1', leadUnitId = 'jcj' } = made;
  const isDecided = made.state !== 'DRAFT' && made.state !== 'REFUSED' && made.state !== 'WITHDRAWN';
  const itemId = await addItem({
    kind: 'COMPLAINT',
    category,
    leadUnitId,
    countyId: made.countyId ?? null,
    foundOn,
    assignedOn: decidedOn,
    dueOn,
    closedOn,
    ...(made.state ? { state: made.state } : {}),
  });
  const id = randomUUID();
  await db.complaint.create({
    data: {
      id,
      itemId,
      channel: made.channel ?? 'phone',
      realName: Boolean(made.phone),
      complainedUnitId: made.complainedUnitId === undefined ? 'gtj' : made.complainedUnitId,
      facts: made.facts ?? (isDecided ? '测试' : ''),
      receivedOn: new Date(foundOn),
      acceptDueOn: day(made.acceptDueOn === undefined ? '2014-12-31' : made.acceptDueOn),
      acceptedOn: isDecided ? new Date(decidedOn) : null,
      mode: isDecided ? 'OWN' : null,
      finding: made.finding ?? null,
      foundOn: day(made.findingOn),
      answeredOn: day(closedOn),
      calledBackOn: made.satisfaction ? day(closedOn) : null,
      satisfaction: made.satisfaction ?? null,
      reworkCount: made.reworkCount ?? 0,
      reopenedByComplainant: made.reopenedByComplainant ?? false,
      people: made.people ?? 1,
    },
  });
  if (made.phone || made.identity) {
    const person = { ...nobody, complainantPhone: made.phone ?? null, complainantIdentity: made.identity ?? null };
    await insertRows(pool, 'complainant', [sealComplainant(id, person)]);
  }
  return itemId;
}
