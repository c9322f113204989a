import { FileRefused } from './file-refused.ts';

/** Chunks beside the picture's own that change how it looks. Texts, Exif, times and private chunks go. */
const keptChunks: ReadonlySet<string> = new Set([
  ...['tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD', 'hIST', 'pHYs', 'sPLT', 'cICP', 'mDCV', 'cLLI'],
  ...['acTL', 'fcTL', 'fdAT'],
]);

/** A PNG without what was written about it, and without whatever follows its end; the picture's own data stays byte for byte. */
export function stripPng(bytes: Buffer): Buffer {
  const kept = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at);
    const type = bytes.subarray(at + 4, at + 8).toString('latin1');
    if (end > bytes.length || !/^[A-Za-z]{4}$/.test(type)) break;
    // A capital first letter: without it there is no picture.
    if (/^[A-Z]/.test(type) || keptChunks.has(type)) kept.push(bytes.subarray(at, end));
    if (type === 'IEND') return Buffer.concat(kept);
    at = end;
  }
  throw new FileRefused('DAMAGED');
}
