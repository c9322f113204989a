/** Everything that can be wrong with a mapping, with the values its sentence needs. */
interface Params {
  NOTHING_MAPPED: Record<never, never>;
  UNKNOWN_TAB: { tab: string };
  TAB_TWICE: { tab: string };
  UNKNOWN_SHEET: Record<never, never>;
  SHEET_TAKEN: { sheet: string; tab: string };
  HEADER_PLACE: { rows: number };
  NO_ROWS_BELOW: Record<never, never>;
  UNKNOWN_COLUMN: Record<never, never>;
  NO_SUCH_PLACE: { place: string };
  PLACE_TWICE: { place: string };
  COLUMN_TWICE: { column: string; first: string };
  WRONG_MEASURE: { written: string; measure: string };
  REQUIRED_UNMAPPED: { column: string };
  CONSTANT_TWICE: { column: string };
  NO_CONSTANT: { column: string };
  BAD_CONSTANT: { reason: string };
}

export type MappingProblemCode = keyof Params;

const sentences: { [C in MappingProblemCode]: (params: Params[C]) => string } = {
  NOTHING_MAPPED: () => '至少要有一张工作表导入到本台账。',
  UNKNOWN_TAB: (p) => `文件中没有名为“${p.tab}”的工作表，请刷新页面后重试。`,
  TAB_TWICE: (p) => `工作表“${p.tab}”出现了两次，请刷新页面后重试。`,
  UNKNOWN_SHEET: () => '本台账没有这张表，请重新选择。',
  SHEET_TAKEN: (p) => `“${p.tab}”已对应到“${p.sheet}”，一张表只能由一个工作表导入。`,
  HEADER_PLACE: (p) => `表头应在前 ${p.rows} 行以内，最多占 3 行。`,
  NO_ROWS_BELOW: () => '表头下面没有数据，请调整表头所在行。',
  UNKNOWN_COLUMN: () => '本台账没有这一列，请重新选择。',
  NO_SUCH_PLACE: (p) => `文件中没有 ${p.place} 列，请刷新页面后重试。`,
  PLACE_TWICE: (p) => `${p.place} 列出现了两次，请刷新页面后重试。`,
  COLUMN_TWICE: (p) => `“${p.column}”已对应到“${p.first}”，请只留一列，其余选“不导入”。`,
  WRONG_MEASURE: (p) => `表头写的单位是“${p.written}”，这一列应以“${p.measure}”计。请换算后改正表头再上传，或选“不导入”。`,
  REQUIRED_UNMAPPED: (p) => `“${p.column}”必填：请把表中的一列对应到它，或填一个固定值。`,
  CONSTANT_TWICE: (p) => `“${p.column}”填了两个固定值，请只留一个。`,
  NO_CONSTANT: (p) => `“${p.column}”每行各不相同，不能填固定值。`,
  BAD_CONSTANT: (p) => p.reason,
};

/** One thing wrong with a mapping, at its place. */
export interface MappingProblem {
  /** Index of the tab in the mapping; null: the mapping as a whole. */
  tab: number | null;
  /** Where in the tab: `tab`, `sheet`, `headerRow`, `columns.<place>`, `required.<column>`, `constants.<column>`. */
  part: string;
  code: MappingProblemCode;
  /** The sentence in Chinese. */
  message: string;
}

export function mappingProblem<C extends MappingProblemCode>(tab: number | null, part: string, code: C, params: Params[C]): MappingProblem {
  return { tab, part, code, message: (sentences[code] as (params: Params[C]) => string)(params) };
}
