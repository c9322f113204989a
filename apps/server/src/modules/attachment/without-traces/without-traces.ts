import { type FileKind, fileKinds } from '../file-kinds.ts';
import { stripJpeg } from '../strip-jpeg.ts';
import { stripPng } from '../strip-png.ts';
import { stripOffice } from './strip-office.ts';
import { stripPdf } from './strip-pdf.ts';
import { TracesRemain } from './traces-remain.ts';

/** A copy that tells nothing of whoever made the file but what a reader reads in it. */
export interface ClearedFile {
  bytes: Buffer;
  /** What can be read in it; null where it is a picture of text, or can't be told. */
  text: string | null;
}

/** The kind of a kept file, by the media type under which it was judged; null for what was never judged. */
export function kindOf(mediaType: string): FileKind | null {
  const type = mediaType.split(';')[0];
  return (Object.keys(fileKinds) as FileKind[]).find((kind) => fileKinds[kind].mediaType === type) ?? null;
}

/**
 * Takes the traces of author, computer and place from a judged file. TracesRemain where that can't be done with certainty; FileRefused
 * (DAMAGED, PASSWORD, BOMB) where it is not sound after all.
 */
export function withoutTraces(bytes: Buffer, mediaType: string): ClearedFile {
  switch (kindOf(mediaType)) {
    case 'JPEG':
      return { bytes: stripJpeg(bytes), text: null };
    case 'PNG':
      return { bytes: stripPng(bytes), text: null };
    case 'PDF':
      return { bytes: stripPdf(bytes), text: null };
    case 'DOCX':
    case 'XLSX':
    case 'PPTX':
      return stripOffice(bytes);
    case 'TEXT':
      return { bytes, text: new TextDecoder(/charset=([\w-]+)/.exec(mediaType)?.[1] ?? 'utf-8').decode(bytes) };
    default:
      throw new TracesRemain('OLD_OFFICE');
  }
}
