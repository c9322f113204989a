import { createLookup, type Lookup } from '@duban/ledger/lookup';
import { z } from 'zod';
import { clock } from '../../clock.ts';
import { rows, sql } from '../../database.ts';
import type { Cells } from '../../registers/ledger-entry.ts';
import { writeRecordSheet } from '../exchange/record-sheet/write-record-sheet.ts';
import { asOfDay } from '../item/standing.ts';
import type { Viewer } from '../session/viewer.ts';
import { needLines, outcomeLines } from './need-lines.ts';
import { type ListedNeed, needsOfVisits } from './need-list.ts';
import { fromVisits, type ListedVisit, readVisits, type VisitFilter } from './visit-list.ts';

/** Visits read at once. */
const chunkSize = 500;

/**
 * The filtered visits as a sheet of records, as far as the viewer may see them, with what became of their needs by the day.
 */
export async function exportVisits(
  viewer: Viewer,
  { filter, asOf: given, address }: { filter: VisitFilter; asOf?: string | null; address: string },
): Promise<Uint8Array> {
  const asOf = asOfDay(given);
  const numbers = await rows(z.object({ number: z.string() }), sql`SELECT v.number ${fromVisits(viewer, asOf, filter)} ORDER BY v.number`);
  return writeRecordSheet('VISIT', { viewer, address, count: numbers.length }, (lookup) =>
    chunks(
      viewer,
      asOf,
      numbers.map(({ number }) => number),
      createLookup(lookup),
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
