import { useMemo } from 'react';
import { type ItemFilter, scopedFilter } from '../../ui/ledger-link.ts';
import { useSession } from '../../ui/session.ts';

/** The scope of the frame, as the figures of this room take it: a unit's months, and the problems that it leads, assists or has within it. */
export function useScope(scope: string | undefined): { unitId: string | null; filter: ItemFilter } {
  const { units } = useSession();
  return useMemo(() => {
    const unit = units.find(({ id }) => id === scope);
    return { unitId: unit && unit.kind !== 'CITY' ? unit.id : null, filter: scopedFilter({}, scope, units) };
  }, [scope, units]);
}

/** Problems of one rectification, for the ledger. */
export function problemsOf(code: string, filter: ItemFilter = {}): ItemFilter {
  return { kinds: ['RECTIFICATION_PROBLEM'], categories: [code], ...filter };
}

/** The listed problems that were put right: what the figures count as closed by the day. */
export function fixedBy(asOf: string): ItemFilter {
  return { isComplete: true, closed: { to: asOf } };
}
