import { itemKinds, roles } from '@duban/rules/vocabulary';
import { describe, expect, it } from 'vitest';
import { viewerWith } from '../../testing/test-city.ts';
import { canExport, importableKinds, importableLeadUnits, importRunsVisibleTo } from './exchange.policy.ts';

const notComplaints = itemKinds.filter((kind) => kind !== 'COMPLAINT');

describe('who may import what', () => {
  it.each([
    ['CITY_LEADER', []],
    ['VICE_MAYOR', []],
    ['SUPERVISION_OFFICE', itemKinds],
    ['INSPECTION', ['COMPLAINT']],
    ['SERVICE_CENTRE', ['SERVICE_PROJECT']],
    ['UNIT_HEAD', notComplaints],
    ['UNIT_CLERK', notComplaints],
    ['SYSTEM_ADMIN', []],
    ['SECURITY_ADMIN', []],
    ['AUDIT_ADMIN', []],
  ] as const)('%s', (role, kinds) => {
    expect(importableKinds(viewerWith(role))).toEqual(kinds);
  });

  it('keeps units to the items that they lead', () => {
    expect(importableLeadUnits(viewerWith('UNIT_CLERK', 'fgw'))).toEqual(new Set(['fgw']));
    expect(importableLeadUnits(viewerWith('SUPERVISION_OFFICE'))).toBeNull();
  });

  it('lets nobody export who keeps the system, and everybody else', () => {
    expect(roles.filter((role) => !canExport(viewerWith(role)))).toEqual(['SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN']);
  });

  it('shows others their own runs only', () => {
    const clerk = viewerWith('UNIT_CLERK', 'fgw');
    expect(importRunsVisibleTo(clerk)).toEqual({ actorId: clerk.userId });
    expect(importRunsVisibleTo(viewerWith('SUPERVISION_OFFICE'))).toEqual({});
  });
});
