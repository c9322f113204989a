/** Reads a choice kept on this device; undefined where the browser keeps none. */
export function readStored(key: string): string | undefined {
  try {
    return localStorage.getItem(`duban-public-${key}`) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a choice on this device, if the browser lets us. */
export function writeStored(key: string, value: string): void {
  try {
    localStorage.setItem(`duban-public-${key}`, value);
  } catch {
    // It then holds until the page is closed.
  }
}
