/** The parts of an item's number; the prefix of each register is pack data (风, 项, 难, 民, 诉, 督). */
export interface ItemNumber {
  prefix: string;
  year: number;
  /** 1, 2, 3… within the register and year. */
  serial: number;
}

/** `风-2014-0017`. The serial has at least four digits, so that text order is number order up to 9999. */
export function formatItemNumber({ prefix, year, serial }: ItemNumber): string {
  return `${prefix}-${year}-${String(serial).padStart(4, '0')}`;
}

/** Reads a number as people write it: full-width characters, long dashes, spaces and missing zeros pass. null when it is none. */
export function parseItemNumber(text: string): ItemNumber | null {
  const plain = text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[‐-―−]/g, '-');
  const match = /^(\p{L}{1,8})-(\d{4})-0*([1-9]\d{0,8})$/u.exec(plain);
  return match ? { prefix: match[1]!, year: Number(match[2]), serial: Number(match[3]) } : null;
}
