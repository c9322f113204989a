/** An entry of a zip's central directory. */
export interface ZipEntry {
  name: string;
  compressedSize: number;
  /** As declared; the reader stops at it. */
  size: number;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const unknownSize = 0xffffffff;

/**
 * Lists a zip's entries without unpacking any. null where the directory is damaged, or is of the 64-bit kind (no ledger within the size limit is).
 */
export function listZip(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== entrySignature) return null;
    const compressedSize = view.getUint32(at + 20, true);
    const size = view.getUint32(at + 24, true);
    if (compressedSize === unknownSize || size === unknownSize) return null;
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    entries.push({ name, compressedSize, size });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Bytes the entries unpack to; one that hides its size counts as endless. */
export function unpackedSize(entries: readonly ZipEntry[]): number {
  return entries.reduce((sum, { size, compressedSize }) => sum + (size === 0 && compressedSize > 2 ? Number.POSITIVE_INFINITY : size), 0);
}

function findEnd(view: DataView): number | null {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at -= 1) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  return null;
}
