import { englishMessages } from './messages-en.ts';
import { chineseMessages } from './messages-zh.ts';
import type { Problem, ProblemParams } from './problem.ts';

export type MessageLocale = 'zh-CN' | 'en';

type Sentence = (params: ProblemParams[keyof ProblemParams]) => string;

/**
 * A problem as a sentence that names its place and the way out,
 * e.g. 第 12 行“整改期限”：“2014-13-40”不是有效日期，请按 2014-09-30 的格式填写.
 * The sheet is named only where no row is: lists of row problems stand under their sheet.
 */
export function messageOf(problem: Problem, locale: MessageLocale): string {
  const messages = locale === 'en' ? englishMessages : chineseMessages;
  const sentence = (messages[problem.code] as Sentence)(problem.params);
  const place = locale === 'en' ? placeInEnglish(problem) : placeInChinese(problem);
  return place ? `${place}${locale === 'en' ? ': ' : '：'}${sentence}` : sentence;
}

function placeInChinese({ sheet, row, column, header }: Problem): string {
  const where = header ? `“${header}”` : column ? `${column} 列` : '';
  if (row !== undefined) return `第 ${row} 行${where}`;
  if (sheet === undefined) return where;
  return `工作表“${sheet}”${where}`;
}

function placeInEnglish({ sheet, row, column, header }: Problem): string {
  const where = header ? `“${header}”` : column ? `column ${column}` : '';
  if (row !== undefined) return where ? `Row ${row}, ${where}` : `Row ${row}`;
  if (sheet === undefined) return where;
  return where ? `Sheet “${sheet}”, ${where}` : `Sheet “${sheet}”`;
}
