import { sql, type TableRow } from '../database.ts';
import { rowProblem } from '../modules/exchange/row-problem.ts';
import { upsertRows } from '../modules/exchange/write-rows.ts';
import type { RegisterAdapter } from './register-adapter.ts';

/** 督查事项台账 (policy 4(6)). It has no measure: its light follows its time alone. */
export const supervisionTaskAdapter: RegisterAdapter<'SUPERVISION_TASK'> = {
  kind: 'SUPERVISION_TASK',
  from: sql`JOIN supervision_task d ON d.item_id = i.id`,
  columns: sql`d.instructed_by AS "instructedBy", d.instruction, d.instructed_on AS "instructedOn", d.standard, d.answer, d.answered_on AS "answeredOn"`,
  childQueries: {},
  pastDays: { main: ['instructedOn', 'assignedOn', 'answeredOn', 'closedOn', 'writtenOffOn'] },
  complete: (entry) => entry,
  facts: ({ dutyLeader, source, instructedOn, assignedOn, dueOn }) => ({
    level: null,
    dutyPostId: dutyLeader?.postId ?? null,
    dutyLeader: dutyLeader?.text ?? null,
    source,
    foundOn: instructedOn ?? assignedOn,
    assignedOn,
    dueOn,
  }),
  measure: () => ({ plan: [], points: [] }),
  problems({ category, instructedBy, instruction }) {
    if (category !== 'instruction') return [];
    return [
      ...(instructedBy === null ? [rowProblem('INSTRUCTION_LACKS', { header: '批示人' }, '批示人')] : []),
      ...(instruction === null ? [rowProblem('INSTRUCTION_LACKS', { header: '批示内容' }, '批示内容')] : []),
    ];
  },
  async write(tx, writes) {
    const details = writes.map(
      ({ itemId, after: { main } }): TableRow => ({
        item_id: itemId,
        instructed_by: main.instructedBy,
        instruction: main.instruction,
        instructed_on: main.instructedOn,
        standard: main.standard,
        answer: main.answer,
        answered_on: main.answeredOn,
      }),
    );
    await upsertRows(tx, 'supervision_task', ['item_id'], details);
  },
};
