import { expect, it } from 'vitest';
import { messageOf } from './message-of.ts';
import { englishMessages } from './messages-en.ts';
import { chineseMessages } from './messages-zh.ts';
import { problem } from './problem.ts';

it('says everything in both languages', () => {
  expect(Object.keys(englishMessages).sort()).toEqual(Object.keys(chineseMessages).sort());
});

it('names the place: row and heading, else sheet, else nothing', () => {
  const bad = problem('error', 'BAD_DAY', { value: '2014-13-40' }, { sheet: '台账', row: 12, column: 'I', header: '整改期限' });
  expect(messageOf(bad, 'zh-CN')).toBe('第 12 行“整改期限”：“2014-13-40”不是有效日期，请按 2014-09-30 的格式填写');
  expect(messageOf(bad, 'en')).toBe('Row 12, “整改期限”: “2014-13-40” is not a day. Write it as 2014-09-30');
  expect(messageOf(problem('warning', 'SHEET_IGNORED', {}, { sheet: '通讯录' }), 'zh-CN')).toBe(
    '工作表“通讯录”：不是本台账的工作表，未导入',
  );
  expect(messageOf(problem('warning', 'HEADER_BLANK', {}, { sheet: '台账', column: 'M' }), 'en')).toBe(
    'Sheet “台账”, column M: This column has content but no heading and was not imported',
  );
  expect(messageOf(problem('error', 'DAMAGED', {}), 'zh-CN')).toMatch(/^文件已损坏/);
});
