import type { CellValue } from 'hucre';
import type { CellContent, Column, PostReference, UnitReference } from './column.ts';
import type { Lookup } from './lookup.ts';
import { defuseText } from './safe-text.ts';

/** A value as a clerk reads it in the cell: names instead of codes, real dates and numbers, text that no program runs. */
export function cellOf(column: Column, value: CellContent | null | undefined, lookup: Lookup): CellValue {
  if (value === null || value === undefined) return null;
  switch (column.type) {
    case 'day':
      return new Date(`${value as string}T00:00:00Z`);
    case 'month':
      return (value as string).slice(0, 7);
    case 'integer':
    case 'decimal':
      return value as number;
    case 'boolean':
      return (value ? column.yes?.[0] : column.no?.[0]) ?? (value ? '是' : '否');
    case 'choice':
      return column.choices?.find((choice) => choice.value === value)?.label ?? String(value);
    default:
      return defuseText(wordsOf(column, value, lookup));
  }
}

function wordsOf(column: Column, value: CellContent, lookup: Lookup): string {
  switch (column.type) {
    case 'term':
      return lookup.termName(column.dictionary!, value as string);
    case 'terms':
      return joined((value as string[]).map((code) => lookup.termName(column.dictionary!, code)));
    case 'unit':
      return lookup.unitName(value as string);
    case 'units':
      return joined((value as string[]).map((id) => lookup.unitName(id)));
    case 'unitOrText':
      return nameOrText(value as UnitReference, (value as UnitReference).unitId, lookup.unitName);
    case 'postOrText':
      return nameOrText(value as PostReference, (value as PostReference).postId, lookup.postTitle);
    default:
      return String(value);
  }
}

/** Names set apart by 、, or by ； where a name holds 、 itself. */
function joined(names: readonly string[]): string {
  return names.join(names.some((name) => name.includes('、')) ? '；' : '、');
}

function nameOrText({ text }: { text: string }, id: string | null, nameOf: (id: string) => string): string {
  return id === null ? text : nameOf(id);
}

/** What a drop-down of the column offers; null where it has none (several names in one cell, or free text). */
export function choicesOf(column: Column, lookup: Lookup): string[] | null {
  switch (column.type) {
    case 'choice':
      return column.choices?.map(({ label }) => label) ?? null;
    case 'boolean':
      return [column.yes?.[0] ?? '是', column.no?.[0] ?? '否'];
    case 'term':
      return lookup.termNames(column.dictionary!);
    case 'unit':
      return lookup.unitNames(column.unitKind);
    case 'postOrText':
      return lookup.postTitles();
    default:
      return null;
  }
}
