import { type ItemFilter, ledgerSearch } from '../../ui/ledger-link.ts';
import { useHref } from '../../ui/use-href.ts';

/** The way to exactly the problems that a figure counts. */
export function useDrill(): (filter?: ItemFilter) => string {
  const href = useHref();
  return (filter = {}) => href({ to: '/items', search: ledgerSearch({ kinds: ['PUBLIC_PROBLEM'], ...filter }) });
}
