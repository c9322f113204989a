import { monthFigures } from '@duban/rules/rectification-months';
import { InputError } from '../../graphql/errors.ts';
import type { RecordSheet, SheetRow } from '../exchange/record-sheet/record-sheet.ts';
import { hasDesk, seesBusiness } from '../session/desk.policy.ts';
import { unitsActedFor } from '../unit/unit.policy.ts';
import { enterMonth, groundOf, type MonthInput, saysTheSame } from './enter-month.ts';
import { canEnterMonth } from './rectification.policy.ts';

type Row = SheetRow<'RECTIFICATION_MONTH'>;

/** 专项整治月报 taken back: months reported, and corrections of those there are. Rows without any figure are passed over. */
export const rectificationMonthRecordSheet: RecordSheet<'RECTIFICATION_MONTH'> = {
  kind: 'RECTIFICATION_MONTH',
  mayTake: (viewer) => seesBusiness(viewer) && (hasDesk(viewer, 'SUPERVISION') || unitsActedFor(viewer).length > 0),
  headingOf: {
    code: '整治专项',
    unitId: '单位',
    month: '月份',
    checks: '检查次数',
    spotFixed: '当场整改问题数',
    casesFiled: '立案数',
    peopleHandled: '处理人数',
    lookBacks: '回头看次数',
    relapses: '反弹问题数',
    note: '说明',
    reason: '更正原因',
    version: '版本号',
  },
  async takeRow(tx, row, { viewer, address, ledger }) {
    const input = inputOf(row);
    const number = `${ledger.lookupData.units.find(({ id }) => id === row.unitId)?.shortName ?? row.unitId} ${input.month}`;
    if (!row.version && monthFigures.every((figure) => row[figure] == null)) return { verdict: 'UNCHANGED', number };
    const ground = await groundOf(tx, viewer, input);
    if (!ground) throw wrong('code', 'NOT_SET_UP', '这个专项还没有设置，或者您的单位没有参加。');
    if (saysTheSame(input, ground.present)) return { verdict: 'UNCHANGED', number };
    if (!canEnterMonth(viewer, input.unitId))
      throw wrong('unitId', 'NOT_YOUR_UNIT', '您不能填报这个单位的月报，请删去这一行，或恢复原来的数。');
    await enterMonth(tx, viewer, address, input);
    return { verdict: ground.present ? 'UPDATE' : 'CREATE', number };
  },
};

function wrong(field: string, code: string, message: string): InputError {
  return new InputError([{ field, code, message }]);
}

/** An empty figure is no figure: it is refused at its column, as in the form. */
function inputOf(row: Row): MonthInput {
  const { category, unitId, periodOn } = row;
  const figures = Object.fromEntries(monthFigures.map((figure) => [figure, row[figure] ?? Number.NaN]));
  return {
    ...(figures as Pick<MonthInput, (typeof monthFigures)[number]>),
    ...{ code: category, unitId, month: periodOn.slice(0, 7), version: row.version ?? 0 },
    note: row.note ?? null,
    reason: row.correction ?? null,
  };
}
