import { describe, expect, it } from 'vitest';
import { administratorRoles, cityWideRoles, leadershipRoles, unitRoles } from './roles.ts';
import { roles } from './vocabulary.ts';

describe('roles', () => {
  it('see the whole city or their unit, never both', () => {
    expect(roles.filter((role) => cityWideRoles.has(role) && unitRoles.has(role))).toEqual([]);
  });

  it('of administration see no business', () => {
    expect([...administratorRoles].filter((role) => cityWideRoles.has(role))).toEqual([]);
  });

  it('of administration lead nothing and work for no unit', () => {
    expect([...administratorRoles].filter((role) => leadershipRoles.has(role) || unitRoles.has(role))).toEqual([]);
  });
});
