import * as z from 'zod/mini';
import type { VisitValues } from './form-values.ts';

/** A photo by what is kept of it beside its bytes, which `photo-store.ts` keeps. */
export type KeptPhoto = {
  id: string;
  name: string;
  size: number;
  /** Under which the server keeps it already. */
  uploadId: string | null;
};

/** What was typed and not yet submitted. */
export type KeptDraft = { values: VisitValues; photos: KeptPhoto[]; problems: Record<string, string> };

/** A visit that was submitted: it waits for the network, was refused, or was taken in under a number. */
export type Submitted = KeptDraft & {
  /** The server's proof against taking it in twice. */
  requestId: string;
  at: string;
  state: 'WAITING' | 'REFUSED' | 'SENT';
  number: string | null;
};

const text = z.string();
const need = z.object({
  key: text,
  id: z.nullable(text),
  text,
  unitId: text,
  dueOn: text,
  isAnswered: z.boolean(),
  answer: text,
  raise: z.boolean(),
  topic: text,
  isItem: z.boolean(),
});
const values = z.object({
  postId: text,
  contactPointId: text,
  place: text,
  countyId: text,
  visitedOn: text,
  kinds: z.array(text),
  isFrontLine: z.boolean(),
  peopleMet: text,
  met: text,
  opinions: text,
  decision: text,
  needs: z.array(need),
});
const photo = z.object({ id: text, name: text, size: z.number(), uploadId: z.nullable(text) });
const draft = z.object({ values, photos: z.array(photo), problems: z.record(text, text) });
const submitted = z.extend(draft, {
  requestId: text,
  at: text,
  state: z.enum(['WAITING', 'REFUSED', 'SENT']),
  number: z.nullable(text),
});

const draftName = (userId: string) => `duban.visit.draft.${userId}`;
const submittedName = (userId: string) => `duban.visit.submitted.${userId}`;
const changed = 'duban:visits-kept';

/** The signed-in person's draft on this device; nobody else's. */
export function readKeptDraft(userId: string): KeptDraft | null {
  return read(draftName(userId), draft);
}

/** Keeps the draft; null forgets it. False when the browser has no room or forbids it. */
export function keepDraft(userId: string, kept: KeptDraft | null): boolean {
  return write(draftName(userId), kept);
}

/** What the person submitted on this device, the oldest first. */
export function readSubmitted(userId: string): Submitted[] {
  return read(submittedName(userId), z.array(submitted)) ?? [];
}

/** Keeps the list, and tells who shows it. False when the browser has no room or forbids it. */
export function keepSubmitted(userId: string, list: readonly Submitted[]): boolean {
  const isKept = write(submittedName(userId), list.length > 0 ? list : null);
  window.dispatchEvent(new Event(changed));
  return isKept;
}

/** Changes one of them, if it is still there; null takes it out. */
export function changeSubmitted(userId: string, requestId: string, change: Partial<Submitted> | null): boolean {
  const list = readSubmitted(userId);
  return keepSubmitted(
    userId,
    list.flatMap((one) => (one.requestId !== requestId ? [one] : change ? [{ ...one, ...change }] : [])),
  );
}

/** Hears of changes of the list, also of those made in another tab. */
export function onSubmittedChange(hear: () => void): () => void {
  window.addEventListener(changed, hear);
  window.addEventListener('storage', hear);
  return () => {
    window.removeEventListener(changed, hear);
    window.removeEventListener('storage', hear);
  };
}

/** The raw text of the list: the same as long as nothing changed. */
export function submittedText(userId: string): string {
  return textOf(submittedName(userId));
}

/** What the browser has no room for: gone with the page. */
const inMemory = new Map<string, string>();

function textOf(name: string): string {
  const held = inMemory.get(name);
  if (held !== undefined) return held;
  try {
    return window.localStorage.getItem(name) ?? '';
  } catch {
    return '';
  }
}

function read<Schema extends z.ZodMiniType>(name: string, schema: Schema): z.output<Schema> | null {
  try {
    const parsed = schema.safeParse(JSON.parse(textOf(name) || 'null'));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function write(name: string, value: unknown): boolean {
  inMemory.delete(name);
  try {
    if (value === null) window.localStorage.removeItem(name);
    else window.localStorage.setItem(name, JSON.stringify(value));
    return true;
  } catch {
    inMemory.set(name, JSON.stringify(value));
    return false;
  }
}
