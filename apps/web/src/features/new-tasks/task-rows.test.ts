import { expect, it } from 'vitest';
import { dayOfText, rowsOfBlock } from './task-rows.ts';

const units = [
  { id: 'gtj', name: '驻马店市国土资源局', shortName: '市国土局', kind: 'DEPARTMENT' as const },
  { id: 'czj', name: '驻马店市财政局', shortName: '市财政局', kind: 'DEPARTMENT' as const },
];

it('reads a list pasted from a sheet, units by any of their names', () => {
  const rows = rowsOfBlock(
    '事项\t牵头单位\t配合单位\t办理时限\t办理要求\n清理闲置土地\t国土局\t市财政局\t2014年10月9日\t报清单\r\n\n修订办法\t驻马店市财政局\t国土局、教育局\t2014/11/3\t',
    units,
  );
  expect(rows).toMatchObject([
    { title: '清理闲置土地', leadUnitId: 'gtj', assistUnitIds: ['czj'], dueOn: '2014-10-09', standard: '报清单', unknownUnits: [] },
    { title: '修订办法', leadUnitId: 'czj', assistUnitIds: ['gtj'], dueOn: '2014-11-03', unknownUnits: ['教育局'] },
  ]);
});

it.each([
  ['2014.9.5', '2014-09-05'],
  ['2014-02-30', null],
  ['下月底', null],
  ['', null],
])('the day %s is %s', (text, day) => {
  expect(dayOfText(text)).toBe(day);
});
