import { disorderListOf } from '@duban/rules/rectification';
import { sql, type TableRow } from '../database.ts';
import { rowProblem } from '../modules/exchange/row-problem.ts';
import { upsertRows } from '../modules/exchange/write-rows.ts';
import type { RegisterAdapter } from './register-adapter.ts';

/** 专项整治问题台账 (policy 2(4)3). It has no measure: its light follows its time alone. */
export const rectificationProblemAdapter: RegisterAdapter<'RECTIFICATION_PROBLEM'> = {
  kind: 'RECTIFICATION_PROBLEM',
  from: sql`JOIN rectification_problem d ON d.item_id = i.id`,
  columns: sql`d.content, d.place, d.found_by AS "foundBy", d.measure, d.result, i.found_on AS "foundOn",
    d.road_disorder AS "roadDisorder", d.enforcement_disorder AS "enforcementDisorder"`,
  childQueries: {},
  pastDays: { main: ['foundOn', 'assignedOn', 'closedOn', 'writtenOffOn'] },
  complete: ({ main, children }) => ({ main: { ...main, assignedOn: main.assignedOn ?? main.foundOn }, children }),
  facts: ({ dutyLeader, foundOn, assignedOn, dueOn }) => ({
    level: null,
    dutyPostId: dutyLeader?.postId ?? null,
    dutyLeader: dutyLeader?.text ?? null,
    source: null,
    foundOn,
    assignedOn: assignedOn ?? foundOn,
    dueOn,
  }),
  measure: () => ({ plan: [], points: [] }),
  problems: ({ category, roadDisorder, enforcementDisorder }) => {
    const list = disorderListOf(category);
    return [
      ...(roadDisorder && list !== 'road-disorder' ? [disorderOfAnother('公路三乱类型')] : []),
      ...(enforcementDisorder && list !== 'enforcement-disorder' ? [disorderOfAnother('执法三乱类型')] : []),
    ];
  },
  async write(tx, writes) {
    const details = writes.map(
      ({ itemId, after: { main } }): TableRow => ({
        item_id: itemId,
        content: main.content,
        place: main.place,
        found_by: main.foundBy,
        road_disorder: main.roadDisorder,
        enforcement_disorder: main.enforcementDisorder,
        measure: main.measure,
        result: main.result,
      }),
    );
    await upsertRows(tx, 'rectification_problem', ['item_id'], details);
  },
};

const disorderOfAnother = (header: string) => rowProblem('DISORDER_OF_ANOTHER', { header }, header);
