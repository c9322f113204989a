import { FileRefused } from './file-refused.ts';

const app0 = 0xe0;
const app1 = 0xe1;
const app2 = 0xe2;
const app14 = 0xee;
const app15 = 0xef;
const comment = 0xfe;
const startOfScan = 0xda;
const endOfImage = 0xd9;

/**
 * A JPEG without what was written about it: place, camera, person, comments, thumbnails, and whatever follows its end. The picture's own
 * data stays byte for byte. Kept: JFIF, the colour profile, Adobe's colour transform, and the orientation alone where it turns the picture.
 */
export function stripJpeg(bytes: Buffer): Buffer {
  const kept: Buffer[] = [];
  let turned: number | null = null;
  let at = 2;
  for (;;) {
    if (at + 2 > bytes.length || bytes[at] !== 0xff) throw new FileRefused('DAMAGED');
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === endOfImage) break;
    if (at + 4 > bytes.length) throw new FileRefused('DAMAGED');
    const length = bytes.readUInt16BE(at + 2);
    let end = at + 2 + length;
    if (length < 2 || end > bytes.length) throw new FileRefused('DAMAGED');
    const body = bytes.subarray(at + 4, end);
    if (marker === app1) turned ??= orientationOf(body);
    if (marker === startOfScan) end = endOfScan(bytes, end);
    if (isKept(marker, body)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  const start = bytes.subarray(0, 2);
  const stop = Buffer.from([0xff, endOfImage]);
  if (turned === null || turned === 1) return Buffer.concat([start, ...kept, stop]);
  // JFIF, where there is one, has to come first.
  const first = kept[0]?.[1] === app0 ? 1 : 0;
  return Buffer.concat([start, ...kept.slice(0, first), orientationSegment(turned), ...kept.slice(first), stop]);
}

function isKept(marker: number, body: Buffer): boolean {
  if (marker === comment) return false;
  if (marker < app0 || marker > app15) return true;
  const begins = (text: string) => body.subarray(0, text.length).toString('latin1') === text;
  if (marker === app0) return begins('JFIF\0');
  if (marker === app2) return begins('ICC_PROFILE\0');
  return marker === app14 && begins('Adobe');
}

/** Where the scan's data ends: at the next marker that is neither stuffing nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1]!;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  throw new FileRefused('DAMAGED');
}

/** Orientation 1–8 of an Exif segment; null where it says none. */
function orientationOf(body: Buffer): number | null {
  if (body.subarray(0, 6).toString('latin1') !== 'Exif\0\0') return null;
  const tiff = body.subarray(6);
  const order = tiff.subarray(0, 2).toString('latin1');
  if (tiff.length < 14 || (order !== 'II' && order !== 'MM')) return null;
  const short = (at: number) => (order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = order === 'II' ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (directory + 2 > tiff.length) return null;
  const count = short(directory);
  for (let index = 0, at = directory + 2; index < count && at + 12 <= tiff.length; index += 1, at += 12) {
    if (short(at) !== 0x0112) continue;
    const value = short(at + 8);
    return value >= 1 && value <= 8 ? value : null;
  }
  return null;
}

/** An Exif segment that holds the orientation and nothing else. */
function orientationSegment(orientation: number): Buffer {
  const tiff = Buffer.from('4d4d002a0000000800010112000300000001000000000000' + '0000', 'hex');
  tiff.writeUInt16BE(orientation, 18);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, app1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}
