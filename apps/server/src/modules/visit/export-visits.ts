import { createLookup, type Lookup } from '@duban/ledger/lookup';
import { z } from 'zod';
import { clock } from '../../clock.ts';
import { rows, sql, transaction } from '../../database.ts';
import { loadLedgerContext } from '../../registers/ledger-context.ts';
import type { Cells } from '../../registers/ledger-entry.ts';
import { recordSystemEvent } from '../audit/system-event.ts';
import { writeInWorker } from '../exchange/write-in-worker.ts';
import { asOfDay } from '../item/standing.ts';
import type { Viewer } from '../session/viewer.ts';
import { needLines, outcomeLines } from './need-lines.ts';
import { type ListedNeed, needsOfVisits } from './need-list.ts';
import { fromVisits, type ListedVisit, readVisits, type VisitFilter } from './visit-list.ts';

/** Visits read at once. */
const chunkSize = 500;

/**
 * The filtered visits as .xlsx, as far as the viewer may see them, with what became of their needs by the day, in the form in which they are
 * taken back. What leaves the system is on the system chain.
 */
export async function exportVisits(
  viewer: Viewer,
  { filter, asOf: given, address }: { filter: VisitFilter; asOf?: string | null; address: string },
): Promise<Uint8Array> {
  const asOf = asOfDay(given);
  const numbers = await rows(z.object({ number: z.string() }), sql`SELECT v.number ${fromVisits(viewer, asOf, filter)} ORDER BY v.number`);
  const demo = await transaction(async (tx) => {
    await recordSystemEvent(tx, {
      kind: 'EXPORT',
      actorId: viewer.userId,
      actorTitle: viewer.postTitle,
      address,
      payload: { export: 'VISIT', rows: numbers.length },
    });
    const { rows: campaigns } = await tx.query<{ demo: boolean }>('SELECT demo FROM campaign');
    return campaigns[0]?.demo ?? false;
  });
  const { lookupData } = await loadLedgerContext();
  return writeInWorker(
    { type: 'ledger', kind: 'VISIT', lookup: lookupData, demo, withPersonal: false },
    chunks(
      viewer,
      asOf,
      numbers.map(({ number }) => number),
      createLookup(lookupData),
    ),
  );
}

export function exportName(): string {
  return `走访记录-${clock.today()}.xlsx`;
}

async function* chunks(viewer: Viewer, asOf: string, numbers: readonly string[], lookup: Lookup) {
  for (let at = 0; at < numbers.length; at += chunkSize) {
    const found = await readVisits(viewer, asOf, sql`v.number = ANY(${numbers.slice(at, at + chunkSize)}::text[])`);
    const needs = await needsOfVisits(
      viewer,
      asOf,
      found.map(({ id }) => id),
    );
    const needsOf = new Map<string, ListedNeed[]>(found.map(({ id }) => [id, []]));
    for (const need of needs) needsOf.get(need.visitId)?.push(need);
    yield {
      sheet: 'main',
      rows: found.sort((a, b) => a.number.localeCompare(b.number)).map((visit) => cellsOf(visit, needsOf.get(visit.id) ?? [], lookup)),
    };
  }
}

/** A visit as its sheet says it. */
function cellsOf(visit: ListedVisit, needs: readonly ListedNeed[], lookup: Lookup): Cells {
  const { number, postId, postTitle, visitedOn, place, countyId, kinds, isFrontLine, peopleMet, met, opinions, decision } = visit;
  return {
    number,
    leader: { postId, text: postTitle },
    contactPoint: visit.contactPointName,
    ...{ visitedOn, place, countyId, kinds, isFrontLine, peopleMet, met, opinions, decision },
    needs: needLines(visit.needs, lookup),
    outcomes: outcomeLines(needs),
    photoCount: visit.photos.length,
    enteredBy: visit.enteredBy,
    status: visit.withdrawnOn ? '已撤回' : '有效',
    correction: null,
    version: visit.version,
  };
}
