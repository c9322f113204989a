import { messageOf } from '@duban/ledger/message-of';
import type { Problem } from '@duban/ledger/problem';

/** Something that keeps a row out, or a warning about it, in both languages; never with personal text in it. Kept as JSON in `import_row`. */
export interface RowProblem {
  /** Heading of the column in the file; null = the row as a whole. */
  column: string | null;
  code: string;
  severity: 'error' | 'warning';
  /** The sentence, in Chinese, without its place. */
  message: string;
  messageEn: string;
}

/** What the database has against a row that the file alone can't know, with the values its sentence needs. */
interface Params {
  TO_BE_NUMBERED: Record<never, never>;
  STALE: { expected: number; version: number };
  STATE_COLUMN: { header: string };
  OTHER_REGISTER: { number: string };
  NUMBER_TAKEN: { number: string };
  NO_SUCH_ITEM: { number: string };
  NOT_YOUR_UNIT: { unit: string };
  ITEM_ENDED: { state: string };
  CLOSED_DATES: { header: string };
  LEAD_UNIT_CHANGED: { before: string };
  ASSIST_UNIT_REMOVED: { unit: string };
  LEAD_UNIT_ASSISTS: { unit: string };
  FUTURE_DAY: { day: string; today: string };
  STATE_NEEDS_DAY: { state: string; header: string };
  DAY_NEEDS_STATE: { header: string; state: string };
  BEFORE_ACCEPTANCE: Record<never, never>;
  INSTRUCTION_LACKS: { header: string };
  TAKEN_ON_LACKS: { header: string };
  DISORDER_OF_ANOTHER: { header: string };
  NEEDED: { header: string };
  CALENDAR_MISSING: { year: number };
  UNKNOWN_CLAUSE: { value: string };
  CHANGED_MEANWHILE: Record<never, never>;
  ORIGIN_KNOWN: { number: string };
  ORIGIN_TWICE: { number: string; firstRow: number };
  NAMES_RAISER: { header: string };
}

export type RowProblemCode = keyof Params;

const chinese: { [C in RowProblemCode]: (params: Params[C]) => string } = {
  TO_BE_NUMBERED: () => '没有编号，导入时由系统编号',
  STALE: (p) => `这一行导出之后（版本 ${p.expected}），库中又有改动（现为版本 ${p.version}）。请重新导出，在新表上修改`,
  STATE_COLUMN: (p) => `已有事项的“${p.header}”只能在系统里办理，不能用导入修改。请恢复原值或清空这一格`,
  OTHER_REGISTER: (p) => `编号“${p.number}”属于另一本台账。请核对编号，或检查是否选错了台账`,
  NUMBER_TAKEN: (p) => `编号“${p.number}”已被使用。请核对编号，或清空后由系统编号`,
  NO_SUCH_ITEM: (p) => `主表和库中都没有编号为“${p.number}”的事项。请核对编号，或在主表中补上该事项`,
  NOT_YOUR_UNIT: (p) => `责任单位是“${p.unit}”，您只能导入本单位牵头的事项`,
  ITEM_ENDED: (p) => `事项已${p.state}，不能再用导入修改。确需改正的，请由督查室作“更正”`,
  CLOSED_DATES: (p) => `事项已办结，是否按期已经定下，“${p.header}”不能再用导入修改`,
  LEAD_UNIT_CHANGED: (p) => `库中的责任单位是“${p.before}”。换单位属于改派，请在系统里办理，这里请恢复原值`,
  ASSIST_UNIT_REMOVED: (p) => `库中有配合单位“${p.unit}”，导入不能取消它。请补回，或在系统里办理`,
  LEAD_UNIT_ASSISTS: (p) => `“${p.unit}”已是责任单位，不能同时作配合单位。请从配合单位中删去`,
  FUTURE_DAY: (p) => `${p.day} 还没有到（今天是 ${p.today}）。请核对日期`,
  STATE_NEEDS_DAY: (p) => `状态为“${p.state}”，须填“${p.header}”`,
  DAY_NEEDS_STATE: (p) => `填了“${p.header}”，状态却是“${p.state}”。请核对其中一项`,
  BEFORE_ACCEPTANCE: () => '先验收、后销号：没有验收日期，或验收日期晚于销号日期。请核对',
  INSTRUCTION_LACKS: (p) => `来源是领导批示，须填“${p.header}”`,
  TAKEN_ON_LACKS: (p) => `已受理的投诉须填“${p.header}”；尚未受理的，请把状态填为草拟`,
  DISORDER_OF_ANOTHER: (p) => `“${p.header}”不属于这个专项。请清空，或核对整治专项`,
  NEEDED: (p) => `须填“${p.header}”`,
  CALENDAR_MISSING: (p) => `系统中没有 ${p.year} 年的工作日历，算不出时限。请核对日期，或请管理员先装入该年日历`,
  UNKNOWN_CLAUSE: (p) => `文件中没有条款“${p.value}”。请填如“2(1)”的条款号，或空着`,
  CHANGED_MEANWHILE: () => '导入期间，这个事项被他人修改。请重新检查后再导入',
  ORIGIN_KNOWN: (p) => `来件编号“${p.number}”已在库中，这一行不再导入`,
  ORIGIN_TWICE: (p) => `来件编号“${p.number}”与第 ${p.firstRow} 行相同。请删去其中一行`,
  NAMES_RAISER: (p) => `“${p.header}”里有反映人的姓名或电话，导入时以○○代替`,
};

const english: { [C in RowProblemCode]: (params: Params[C]) => string } = {
  TO_BE_NUMBERED: () => 'Without a number: it gets the next one when imported',
  STALE: (p) => `Changed since it was exported (version ${p.expected}; now ${p.version}). Export again and edit the new sheet`,
  STATE_COLUMN: (p) =>
    `“${p.header}” of an existing item changes only in the system, not by import. Restore the former value or empty the cell`,
  OTHER_REGISTER: (p) => `Number “${p.number}” belongs to another ledger. Check the number and the ledger chosen`,
  NUMBER_TAKEN: (p) => `Number “${p.number}” is taken. Check it, or empty it to have one assigned`,
  NO_SUCH_ITEM: (p) => `No item numbered “${p.number}” in the main sheet or in the system. Check the number or add the item`,
  NOT_YOUR_UNIT: (p) => `Its lead unit is “${p.unit}”; you may import only items that your unit leads`,
  ITEM_ENDED: (p) => `The item has ended (${p.state}) and can't be changed by import; ask the supervision office for a correction`,
  CLOSED_DATES: (p) => `The item is closed and was judged on time or late; “${p.header}” can't be changed by import`,
  LEAD_UNIT_CHANGED: (p) => `Its lead unit is “${p.before}”. Reassign it in the system and restore the value here`,
  ASSIST_UNIT_REMOVED: (p) => `“${p.unit}” assists in the system and can't be removed by import. Add it again, or act in the system`,
  LEAD_UNIT_ASSISTS: (p) => `“${p.unit}” leads and can't assist as well`,
  FUTURE_DAY: (p) => `${p.day} is still to come (today is ${p.today})`,
  STATE_NEEDS_DAY: (p) => `State “${p.state}” needs “${p.header}”`,
  DAY_NEEDS_STATE: (p) => `“${p.header}” is given but the state is “${p.state}”`,
  BEFORE_ACCEPTANCE: () => 'Nothing is written off before acceptance: check the two days',
  INSTRUCTION_LACKS: (p) => `A leader's instruction needs “${p.header}”`,
  TAKEN_ON_LACKS: (p) => `A complaint that was taken on needs “${p.header}”; where it was not, write 草拟 as its state`,
  DISORDER_OF_ANOTHER: (p) => `“${p.header}” doesn't belong to this rectification: empty it, or check the rectification`,
  NEEDED: (p) => `“${p.header}” is needed`,
  CALENDAR_MISSING: (p) => `There is no working calendar for ${p.year}; check the day, or have the year loaded first`,
  UNKNOWN_CLAUSE: (p) => `There is no clause “${p.value}”; write it like “2(1)”, or leave it empty`,
  CHANGED_MEANWHILE: () => 'Somebody changed the item during the import. Check again, then import',
  ORIGIN_KNOWN: (p) => `Number of origin “${p.number}” is in the system already: the row is passed over`,
  ORIGIN_TWICE: (p) => `Number of origin “${p.number}” stands in row ${p.firstRow} too. Delete one of the two`,
  NAMES_RAISER: (p) => `“${p.header}” names whoever raised it: ○○ takes the place of name and phone`,
};

type Sentence = (params: Params[RowProblemCode]) => string;
/** What keeps no row out. */
const told: ReadonlySet<RowProblemCode> = new Set(['TO_BE_NUMBERED', 'ORIGIN_KNOWN', 'NAMES_RAISER']);

/** A problem that the database has with a row; `column` is the heading it stands under. */
export function rowProblem<C extends RowProblemCode>(code: C, params: Params[C], column: string | null = null): RowProblem {
  return {
    column,
    code,
    severity: told.has(code) ? 'warning' : 'error',
    message: (chinese[code] as Sentence)(params),
    messageEn: (english[code] as Sentence)(params),
  };
}

/** A problem that the parser found, without its place: row and column stand beside it on every screen. */
export function fromParser({ severity, code, params, header, column }: Problem): RowProblem {
  const bare = { severity, code, params } as Problem;
  return { column: header ?? column ?? null, code, severity, message: messageOf(bare, 'zh-CN'), messageEn: messageOf(bare, 'en') };
}

export function isRefused(problems: readonly RowProblem[]): boolean {
  return problems.some(({ severity }) => severity === 'error');
}
