import type { ProblemCode, ProblemParams, WrongFile } from './problem.ts';

const list = (words: readonly string[]) => words.map((word) => `“${word}”`).join('、');
const suggest = (words: readonly string[]) => (words.length > 0 ? `您是否指：${words.join('、')}？` : '');

const wrongFiles: Record<WrongFile, string> = {
  XLSB: '这是 .xlsb（二进制工作簿），本系统不读取。请在 Excel 或 WPS 中另存为 .xlsx 后再上传',
  ODS: '这是 .ods（OpenDocument 表格）。请另存为 .xlsx 后再上传',
  MACRO: '这个工作簿带有宏，出于安全不予接收。请另存为不带宏的 .xlsx 后再上传',
  EXCEL_95: '这是 Excel 95 或更早的格式。请在 Excel 或 WPS 中另存为 .xlsx 后再上传',
  WORD: '这是 Word 文档，不是 Excel 工作簿。请把表格复制到台账模板中再上传',
  POWERPOINT: '这是演示文稿，不是 Excel 工作簿。请上传 .xlsx 或 .xls 台账',
  PDF: '这是 PDF 文件，不是 Excel 工作簿。请上传 .xlsx 或 .xls 台账',
  IMAGE: '这是图片，不是 Excel 工作簿。请上传 .xlsx 或 .xls 台账',
  HTML: '这个文件其实是网页，只是扩展名写成了 Excel。请用 Excel 或 WPS 打开，另存为 .xlsx 后再上传',
  XML: '这个文件其实是 XML 文本，不是 Excel 工作簿。请用 Excel 或 WPS 打开，另存为 .xlsx 后再上传',
  CSV: '这是 .csv 或纯文本，编号和日期容易走样，本系统不读取。请用 Excel 或 WPS 打开，另存为 .xlsx 后再上传',
  ARCHIVE: '这是压缩包，不是 Excel 工作簿。请解压后上传其中的 .xlsx 或 .xls 台账',
  OTHER: '这不是 Excel 工作簿。请上传 .xlsx 或 .xls 台账',
};

/** What each problem says to a Chinese clerk, with the way out; without its place. */
export const chineseMessages: { [C in ProblemCode]: (params: ProblemParams[C]) => string } = {
  FILE_EMPTY: () => '文件是空的（0 字节）。请重新选择文件',
  FILE_TOO_LARGE: (p) => `文件有 ${p.megabytes} MB，超过 ${p.limitMegabytes} MB 的上限。请删去图片或分成几个文件上传`,
  WRONG_FILE: (p) => wrongFiles[p.what],
  EXTENSION_MISMATCH: (p) => `文件名以 .${p.extension} 结尾，内容却是 ${p.actual} 格式。请在 Excel 或 WPS 中打开，另存为 .xlsx 后再上传`,
  PASSWORD_PROTECTED: () => '文件设有打开密码，系统无法读取。请在 Excel 或 WPS 中取消密码后再上传',
  UNPACKS_TOO_LARGE: (p) =>
    `文件展开后超过 ${p.limitMegabytes} MB，系统不予读取。常见原因是整列、整行设置了格式：请把有内容的区域复制到新工作簿再上传`,
  DAMAGED: () => '文件已损坏或不完整，无法读取。请用 Excel 或 WPS 打开检查，另存为新文件后再上传',
  TOO_MANY_ROWS: (p) => `文件共有 ${p.rows} 行数据，超过 ${p.limit} 行的上限。请分成几个文件上传`,

  NO_SHEET: (p) =>
    `没有找到可导入的工作表。应有名为${list(p.expected)}的工作表，文件中只有${list(p.found)}。请下载模板对照，或检查是否选错了台账`,
  SHEET_IGNORED: () => '不是本台账的工作表，未导入',
  SHEET_TWICE: (p) => `与工作表“${p.first}”都被认作“${p.name}”。请只保留一个，或改掉另一个的名称`,
  SHEET_EMPTY: () => '只有表头，没有数据',
  HEADERS_NOT_FOUND: (p) => `前 20 行里没有找到表头。表头应包含${list(p.expected)}，请对照模板检查`,
  HEADER_MISSING: (p) => `缺少必填的列${p.synonyms.length > 0 ? `（也可写作${list(p.synonyms)}）` : ''}。请补上这一列`,
  HEADER_UNKNOWN: (p) => `不认识这一列，未导入。${suggest(p.suggestions)}`,
  HEADER_TWICE: (p) => `“${p.first}”和“${p.second}”都被认作同一列。请删去一列，或改掉其中一个表头`,
  HEADER_BLANK: () => '这一列有内容却没有表头，未导入',
  HEADER_MEASURE: (p) => `表头写的单位是“${p.written}”，这一列应以“${p.measure}”计。请换算后改正表头`,

  ROW_SKIPPED: (p) => `看起来是合计或说明（“${p.text}”），已跳过`,
  ROW_TWICE: (p) => `与第 ${p.firstRow} 行重复（${p.key}）。请合并或改正其中一行`,
  DAYS_REVERSED: (p) => `“${p.later}”早于“${p.earlier}”。请核对这两个日期`,

  REQUIRED: () => '必填，不能空着',
  BAD_ITEM_NUMBER: (p) => `“${p.value}”不能作编号：编号最长 ${p.limit} 个字，中间不能换行`,
  BAD_DAY: (p) => `“${p.value}”不是有效日期，请按 2014-09-30 的格式填写`,
  DAY_OUT_OF_RANGE: (p) => `“${p.value}”不在 ${p.from} 至 ${p.to} 年之间，请核对年份`,
  YEAR_ASSUMED: (p) => `“${p.value}”没有写年份，已按 ${p.year} 年理解`,
  BAD_MONTH: (p) => `“${p.value}”不是有效月份，请按 2014-09 的格式填写`,
  MONTH_AMBIGUOUS: (p) => `“${p.value}”分不清是 ${p.one} 还是 ${p.ten}，请按 2014-09 的格式填写`,
  BAD_INTEGER: (p) => `“${p.value}”不是整数，请只写数字，如 12`,
  BAD_DECIMAL: (p) => `“${p.value}”不是数字，请只写数字，如 1234.5`,
  WRONG_MEASURE: (p) => `“${p.value}”的单位不对，这一列以“${p.measure}”计，请换算后只写数字`,
  ROUNDED: (p) => `“${p.value}”的小数超过 ${p.scale} 位，已四舍五入为 ${p.result}`,
  TOO_SMALL: (p) => `“${p.value}”小于 ${p.min}，请核对`,
  TOO_LARGE: (p) => `“${p.value}”大于 ${p.max}，请核对数字和单位`,
  TOO_LONG: (p) => `有 ${p.length} 个字，超过 ${p.limit} 个字的上限，请精简`,
  BAD_CHARACTER: () => '含有无法识别的残缺字符，请删去后重新输入',
  DIGITS_LOST: () => '数字超过 15 位，Excel 已丢失末几位。请把单元格设为“文本”格式后重新输入',
  BAD_BOOLEAN: (p) => `“${p.value}”无法判断，请填“${p.yes}”或“${p.no}”`,
  BAD_CHOICE: (p) => `“${p.value}”不在可选范围内，请填：${p.choices.join('、')}`,
  UNKNOWN_TERM: (p) => `“${p.value}”不在字典里，请从下拉列表中选择。${suggest(p.suggestions)}`,
  UNKNOWN_UNIT: (p) => `没有名为“${p.value}”的单位。${suggest(p.suggestions) || '请填单位全称，或请管理员添加别名'}`,
  AMBIGUOUS_UNIT: (p) => `“${p.value}”可能指${list(p.candidates)}，请填单位全称`,
  NOT_A_COUNTY: (p) => `“${p.value}”不是县区，请填县区名称，如“驿城区”`,
  FORMULAS_READ: (p) => `有 ${p.count} 个公式单元格（如 ${p.cell}），已按文件中保存的计算结果读取`,
  FORMULA_WITHOUT_VALUE: (p) => `单元格 ${p.cell} 是公式，却没有计算结果。请在 Excel 中打开保存一次，或把公式改成数值`,
  CELL_ERROR: (p) => `单元格 ${p.cell} 显示为错误值 ${p.value}。请改正公式或直接填写`,
};
