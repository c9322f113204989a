import type { Prisma } from '@duban/db/generated/prisma/client';
import { administratorRoles, unitRoles } from '@duban/rules/roles';
import { type ItemKind, itemKinds } from '@duban/rules/vocabulary';
import { canRevealComplainant } from '../complaint/complaint.policy.ts';
import type { Viewer } from '../session/viewer.ts';

/** Registers whose ledgers the viewer may import. */
export function importableKinds({ role }: Viewer): readonly ItemKind[] {
  if (role === 'SUPERVISION_OFFICE') return itemKinds;
  if (role === 'INSPECTION') return ['COMPLAINT'];
  if (role === 'SERVICE_CENTRE') return ['SERVICE_PROJECT'];
  // Complaints are about units: none of them keeps that ledger.
  return unitRoles.has(role) ? itemKinds.filter((kind) => kind !== 'COMPLAINT') : [];
}

export function canImport(viewer: Viewer, kind: ItemKind): boolean {
  return importableKinds(viewer).includes(kind);
}

/** Units whose items the viewer may import; null = all. Rows of other units are refused one by one. */
export function importableLeadUnits({ role, unitIds }: Viewer): ReadonlySet<string> | null {
  return unitRoles.has(role) ? new Set(unitIds) : null;
}

/** May download templates and, of the items visible to the viewer, the ledgers. */
export function canExport({ role }: Viewer): boolean {
  return !administratorRoles.has(role);
}

/** The runs that the viewer may know of: one's own; all for the supervision office; those of complaints for inspection. */
export function importRunsVisibleTo({ role, userId }: Viewer): Prisma.ImportRunWhereInput {
  if (role === 'SUPERVISION_OFFICE') return {};
  if (role === 'INSPECTION') return { OR: [{ actorId: userId }, { kind: 'COMPLAINT' }] };
  return { actorId: userId };
}

/** The runs that the viewer may apply or discard. */
export function importRunsActedOnBy(viewer: Viewer): Prisma.ImportRunWhereInput {
  const kinds = { kind: { in: [...importableKinds(viewer)] } };
  return viewer.role === 'SUPERVISION_OFFICE' ? kinds : { ...kinds, actorId: viewer.userId };
}

/** May read the samples of columns that name a person; to others they are masked. */
export function canSeeSamples(viewer: Viewer): boolean {
  return canRevealComplainant(viewer);
}
