import type { ProblemCode, ProblemParams, WrongFile } from './problem.ts';

const list = (words: readonly string[]) => words.map((word) => `“${word}”`).join(', ');
const suggest = (words: readonly string[]) => (words.length > 0 ? `Did you mean ${words.join(', ')}?` : '');

const wrongFiles: Record<WrongFile, string> = {
  XLSB: 'This is an .xlsb (binary) workbook, which is not read here. Save it as .xlsx and upload again',
  ODS: 'This is an .ods (OpenDocument) sheet. Save it as .xlsx and upload again',
  MACRO: 'This workbook contains macros and is not taken for safety. Save it as .xlsx without macros and upload again',
  EXCEL_95: 'This is the format of Excel 95 or older. Save it as .xlsx and upload again',
  WORD: 'This is a Word document, not a workbook. Copy the table into the template and upload that',
  POWERPOINT: 'This is a presentation, not a workbook. Upload an .xlsx or .xls ledger',
  PDF: 'This is a PDF, not a workbook. Upload an .xlsx or .xls ledger',
  IMAGE: 'This is a picture, not a workbook. Upload an .xlsx or .xls ledger',
  HTML: 'This file is really a web page under an Excel name. Open it in Excel or WPS, save it as .xlsx and upload again',
  XML: 'This file is really XML text, not a workbook. Open it in Excel or WPS, save it as .xlsx and upload again',
  CSV: 'This is a .csv or plain text, in which numbers and dates get distorted; it is not read here. Open it in Excel or WPS, save it as .xlsx and upload again',
  ARCHIVE: 'This is an archive, not a workbook. Unpack it and upload the .xlsx or .xls ledger in it',
  OTHER: 'This is not an Excel workbook. Upload an .xlsx or .xls ledger',
};

/** What each problem says in English, with the way out; without its place. */
export const englishMessages: { [C in ProblemCode]: (params: ProblemParams[C]) => string } = {
  FILE_EMPTY: () => 'The file is empty (0 bytes). Choose the file again',
  FILE_TOO_LARGE: (p) =>
    `The file has ${p.megabytes} MB, over the limit of ${p.limitMegabytes} MB. Remove pictures or split it into several files`,
  WRONG_FILE: (p) => wrongFiles[p.what],
  EXTENSION_MISMATCH: (p) =>
    `The name ends in .${p.extension} but the content is ${p.actual}. Open it in Excel or WPS, save it as .xlsx and upload again`,
  PASSWORD_PROTECTED: () => 'The file has a password and cannot be read. Remove the password in Excel or WPS and upload again',
  UNPACKS_TOO_LARGE: (p) =>
    `The file unpacks to more than ${p.limitMegabytes} MB and is not read. Whole formatted columns or rows are the usual cause: copy the filled area to a new workbook and upload that`,
  DAMAGED: () => 'The file is damaged or incomplete. Open it in Excel or WPS, save it as a new file and upload again',
  TOO_MANY_ROWS: (p) => `The file has ${p.rows} rows of data, over the limit of ${p.limit}. Split it into several files`,

  NO_SHEET: (p) =>
    `No sheet to import was found. There should be a sheet named ${list(p.expected)}; the file has only ${list(p.found)}. Compare with the template, or check that this is the right ledger`,
  SHEET_IGNORED: () => 'is not a sheet of this ledger and was not imported',
  SHEET_TWICE: (p) => `is taken for “${p.name}”, and so is the sheet “${p.first}”. Keep one of them, or rename the other`,
  SHEET_EMPTY: () => 'has headings but no data',
  HEADERS_NOT_FOUND: (p) =>
    `No headings were found in the first 20 rows. They should include ${list(p.expected)}; compare with the template`,
  HEADER_MISSING: (p) =>
    `This required column is missing${p.synonyms.length > 0 ? ` (it may also be headed ${list(p.synonyms)})` : ''}. Add it`,
  HEADER_UNKNOWN: (p) => `This column is unknown and was not imported. ${suggest(p.suggestions)}`.trim(),
  HEADER_TWICE: (p) => `“${p.first}” and “${p.second}” are taken for the same column. Remove one, or change its heading`,
  HEADER_BLANK: () => 'This column has content but no heading and was not imported',
  HEADER_MEASURE: (p) =>
    `The heading says “${p.written}”, but this column counts “${p.measure}”. Convert the figures and correct the heading`,

  ROW_SKIPPED: (p) => `This looks like a total or a remark (“${p.text}”) and was skipped`,
  ROW_TWICE: (p) => `This repeats row ${p.firstRow} (${p.key}). Merge the two or correct one`,
  DAYS_REVERSED: (p) => `“${p.later}” is before “${p.earlier}”. Check the two days`,

  REQUIRED: () => 'This must be filled in',
  BAD_ITEM_NUMBER: (p) => `“${p.value}” cannot be a number: at most ${p.limit} characters, on one line`,
  BAD_DAY: (p) => `“${p.value}” is not a day. Write it as 2014-09-30`,
  DAY_OUT_OF_RANGE: (p) => `“${p.value}” is not between ${p.from} and ${p.to}. Check the year`,
  YEAR_ASSUMED: (p) => `“${p.value}” has no year; ${p.year} was assumed`,
  BAD_MONTH: (p) => `“${p.value}” is not a month. Write it as 2014-09`,
  MONTH_AMBIGUOUS: (p) => `“${p.value}” may be ${p.one} or ${p.ten}. Write it as 2014-09`,
  BAD_INTEGER: (p) => `“${p.value}” is not a whole number. Write the digits alone, such as 12`,
  BAD_DECIMAL: (p) => `“${p.value}” is not a number. Write the digits alone, such as 1234.5`,
  WRONG_MEASURE: (p) => `“${p.value}” is in another unit; this column counts “${p.measure}”. Convert it and write the number alone`,
  ROUNDED: (p) => `“${p.value}” has more than ${p.scale} decimals and was rounded to ${p.result}`,
  TOO_SMALL: (p) => `“${p.value}” is less than ${p.min}. Check it`,
  TOO_LARGE: (p) => `“${p.value}” is more than ${p.max}. Check the figure and its unit`,
  TOO_LONG: (p) => `This has ${p.length} characters, over the limit of ${p.limit}. Shorten it`,
  BAD_CHARACTER: () => 'This contains a broken character. Delete it and type it again',
  DIGITS_LOST: () => 'The number has more than 15 digits, of which Excel has lost the last. Format the cell as text and type it again',
  BAD_BOOLEAN: (p) => `“${p.value}” is neither yes nor no. Write “${p.yes}” or “${p.no}”`,
  BAD_CHOICE: (p) => `“${p.value}” is not one of the choices: ${p.choices.join(', ')}`,
  UNKNOWN_TERM: (p) => `“${p.value}” is not in the dictionary; choose from the list. ${suggest(p.suggestions)}`.trim(),
  UNKNOWN_UNIT: (p) =>
    `There is no unit named “${p.value}”. ${suggest(p.suggestions) || 'Write its full name, or ask the administrator to add an alias'}`,
  AMBIGUOUS_UNIT: (p) => `“${p.value}” may be ${list(p.candidates)}. Write the full name`,
  NOT_A_COUNTY: (p) => `“${p.value}” is not a county. Write the name of a county, such as “驿城区”`,
  FORMULAS_READ: (p) => `${p.count} formula cell(s), e.g. ${p.cell}, were read by the results stored in the file`,
  FORMULA_WITHOUT_VALUE: (p) =>
    `Cell ${p.cell} is a formula without a stored result. Open and save the file in Excel, or replace the formula with its value`,
  CELL_ERROR: (p) => `Cell ${p.cell} shows the error ${p.value}. Correct the formula or type the value`,
};
