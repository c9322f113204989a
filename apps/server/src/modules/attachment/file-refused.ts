import { type FileKind, fileKinds, type RefusedKind, refusedKinds } from './file-kinds.ts';

export const megabytes = 20;
/** Uploads of one person that no act has taken. */
export const mostUploads = 20;

/** What each refusal says; its key is the code that the screen has its own sentence for. */
const sentences = {
  EMPTY: () => '文件是空的，请检查后重新选择。',
  TOO_LARGE: () => `文件超过 ${megabytes} MB 的上限，请压缩图片或拆分后上传。`,
  TOO_MANY: () => `尚未提交的附件最多 ${mostUploads} 个，请先删去不用的。`,
  NOT_ALLOWED: ({ content }) => `不能上传${wordsOf(content)}。可上传 PDF、PNG、JPEG、Word、Excel、PPT、WPS 和纯文本（txt）文件。`,
  LYING_NAME: ({ content, extension }) => `文件内容是 ${wordsOf(content)}，与扩展名 .${extension} 不符。请改正文件名或另存后上传。`,
  DAMAGED: () => '文件已损坏或不完整，请重新保存后上传。',
  BOMB: () => '文件解压后过大（超过 200 MB），不能上传。',
  MACRO: () => '文件含有宏，不能上传。请另存为不含宏的文档。',
  PASSWORD: () => '文件设了打开密码，无法核验。请去掉密码后上传。',
} satisfies Record<string, (told: RefusalDetail) => string>;

export type RefusalCode = keyof typeof sentences;

export interface RefusalDetail {
  content?: FileKind | RefusedKind;
  /** Without the dot. */
  extension?: string;
}

/** An evidence file that is not taken. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
  readonly code: RefusalCode;
  readonly detail: RefusalDetail;

  constructor(code: RefusalCode, detail: RefusalDetail = {}) {
    const say: (told: RefusalDetail) => string = sentences[code];
    super(say(detail));
    this.code = code;
    this.detail = detail;
  }
}

function wordsOf(content: RefusalDetail['content']): string {
  if (!content) return '';
  return content in fileKinds ? fileKinds[content as FileKind].words : refusedKinds[content as RefusedKind];
}
