import { type Finding, fail } from './read-day.ts';
import { listZip, unpackedSize, type ZipEntry } from './zip-directory.ts';

/** The two forms that are read. */
export type WorkbookForm = 'xlsx' | 'xls';

const megabyte = 1024 * 1024;

/** Limits of an upload. */
export const maxFileBytes = 10 * megabyte;
export const maxUnpackedBytes = 200 * megabyte;
const maxZipEntries = 2000;
/** With it every workbook of Excel 97–2003 begins. */
const firstXlsRecord = Buffer.from([0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00]);

/**
 * Tells by its bytes what a file is, never by its name: the form of a workbook that can be read, or the reason why not.
 * `fileName`, where given, must not contradict the content.
 */
export function identify(bytes: Uint8Array, fileName?: string): { form: WorkbookForm } | { failure: Finding } {
  if (bytes.length === 0) return fail('FILE_EMPTY', {});
  if (bytes.length > maxFileBytes) {
    return fail('FILE_TOO_LARGE', { megabytes: Math.ceil((bytes.length / megabyte) * 10) / 10, limitMegabytes: maxFileBytes / megabyte });
  }
  const known = byContent(bytes);
  if ('failure' in known) return known;
  const extension = /\.([a-z0-9]{1,8})$/i.exec(fileName ?? '')?.[1]?.toLowerCase();
  if (extension !== undefined && extension !== known.form) return fail('EXTENSION_MISMATCH', { extension, actual: `.${known.form}` });
  return known;
}

function byContent(bytes: Uint8Array): { form: WorkbookForm } | { failure: Finding } {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return byZip(bytes);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return byCompoundFile(bytes);
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return fail('WRONG_FILE', { what: 'PDF' });
  const images = [
    [0x89, 0x50, 0x4e, 0x47],
    [0xff, 0xd8, 0xff],
    [0x47, 0x49, 0x46, 0x38],
    [0x42, 0x4d],
  ];
  if (images.some((magic) => startsWith(bytes, magic))) return fail('WRONG_FILE', { what: 'IMAGE' });
  const archives = [
    [0x52, 0x61, 0x72, 0x21],
    [0x37, 0x7a, 0xbc, 0xaf],
    [0x1f, 0x8b],
  ];
  if (archives.some((magic) => startsWith(bytes, magic))) return fail('WRONG_FILE', { what: 'ARCHIVE' });
  if (startsWith(bytes, [0x09, 0x08]) || startsWith(bytes, [0x09, 0x04]) || startsWith(bytes, [0x09, 0x02])) {
    return fail('WRONG_FILE', { what: 'EXCEL_95' });
  }
  return byText(bytes);
}

function byZip(bytes: Uint8Array): { form: WorkbookForm } | { failure: Finding } {
  const entries = listZip(bytes);
  if (entries === null) return fail('DAMAGED', {});
  const has = (test: (name: string) => boolean) => entries.some(({ name }) => test(name));
  if (has((name) => name === 'xl/workbook.bin')) return fail('WRONG_FILE', { what: 'XLSB' });
  if (has((name) => name.endsWith('vbaProject.bin'))) return fail('WRONG_FILE', { what: 'MACRO' });
  if (has((name) => name.startsWith('word/'))) return fail('WRONG_FILE', { what: 'WORD' });
  if (has((name) => name.startsWith('ppt/'))) return fail('WRONG_FILE', { what: 'POWERPOINT' });
  if (has((name) => name === 'content.xml') && has((name) => name === 'mimetype')) return fail('WRONG_FILE', { what: 'ODS' });
  if (!has((name) => name === '[Content_Types].xml')) return fail('WRONG_FILE', { what: 'ARCHIVE' });
  if (isBomb(entries)) return fail('UNPACKS_TOO_LARGE', { limitMegabytes: maxUnpackedBytes / megabyte });
  return { form: 'xlsx' };
}

function isBomb(entries: readonly ZipEntry[]): boolean {
  return entries.length > maxZipEntries || unpackedSize(entries) > maxUnpackedBytes;
}

/** Old Office files and encrypted new ones share a container; the names in its directory tell them apart. */
function byCompoundFile(bytes: Uint8Array): { form: WorkbookForm } | { failure: Finding } {
  const container = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (name: string) => container.includes(Buffer.from(`${name}\0`, 'utf16le'));
  if (holds('EncryptedPackage')) return fail('PASSWORD_PROTECTED', {});
  if (holds('Workbook')) return isEncryptedXls(container) ? fail('PASSWORD_PROTECTED', {}) : { form: 'xls' };
  if (holds('Book')) return fail('WRONG_FILE', { what: 'EXCEL_95' });
  if (holds('WordDocument')) return fail('WRONG_FILE', { what: 'WORD' });
  if (holds('PowerPoint Document')) return fail('WRONG_FILE', { what: 'POWERPOINT' });
  return container.includes(firstXlsRecord) ? fail('DAMAGED', {}) : fail('WRONG_FILE', { what: 'OTHER' });
}

/** A FILEPASS record follows the workbook's first record, in the stream's first sector, when it has a password. */
function isEncryptedXls(container: Buffer): boolean {
  const filePass = 0x2f;
  for (let sector = 512; sector + 512 <= container.length; sector += 512) {
    if (container.compare(firstXlsRecord, 0, 8, sector, sector + 8) !== 0) continue;
    for (let at = sector; at + 4 <= sector + 512; at += 4 + container.readUInt16LE(at + 2)) {
      if (container.readUInt16LE(at) === filePass) return true;
    }
  }
  return false;
}

function byText(bytes: Uint8Array): { failure: Finding } {
  const start = new TextDecoder('utf-8')
    .decode(bytes.subarray(0, 1024))
    .replace(/^\ufeff/, '')
    .trimStart()
    .toLowerCase();
  if (/^(?:<!doctype html|<html|<table|<head|<meta)/.test(start)) return fail('WRONG_FILE', { what: 'HTML' });
  if (start.startsWith('<?xml')) return fail('WRONG_FILE', { what: start.includes('<html') ? 'HTML' : 'XML' });
  // Text of any encoding (GBK too) has no zero bytes, save in UTF-16.
  const isText = !bytes.subarray(0, 4096).includes(0) || startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
  return fail('WRONG_FILE', { what: isText ? 'CSV' : 'OTHER' });
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte);
}
