const phone = /(?<!\d)1[3-9]\d{9}(?!\d)/g;
const identity = /(?<!\d)\d{17}[\dX](?!\d)/gi;

/** A person's cell for those who may not read it: enough to tell a name from a phone. */
export function maskCell(text: string): string {
  const characters = [...text];
  const kept = /^[\d+\- ]{7,}$/.test(text.normalize('NFKC')) ? 3 : 1;
  return characters.length === 0 ? '' : `${characters.slice(0, Math.min(kept, characters.length - 1)).join('')}＊＊＊`;
}

/** A cell with phones and identity numbers hidden, whatever else it says. */
export function maskNumbers(text: string): string {
  const hide = (found: string) => `${found.slice(0, 3)}＊＊＊`;
  return text.normalize('NFKC').search(phone) < 0 && text.normalize('NFKC').search(identity) < 0
    ? text
    : text.normalize('NFKC').replace(identity, hide).replace(phone, hide);
}
