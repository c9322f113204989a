import type { KeyboardEvent } from 'react';

type Focusable = HTMLElement | SVGElement;
type Place = { row: number; column: number };

const moves: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Moves the focus between cells marked with `data-row` and `data-column`; Home and End go to the ends of a row. */
export function walkGrid(event: KeyboardEvent<Element>, onMove: (place: Place) => void): void {
  const from = event.target instanceof Element ? event.target.closest<Focusable>('[data-row]') : null;
  if (!from) return;
  const place = { row: Number(from.dataset.row), column: Number(from.dataset.column) };
  const next = targetOf(event, place);
  if (!next) return;
  event.preventDefault();
  next.focus();
  onMove({ row: Number(next.dataset.row), column: Number(next.dataset.column) });
}

function targetOf(event: KeyboardEvent<Element>, { row, column }: Place): Focusable | null | undefined {
  const find = (selector: string) => event.currentTarget.querySelector<Focusable>(selector);
  if (event.key === 'Home') return find(`[data-row="${row}"]`);
  if (event.key === 'End') return [...event.currentTarget.querySelectorAll<Focusable>(`[data-row="${row}"]`)].at(-1);
  const move = moves[event.key];
  if (!move) return undefined;
  const [rows, columns] = move;
  // Cells that lead nowhere are passed over: the nearest one in that direction.
  const ahead = [...event.currentTarget.querySelectorAll<Focusable>('[data-row]')]
    .map((cell) => ({ cell, down: Number(cell.dataset.row) - row, right: Number(cell.dataset.column) - column }))
    .filter(({ down, right }) => (rows === 0 ? down === 0 && right * columns > 0 : right === 0 && down * rows > 0))
    .sort((a, b) => Math.abs(a.down + a.right) - Math.abs(b.down + b.right));
  return ahead[0]?.cell;
}
