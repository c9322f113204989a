import type { Problem } from '@duban/ledger/problem';
import { z } from 'zod';
import { fromParser, type RowProblem } from './row-problem.ts';

/** A problem of the file or of a whole sheet, with its place. */
export interface FileProblem extends RowProblem {
  sheet: string | null;
  row: number | null;
}

export const failureCodes = ['FILE', 'EMPTY', 'INTERRUPTED', 'UNEXPECTED', 'DISCARDED', 'EXPIRED', 'NOTICES'] as const;
export type FailureCode = (typeof failureCodes)[number];

const sentences: Record<FailureCode, { message: string; messageEn: string }> = {
  FILE: {
    message: '这个文件不能导入，原因见下。没有写入任何数据。',
    messageEn: 'The file can’t be imported, for the reasons below. Nothing was written.',
  },
  EMPTY: {
    message: '文件中没有数据行。请检查是否填在了正确的工作表里。',
    messageEn: 'The file has no rows. Check that they are on the right sheet.',
  },
  INTERRUPTED: {
    message: '导入中途系统停止，没有写入任何数据。请重新上传文件。',
    messageEn: 'The system stopped during the import; nothing was written. Upload the file again.',
  },
  UNEXPECTED: {
    message: '系统出错，没有写入任何数据。请重新上传；如再次出现，请把编号告诉管理员。',
    messageEn: 'Something went wrong; nothing was written. Upload again; should it recur, tell the administrator the id.',
  },
  DISCARDED: { message: '已放弃，没有写入任何数据。', messageEn: 'Discarded; nothing was written.' },
  EXPIRED: {
    message: '检查后七天没有导入，文件已删除。请重新上传。',
    messageEn: 'Not applied within seven days; the file was dropped. Upload it again.',
  },
  NOTICES: { message: '文件可以读取，请留意下列提示。', messageEn: 'The file was read; mind the notes below.' },
};

const fileProblem = z.object({
  sheet: z.string().nullable(),
  row: z.number().nullable(),
  column: z.string().nullable(),
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  message: z.string(),
  messageEn: z.string(),
});

/** What `import_run.failure` holds: why a run ended, or (NOTICES) what the parser remarks of the whole file. */
export const importFailure = z.object({
  code: z.enum(failureCodes),
  message: z.string(),
  messageEn: z.string(),
  /** UNEXPECTED: the id under which the log has it. */
  id: z.string().optional(),
  problems: z.array(fileProblem).default([]),
});
export type ImportFailure = z.infer<typeof importFailure>;

export function failure(code: FailureCode, more: Partial<Pick<ImportFailure, 'id' | 'problems'>> = {}): ImportFailure {
  return { code, ...sentences[code], problems: [], ...more };
}

/** Problems of the file as they are kept; the first few hundred are enough to act on. */
export function fileProblemsOf(problems: readonly Problem[]): FileProblem[] {
  return problems.slice(0, 300).map((problem) => ({ ...fromParser(problem), sheet: problem.sheet ?? null, row: problem.row ?? null }));
}

/** Says that the file is plainly the ledger of another register. */
export function otherLedgerNotice(title: string): FileProblem {
  return {
    sheet: null,
    row: null,
    column: null,
    code: 'OTHER_LEDGER',
    severity: 'warning',
    message: `这个文件看起来是${title}。如果选错了台账，请放弃后在${title}处重新上传`,
    messageEn: `The file looks like another ledger (${title}). If this one was chosen by mistake, discard it and upload it there`,
  };
}
