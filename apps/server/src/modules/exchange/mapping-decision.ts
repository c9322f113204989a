import { checkMapping } from '@duban/ledger/mapping/check-mapping';
import { type DraftTab, draftMapping } from '@duban/ledger/mapping/draft';
import { fingerprintOf, type RememberedTab } from '@duban/ledger/mapping/fingerprint';
import type { TabMapping } from '@duban/ledger/mapping/mapping';
import type { WorkbookPreview } from '@duban/ledger/mapping/preview';
import { headersAt, wordsAt } from '@duban/ledger/mapping/tab-headers';
import type { Problem, ProblemCode } from '@duban/ledger/problem';
import type { CellContext } from '@duban/ledger/read-cell';
import type { Register } from '@duban/ledger/register';
import { registers } from '@duban/ledger/registers/all';
import { type ItemKind, itemKinds } from '@duban/rules/vocabulary';

/**
 * How a file goes on once its headings were read: by its own words, by what is remembered of them, or only after a person has said
 * what its columns are.
 */
export type MappingDecision = { way: 'WORDS' } | { way: 'REMEMBERED'; tabs: TabMapping[]; fingerprints: string[] } | { way: 'ASK' };

/** Problems of headings that a person can settle by mapping them. */
const settled: ReadonlySet<ProblemCode> = new Set([
  'NO_SHEET',
  'SHEET_TWICE',
  'HEADERS_NOT_FOUND',
  'HEADER_MISSING',
  'HEADER_UNKNOWN',
  'HEADER_TWICE',
  'HEADER_MEASURE',
]);

/** Decides it. What an office once said of the same headings counts before their words. */
export function decideMapping(
  problems: readonly Problem[],
  preview: WorkbookPreview,
  register: Register,
  context: CellContext,
  remembered: ReadonlyMap<string, RememberedTab>,
): MappingDecision {
  const draft = draftMapping(preview, register, context, { remembered });
  const known = draft.filter(({ source }) => source === 'REMEMBERED');
  const isWhole = draft.every(({ sheet, source, isCertain }) => sheet === null || source === 'REMEMBERED' || isCertain);
  if (known.length > 0 && isWhole && checkMapping(draft, preview, register, context).length === 0) {
    return { way: 'REMEMBERED', tabs: draft.map(plain), fingerprints: known.flatMap((tab) => fingerprintsOf(tab, preview)) };
  }
  const asks = problems.some((problem) => settled.has(problem.code) && !isEmptyColumn(problem, preview, draft));
  return asks && preview.tabs.some(({ filledRows }) => filledRows >= 2) ? { way: 'ASK' } : { way: 'WORDS' };
}

function plain({ tab, sheet, headerRow, headerRows, columns, constants }: DraftTab): TabMapping {
  return { tab, sheet, headerRow, headerRows, columns, constants };
}

function fingerprintsOf(draft: DraftTab, { tabs }: WorkbookPreview): string[] {
  const tab = tabs.find(({ name }) => name === draft.tab);
  return tab ? [fingerprintOf(wordsAt(tab, draft)) ?? []].flat() : [];
}

/** A heading that nobody knows, with nothing under it, is not worth asking about. */
function isEmptyColumn({ code, sheet, column }: Problem, { tabs }: WorkbookPreview, draft: readonly DraftTab[]): boolean {
  if (code !== 'HEADER_UNKNOWN') return false;
  const tab = tabs.find(({ name }) => name === sheet);
  const place = draft.find((each) => each.tab === sheet);
  const header = tab && place && headersAt(tab, place).find(({ letter }) => letter === column);
  return header?.filled === 0;
}

/** Title of another register whose ledger the file plainly is: every heading is that register's, and nothing that it needs is missing. */
export function otherLedger(preview: WorkbookPreview, kind: ItemKind, context: CellContext): string | null {
  for (const other of itemKinds) {
    if (other === kind) continue;
    const register = registers[other];
    const draft = draftMapping(preview, register, context);
    const isAll = draft.every(({ sheet, isCertain }) => sheet === null || isCertain);
    if (isAll && checkMapping(draft, preview, register, context).length === 0) return register.title;
  }
  return null;
}
