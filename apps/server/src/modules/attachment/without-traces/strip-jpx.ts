import { FileRefused } from '../file-refused.ts';

const keptBoxes: ReadonlySet<string> = new Set(['jP  ', 'ftyp', 'rreq', 'jp2h', 'jp2c', 'jpch', 'jplh']);
const startOfTile = 0xff90;
const comment = 0xff64;

/** A JPEG 2000 picture, as PDFs hold them, without its boxes of XMP, places and owners and without the comments in its head. */
export function stripJpx(bytes: Buffer): Buffer {
  if (bytes.length > 2 && bytes.readUInt16BE(0) === 0xff4f) return strippedStream(bytes);
  const kept: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    if (at + 8 > bytes.length) throw new FileRefused('DAMAGED');
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    // 1 tells of a length in 64 bits, 0 that the box goes to the end.
    if (length !== 0 && (length < 8 || at + length > bytes.length)) throw new FileRefused('DAMAGED');
    const end = length === 0 ? bytes.length : at + length;
    if (type === 'jp2c') kept.push(box(type, strippedStream(bytes.subarray(at + 8, end))));
    else if (keptBoxes.has(type)) kept.push(box(type, bytes.subarray(at + 8, end)));
    at = end;
  }
  return Buffer.concat(kept);
}

function box(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, body]);
}

function strippedStream(bytes: Buffer): Buffer {
  const kept = [bytes.subarray(0, 2)];
  for (let at = 2; at + 4 <= bytes.length; ) {
    const marker = bytes.readUInt16BE(at);
    if (marker === startOfTile) return Buffer.concat([...kept, bytes.subarray(at)]);
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (marker !== comment) kept.push(bytes.subarray(at, end));
    at = end;
  }
  throw new FileRefused('DAMAGED');
}
