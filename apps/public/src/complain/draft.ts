import type { UploadedFile } from '../api/upload.ts';
import { createStore } from '../app/store.ts';

/** A complaint being written. The query secret is not part of it: that stays in memory. */
export interface Draft {
  /** Given by the server with the form, and sent back with it; the same for every attempt to send this complaint. */
  ticket: string;
  unitId: string;
  /** What stands in the unit's field, whether or not it is a unit's name. */
  unitText: string;
  concerns: string;
  /** Empty: the office classifies. */
  classCode: string;
  facts: string;
  place: string;
  occurredOn: string;
  wish: string;
  people: string;
  files: UploadedFile[];
  /** Null until it is chosen. */
  isNamed: boolean | null;
  name: string;
  phone: string;
  identityNumber: string;
  address: string;
  /** It was sent, and nobody knows whether it arrived. */
  isUnsure: boolean;
}

export const emptyDraft: Draft = {
  ticket: '',
  unitId: '',
  unitText: '',
  concerns: '',
  classCode: '',
  facts: '',
  place: '',
  occurredOn: '',
  wish: '',
  people: '',
  files: [],
  isNamed: null,
  name: '',
  phone: '',
  identityNumber: '',
  address: '',
  isUnsure: false,
};

const storedAs = 'duban-complaint';

function readKept(): Draft {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(storedAs) ?? 'null');
    return kept && typeof kept === 'object' ? { ...emptyDraft, ...kept } : emptyDraft;
  } catch {
    return emptyDraft;
  }
}

/** Whether the browser kept it: some keep nothing in private mode. */
function keep(draft: Draft): boolean {
  try {
    if (draft === emptyDraft) sessionStorage.removeItem(storedAs);
    else sessionStorage.setItem(storedAs, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

const store = createStore({ draft: readKept(), isKept: true });

/** In a component: the draft, and whether the browser keeps it until the tab is closed. */
export const useDraft = () => store.use();

export const currentDraft = () => store.get().draft;

/** Changes the draft and keeps it in this tab (sessionStorage), never on the device. */
export function changeDraft(change: Partial<Draft>): void {
  const draft = { ...currentDraft(), ...change };
  store.set({ draft, isKept: keep(draft) });
}

/** Empties the draft, in the tab's store too. */
export function clearDraft(): void {
  store.set({ draft: emptyDraft, isKept: keep(emptyDraft) });
}

/** Whether anything was typed or chosen. */
export function isStarted(draft: Draft): boolean {
  const { ticket, isUnsure, files, ...rest } = draft;
  return isUnsure || files.length > 0 || Object.values(rest).some((value) => value !== '' && value !== null);
}
