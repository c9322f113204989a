import type { FileKind } from './file-kinds.ts';
import { FileRefused } from './file-refused.ts';

const storage = 1;
const stream = 2;

/** Office files of 1997–2003 share a container (OLE); the entries of its directory tell them apart, and from an installer. */
export function judgeCompoundFile(bytes: Buffer): FileKind {
  const holds = (name: string, type: number) => hasEntry(bytes, name, type);
  if (holds('EncryptedPackage', stream)) throw new FileRefused('PASSWORD');
  if (holds('_VBA_PROJECT', stream) || holds('_VBA_PROJECT_CUR', storage)) throw new FileRefused('MACRO');
  if (holds('WordDocument', stream)) return 'DOC';
  if (holds('Workbook', stream) || holds('Book', stream)) return 'XLS';
  if (holds('PowerPoint Document', stream)) return 'PPT';
  throw new FileRefused('NOT_ALLOWED', { content: 'OTHER' });
}

/** Directory entries are 128 bytes, in whole sectors: the name in UTF-16, its length at 64, its type at 66. */
function hasEntry(bytes: Buffer, name: string, type: number): boolean {
  const wanted = Buffer.from(`${name}\0`, 'utf16le');
  for (let at = bytes.indexOf(wanted, 512); at >= 0 && at + 128 <= bytes.length; at = bytes.indexOf(wanted, at + 1)) {
    if (at % 128 === 0 && bytes.readUInt16LE(at + 64) === wanted.length && bytes[at + 66] === type) return true;
  }
  return false;
}
