import { type ClipboardEvent, type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { Draft } from './draft-store.ts';
import type { GridActions } from './grid-actions.ts';
import {
  blockText,
  cleared,
  edge,
  fieldAt,
  type GridLine,
  inOrder,
  mapBlock,
  moved,
  type Pasted,
  type Place,
  readBlock,
  typedValue,
} from './grid-model.ts';

const directions: Readonly<Record<string, 'up' | 'down' | 'left' | 'right'>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};
const pageLines = 10;

type GridOptions = {
  lines: readonly GridLine[];
  draft: Draft;
  isReadOnly: boolean;
  onPasted(pasted: Pasted): void;
  onCopied(rows: number): void;
  toBar(): void;
};

/** Where the person is in the grid, and what keys and clipboard do there. */
export function useGrid(options: GridOptions) {
  const { lines } = options;
  const [{ active, anchor }, setRange] = useState(() => {
    const first = edge(lines, 'first');
    return { active: first, anchor: first };
  });
  // What handlers need is read when they run: the cells keep the same handlers throughout.
  const now = useRef({ ...options, active, anchor });
  now.current = { ...options, active, anchor };
  const isInside = useRef(false);

  const actions = useMemo((): GridActions => {
    const goTo: GridActions['goTo'] = (place, { extend = false } = {}) => {
      isInside.current = true;
      setRange((range) => ({ active: place, anchor: extend ? range.anchor : place }));
    };
    return {
      goTo,
      wantsFocus: () => isInside.current,
      move(event: KeyboardEvent) {
        const { lines: all, active: from } = now.current;
        const to = target(event, all, from);
        if (!to) return false;
        goTo(to, { extend: event.shiftKey && event.key !== 'Tab' && event.key !== 'Enter' });
        return true;
      },
      clearBlock() {
        const { draft, isReadOnly, ...range } = now.current;
        if (isReadOnly) return;
        draft.change(
          cellsIn(range).map(({ line, field }) => ({
            itemId: line.row.itemId,
            field: field.key,
            value: cleared(field, draft.get(line.row.itemId, field.key)),
          })),
        );
      },
      collapse: () => setRange((range) => ({ active: range.active, anchor: range.active })),
      undo: () => now.current.draft.undo(),
      redo: () => now.current.draft.redo(),
      toBar: () => now.current.toBar(),
      nextProblem() {
        const { draft, lines: all, active: from } = now.current;
        const place = nextProblem(draft, all, from);
        if (place) goTo(place);
      },
    };
  }, []);

  const onCopy = (event: ClipboardEvent) => {
    const { draft, ...range } = now.current;
    const textAt = ({ row }: GridLine, field: { key: string; known: string | null; last: string | null }) =>
      draft.get(row.itemId, field.key) ?? field.known ?? field.last ?? '';
    const text = blockText(range.lines, range.active, range.anchor, textAt);
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
    options.onCopied(text.split('\n').length);
  };
  const onPaste = (event: ClipboardEvent) => {
    const { draft, lines: all, active: from, anchor: other, isReadOnly } = now.current;
    event.preventDefault();
    if (isReadOnly) return;
    const start = { line: Math.min(from.line, other.line), column: Math.min(from.column, other.column) };
    const pasted = mapBlock(all, start, readBlock(event.clipboardData.getData('text/plain')));
    draft.change(
      pasted.cells.map(({ line, field, text }) => ({ itemId: line.row.itemId, field: field.key, value: typedValue(field, text) })),
    );
    options.onPasted(pasted);
  };
  const line = lines[active.line];
  return { active, anchor, actions, onCopy, onPaste, line, field: fieldAt(lines, active), leave: () => (isInside.current = false) };
}

function target(event: KeyboardEvent, lines: readonly GridLine[], from: Place): Place | null {
  const { key, shiftKey } = event;
  const isFar = event.ctrlKey || event.metaKey;
  const direction = directions[key];
  if (direction) return isFar ? farthest(lines, from, direction) : moved(lines, from, direction);
  switch (key) {
    case 'Enter':
      return moved(lines, from, shiftKey ? 'up' : 'down');
    case 'Tab':
      return inOrder(lines, from, shiftKey ? -1 : 1);
    case 'Home':
      return isFar ? edge(lines, 'first') : farthest(lines, from, 'left');
    case 'End':
      return isFar ? edge(lines, 'last') : farthest(lines, from, 'right');
    case 'PageUp':
    case 'PageDown': {
      let place = from;
      for (let step = 0; step < pageLines; step += 1) place = moved(lines, place, key === 'PageUp' ? 'up' : 'down');
      return place;
    }
    default:
      return null;
  }
}

function farthest(lines: readonly GridLine[], from: Place, direction: 'up' | 'down' | 'left' | 'right'): Place {
  for (let place = from; ; ) {
    const next = moved(lines, place, direction);
    if (next.line === place.line && next.column === place.column) return place;
    place = next;
  }
}

function cellsIn({ lines, active, anchor }: { lines: readonly GridLine[]; active: Place; anchor: Place }) {
  const [top, bottom] = [Math.min(active.line, anchor.line), Math.max(active.line, anchor.line)];
  const [left, right] = [Math.min(active.column, anchor.column), Math.max(active.column, anchor.column)];
  return lines
    .slice(top, bottom + 1)
    .flatMap((line) => line.cells.slice(left, right + 1).flatMap((field) => (field ? [{ line, field }] : [])));
}

/** The next cell with something to mend after a place, beginning again at the top; null when all is sound. */
function nextProblem(draft: Draft, lines: readonly GridLine[], from: Place): Place | null {
  const places = lines.flatMap((line, at) =>
    line.cells.flatMap((field, column) =>
      field && draft.problemsOf(line.row.itemId).some((problem) => problem.field === field.key) ? [{ line: at, column }] : [],
    ),
  );
  const isAfter = (place: Place) => place.line > from.line || (place.line === from.line && place.column > from.column);
  return places.find(isAfter) ?? places[0] ?? null;
}
