import type { ItemKind } from '@duban/rules/vocabulary';
import { mayHearOf } from '../modules/item/item.policy.ts';
import { seesBusiness } from '../modules/session/desk.policy.ts';
import type { Viewer } from '../modules/session/viewer.ts';
import { mostNamed } from './announce.ts';
import type { Notice } from './listener.ts';

/** What one browser is told: that the named items, its inbox, or anything at all may look different now. */
export interface Signal {
  kind: 'ITEMS' | 'INBOX' | 'ALL';
  itemIds: string[];
  /** Registers of the named items. */
  itemKinds: ItemKind[];
}

/** At least this long between two messages to one reader: a burst is at most four a second. */
const restMs = 250;
/** A new reader is also told what was announced this shortly before: its page may have been read before that, its stream opened after. */
const rememberedMs = 5000;

const readers = new Set<SignalReader>();
let lately: { at: number; notice: Notice }[] = [];

/** Hands a notice to everybody who may hear of it. */
export function hear(notice: Notice): void {
  const now = Date.now();
  lately = [...lately.filter(({ at }) => now - at < rememberedMs), { at: now, notice }];
  for (const reader of readers) reader.hear(notice);
}

/** The signals that a viewer may hear, until the reader returns. Begins to hear at once, not when first read. */
export function signalsFor(viewer: Viewer, sharedKinds: readonly ItemKind[]): AsyncIterableIterator<Signal> {
  const reader = new SignalReader(viewer, new Set(sharedKinds));
  readers.add(reader);
  const now = Date.now();
  for (const { at, notice } of lately) if (now - at < rememberedMs) reader.hear(notice);
  return reader;
}

/** Browsers that listen now. */
export function countReaders(): number {
  return readers.size;
}

/**
 * What waits for one browser. It is only given out when asked for: while a slow browser takes its time, what comes meanwhile merges into one
 * signal, and into ALL when it is more than can be named. So nothing piles up, and nothing is missed.
 */
class SignalReader implements AsyncIterableIterator<Signal> {
  readonly #viewer: Viewer;
  readonly #sharedKinds: ReadonlySet<ItemKind>;
  readonly #items = new Map<string, ItemKind>();
  #isAllDue = false;
  #isInboxDue = false;
  #ask: ((result: IteratorResult<Signal>) => void) | undefined;
  #restUntil = 0;
  #timer: NodeJS.Timeout | undefined;
  #isEnded = false;

  constructor(viewer: Viewer, sharedKinds: ReadonlySet<ItemKind>) {
    this.#viewer = viewer;
    this.#sharedKinds = sharedKinds;
  }

  hear(notice: Notice): void {
    if (notice.kind === 'INBOX') this.#isInboxDue ||= notice.userIds?.includes(this.#viewer.userId) ?? true;
    else if (notice.kind === 'ITEMS') this.#hearOf(notice.items);
    else {
      if (seesBusiness(this.#viewer)) this.#isAllDue = true;
      if (notice.mayBeMissed) this.#isInboxDue = true;
    }
    this.#give();
  }

  #hearOf(items: (Notice & { kind: 'ITEMS' })['items']): void {
    if (this.#isAllDue) return;
    for (const item of items) if (mayHearOf(this.#viewer, item, this.#sharedKinds)) this.#items.set(item.id, item.kind);
    if (this.#items.size > mostNamed) this.#isAllDue = true;
  }

  /** Answers the reader's request, if there is one, something to say, and the rest after the last answer is over. */
  #give(): void {
    if (!this.#ask || this.#timer || !(this.#isAllDue || this.#isInboxDue || this.#items.size > 0)) return;
    const rest = this.#restUntil - Date.now();
    if (rest > 0) {
      this.#timer = setTimeout(() => {
        this.#timer = undefined;
        this.#give();
      }, rest);
      return;
    }
    this.#restUntil = Date.now() + restMs;
    const ask = this.#ask;
    this.#ask = undefined;
    ask({ done: false, value: this.#take() });
  }

  #take(): Signal {
    if (this.#isAllDue) {
      this.#isAllDue = false;
      this.#isInboxDue = false;
      this.#items.clear();
      return { kind: 'ALL', itemIds: [], itemKinds: [] };
    }
    if (this.#items.size > 0) {
      const signal: Signal = { kind: 'ITEMS', itemIds: [...this.#items.keys()], itemKinds: [...new Set(this.#items.values())] };
      this.#items.clear();
      return signal;
    }
    this.#isInboxDue = false;
    return { kind: 'INBOX', itemIds: [], itemKinds: [] };
  }

  next(): Promise<IteratorResult<Signal>> {
    if (this.#isEnded) return Promise.resolve({ done: true, value: undefined });
    return new Promise((resolve) => {
      this.#ask = resolve;
      this.#give();
    });
  }

  return(): Promise<IteratorResult<Signal>> {
    this.#isEnded = true;
    clearTimeout(this.#timer);
    readers.delete(this);
    const end = { done: true, value: undefined } as const;
    this.#ask?.(end);
    return Promise.resolve(end);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
