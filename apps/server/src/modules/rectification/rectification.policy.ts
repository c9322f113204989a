import { cityWideRoles } from '@duban/rules/roles';
import { type Sql, sql } from '../../database.ts';
import { hasDesk, seesBusiness } from '../session/desk.policy.ts';
import type { Viewer } from '../session/viewer.ts';
import { clerksFor, signsFor, unitsActedFor } from '../unit/unit.policy.ts';

/** What of a board a viewer may change: nothing, what became of its stages (the lead unit's head), or all of it (the supervision office). */
export const boardAccesses = ['NONE', 'STAGES', 'ALL'] as const;
export type BoardAccess = (typeof boardAccesses)[number];

export function boardAccessOf(viewer: Viewer, leadUnitId: string | null): BoardAccess {
  if (hasDesk(viewer, 'SUPERVISION')) return 'ALL';
  return leadUnitId !== null && signsFor(viewer, leadUnitId) ? 'STAGES' : 'NONE';
}

/** Enters the figures of a unit's month: its clerk, its head, or the supervision office. */
export function canEnterMonth(viewer: Viewer, unitId: string): boolean {
  return hasDesk(viewer, 'SUPERVISION') || signsFor(viewer, unitId) || clerksFor(viewer, unitId);
}

/** WHERE on a rectification's code: the viewer's unit or one below it leads it. */
export function isLedBy(viewer: Viewer, code: Sql): Sql {
  return sql`EXISTS (SELECT 1 FROM rectification l WHERE l.code = ${code} AND l.lead_unit_id = ANY(${viewer.unitIds}::text[]))`;
}

/** WHERE on a rectification's code: the city's leaders and offices know all, a unit those that it leads or takes part in, administrators none. */
export function rectificationsVisibleTo(viewer: Viewer, code: Sql): Sql {
  if (cityWideRoles.has(viewer.role)) return sql`TRUE`;
  if (!seesBusiness(viewer)) return sql`FALSE`;
  return sql`(EXISTS (SELECT 1 FROM rectification_unit w WHERE w.code = ${code} AND w.unit_id = ANY(${viewer.unitIds}::text[]))
    OR ${isLedBy(viewer, code)})`;
}

/**
 * WHERE on the code of a rectification and of a unit: whose monthly figures a viewer reads. A unit reads its own and those of units below it; the
 * lead unit those of all that take part.
 */
export function monthsVisibleTo(viewer: Viewer, code: Sql, unitId: Sql): Sql {
  if (cityWideRoles.has(viewer.role)) return sql`TRUE`;
  if (!seesBusiness(viewer)) return sql`FALSE`;
  return sql`(${unitId} = ANY(${viewer.unitIds}::text[]) OR ${isLedBy(viewer, code)})`;
}

/** The units for which a viewer may list problems: the supervision office all, the lead unit those that take part, a unit that takes part itself. */
export function unitsToListFor(viewer: Viewer, board: { leadUnitId: string; unitIds: readonly string[] }): readonly string[] | 'ALL' {
  if (hasDesk(viewer, 'SUPERVISION')) return 'ALL';
  const acts = new Set(unitsActedFor(viewer));
  const partners = [...new Set([board.leadUnitId, ...board.unitIds])];
  return acts.has(board.leadUnitId) ? partners : partners.filter((unitId) => acts.has(unitId));
}
