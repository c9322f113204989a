/** A chart or ledger as plain rows: what the table view shows and what a download holds. */
export type TableColumn = { id: string; title: string; numeric?: boolean };
export type TableCell = string | number | null;
export type TableRow = { id: string; cells: readonly TableCell[]; href?: string | undefined };
export type TableData = { columns: readonly TableColumn[]; rows: readonly TableRow[] };
