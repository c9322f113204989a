import type { ParsedRow } from '@duban/ledger/problem';
import { itemKinds } from '@duban/rules/vocabulary';
import { transaction } from '../apps/server/src/database.ts';
import { applyLedger } from '../apps/server/src/modules/exchange/apply-ledger.ts';
import { loadLedgerContext } from '../apps/server/src/registers/ledger-context.ts';
import { makeLarge } from '../prisma/seed/demo/ledgers.ts';
import { createWorld } from '../prisma/seed/demo/world.ts';

/** Rows of one ledger that go in with one transaction. */
const slice = 20_000;

/** Puts about `count` items of the demo's kind into the database, as an import would after parsing. */
export async function loadItems(count: number): Promise<{ items: number; seconds: number }> {
  const ledgers = makeLarge(await createWorld('bench'), count);
  const context = await loadLedgerContext();
  const started = performance.now();
  let items = 0;
  for (const kind of itemKinds) {
    const sheets = Object.entries(ledgers[kind]).map(([key, rows]) => [key, [...(rows as Iterable<{ number: string }>)]] as const);
    const main = sheets.find(([key]) => key === 'main')![1];
    const byNumber = sheets.map(([key, rows]) => [key, groupBy(rows)] as const);
    for (let at = 0; at < main.length; at += slice) {
      const numbers = main.slice(at, at + slice).map(({ number }) => number);
      const part = Object.fromEntries(
        byNumber.map(([key, groups]) => [key, numbers.flatMap((number) => groups.get(number) ?? []).map(asParsed(key))]),
      );
      const options = { kind, context, demo: true, leadUnitIds: null };
      await transaction((tx) => applyLedger(tx, { userId: null, title: '测量' }, part, options, () => undefined));
      items += numbers.length;
    }
  }
  return { items, seconds: (performance.now() - started) / 1000 };
}

function groupBy<Row extends { number: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.number);
    if (group) group.push(row);
    else groups.set(row.number, [row]);
  }
  return groups;
}

function asParsed(sheet: string) {
  return (values: object, index: number): ParsedRow => ({ sheet, row: index + 2, values, problems: [] }) as ParsedRow;
}
