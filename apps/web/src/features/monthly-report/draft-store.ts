import { judgeMonthlyRow, type MonthlyProblem } from '@duban/rules/monthly-cells';
import { confirmedSuffix, type MonthlyField, reasonSuffix } from '@duban/rules/monthly-form';
import type { Day } from '@duban/rules/vocabulary';

/** A cell's text: null = left as last month, empty = emptied. */
export type CellValue = string | null;
export type CellChange = { itemId: string; field: string; value: CellValue };
/** What somebody else had written where this person's value stands now. */
export type Overwritten = { value: CellValue; editedBy: string | null };

/** A form's item, as far as a draft needs it. */
export type DraftRow = {
  itemId: string;
  assignedOn: Day;
  fields: readonly (MonthlyField & { value: CellValue; reason: CellValue; confirmed: CellValue })[];
};

type Step = { key: string; before: CellValue; after: CellValue }[];

const cellKey = (itemId: string, field: string) => `${itemId} ${field}`;
const partsOf = (key: string) => {
  const at = key.indexOf(' ');
  return { itemId: key.slice(0, at), field: key.slice(at + 1) };
};

/**
 * The cells of a form while a person fills it in: what stands on screen, what the server has, and how to go back. Outside React, so that a
 * keystroke draws one cell anew and not three hundred rows.
 */
export class Draft {
  readonly #values = new Map<string, CellValue>();
  readonly #seen = new Map<string, CellValue>();
  readonly #notes = new Map<string, Overwritten>();
  readonly #rows: ReadonlyMap<string, DraftRow>;
  readonly #problems = new Map<string, MonthlyProblem[]>();
  readonly #listeners = new Set<() => void>();
  readonly #period: { periodOn: Day; today: Day };
  #undo: Step[] = [];
  #redo: Step[] = [];
  #version = 0;

  constructor(rows: readonly DraftRow[], period: { periodOn: Day; today: Day }) {
    this.#period = period;
    this.#rows = new Map(rows.map((row) => [row.itemId, row]));
    for (const { itemId, fields } of rows) {
      for (const { key, value, reason, confirmed } of fields) {
        this.#begin(cellKey(itemId, key), value);
        this.#begin(cellKey(itemId, `${key}${reasonSuffix}`), reason);
        this.#begin(cellKey(itemId, `${key}${confirmedSuffix}`), confirmed);
      }
    }
  }

  #begin(key: string, value: CellValue): void {
    if (value === null) return;
    this.#values.set(key, value);
    this.#seen.set(key, value);
  }

  /** For `useSyncExternalStore`. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Goes up with every change. */
  get version(): number {
    return this.#version;
  }

  get(itemId: string, field: string): CellValue {
    return this.#values.get(cellKey(itemId, field)) ?? null;
  }

  noteAt(itemId: string, field: string): Overwritten | undefined {
    return this.#notes.get(cellKey(itemId, field));
  }

  /** Changes cells as one step that can be undone. */
  change(changes: readonly CellChange[]): void {
    const step = this.#write(changes);
    if (step.length === 0) return;
    this.#undo.push(step);
    this.#redo = [];
    this.#told();
  }

  /** Shows a cell's text while it is being typed; `settle` makes a step of it, or takes it back. */
  type(change: CellChange): void {
    if (this.#write([change]).length > 0) this.#told();
  }

  settle({ itemId, field }: { itemId: string; field: string }, before: CellValue, isKept: boolean): void {
    const key = cellKey(itemId, field);
    const after = this.#values.get(key) ?? null;
    if (!isKept) this.type({ itemId, field, value: before });
    else if (after !== before) {
      this.#undo.push([{ key, before, after }]);
      this.#redo = [];
      this.#told();
    }
  }

  undo(): boolean {
    return this.#go(this.#undo, this.#redo, 'before');
  }

  redo(): boolean {
    return this.#go(this.#redo, this.#undo, 'after');
  }

  #go(from: Step[], to: Step[], side: 'before' | 'after'): boolean {
    const step = from.pop();
    if (!step) return false;
    to.push(step);
    this.#write(step.map((cell) => ({ ...partsOf(cell.key), value: cell[side] })));
    this.#told();
    return true;
  }

  /** Cells that the server hasn't yet, with what it is known to have. */
  unsaved(): (CellChange & { seen: CellValue })[] {
    const found: (CellChange & { seen: CellValue })[] = [];
    for (const key of new Set([...this.#values.keys(), ...this.#seen.keys()])) {
      const [value, seen] = [this.#values.get(key) ?? null, this.#seen.get(key) ?? null];
      if (value !== seen) found.push({ ...partsOf(key), value, seen });
    }
    return found;
  }

  /** The server has these now; `others` is every cell it has when others wrote too: it shows where this person typed nothing. */
  saved(sent: readonly CellChange[], others: readonly CellChange[] | null, overwritten: readonly (CellChange & Overwritten)[]): void {
    for (const { itemId, field, value } of sent) this.#set(this.#seen, cellKey(itemId, field), value);
    if (others) {
      const told = new Map(others.map(({ itemId, field, value }) => [cellKey(itemId, field), value]));
      const unsaved = new Set(this.unsaved().map(({ itemId, field }) => cellKey(itemId, field)));
      for (const key of new Set([...told.keys(), ...this.#seen.keys()])) {
        const value = told.get(key) ?? null;
        this.#set(this.#seen, key, value);
        if (!unsaved.has(key)) this.#set(this.#values, key, value);
      }
      this.#problems.clear();
    }
    for (const { itemId, field, value, editedBy } of overwritten) this.#notes.set(cellKey(itemId, field), { value, editedBy });
    this.#told();
  }

  /** Puts the value of the other person back, or lets one's own stand. */
  answerNote(itemId: string, field: string, takeTheirs: boolean): void {
    const note = this.#notes.get(cellKey(itemId, field));
    this.#notes.delete(cellKey(itemId, field));
    if (takeTheirs && note) this.change([{ itemId, field, value: note.value }]);
    this.#told();
  }

  /** What is wrong with an item's cells. */
  problemsOf(itemId: string): readonly MonthlyProblem[] {
    const known = this.#problems.get(itemId);
    if (known) return known;
    const row = this.#rows.get(itemId);
    if (!row) return [];
    const cells = new Map<string, string | null>();
    for (const field of row.fields.flatMap(({ key }) => [key, `${key}${reasonSuffix}`, `${key}${confirmedSuffix}`])) {
      const value = this.get(itemId, field);
      // To the rules emptied is null, and left alone is absent.
      if (value !== null) cells.set(field, value === '' ? null : value);
    }
    const { problems } = judgeMonthlyRow(row.fields, cells, { ...this.#period, assignedOn: row.assignedOn });
    this.#problems.set(itemId, problems);
    return problems;
  }

  /** How many fields are asked, filled in, and wrong or missing. */
  counts(): { asked: number; filled: number; problems: number } {
    let [asked, filled, problems] = [0, 0, 0];
    for (const { itemId, fields } of this.#rows.values()) {
      const open = fields.filter(({ isAsked, key }) => isAsked || this.get(itemId, key) !== null);
      asked += fields.filter(({ isAsked }) => isAsked).length;
      filled += open.filter(({ key }) => this.get(itemId, key) !== null).length;
      problems += this.problemsOf(itemId).length;
    }
    return { asked, filled, problems };
  }

  #write(changes: readonly CellChange[]): Step {
    const step: Step = [];
    for (const { itemId, field, value } of changes) {
      const key = cellKey(itemId, field);
      const before = this.#values.get(key) ?? null;
      if (before === value) continue;
      step.push({ key, before, after: value });
      this.#set(this.#values, key, value);
      this.#problems.delete(itemId);
    }
    return step;
  }

  #set(map: Map<string, CellValue>, key: string, value: CellValue): void {
    if (value === null) map.delete(key);
    else map.set(key, value);
  }

  #told(): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }
}
