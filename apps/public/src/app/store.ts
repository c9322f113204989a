import { useEffect, useState } from 'preact/hooks';

export interface Store<Value> {
  get: () => Value;
  set: (value: Value) => void;
  /** In a component: the value now, drawn again when it changes. */
  use: () => Value;
}

/** One value that several pages share, kept in memory. */
export function createStore<Value>(first: Value): Store<Value> {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      value = next;
      for (const listener of Array.from(listeners)) listener();
    },
    use() {
      const [, draw] = useState(0);
      const drawn = value;
      // Listens once; what changed before that is drawn at once.
      useEffect(() => {
        const listener = () => draw((count) => count + 1);
        listeners.add(listener);
        if (value !== drawn) listener();
        return () => {
          listeners.delete(listener);
        };
      }, []);
      return value;
    },
  };
}
