import { administratorRoles } from '@duban/rules/roles';
import { type ItemKind, itemKinds, type Role } from '@duban/rules/vocabulary';

/**
 * Where people work: REPORTING 填报, SIGNING 签发, REVIEW 审核, SUPERVISION 立项、催办、代录, APPROVAL 审批, COMPLAINT_INTAKE 投诉登记. Screens open their doors by these; what
 * is done there asks its own policy.
 */
export const desks = ['REPORTING', 'SIGNING', 'REVIEW', 'SUPERVISION', 'APPROVAL', 'COMPLAINT_INTAKE'] as const;
export type Desk = (typeof desks)[number];

const staff: Record<Desk, readonly Role[]> = {
  REPORTING: ['UNIT_HEAD', 'UNIT_CLERK'],
  SIGNING: ['UNIT_HEAD', 'SUPERVISION_OFFICE', 'INSPECTION', 'SERVICE_CENTRE'],
  REVIEW: ['SUPERVISION_OFFICE', 'INSPECTION'],
  SUPERVISION: ['SUPERVISION_OFFICE'],
  APPROVAL: ['CITY_LEADER'],
  COMPLAINT_INTAKE: ['INSPECTION', 'SERVICE_CENTRE'],
};

/** True for all but the three administrators, who keep the system and see no business (等保: separation of duties). */
export function seesBusiness({ role }: { role: Role }): boolean {
  return !administratorRoles.has(role);
}

/** The desks of a role. */
export function desksOf(role: Role): Desk[] {
  return desks.filter((desk) => staff[desk].includes(role));
}

export function hasDesk({ role }: { role: Role }, desk: Desk): boolean {
  return staff[desk].includes(role);
}

/** The registers whose reports a role reviews: the inspection office complaints, the supervision office all. */
export function reviewedKinds({ role }: { role: Role }): readonly ItemKind[] {
  if (!staff.REVIEW.includes(role)) return [];
  return role === 'INSPECTION' ? ['COMPLAINT'] : itemKinds;
}
