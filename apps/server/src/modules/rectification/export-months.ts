import type { MonthState } from '@duban/rules/rectification-months';
import { z } from 'zod';
import { clock } from '../../clock.ts';
import { rows, sql } from '../../database.ts';
import type { Cells } from '../../registers/ledger-entry.ts';
import { writeRecordSheet } from '../exchange/record-sheet/write-record-sheet.ts';
import { asOfDay } from '../item/standing.ts';
import type { Viewer } from '../session/viewer.ts';
import { boardsOf } from './board.ts';
import { type ListedMonth, listMonths } from './month-list.ts';

export interface MonthExport {
  /** One rectification; by default all that the viewer sees. */
  code?: string | undefined;
  unitId?: string | undefined;
  /** `2014-08`. */
  month?: string | undefined;
  /** The scope of the page: a unit's code. */
  scope?: string | undefined;
  asOf?: string | undefined;
  address: string;
}

const states: Record<MonthState, string> = { ENTERED: '已报', MISSING: '未报', RUNNING: '待报' };

/** Monthly figures as a sheet of records, as far as the viewer reads them; months that are owed but not reported too. */
export async function exportMonths(viewer: Viewer, { code, unitId, month, scope, asOf: given, address }: MonthExport): Promise<Uint8Array> {
  const asOf = asOfDay(given);
  const within = await scopeOf(scope);
  const found: ListedMonth[] = [];
  for (const board of await boardsOf(viewer, code ?? null))
    found.push(...(await listMonths(viewer, asOf, board.code, { unitId, month, scope: within })));
  return writeRecordSheet('RECTIFICATION_MONTH', { viewer, address, count: found.length }, () => all(found));
}

export function monthsExportName(): string {
  return `专项整治月报-${clock.today()}.xlsx`;
}

async function* all(found: readonly ListedMonth[]) {
  yield { sheet: 'main', rows: found.map(cellsOf) };
}

function cellsOf(one: ListedMonth): Cells {
  const { code, unitId, periodOn, checks, spotFixed, casesFiled, peopleHandled, lookBacks, relapses, note, listed, listedFixed } = one;
  const isEntered = one.version > 0;
  const figures = { checks, spotFixed, casesFiled, peopleHandled, lookBacks, relapses };
  return {
    ...{ category: code, unitId, periodOn },
    ...Object.fromEntries(Object.entries(figures).map(([figure, value]) => [figure, isEntered ? value : null])),
    ...{ note, listed, listedFixed },
    status: isEntered || one.isAsked ? states[one.state] : null,
    ...{ enteredBy: one.enteredBy, correction: null, version: isEntered ? one.version : null },
  };
}

/** The scope of a page, as the figures take it: a county's problems, or those that a unit leads or assists. */
async function scopeOf(scope: string | undefined) {
  if (!scope) return {};
  const [unit] = await rows(z.object({ kind: z.string() }), sql`SELECT kind FROM unit WHERE id = ${scope}`);
  if (!unit || unit.kind === 'CITY') return {};
  return { unitId: scope, filter: unit.kind === 'COUNTY' ? { counties: [scope] } : { units: [scope] } };
}
