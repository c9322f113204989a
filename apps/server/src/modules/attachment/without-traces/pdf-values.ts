/** A name such as /Type, its escapes resolved. */
export class PdfName {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** A number as written: its precision stays. */
export class PdfNumber {
  readonly written: string;
  constructor(written: string) {
    this.written = written;
  }
}

export class PdfString {
  readonly bytes: Buffer;
  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }
}

/** Stands for the object of a number. */
export class PdfReference {
  readonly number: number;
  constructor(number: number) {
    this.number = number;
  }
}

export type PdfDictionary = Map<string, PdfValue>;

export class PdfStream {
  readonly dictionary: PdfDictionary;
  /** As it lies in the file, its filters not undone. */
  readonly data: Buffer;
  constructor(dictionary: PdfDictionary, data: Buffer) {
    this.dictionary = dictionary;
    this.data = data;
  }
}

export type PdfValue = null | boolean | PdfNumber | PdfName | PdfString | PdfReference | PdfValue[] | PdfDictionary | PdfStream;

export function nameOf(value: PdfValue | undefined): string | null {
  return value instanceof PdfName ? value.text : null;
}

export function integerOf(value: PdfValue | undefined): number | null {
  return value instanceof PdfNumber && /^\+?\d+$/.test(value.written) ? Number(value.written) : null;
}

/** The value as it stands in a file. */
export function writePdfValue(value: PdfValue): Buffer {
  const chunks: Buffer[] = [];
  const text = (written: string) => chunks.push(Buffer.from(written, 'latin1'));
  const write = (one: PdfValue): void => {
    if (one === null || typeof one === 'boolean') text(String(one));
    else if (one instanceof PdfNumber) text(one.written);
    else if (one instanceof PdfName) text(writtenName(one.text));
    else if (one instanceof PdfString) text(`<${one.bytes.toString('hex')}>`);
    else if (one instanceof PdfReference) text(`${one.number} 0 R`);
    else if (Array.isArray(one)) {
      text('[');
      one.forEach((element, index) => {
        if (index > 0) text(' ');
        write(element);
      });
      text(']');
    } else if (one instanceof PdfStream) {
      write(new Map<string, PdfValue>([...one.dictionary, ['Length', new PdfNumber(String(one.data.length))]]));
      text('\nstream\n');
      chunks.push(one.data);
      text('\nendstream');
    } else {
      text('<<');
      for (const [key, element] of one) {
        text(`${writtenName(key)} `);
        write(element);
      }
      text('>>');
    }
  };
  write(value);
  return Buffer.concat(chunks);
}

function writtenName(name: string): string {
  const escaped = (char: string) => `#${char.charCodeAt(0).toString(16).padStart(2, '0')}`;
  return `/${name.replace(/[^!-~]|[#%()<>[\]{}/]/g, escaped)}`;
}
