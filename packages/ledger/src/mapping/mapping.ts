/** What one column of a file feeds. */
export interface MappedColumn {
  /** 0-based place in the file. */
  at: number;
  /** Key of a column of ours. */
  column: string;
}

/** One value for all rows, or for those whose cell is empty where a column feeds it; in the words in which a cell would say it. */
export interface Constant {
  column: string;
  value: string;
}

/** How one tab of a file is to be read. Plain data: it crosses threads and becomes JSON. */
export interface TabMapping {
  /** Name of the tab in the file. */
  tab: string;
  /** Key of the sheet that it is; null: not imported. */
  sheet: string | null;
  /** First row of its headings, as Excel counts. */
  headerRow: number;
  /** How many rows the headings take. */
  headerRows: number;
  /** Columns that aren't named here are not imported. */
  columns: readonly MappedColumn[];
  constants: readonly Constant[];
}
