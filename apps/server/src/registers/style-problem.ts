import { progressOf } from '@duban/rules/progress';
import { sql, type TableRow } from '../database.ts';
import { rowProblem } from '../modules/exchange/row-problem.ts';
import { upsertRows } from '../modules/exchange/write-rows.ts';
import type { RegisterAdapter } from './register-adapter.ts';

/** 十个方面问题台账 (policy 2(1)). */
export const styleProblemAdapter: RegisterAdapter<'STYLE_PROBLEM'> = {
  kind: 'STYLE_PROBLEM',
  from: sql`JOIN style_problem d ON d.item_id = i.id`,
  columns: sql`d.other_categories AS "otherCategories", d.subject, d.cause, d.measure, d.standard, d.term, d.progress_class AS "progressClass",
    d.evidence, d.acceptance_opinion AS "acceptanceOpinion", d.accepted_on AS "acceptedOn", d.satisfaction`,
  childQueries: {},
  pastDays: { main: ['foundOn', 'assignedOn', 'acceptedOn', 'closedOn', 'writtenOffOn'] },
  complete: (entry) => entry,
  facts: ({ dutyLeader, source, foundOn, assignedOn, dueOn }) => ({
    level: null,
    dutyPostId: dutyLeader?.postId ?? null,
    dutyLeader: dutyLeader?.text ?? null,
    source,
    foundOn,
    assignedOn,
    dueOn,
  }),
  // A class has no day of its own: 到位 is known since acceptance, anything else since this ledger.
  measure({ main }, { today }) {
    const percent = progressOf('STYLE_PROBLEM', { rectificationClass: main.progressClass });
    if (percent === 0) return { plan: [], points: [] };
    const knownOn = (main.progressClass === 'DONE' ? (main.acceptedOn ?? main.closedOn) : null) ?? today;
    return { plan: [], points: [{ on: knownOn, percent, reportedThrough: null }] };
  },
  problems({ acceptedOn, writtenOffOn }) {
    if (writtenOffOn === null || (acceptedOn !== null && acceptedOn <= writtenOffOn)) return [];
    return [rowProblem('BEFORE_ACCEPTANCE', {}, '验收日期')];
  },
  async write(tx, writes) {
    const details = writes.map(
      ({ itemId, after: { main } }): TableRow => ({
        item_id: itemId,
        subject: main.subject,
        term: main.term,
        other_categories: main.otherCategories ?? [],
        cause: main.cause,
        measure: main.measure,
        standard: main.standard,
        progress_class: main.progressClass,
        evidence: main.evidence,
        acceptance_opinion: main.acceptanceOpinion,
        accepted_on: main.acceptedOn,
        satisfaction: main.satisfaction,
      }),
    );
    await upsertRows(tx, 'style_problem', ['item_id'], details);
  },
};
