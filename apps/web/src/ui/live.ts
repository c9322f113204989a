import type { ItemKind } from '@duban/rules/vocabulary';
import { createContext, useContext, useEffect, useRef } from 'react';

/** What the server says may look different now. */
export type Signal = { kind: 'ITEMS' | 'INBOX' | 'ALL'; itemIds: readonly string[]; itemKinds: readonly ItemKind[] };

export type Live = {
  /** Hears every signal; answers how to stop. */
  subscribe: (hear: (signal: Signal) => void) => () => void;
};

export const LiveContext = createContext<Live | null>(null);

/** Calls back with each signal while the component is on screen. Outside the frame nothing is heard. */
export function useLive(hear: (signal: Signal) => void): void {
  const live = useContext(LiveContext);
  const latest = useRef(hear);
  latest.current = hear;
  useEffect(() => live?.subscribe((signal) => latest.current(signal)), [live]);
}
