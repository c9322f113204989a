import { inflateSync } from 'node:zlib';
import { PdfReader, unreadable } from './pdf-reader.ts';
import { integerOf, nameOf, type PdfDictionary, PdfReference, PdfStream, type PdfValue } from './pdf-values.ts';
import type { Budget } from './zip-parts.ts';

export interface PdfFile {
  /** Objects by number, as the last revision of the file has them. */
  objects: Map<number, PdfValue>;
  /** Entries of all trailers, the last ones first in force. */
  trailer: PdfDictionary;
}

const ahead = /(\d{1,10})\s+(\d{1,5})\s+obj(?![a-z])|trailer(?=\s*<<)/g;
const mostObjects = 1_000_000;

/**
 * Reads a PDF from its first byte to its last, without its table of places: what counts is what stands there. An object that is written
 * twice counts as written last. TracesRemain PDF_UNREADABLE where it can't be read with certainty, or unpacks to more than the budget.
 */
export function readPdf(bytes: Buffer, budget: Budget): PdfFile {
  const text = bytes.toString('latin1');
  const lengths = new Map(
    [...text.matchAll(/(\d{1,10})\s+\d{1,5}\s+obj\s+(\d{1,10})\s+endobj/g)].map(([, number, value]) => [Number(number), Number(value)]),
  );
  const objects = new Map<number, PdfValue>();
  const trailer: PdfDictionary = new Map();
  const add = (entries: PdfDictionary) => {
    for (const [key, value] of entries) trailer.set(key, value);
  };
  ahead.lastIndex = 0;
  for (let found = ahead.exec(text); found; found = ahead.exec(text)) {
    const reader = new PdfReader(bytes, ahead.lastIndex);
    const value = reader.value();
    if (found[1] === undefined) {
      if (!(value instanceof Map)) throw unreadable();
      add(value);
      ahead.lastIndex = reader.at;
      continue;
    }
    const object = value instanceof Map ? withStream(reader, value, lengths) : value;
    const type = object instanceof PdfStream ? nameOf(object.dictionary.get('Type')) : null;
    if (object instanceof PdfStream && type === 'XRef') add(object.dictionary);
    else if (object instanceof PdfStream && type === 'ObjStm') addPacked(object, objects, budget);
    else objects.set(Number(found[1]), object);
    if (objects.size > mostObjects) throw unreadable();
    ahead.lastIndex = reader.at;
  }
  return { objects, trailer };
}

/** The object with its data, where it has any; the reader is behind them. */
function withStream(reader: PdfReader, dictionary: PdfDictionary, lengths: ReadonlyMap<number, number>): PdfDictionary | PdfStream {
  const { bytes } = reader;
  const back = reader.at;
  if (reader.word() !== 'stream') {
    reader.at = back;
    return dictionary;
  }
  let start = reader.at;
  if (bytes[start] === 13) start += 1;
  if (bytes[start] === 10) start += 1;
  const length = dictionary.get('Length');
  const told = length instanceof PdfReference ? lengths.get(length.number) : integerOf(length);
  if (told != null && start + told <= bytes.length) {
    reader.at = start + told;
    if (reader.word() === 'endstream') return new PdfStream(dictionary, bytes.subarray(start, start + told));
  }
  // The length is wrong or can't be found: the data go to the mark of their end.
  const mark = bytes.indexOf('endstream', start, 'latin1');
  if (mark < 0) throw unreadable();
  reader.at = mark + 'endstream'.length;
  let end = mark;
  if (bytes[end - 1] === 10) end -= 1;
  if (bytes[end - 1] === 13) end -= 1;
  return new PdfStream(dictionary, bytes.subarray(start, Math.max(start, end)));
}

/** Objects that are packed in one stream. */
function addPacked(stream: PdfStream, objects: Map<number, PdfValue>, budget: Budget): void {
  const count = integerOf(stream.dictionary.get('N'));
  const first = integerOf(stream.dictionary.get('First'));
  if (count === null || first === null || count > mostObjects) throw unreadable();
  const content = inflated(stream, budget);
  const head = new PdfReader(content);
  const places = Array.from({ length: count }, () => [Number(head.word()), Number(head.word())] as const);
  for (const [number, offset] of places) {
    if (!Number.isInteger(number) || !Number.isInteger(offset)) throw unreadable();
    objects.set(number, new PdfReader(content, first + offset).value());
  }
}

/** The data of a stream that is deflated once, or not at all. */
function inflated({ dictionary, data }: PdfStream, budget: Budget): Buffer {
  const filters = filtersOf(dictionary);
  if (filters.length === 0) return data;
  const settings = dictionary.get('DecodeParms') ?? null;
  if (filters.length > 1 || filters[0] !== 'FlateDecode' || settings !== null) throw unreadable();
  return inflatedBytes(data, budget);
}

export function inflatedBytes(data: Buffer, budget: Budget): Buffer {
  try {
    const content = inflateSync(data, { maxOutputLength: Math.max(1, budget.bytes) });
    budget.bytes -= content.length;
    return content;
  } catch {
    throw unreadable();
  }
}

/** Names of a stream's filters, the outermost first. */
export function filtersOf(dictionary: PdfDictionary): string[] {
  const filter = dictionary.get('Filter') ?? null;
  if (filter === null) return [];
  return (Array.isArray(filter) ? filter : [filter]).map((one) => {
    const name = nameOf(one);
    if (name === null) throw unreadable();
    return name;
  });
}
