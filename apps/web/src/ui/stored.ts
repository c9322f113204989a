/** Small choices of a person kept on this machine. Never data: storage may be full, blocked or cleared at any time. */
const prefix = 'duban.';

/** The value kept under `name`, or undefined when there is none or storage is unavailable. */
export function readStored(name: string): unknown {
  try {
    const text = window.localStorage.getItem(prefix + name);
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Keeps `value`; a blocked or full storage only means that the choice isn't remembered. */
export function writeStored(name: string, value: unknown): void {
  try {
    window.localStorage.setItem(prefix + name, JSON.stringify(value));
  } catch {
    // The choice holds for this visit.
  }
}
