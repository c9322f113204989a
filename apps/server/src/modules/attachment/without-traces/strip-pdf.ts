import { FileRefused } from '../file-refused.ts';
import { stripJpeg } from '../strip-jpeg.ts';
import { fromAscii85 } from './ascii85.ts';
import { unreadable } from './pdf-reader.ts';
import { nameOf, type PdfDictionary, PdfName, PdfReference, PdfStream, PdfString, type PdfValue, writePdfValue } from './pdf-values.ts';
import { filtersOf, inflatedBytes, type PdfFile, readPdf } from './read-pdf.ts';
import { stripJpx } from './strip-jpx.ts';
import { TracesRemain } from './traces-remain.ts';
import type { Budget } from './zip-parts.ts';

const mostUnpacked = 200 * 1024 * 1024;
const deepest = 200;

/** Entries that tell of the author, the program or the way of a document, wherever they stand. */
const droppedKeys: ReadonlySet<string> = new Set([
  ...['Metadata', 'PieceInfo', 'LastModified', 'CreationDate', 'ModDate', 'Author', 'Producer', 'CreatorInfo', 'SpiderInfo'],
  ...['AF', 'AA', 'JS', 'JavaScript', 'DSS', 'Legal', 'Requirements', 'OPI', 'DPartRoot'],
]);
/** Entries of a comment on the page that name its author, and when it was made. */
const commentKeys: ReadonlySet<string> = new Set(['T', 'NM', 'M']);
const actionKeys: ReadonlySet<string> = new Set(['A', 'PA', 'Next', 'OpenAction']);
const harmlessActions: ReadonlySet<string> = new Set(['GoTo', 'Named', 'Hide', 'SetOCGState', 'URI']);

/**
 * A PDF without traces of its author: written anew from what its pages lead to, so that properties, XMP, earlier revisions and whatever
 * lies unused in the file are left out; comments lose their authors, pictures what a camera wrote, links their places on a computer, and
 * nothing starts by itself. TracesRemain for what is encrypted, signed, holds other files or can't be read with certainty.
 */
export function stripPdf(bytes: Buffer): Buffer {
  const budget = { bytes: mostUnpacked };
  const file = readPdf(bytes, budget);
  if (file.trailer.has('Encrypt')) throw new TracesRemain('PDF_PROTECTED');
  const writer = new Rewriter(file, budget);
  const root = file.trailer.get('Root') ?? null;
  if (!(root instanceof PdfReference) || !(writer.resolved(root) instanceof Map)) throw unreadable();
  return writer.write(root);
}

class Rewriter {
  private readonly file: PdfFile;
  private readonly budget: Budget;
  /** New numbers by old ones, in the order in which they were met. */
  private readonly numbers = new Map<number, number>();
  private readonly waiting: number[] = [];

  constructor(file: PdfFile, budget: Budget) {
    this.file = file;
    this.budget = budget;
  }

  resolved(value: PdfValue | undefined): PdfValue {
    let found: PdfValue = value ?? null;
    for (let hops = 0; found instanceof PdfReference && hops < 20; hops += 1) found = this.file.objects.get(found.number) ?? null;
    return found instanceof PdfReference ? null : found;
  }

  write(root: PdfReference): Buffer {
    const chunks: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
    let length = chunks[0]!.length;
    const places: number[] = [];
    const add = (chunk: Buffer) => {
      chunks.push(chunk);
      length += chunk.length;
    };
    const first = this.renumbered(root) as PdfReference;
    for (let index = 0; index < this.waiting.length; index += 1) {
      const object = this.cleaned(this.file.objects.get(this.waiting[index]!) ?? null, 0);
      places.push(length);
      add(Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), writePdfValue(object), Buffer.from('\nendobj\n')]));
    }
    const start = length;
    const lines = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
    const size = places.length + 1;
    add(
      Buffer.from(
        `xref\n0 ${size}\n0000000000 65535 f \n${lines}trailer\n<</Size ${size}/Root ${first.number} 0 R>>\nstartxref\n${start}\n%%EOF\n`,
      ),
    );
    return Buffer.concat(chunks);
  }

  private renumbered({ number }: PdfReference): PdfValue {
    if (!this.file.objects.has(number)) return null;
    const known = this.numbers.get(number);
    if (known) return new PdfReference(known);
    this.waiting.push(number);
    this.numbers.set(number, this.waiting.length);
    return new PdfReference(this.waiting.length);
  }

  private cleaned(value: PdfValue, depth: number): PdfValue {
    if (depth > deepest) throw unreadable();
    if (value instanceof PdfReference) return this.renumbered(value);
    if (Array.isArray(value)) return value.map((one) => this.cleaned(one, depth + 1));
    if (value instanceof PdfStream) return this.cleanedStream(value, depth);
    return value instanceof Map ? this.cleanedDictionary(value, depth) : value;
  }

  private cleanedDictionary(dictionary: PdfDictionary, depth: number): PdfDictionary {
    this.refuse(dictionary);
    const subtype = nameOf(this.resolved(dictionary.get('Subtype')));
    const isComment = dictionary.has('Rect') && subtype !== null && subtype !== 'Widget';
    const isThread = nameOf(this.resolved(dictionary.get('Type'))) === 'Thread';
    const kept: PdfDictionary = new Map();
    for (const [key, value] of dictionary) {
      if (droppedKeys.has(key) || key.startsWith('PTEX.') || (isComment && commentKeys.has(key)) || (isThread && key === 'I')) continue;
      if (actionKeys.has(key) && !this.isHarmless(value)) continue;
      kept.set(key, this.cleaned(value, depth + 1));
    }
    return kept;
  }

  /** What can't be cleared goes nowhere. */
  private refuse(dictionary: PdfDictionary): void {
    const type = nameOf(this.resolved(dictionary.get('Type')));
    const isSignature = nameOf(this.resolved(dictionary.get('FT'))) === 'Sig' && this.resolved(dictionary.get('V')) !== null;
    if (isSignature || type === 'Sig' || type === 'DocTimeStamp' || dictionary.has('ByteRange') || dictionary.has('Perms'))
      throw new TracesRemain('PDF_SIGNED');
    const isFile = nameOf(this.resolved(dictionary.get('Subtype'))) === 'FileAttachment' || type === 'EmbeddedFile';
    if (isFile || ['EF', 'EmbeddedFiles', 'Collection', 'XFA'].some((key) => this.resolved(dictionary.get(key)) !== null))
      throw new TracesRemain('PDF_EMBEDS');
  }

  /** Goes to a place in the document or to a page of the web; anything else would start something, or tells of a computer. */
  private isHarmless(value: PdfValue): boolean {
    const action = this.resolved(value);
    if (!(action instanceof Map)) return true;
    const kind = nameOf(this.resolved(action.get('S')));
    // `A` also holds the attributes of a part of the text.
    if (kind === null) return true;
    if (!harmlessActions.has(kind)) return false;
    const address = this.resolved(action.get('URI'));
    return kind !== 'URI' || (address instanceof PdfString && /^https?:/i.test(address.bytes.toString('latin1')));
  }

  private cleanedStream(stream: PdfStream, depth: number): PdfValue {
    const { dictionary } = stream;
    const own = new Map(
      [...dictionary].map(([key, value]) => [key, ['Filter', 'DecodeParms'].includes(key) ? this.settled(value) : value]),
    );
    // Its data lie in another file.
    if (own.has('F') || own.has('FFilter')) throw new TracesRemain('PDF_EMBEDS');
    if (nameOf(own.get('Type')) === 'Metadata') return null;
    const filters = filtersOf(own);
    if (filters.includes('Crypt')) throw new TracesRemain('PDF_PROTECTED');
    const kept = this.cleanedDictionary(own, depth);
    kept.delete('Length');
    const picture = filters.at(-1);
    if (picture !== 'DCTDecode' && picture !== 'JPXDecode') return new PdfStream(kept, stream.data);
    return this.cleanedPicture(new PdfStream(kept, stream.data), filters, picture);
  }

  /** A picture as a camera or scanner made it, which PDFs hold byte for byte. */
  private cleanedPicture({ dictionary, data }: PdfStream, filters: readonly string[], picture: string): PdfStream {
    const bytes = filters.slice(0, -1).reduce<Buffer>((packed, filter) => {
      if (filter === 'FlateDecode') return inflatedBytes(packed, this.budget);
      if (filter === 'ASCII85Decode') return fromAscii85(packed);
      throw unreadable();
    }, data);
    if (filters.length > 1) {
      dictionary.set('Filter', new PdfName(picture));
      const settings = dictionary.get('DecodeParms');
      const own = Array.isArray(settings) ? settings.at(-1) : null;
      dictionary.delete('DecodeParms');
      if (own) dictionary.set('DecodeParms', own);
    }
    try {
      return new PdfStream(dictionary, picture === 'DCTDecode' ? stripJpeg(bytes) : stripJpx(bytes));
    } catch (error) {
      throw error instanceof FileRefused ? unreadable() : error;
    }
  }

  /** A value with the references of its first level resolved. */
  private settled(value: PdfValue): PdfValue {
    const found = this.resolved(value);
    return Array.isArray(found) ? found.map((one) => this.resolved(one)) : found;
  }
}
