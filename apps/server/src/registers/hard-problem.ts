import { planOf, progressOf } from '@duban/rules/progress';
import { sql, type TableRow } from '../database.ts';
import { upsertRows } from '../modules/exchange/write-rows.ts';
import type { RegisterAdapter } from './register-adapter.ts';
import { stepColumns, stepPoints, stepRow } from './steps.ts';

/** 破解难题台账 (policy 2(3)). */
export const hardProblemAdapter: RegisterAdapter<'HARD_PROBLEM'> = {
  kind: 'HARD_PROBLEM',
  from: sql`JOIN hard_problem d ON d.item_id = i.id`,
  columns: sql`d.background, d.plan, d.team, d.result, d.solved_on AS "solvedOn"`,
  childQueries: {
    steps: (itemIds) => sql`SELECT ${stepColumns}, s.measure, s.person, s.weight, s.decision_needed AS "decisionNeeded"
      FROM item_step s LEFT JOIN unit u ON u.id = s.unit_id WHERE s.item_id = ANY(${itemIds}::uuid[]) ORDER BY s.item_id, s.position`,
  },
  pastDays: { main: ['foundOn', 'assignedOn', 'solvedOn', 'closedOn', 'writtenOffOn'], steps: ['startedOn', 'actualOn'] },
  complete: ({ main, children }) => ({
    main: { ...main, foundOn: main.foundOn ?? main.assignedOn },
    children: { steps: children.steps.map((step) => ({ ...step, weight: step.weight ?? 1 })) },
  }),
  facts: ({ level, dutyLeader, source, foundOn, assignedOn, dueOn }) => ({
    level,
    dutyPostId: dutyLeader?.postId ?? null,
    dutyLeader: dutyLeader?.text ?? null,
    source,
    foundOn: foundOn ?? assignedOn,
    assignedOn,
    dueOn,
  }),
  measure({ children }, { calendar, thresholds, today }) {
    const steps = children.steps.map(({ plannedOn, actualOn, weight }) => ({ plannedOn, actualOn, weight: weight ?? 1 }));
    const plan = planOf('HARD_PROBLEM', { steps }, { calendar, graceWorkingDays: thresholds.HARD_PROBLEM.reportGraceWorkingDays });
    return { plan, points: stepPoints(steps, plan, today, (known) => progressOf('HARD_PROBLEM', { steps: known }), []) };
  },
  async write(tx, writes) {
    const details = writes.map(
      ({ itemId, after: { main } }): TableRow => ({
        item_id: itemId,
        background: main.background,
        plan: main.plan,
        team: main.team,
        result: main.result,
        solved_on: main.solvedOn,
      }),
    );
    await upsertRows(tx, 'hard_problem', ['item_id'], details);
    const steps = writes.flatMap(({ itemId, after }) =>
      after.children.steps.map(
        (step): TableRow => ({
          ...stepRow(itemId, step),
          measure: step.measure,
          person: step.person,
          weight: step.weight,
          decision_needed: step.decisionNeeded,
        }),
      ),
    );
    await upsertRows(tx, 'item_step', ['item_id', 'position'], steps);
  },
};
