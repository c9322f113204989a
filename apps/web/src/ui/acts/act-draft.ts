import type { UploadedFile } from '../uploads/upload-file.ts';
import type { ActFieldName } from './act-spec.ts';

export type ActValue = string | readonly string[] | readonly UploadedFile[] | null;
export type ActValues = Partial<Record<ActFieldName, ActValue>>;
/** What was last sent, and under which request id: a repeat of the same content must not act twice. */
export type Attempt = { content: string; requestId: string };
export type ActDraft = { values: ActValues; attempt?: Attempt };

const prefix = 'duban.act.';
const sealedPrefix = 'sealed.';

/** Drafts that may hold personal data: never in the browser's storage, gone with the page. */
const inMemory = new Map<string, ActDraft>();
const isSealed = (name: string) => name.startsWith(sealedPrefix);

/** Name of a draft: one a person, item, part and act. `sealed`: it is kept in memory alone. */
export const draftName = (userId: string, itemId: string, actKey: string, sealed = false): string =>
  `${sealed ? sealedPrefix : prefix}${userId}.${itemId}.${actKey}`;

/** What was typed and not yet done; null when there is none. Kept for this tab only. */
export function readDraft(name: string): ActDraft | null {
  if (isSealed(name)) return inMemory.get(name) ?? null;
  try {
    const kept: unknown = JSON.parse(window.sessionStorage.getItem(name) ?? 'null');
    return kept !== null && typeof kept === 'object' && 'values' in kept ? (kept as ActDraft) : null;
  } catch {
    return null;
  }
}

/** Keeps it; a blocked or full storage only means that closing the tab loses it. */
export function writeDraft(name: string, draft: ActDraft): void {
  if (isSealed(name)) return void inMemory.set(name, draft);
  try {
    window.sessionStorage.setItem(name, JSON.stringify(draft));
  } catch {
    // It stays as long as the form is open.
  }
}

export function dropDraft(name: string): void {
  inMemory.delete(name);
  try {
    window.sessionStorage.removeItem(name);
  } catch {
    // Nothing was kept.
  }
}
