import { listZip, unpackedSize } from '@duban/ledger/zip-directory';
import { judgeCompoundFile } from './compound-file.ts';
import { type FileKind, fileKinds, type RefusedKind } from './file-kinds.ts';
import { FileRefused, megabytes } from './file-refused.ts';
import { judgeText } from './judge-text.ts';
import { stripJpeg } from './strip-jpeg.ts';
import { stripPng } from './strip-png.ts';

const mostUnpackedBytes = 200 * 1024 * 1024;
const mostZipEntries = 5000;

const refusedMagics: [RefusedKind, string][] = [
  ['PROGRAM', '4d5a'],
  ['PROGRAM', '7f454c46'],
  ['PROGRAM', 'feedface'],
  ['PROGRAM', 'feedfacf'],
  ['PROGRAM', 'cefaedfe'],
  ['PROGRAM', 'cffaedfe'],
  ['PROGRAM', 'cafebabe'],
  ['PROGRAM', '2321'],
  ['ARCHIVE', '526172211a07'],
  ['ARCHIVE', '377abcaf271c'],
  ['ARCHIVE', '1f8b'],
  ['OTHER_IMAGE', '47494638'],
  ['OTHER_IMAGE', '424d'],
  ['OTHER_IMAGE', '52494646'],
  ['OTHER_IMAGE', '49492a00'],
  ['OTHER_IMAGE', '4d4d002a'],
];

export interface JudgedFile {
  /** As it will be kept: without what a camera wrote about place and person. */
  bytes: Buffer;
  /** With an extension that fits. */
  name: string;
  mediaType: string;
}

/** Tells by its bytes what an upload is, never by its name or by what the browser says. FileRefused where it may not be kept. */
export function judgeFile(bytes: Buffer, name: string): JudgedFile {
  if (bytes.length === 0) throw new FileRefused('EMPTY');
  if (bytes.length > megabytes * 1024 * 1024) throw new FileRefused('TOO_LARGE');
  const { kind, charset } = kindOf(bytes);
  const { extensions, mediaType } = fileKinds[kind];
  return {
    bytes: stripped(kind, bytes),
    name: fittingName(name, kind, extensions),
    mediaType: charset ? `${mediaType}; charset=${charset}` : mediaType,
  };
}

function kindOf(bytes: Buffer): { kind: FileKind; charset?: string } {
  if (startsWith(bytes, '255044462d')) return { kind: 'PDF' };
  if (startsWith(bytes, '89504e470d0a1a0a')) return { kind: 'PNG' };
  if (startsWith(bytes, 'ffd8ff')) return { kind: 'JPEG' };
  if (startsWith(bytes, '504b')) return { kind: officeKind(bytes) };
  if (startsWith(bytes, 'd0cf11e0a1b11ae1')) return { kind: judgeCompoundFile(bytes) };
  const refused = refusedMagics.find(([, magic]) => startsWith(bytes, magic));
  // Letters such as “BM” also begin texts: only bytes that no text holds make it a picture or a program.
  if (refused && (refused[0] === 'ARCHIVE' || refused[1] === '2321' || bytes.includes(0)))
    throw new FileRefused('NOT_ALLOWED', { content: refused[0] });
  return { kind: 'TEXT', charset: judgeText(bytes) };
}

/** By the zip's directory; nothing is unpacked, here or later. */
function officeKind(bytes: Buffer): FileKind {
  const entries = startsWith(bytes, '504b0304') ? listZip(bytes) : null;
  if (entries === null) throw new FileRefused('DAMAGED');
  if (!entries.some(({ name }) => name === '[Content_Types].xml')) throw new FileRefused('NOT_ALLOWED', { content: 'ARCHIVE' });
  if (entries.length > mostZipEntries || unpackedSize(entries) > mostUnpackedBytes) throw new FileRefused('BOMB');
  if (entries.some(({ name }) => /vbaProject\.bin$/i.test(name))) throw new FileRefused('MACRO');
  const holds = (folder: string) => entries.some(({ name }) => name.startsWith(folder));
  if (holds('word/')) return 'DOCX';
  if (holds('xl/') && !holds('xl/workbook.bin')) return 'XLSX';
  if (holds('ppt/')) return 'PPTX';
  throw new FileRefused('NOT_ALLOWED', { content: 'ARCHIVE' });
}

function stripped(kind: FileKind, bytes: Buffer): Buffer {
  if (kind === 'JPEG') return stripJpeg(bytes);
  if (kind === 'PNG') return stripPng(bytes);
  return bytes;
}

function fittingName(name: string, kind: FileKind, extensions: readonly string[]): string {
  const extension = /\.([^.\s]{1,20})$/.exec(name)?.[1]?.toLowerCase();
  if (extension === undefined) return `${name}.${extensions[0]}`;
  if (!extensions.includes(extension)) throw new FileRefused('LYING_NAME', { content: kind, extension });
  return name;
}

function startsWith(bytes: Buffer, magic: string): boolean {
  return bytes.subarray(0, magic.length / 2).toString('hex') === magic;
}
