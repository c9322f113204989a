import type { DataValidation, WriteSheet } from 'hucre';
import { columnLetter } from './headings.ts';
import type { Lookup } from './lookup.ts';
import type { Sheet } from './sheet.ts';
import { listsSheetName } from './sheet-name.ts';
import { choicesOf } from './write-cell.ts';

/** Excel's limit of a list written into the rule itself. */
const longestInline = 255;

/**
 * Drop-downs of closed lists. Short ones stand in the rule, long ones on a hidden tab, each list once.
 * A word outside the list draws a question, not a refusal: aliases are understood on import.
 */
export class DropDowns {
  readonly #lookup: Lookup;
  readonly #lists = new Map<string, string[]>();

  constructor(lookup: Lookup) {
    this.#lookup = lookup;
  }

  /** Rules for the data rows of a sheet, the first of them below the heading. */
  rulesOf(sheet: Sheet, rowCount: number): DataValidation[] {
    return sheet.columns.flatMap((column, at) => {
      const choices = choicesOf(column, this.#lookup);
      if (!choices || choices.length === 0) return [];
      const free = column.type === 'postOrText';
      return [
        {
          type: 'list',
          ...this.#source(choices),
          allowBlank: true,
          showErrorMessage: !free,
          errorStyle: 'warning',
          errorTitle: column.header,
          errorMessage: '不在下拉列表中。若是已登记的简称或别名，可以继续；否则请从列表中选择。',
          range: `${columnLetter(at)}2:${columnLetter(at)}${rowCount + 1}`,
        } satisfies DataValidation,
      ];
    });
  }

  /** The hidden tab, where any list needed it. */
  tab(): WriteSheet[] {
    const lists = [...this.#lists.values()];
    if (lists.length === 0) return [];
    const length = Math.max(...lists.map((list) => list.length));
    const rows = Array.from({ length }, (_, row) => lists.map((list) => list[row] ?? null));
    return [{ name: listsSheetName, hidden: true, rows }];
  }

  #source(choices: string[]): Pick<DataValidation, 'values' | 'formula1'> {
    const inline = choices.join(',');
    if (inline.length <= longestInline && !choices.some((choice) => /[,"]/.test(choice))) return { values: choices };
    const key = JSON.stringify(choices);
    this.#lists.set(key, choices);
    const column = columnLetter([...this.#lists.keys()].indexOf(key));
    return { formula1: `${listsSheetName}!$${column}$1:$${column}$${choices.length}` };
  }
}
