/** What an evidence file may be. `extensions`: the first is given to a name without one. */
export const fileKinds = {
  PDF: { extensions: ['pdf'], mediaType: 'application/pdf', words: 'PDF' },
  PNG: { extensions: ['png'], mediaType: 'image/png', words: 'PNG 图片' },
  JPEG: { extensions: ['jpg', 'jpeg', 'jfif'], mediaType: 'image/jpeg', words: 'JPEG 图片' },
  DOCX: {
    extensions: ['docx'],
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    words: 'Word 文档（docx）',
  },
  XLSX: {
    extensions: ['xlsx'],
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    words: 'Excel 表格（xlsx）',
  },
  PPTX: {
    extensions: ['pptx'],
    mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    words: '演示文稿（pptx）',
  },
  // WPS writes the same containers under names of its own.
  DOC: { extensions: ['doc', 'wps'], mediaType: 'application/msword', words: 'Word 97–2003 文档（doc）' },
  XLS: { extensions: ['xls', 'et'], mediaType: 'application/vnd.ms-excel', words: 'Excel 97–2003 表格（xls）' },
  PPT: { extensions: ['ppt', 'dps'], mediaType: 'application/vnd.ms-powerpoint', words: '演示文稿 97–2003（ppt）' },
  TEXT: { extensions: ['txt'], mediaType: 'text/plain', words: '纯文本' },
} as const satisfies Record<string, { extensions: readonly [string, ...string[]]; mediaType: string; words: string }>;

export type FileKind = keyof typeof fileKinds;

/** What is told apart only to say why it is refused. */
export const refusedKinds = {
  HTML: '网页（HTML）',
  SVG: 'SVG 图形',
  XML: 'XML',
  PROGRAM: '程序',
  ARCHIVE: '压缩包',
  OTHER_IMAGE: '其他格式的图片',
  OTHER: '不认识的格式',
} as const;

export type RefusedKind = keyof typeof refusedKinds;

/** Types that a browser shows by itself; everything else is only saved. */
export const inlineTypes: ReadonlySet<string> = new Set(['application/pdf', 'image/png', 'image/jpeg', 'text/plain']);
