import { plainText } from './clean-text.ts';
import { sheetsOf, type Workbook } from './register.ts';
import type { Sheet } from './sheet.ts';

/** Tabs of our own workbooks that hold no rows. */
export const notesSheetName = '填写说明';
export const listsSheetName = '下拉选项';

/** The sheet of a register that a tab's name stands for. */
export function sheetNamed(name: string, register: Workbook): Sheet | undefined {
  const plain = plainText(name);
  return sheetsOf(register).find((sheet) =>
    [sheet.name, sheet.nameEn, ...(sheet.synonyms ?? [])].some((word) => plainText(word) === plain),
  );
}

/** True of a tab that our own workbooks hold beside their rows. */
export function isOurs(name: string): boolean {
  return name === notesSheetName || name === listsSheetName;
}
