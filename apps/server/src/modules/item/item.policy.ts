import { administratorRoles, cityWideRoles } from '@duban/rules/roles';
import { type Sql, sql } from '../../database.ts';
import type { Viewer } from '../session/viewer.ts';

/** True for those who see the whole city. */
export function seesWholeCity(viewer: Viewer): boolean {
  return cityWideRoles.has(viewer.role);
}

/**
 * WHERE on alias `i` of `item`: the rows that the viewer may know of.
 * A unit sees what it or a unit below it leads or assists, and the registers that the campaign shares; the service centre also sees every
 * project (policy 2(2)1, 2(2)2).
 */
export function itemsVisibleTo(viewer: Viewer): Sql {
  if (cityWideRoles.has(viewer.role)) return sql`TRUE`;
  // The three administrators keep the system and see no business (等保: separation of duties).
  if (administratorRoles.has(viewer.role)) return sql`FALSE`;
  const own = sql`(i.lead_unit_id = ANY(${viewer.unitIds}::text[])
    OR EXISTS (SELECT 1 FROM item_unit p WHERE p.item_id = i.id AND p.unit_id = ANY(${viewer.unitIds}::text[]))
    OR i.kind = ANY((SELECT shared_kinds FROM campaign)::item_kind[]))`;
  return viewer.role === 'SERVICE_CENTRE' ? sql`(i.kind = 'SERVICE_PROJECT' OR ${own})` : own;
}

/** Only inspection may learn who complained (policy 2(2)5); each look is recorded. */
export function canRevealComplainant(viewer: Viewer): boolean {
  return viewer.role === 'INSPECTION';
}

/** Who has hard problems of their own: those led, and those overseen by portfolio (policy 2(3)). */
export function hasPortfolio(viewer: Viewer): boolean {
  return viewer.role === 'VICE_MAYOR';
}
