import i18next from 'i18next';
import { describe, expect, it } from 'vitest';
import { chooseLanguage } from '../i18n/i18n.ts';
import { describeWhy, type Why } from './why.ts';

const nothing: Omit<Why, 'rule'> = {
  dueOn: null,
  overdueWorkingDays: null,
  progressPercent: null,
  planPercent: null,
  periodOn: null,
  usedPercent: null,
  reportDueOn: null,
  reason: null,
};
const say = (why: Partial<Why> & Pick<Why, 'rule'>, asOf = '2014-09-30') =>
  describeWhy({ ...nothing, ...why }, i18next.getFixedT(i18next.language, 'ledger'), asOf);

describe('describeWhy', () => {
  it('says each rule in one sentence', () => {
    expect(say({ rule: 'OVERDUE', dueOn: '2014-09-12', overdueWorkingDays: 12 })).toBe('应于 9 月 12 日办结，已超 12 个工作日');
    expect(say({ rule: 'BEHIND_PLAN', progressPercent: 40, planPercent: 72.25, periodOn: '2014-08-31' })).toBe(
      '进度 40%，8 月底计划 72.3%，落后 32.3 个百分点',
    );
    expect(say({ rule: 'TIME_USED', dueOn: '2014-10-23', usedPercent: 70.8 })).toBe('应于 10 月 23 日办结，办理时限已用去 70.8%');
    expect(say({ rule: 'NOT_REPORTED', reportDueOn: '2014-09-05' })).toBe('应于 9 月 5 日前报送进度，尚未报送');
    expect(say({ rule: 'OVERRIDE', reason: '省厅批复延期' })).toBe('督查室改灯：省厅批复延期');
  });

  it('names the year of a day in another year', () => {
    expect(say({ rule: 'TIME_USED', dueOn: '2015-01-20', usedPercent: 75 })).toBe('应于 2015 年 1 月 20 日办结，办理时限已用去 75%');
    expect(say({ rule: 'BEHIND_PLAN', progressPercent: 90, planPercent: 100, periodOn: '2014-12-31' }, '2015-02-01')).toBe(
      '进度 90%，2014 年 12 月底计划 100%，落后 10 个百分点',
    );
  });

  it('is silent without a reason', () => {
    expect(describeWhy(null, i18next.getFixedT('zh-CN', 'ledger'), '2014-09-30')).toBeNull();
  });

  it('speaks English too', async () => {
    await chooseLanguage('en');
    expect(say({ rule: 'OVERDUE', dueOn: '2014-09-12', overdueWorkingDays: 12 })).toBe('Due on 9/12, 12 working days over');
    await chooseLanguage('zh-CN');
  });
});
