import { fileKinds } from '../../modules/attachment/file-kinds.ts';
import { FileRefused, type RefusalCode, type RefusalDetail } from '../../modules/attachment/file-refused.ts';
import { type JudgedFile, judgeFile } from '../../modules/attachment/judge-file.ts';

const megabytes = 10;
export const maxFileBytes = megabytes * 1024 * 1024;

/** What the public may send: pictures and documents that need nothing else to be read. */
const takenKinds = ['JPEG', 'PNG', 'PDF', 'DOCX'] as const;
const takenTypes: ReadonlySet<string> = new Set(takenKinds.map((kind) => fileKinds[kind].mediaType));

/** A file of a complainant that is not taken, in words for the public. */
export class PublicFileRefused extends Error {
  override readonly name = 'PublicFileRefused';
  readonly code: RefusalCode;
  readonly detail: RefusalDetail;

  constructor(code: RefusalCode, message: string, detail: RefusalDetail = {}) {
    super(message);
    this.code = code;
    this.detail = detail;
  }
}

const kindsWords = '只能上传 JPEG、PNG 图片和 PDF、Word（docx）文件。';

export function tooLarge(): PublicFileRefused {
  return new PublicFileRefused('TOO_LARGE', `文件超过 ${megabytes} MB 的上限，请压缩后上传。`);
}

/** A file as it will be kept: judged by its bytes, without what a camera wrote. PublicFileRefused where it may not be kept. */
export function judgePublicFile(bytes: Buffer, name: string): JudgedFile {
  if (bytes.length > maxFileBytes) throw tooLarge();
  const judged = judgedOrRefused(bytes, name);
  if (!takenTypes.has(judged.mediaType)) throw new PublicFileRefused('NOT_ALLOWED', kindsWords);
  return judged;
}

function judgedOrRefused(bytes: Buffer, name: string): JudgedFile {
  try {
    return judgeFile(bytes, name);
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    throw new PublicFileRefused(error.code, error.code === 'NOT_ALLOWED' ? kindsWords : error.message, error.detail);
  }
}
