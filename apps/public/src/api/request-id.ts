/** An id that no other request has. `crypto.randomUUID` is missing on plain http and on old phones. */
export function newRequestId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => `0${byte.toString(16)}`.slice(-2)).join('');
}
