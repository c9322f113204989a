import type { TableCell, TableData } from '../ui/table-data.ts';
import type { Axis } from './chart-types.ts';

/** Rows × columns as a table: one row per row. */
export function gridTable(
  rows: readonly Axis[],
  columns: readonly Axis[],
  rowTitle: string,
  cell: (row: string, column: string) => TableCell,
): TableData {
  return {
    columns: [{ id: 'row', title: rowTitle }, ...columns.map((column) => ({ id: column.id, title: column.label, numeric: true }))],
    rows: rows.map((row) => ({ id: row.id, cells: [row.label, ...columns.map((column) => cell(row.id, column.id))] })),
  };
}
