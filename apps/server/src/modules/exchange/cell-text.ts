import type { CellContent, Column } from '@duban/ledger/column';
import type { Lookup } from '@duban/ledger/lookup';
import type { CellChange } from '../../registers/ledger-entry.ts';

/** A changed cell in words, as the dry run shows it and the event keeps it. */
export interface ShownChange {
  column: string;
  before: string | null;
  after: string | null;
}

const longest = 200;
const withheld = '（受保护）';

/** The change in words; of a personal cell only that it changed. */
export function showChange({ column, before, after }: CellChange, lookup: Lookup): ShownChange {
  const show = (cell: CellContent | null) => (cell === null ? null : column.personal ? withheld : shorten(cellText(column, cell, lookup)));
  return { column: column.header, before: show(before), after: show(after) };
}

/** A cell in a clerk's words: names for units, posts and terms, labels for choices. */
export function cellText(column: Column, cell: CellContent, lookup: Lookup): string {
  if (Array.isArray(cell)) return cell.map((each) => cellText(single(column), each, lookup)).join('、');
  if (typeof cell === 'object') return cell.text;
  if (typeof cell === 'boolean') return (cell ? column.yes?.[0] : column.no?.[0]) ?? (cell ? '是' : '否');
  switch (column.type) {
    case 'unit':
      return lookup.unitName(String(cell));
    case 'term':
      return lookup.termName(column.dictionary ?? '', String(cell));
    case 'choice':
      return column.choices?.find(({ value }) => value === cell)?.label ?? String(cell);
    case 'month':
      return String(cell).slice(0, 7);
    default:
      return String(cell);
  }
}

function single(column: Column): Column {
  return { ...column, type: column.type === 'units' ? 'unit' : 'term' };
}

function shorten(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
