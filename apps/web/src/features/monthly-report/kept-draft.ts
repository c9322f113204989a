import type { CellValue } from './draft-store.ts';

/** Cells that the server doesn't have yet, kept in the browser until it does: a closed tab or a dropped network loses nothing. */
type KeptDraft = { at: string; cells: { itemId: string; field: string; value: CellValue }[] };

const nameOf = (userId: string, formId: string) => `duban.monthly.${userId}.${formId}`;

export function readKept(userId: string, formId: string): KeptDraft | null {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(nameOf(userId, formId)) ?? 'null');
    return isKept(kept) && kept.cells.length > 0 ? kept : null;
  } catch {
    return null;
  }
}

/** Keeps them; with none, forgets. False when the browser has no room or forbids it. */
export function keep(userId: string, formId: string, cells: KeptDraft['cells']): boolean {
  try {
    if (cells.length === 0) window.localStorage.removeItem(nameOf(userId, formId));
    else window.localStorage.setItem(nameOf(userId, formId), JSON.stringify({ at: new Date().toISOString(), cells }));
    return true;
  } catch {
    return false;
  }
}

function isKept(value: unknown): value is KeptDraft {
  const { at, cells } = (value ?? {}) as Partial<KeptDraft>;
  return (
    typeof at === 'string' &&
    Array.isArray(cells) &&
    cells.every(
      ({ itemId, field, value: text }) =>
        typeof itemId === 'string' && typeof field === 'string' && (text === null || typeof text === 'string'),
    )
  );
}
