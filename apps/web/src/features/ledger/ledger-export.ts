import type { ItemFilter } from '../../ui/ledger-link.ts';
import { ledgerSearch } from '../../ui/ledger-link.ts';
import { stringifySearch } from '../../ui/search-params.ts';

/** Where the rows of `filter` are downloaded as .xlsx; nothing unless exactly one register is chosen, as each has a sheet of its own. */
export function exportHref(filter: ItemFilter, asOf: string | undefined): { exportHref?: string } {
  const [kind, ...others] = filter.kinds ?? [];
  if (!kind || others.length > 0) return {};
  const { kinds: _kinds, ...search } = ledgerSearch(filter);
  return { exportHref: `/files/ledgers/${kind}/data.xlsx${stringifySearch({ ...search, asOf })}` };
}
