import type { FastifyRequest } from 'fastify';
import { Refusal } from './requests.ts';

/** The most that a workbook may weigh. */
export const megabytes = 10;

interface UploadWords {
  missing: string;
  /** Name of a file that came without one. */
  unnamed: string;
  tooLarge: () => Error;
}

const ledgerWords: UploadWords = {
  missing: '没有收到文件。请选择 .xlsx 或 .xls 台账。',
  unnamed: '未命名.xlsx',
  tooLarge: () => new Refusal(413, `文件超过 ${megabytes} MB 的上限。请删去图片或分成几个文件上传。`),
};

/** The one file of a form, with a plain name; what is wrong with it is said in the words given. */
export async function readUpload(
  request: FastifyRequest,
  words: UploadWords = ledgerWords,
): Promise<{ fileName: string; mediaType: string; bytes: Uint8Array }> {
  if (!request.isMultipart()) throw new Refusal(415, '请以文件上传。');
  try {
    const file = await request.file();
    if (!file) throw new Refusal(400, words.missing);
    const bytes = await file.toBuffer();
    return { fileName: plainName(file.filename, words.unnamed), mediaType: file.mimetype.slice(0, 200), bytes };
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'FST_REQ_FILE_TOO_LARGE' || code === 'FST_ERR_CTP_BODY_TOO_LARGE') throw words.tooLarge();
    if (code?.startsWith('FST_')) throw new Refusal(400, '上传的内容不完整，请重新选择文件上传。');
    throw error;
  }
}

/** The name alone, without folders or what no name holds. */
function plainName(name: string | undefined, unnamed: string): string {
  const last = name?.split(/[\\/]/).at(-1) ?? '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
  const plain = last.replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').trim();
  return [...plain].slice(-150).join('') || unnamed;
}
