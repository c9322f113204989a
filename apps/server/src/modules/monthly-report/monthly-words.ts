import type { MonthlyProblem, MonthlyValue } from '@duban/rules/monthly-cells';
import type { MonthlyField, MonthlyFieldType, MonthlyLabel } from '@duban/rules/monthly-form';
import type { Day, RectificationClass } from '@duban/rules/vocabulary';

/** What each field is called in slips, sheets and the item's story. */
const labels: Record<MonthlyLabel, string> = {
  PROGRESS_CLASS: '整改程度',
  EVIDENCE: '佐证说明',
  STEP_ACTUAL_ON: '实际完成日期',
  STEP_OBSTACLE: '存在困难',
  STEP_DECISION: '需决策事项',
  INVESTMENT_ACTUAL: '累计完成投资',
  ACTUAL: '累计完成',
  FUNDS_ARRIVED: '累计到位资金',
  FUNDS_PAID: '累计支付资金',
  COUNTY_ACTUAL: '累计完成',
};

const classLabels: Record<RectificationClass, string> = { NOT_STARTED: '未启动', PARTLY: '部分到位', DONE: '到位' };

/** A field's name, with its step or county before it. */
export function fieldLabel(field: Pick<MonthlyField, 'label' | 'unit'>, lineTitle: string | null): string {
  const name = field.unit ? `${labels[field.label]}（${field.unit}）` : labels[field.label];
  return lineTitle ? `${lineTitle} · ${name}` : name;
}

/** A value in a clerk's words. */
export function valueText(type: MonthlyFieldType, value: MonthlyValue | undefined): string | null {
  if (value === null || value === undefined) return null;
  return type === 'CLASS' && Object.hasOwn(classLabels, value) ? classLabels[value as RectificationClass] : String(value);
}

/** `2014年9月`. */
export function monthText(periodOn: Day): string {
  return `${periodOn.slice(0, 4)}年${Number(periodOn.slice(5, 7))}月`;
}

/** What is wrong with a cell, in Chinese, with the way out. */
export function problemText(problem: MonthlyProblem): string {
  switch (problem.code) {
    case 'NOT_A_NUMBER':
      return '不是数字，请填如 120 或 3,500.5 的数';
    case 'NOT_A_DAY':
      return '不是日期，请填如 9.12、9月12日 或 2014-09-12';
    case 'NOT_A_CLASS':
      return '请填“未启动”“部分到位”或“到位”';
    case 'NEGATIVE':
      return '不能是负数';
    case 'TOO_MANY_DECIMALS':
      return '最多两位小数';
    case 'REQUIRED':
      return '没有上月数可沿用，请填写；没有发生的填 0';
    case 'EVIDENCE_NEEDED':
      return '整改“到位”须写明佐证';
    case 'TOO_LARGE':
      return '数值过大，请核对单位';
    case 'TOO_LONG':
      return `最多 ${problem.most} 字，现有 ${problem.length} 字`;
    case 'FUTURE_DAY':
      return `这一天还没有到（今天是 ${problem.today}）`;
    case 'BEFORE_ASSIGNED':
      return `早于交办日期 ${problem.assignedOn}，请核对`;
    case 'FELL':
      return `累计数低于上月（${problem.last}），请核对；确属核减的，请说明原因`;
    case 'ABOVE_TARGET':
      return `超过目标（${problem.target}）的 1.5 倍，请核对；确属如此的，请确认`;
  }
}
