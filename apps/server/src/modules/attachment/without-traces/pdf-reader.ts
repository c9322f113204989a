import { PdfName, PdfNumber, PdfReference, PdfString, type PdfValue } from './pdf-values.ts';
import { TracesRemain } from './traces-remain.ts';

const blank = new Set([0, 9, 10, 12, 13, 32]);
const delimiter = new Set([...'()<>[]{}/%'].map((char) => char.charCodeAt(0)));
const deepest = 200;
const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** Reads PDF values one after another. TracesRemain PDF_UNREADABLE where they are not as the standard writes them. */
export class PdfReader {
  readonly bytes: Buffer;
  at: number;

  constructor(bytes: Buffer, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  value(depth = 0): PdfValue {
    if (depth > deepest) throw unreadable();
    this.skipBlank();
    const char = String.fromCharCode(this.bytes[this.at] ?? 0);
    if (char === '/') return new PdfName(this.name());
    if (char === '(') return new PdfString(this.literal());
    if (char === '[') return this.array(depth);
    if (char === '<') return this.bytes[this.at + 1] === 0x3c ? this.dictionary(depth) : new PdfString(this.hexadecimal());
    const word = this.word();
    if (word === 'null') return null;
    if (word === 'true' || word === 'false') return word === 'true';
    if (!/^[+-]*(?:\d+\.?\d*|\.\d+)(?:-\d*)?$/.test(word)) throw unreadable();
    return /^\d+$/.test(word) ? (this.reference(word) ?? new PdfNumber(word)) : new PdfNumber(soundNumber(word));
  }

  /** What stands before the next blank or delimiter; the reader is behind it. */
  word(): string {
    this.skipBlank();
    const start = this.at;
    while (this.at < this.bytes.length && !blank.has(this.bytes[this.at]!) && !delimiter.has(this.bytes[this.at]!)) this.at += 1;
    return this.bytes.toString('latin1', start, this.at);
  }

  /** Past blanks and comments. */
  skipBlank(): void {
    for (; this.at < this.bytes.length; this.at += 1) {
      const byte = this.bytes[this.at]!;
      if (byte === 0x25) while (this.at + 1 < this.bytes.length && ![10, 13].includes(this.bytes[this.at + 1]!)) this.at += 1;
      else if (!blank.has(byte)) return;
    }
  }

  private reference(first: string): PdfReference | null {
    const back = this.at;
    const generation = this.word();
    if (/^\d{1,5}$/.test(generation) && this.word() === 'R') return new PdfReference(Number(first));
    this.at = back;
    return null;
  }

  private name(): string {
    this.at += 1;
    const start = this.at;
    while (this.at < this.bytes.length && !blank.has(this.bytes[this.at]!) && !delimiter.has(this.bytes[this.at]!)) this.at += 1;
    const written = this.bytes.toString('latin1', start, this.at);
    return written.replace(/#([0-9a-f]{2})/gi, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  }

  private array(depth: number): PdfValue[] {
    this.at += 1;
    const values: PdfValue[] = [];
    for (;;) {
      this.skipBlank();
      if (this.bytes[this.at] === 0x5d) break;
      values.push(this.value(depth + 1));
    }
    this.at += 1;
    return values;
  }

  private dictionary(depth: number): Map<string, PdfValue> {
    this.at += 2;
    const values = new Map<string, PdfValue>();
    for (;;) {
      this.skipBlank();
      if (this.bytes[this.at] === 0x3e && this.bytes[this.at + 1] === 0x3e) break;
      if (this.bytes[this.at] !== 0x2f) throw unreadable();
      const key = this.name();
      values.set(key, this.value(depth + 1));
    }
    this.at += 2;
    return values;
  }

  private hexadecimal(): Buffer {
    const end = this.bytes.indexOf(0x3e, this.at);
    if (end < 0) throw unreadable();
    const digits = this.bytes.toString('latin1', this.at + 1, end).replace(/\s|\0/g, '');
    if (!/^[0-9a-f]*$/i.test(digits)) throw unreadable();
    this.at = end + 1;
    return Buffer.from(digits.length % 2 === 1 ? `${digits}0` : digits, 'hex');
  }

  private literal(): Buffer {
    const chars: string[] = [];
    let open = 1;
    for (this.at += 1; open > 0; this.at += 1) {
      if (this.at >= this.bytes.length) throw unreadable();
      const char = String.fromCharCode(this.bytes[this.at]!);
      if (char === '\\') chars.push(this.escape());
      else {
        if (char === '(') open += 1;
        if (char === ')') open -= 1;
        if (open > 0) chars.push(char);
      }
    }
    return Buffer.from(chars.join(''), 'latin1');
  }

  /** What a backslash and what follows it stand for; the reader is on the last byte of them. */
  private escape(): string {
    this.at += 1;
    const next = this.bytes.toString('latin1', this.at, this.at + 3);
    const octal = /^[0-7]{1,3}/.exec(next)?.[0];
    if (octal) {
      this.at += octal.length - 1;
      return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
    }
    if (next.startsWith('\r\n')) this.at += 1;
    if (next[0] === '\r' || next[0] === '\n') return '';
    return escapes[next[0] ?? ''] ?? next[0] ?? '';
  }
}

/** Some programs write `--1` or `0.-5`; readers take the sensible part. */
function soundNumber(written: string): string {
  const [, sign = '', number = '0'] = /^([+-]*)(\d*\.?\d*)/.exec(written) ?? [];
  return `${sign.includes('-') ? '-' : ''}${number === '.' || number === '' ? '0' : number}`;
}

export function unreadable(): TracesRemain {
  return new TracesRemain('PDF_UNREADABLE');
}
