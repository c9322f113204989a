import { unreadable } from './pdf-reader.ts';

/** Undoes ASCII85Decode: five characters stand for four bytes, `z` for four zeros, `~>` for the end. */
export function fromAscii85(data: Buffer): Buffer {
  const bytes = Buffer.alloc(Math.ceil((data.length * 4) / 5) + data.length * 3 + 4);
  let length = 0;
  let group: number[] = [];
  const flush = () => {
    const whole = [...group, 84, 84, 84, 84].slice(0, 5).reduce((sum, digit) => sum * 85 + digit, 0);
    if (whole > 0xffffffff) throw unreadable();
    bytes.writeUInt32BE(whole, length);
    length += group.length - 1;
    group = [];
  };
  for (const byte of data) {
    if (byte === 0x7e) break;
    if (byte <= 0x20) continue;
    if (byte === 0x7a && group.length === 0) length += 4;
    else if (byte < 0x21 || byte > 0x75) throw unreadable();
    else {
      group.push(byte - 0x21);
      if (group.length === 5) flush();
    }
  }
  if (group.length === 1) throw unreadable();
  if (group.length > 1) flush();
  return bytes.subarray(0, length);
}
