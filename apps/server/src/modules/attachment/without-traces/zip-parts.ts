import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { FileRefused } from '../file-refused.ts';

/** The parts of a package by name, unpacked, in the order of its directory. */
export type ZipParts = Map<string, Buffer>;

/** How many bytes may still be unpacked; shared by a package and those inside it. */
export interface Budget {
  bytes: number;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const stored = 0;
const deflated = 8;
/** 1980-01-01: the first day that a zip can say. */
const noDay = 0x21;
const unicodeName = 0x0800;

/** Unpacks a zip whole. FileRefused: DAMAGED (also with two parts of one name), PASSWORD, BOMB past the budget. */
export function unzip(bytes: Buffer, budget: Budget): ZipParts {
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  const parts: ZipParts = new Map();
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entrySignature) throw new FileRefused('DAMAGED');
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const content = unpacked(bytes, at, budget);
    if (!name.endsWith('/')) {
      if (parts.has(name)) throw new FileRefused('DAMAGED');
      parts.set(name, content);
    }
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts;
}

function unpacked(bytes: Buffer, entry: number, budget: Budget): Buffer {
  if (bytes.readUInt16LE(entry + 8) & 1) throw new FileRefused('PASSWORD');
  const method = bytes.readUInt16LE(entry + 10);
  const local = bytes.readUInt32LE(entry + 42);
  if (local + 30 > bytes.length || bytes.readUInt32LE(local) !== localSignature) throw new FileRefused('DAMAGED');
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const end = start + bytes.readUInt32LE(entry + 20);
  if (end > bytes.length || (method !== stored && method !== deflated)) throw new FileRefused('DAMAGED');
  const packed = bytes.subarray(start, end);
  const content = method === stored ? packed : inflated(packed, budget);
  if (content.length > budget.bytes) throw new FileRefused('BOMB');
  if (crc32(content) !== bytes.readUInt32LE(entry + 16)) throw new FileRefused('DAMAGED');
  budget.bytes -= content.length;
  return content;
}

function inflated(packed: Buffer, budget: Budget): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, budget.bytes) });
  } catch (error) {
    throw new FileRefused((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'BOMB' : 'DAMAGED');
  }
}

function findEnd(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at -= 1) {
    if (bytes.readUInt32LE(at) === endSignature) return at;
  }
  throw new FileRefused('DAMAGED');
}

/** A zip of the parts and nothing else: no times, no comments, no fields of the program that packed it. */
export function zip(parts: ZipParts): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of parts) {
    const nameBytes = Buffer.from(name, 'utf8');
    const packed = deflateRawSync(content);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(unicodeName, 2);
    facts.writeUInt16LE(deflated, 4);
    facts.writeUInt16LE(noDay, 8);
    facts.writeUInt32LE(crc32(content), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(content.length, 18);
    facts.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([uint32(localSignature), facts, nameBytes, packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([uint32(entrySignature), Buffer.from([20, 0]), facts, place, nameBytes]));
    locals.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.size, 4);
  end.writeUInt16LE(parts.size, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, listed, uint32(endSignature), end]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
