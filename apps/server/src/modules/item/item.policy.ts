import type { Actor } from '@duban/rules/item-transitions';
import { cityWideRoles } from '@duban/rules/roles';
import type { DutyKind, ItemKind } from '@duban/rules/vocabulary';
import { type Sql, sql } from '../../database.ts';
import { complaintsNotKeptFrom } from '../complaint/complaint.policy.ts';
import { isLedBy } from '../rectification/rectification.policy.ts';
import { seesBusiness } from '../session/desk.policy.ts';
import type { Viewer } from '../session/viewer.ts';
import { clerksFor, signsFor } from '../unit/unit.policy.ts';

/** True for those who see the whole city. */
export function seesWholeCity(viewer: Viewer): boolean {
  return cityWideRoles.has(viewer.role);
}

/**
 * WHERE on alias `i` of `item`: the rows that the viewer may know of.
 * A unit sees what it or a unit below it leads or assists, the problems of the rectifications that it leads (policy 2(4)3), and the registers
 * that the campaign shares; the service centre also sees every project (policy 2(2)1, 2(2)2).
 */
export function itemsVisibleTo(viewer: Viewer): Sql {
  if (cityWideRoles.has(viewer.role)) return complaintsNotKeptFrom(viewer);
  if (!seesBusiness(viewer)) return sql`FALSE`;
  const own = sql`(i.lead_unit_id = ANY(${viewer.unitIds}::text[])
    OR EXISTS (SELECT 1 FROM item_unit p WHERE p.item_id = i.id AND p.unit_id = ANY(${viewer.unitIds}::text[]))
    OR (i.kind = 'RECTIFICATION_PROBLEM' AND ${isLedBy(viewer, sql`i.category`)})
    OR i.kind = ANY((SELECT shared_kinds FROM campaign)::item_kind[]))`;
  return viewer.role === 'SERVICE_CENTRE' ? sql`(i.kind = 'SERVICE_PROJECT' OR ${own})` : own;
}

/** `itemsVisibleTo` without the database: whether a viewer may hear that an item changed. */
export function mayHearOf(
  viewer: Viewer,
  { kind, unitIds }: { kind: ItemKind; unitIds: readonly string[] },
  sharedKinds: ReadonlySet<ItemKind>,
): boolean {
  if (!seesBusiness(viewer)) return false;
  if (cityWideRoles.has(viewer.role) || sharedKinds.has(kind)) return true;
  if (viewer.role === 'SERVICE_CENTRE' && kind === 'SERVICE_PROJECT') return true;
  return unitIds.some((unitId) => viewer.unitIds.includes(unitId));
}

/** Who has hard problems of their own: those led, and those overseen by portfolio (policy 2(3)). */
export function hasPortfolio(viewer: Viewer): boolean {
  return viewer.role === 'VICE_MAYOR';
}

/** What of an item decides who is who towards it. */
export interface ItemOfActors {
  kind: ItemKind;
  leadUnitId: string;
  dutyPostId: string | null;
}

export interface PartOfActors {
  unitId: string;
  duty: DutyKind;
}

/**
 * Who the viewer is towards an item, or towards one part of it, in the words of the state table. `deciders`: whom the pack names for
 * extensions, per register. Nobody judges what the own unit reports: the office acts as the unit there, never as the office.
 */
export function actorsOf(
  viewer: Viewer,
  item: ItemOfActors,
  part: PartOfActors | null,
  deciders: Readonly<Partial<Record<ItemKind, readonly string[]>>>,
): Set<Actor> {
  const actors = new Set<Actor>();
  const isOwn = part !== null && signsFor(viewer, part.unitId);
  if (part) {
    if (isOwn) actors.add('PART_UNIT_HEAD');
    if (clerksFor(viewer, part.unitId)) actors.add('PART_UNIT_CLERK');
    if (part.duty === 'ASSIST' && !isOwn && signsFor(viewer, item.leadUnitId)) actors.add('LEAD_UNIT_HEAD');
  } else if (signsFor(viewer, item.leadUnitId)) actors.add('LEAD_UNIT_HEAD');
  if (isOwn) return actors;
  if (viewer.role === 'SUPERVISION_OFFICE') actors.add('SUPERVISION_OFFICE');
  if (viewer.role === 'INSPECTION' && item.kind === 'COMPLAINT') actors.add('INSPECTION');
  if (viewer.role === 'CITY_LEADER') actors.add('CITY_LEADER');
  if (viewer.role === 'VICE_MAYOR') actors.add('VICE_MAYOR');
  if (viewer.role === 'VICE_MAYOR' && isInCharge(viewer, item, part)) actors.add('VICE_MAYOR_IN_CHARGE');
  if (deciders[item.kind]?.some((actor) => actors.has(actor as Actor))) actors.add('EXTENSION_APPROVER');
  return actors;
}

/** The vice mayor who leads the matter, or oversees the unit that owes it (model 19). */
function isInCharge(viewer: Viewer, { dutyPostId, leadUnitId }: ItemOfActors, part: PartOfActors | null): boolean {
  return dutyPostId === viewer.postId || viewer.overseenUnitIds.includes(part?.unitId ?? leadUnitId);
}
