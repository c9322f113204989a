import type { CellContent, Column } from '../column.ts';
import type { Lookup } from '../lookup.ts';
import { messageOf } from '../message-of.ts';
import type { Problem } from '../problem.ts';
import { type CellContext, readCell } from '../read-cell.ts';
import type { Constant } from './mapping.ts';

/** Longest words that several rows may share, e.g. a source. */
const longestShared = 100;
const ofOneRow = new Set(['version', 'externalNumber']);

/** True of a column that may say the same in all rows: what identifies an item or a person may not, nor words that each row has of its own. */
export function mayBeConstant({ key, type, personal, required, maxLength = Number.POSITIVE_INFINITY }: Column): boolean {
  if (personal || type === 'number' || ofOneRow.has(key)) return false;
  return type !== 'text' || (!required && maxLength <= longestShared);
}

/** The words that a constant may be chosen from; empty where it is typed. */
export function constantOptions(column: Column, lookup: Lookup): string[] {
  switch (column.type) {
    case 'boolean':
      return [column.yes?.[0] ?? '是', column.no?.[0] ?? '否'];
    case 'choice':
      return (column.choices ?? []).map(({ label }) => label);
    case 'term':
    case 'terms':
      return lookup.termNames(column.dictionary ?? '');
    case 'unit':
    case 'units':
    case 'unitOrText':
      return lookup.unitNames(column.unitKind);
    case 'postOrText':
      return lookup.postTitles();
    default:
      return [];
  }
}

/** Reads a constant as a cell of its column would be; `reason` says in Chinese why it can't be. */
export function readConstant({ value }: Constant, column: Column, context: CellContext): { value: CellContent } | { reason: string } {
  const reading = readCell(value, column, context);
  if (reading === null) return { reason: '请填写固定值。' };
  if ('value' in reading) return { value: reading.value };
  return { reason: `${messageOf({ severity: 'error', ...reading.failure } as Problem, 'zh-CN')}。` };
}
