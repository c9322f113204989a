import { cleanText, hasLoneSurrogate } from '@duban/ledger/clean-text';
import type { FieldProblem } from '../../graphql/errors.ts';

/** What each problem says; its key is the code that the screen has its own sentence for. */
const sentences = {
  REQUIRED: () => '请填写这一项。',
  TOO_LONG: (most: number) => `最多 ${most} 个字，请精简后再提交。`,
  TOO_SHORT: (fewest: number) => `至少 ${fewest} 个字符。`,
  UNREADABLE: () => '含有无法识别的字符，请删去后重新输入。',
  PHONE: () => '电话号码不正确，请填写 7 至 15 位数字，可带区号和分机。',
  IDENTITY: () => '证件号码不正确，只能含字母和数字，6 至 20 位。',
  FUTURE: () => '发生时间不能晚于今天。',
  TOO_EARLY: () => '发生时间过早，请核对年份。',
  PEOPLE: () => '人数应为 1 至 9999。',
  UNKNOWN_CLASS: () => '没有这个投诉类别，请重新选择。',
  UNKNOWN_UNIT: () => '没有这个单位，请重新选择，或在“被投诉的单位或人员”里写明。',
  TOO_MANY_FILES: (most: number) => `附件最多 ${most} 个。`,
  UNKNOWN_FILES: () => '有的附件已失效，请删除后重新上传。',
  CODE: () => '查询码为 10 位字母和数字，请核对。',
  REQUEST_ID: () => '请求编号不正确，请刷新页面后重试。',
  TICKET: () => '表单已失效，请刷新页面后重新提交，填写的内容会保留。',
  TOO_FAST: () => '提交得太快，请稍等几秒再提交。',
  EXPIRED: () => '表单打开已超过 24 小时，请刷新页面后重新提交，填写的内容会保留。',
  NOT_A_PERSON: () => '提交没有通过校验，请刷新页面后重新填写。多次不成功的，请拨打投诉电话。',
} satisfies Record<string, (figure: number) => string>;

export type ProblemCode = keyof typeof sentences;

export function problem(field: string, code: ProblemCode, figure = 0): FieldProblem {
  return { field, code, message: sentences[code](figure) };
}

/** Reads the texts of a form as they are kept, and gathers what is wrong with them. Lengths are those of characters, however wide. */
export class TextFields {
  readonly problems: FieldProblem[] = [];

  /** A text without control and invisible characters and outer blanks; null when empty or wrong. */
  text(field: string, given: string | null | undefined, { most, required = false }: { most: number; required?: boolean }): string | null {
    if (given && hasLoneSurrogate(given)) return this.fail(field, 'UNREADABLE');
    const clean = cleanText(given ?? '');
    if (clean === '') return required ? this.fail(field, 'REQUIRED') : null;
    // Never longer in characters than in code units: the long way only for what may be too long.
    if (clean.length > most && [...clean].length > most) return this.fail(field, 'TOO_LONG', most);
    return clean;
  }

  /** As `text`, on one line. */
  line(field: string, given: string | null | undefined, options: { most: number; required?: boolean }): string | null {
    return this.text(field, given?.replace(/\s+/g, ' '), options);
  }

  /** A secret as it is compared: half-width, without outer blanks. */
  secret(field: string, given: string, { fewest, most }: { fewest: number; most: number }): string | null {
    if (hasLoneSurrogate(given)) return this.fail(field, 'UNREADABLE');
    const plain = given.length > 10 * most ? given : plainSecret(given);
    const length = [...plain].length;
    if (length < fewest) return this.fail(field, length === 0 ? 'REQUIRED' : 'TOO_SHORT', fewest);
    return length > most ? this.fail(field, 'TOO_LONG', most) : plain;
  }

  fail(field: string, code: ProblemCode, figure = 0): null {
    this.problems.push(problem(field, code, figure));
    return null;
  }
}

/** A secret typed with another keyboard is still the same. */
function plainSecret(secret: string): string {
  return cleanText(secret.normalize('NFKC'));
}
