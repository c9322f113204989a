/** What each refusal says; its key is the code. */
const sentences = {
  OLD_OFFICE: '是旧版 Office 文件，其中的作者信息无法可靠清除，请转为 PDF 后再转交。',
  PDF_PROTECTED: '是加密的 PDF，请去掉密码或打印成普通 PDF 后再转交。',
  PDF_SIGNED: '是带电子签名的 PDF，签名中有签名人身份，清除后签名失效，请打印成普通 PDF 后再转交。',
  PDF_EMBEDS: '是嵌有其他文件或动态表单的 PDF，无法确认不带来源信息，请打印成普通 PDF 后再转交。',
  PDF_UNREADABLE: '不是规范的 PDF，来源信息无法可靠清除，请打印成普通 PDF 后再转交。',
  OFFICE_EMBEDS: '中嵌有对象、外部数据或无法清除来源信息的图片，请转为 PDF 后再转交。',
  NAMES_AUTHOR: '的内容里仍出现文件作者的姓名，请遮盖后另存，再重新转交。',
  TOO_HARD: '过于复杂，未能在限定时间内清除来源信息，请转为 PDF 或拆分后再转交。',
} as const;

export type TracesRemainCode = keyof typeof sentences;

/** A file whose traces of its author can't be taken away with certainty: it goes nowhere. The sentence follows the file's name. */
export class TracesRemain extends Error {
  override readonly name = 'TracesRemain';
  readonly code: TracesRemainCode;

  constructor(code: TracesRemainCode) {
    super(sentences[code]);
    this.code = code;
  }
}
