import { planOf, progressOf } from '@duban/rules/progress';
import { sql, type TableRow } from '../database.ts';
import { upsertRows } from '../modules/exchange/write-rows.ts';
import { changedFigures, type MonthSeries, monthsQuery, reportKnownOn, writeFigures } from './figures.ts';
import type { Entry } from './ledger-entry.ts';
import type { EntryWrite, RegisterAdapter } from './register-adapter.ts';

type Children = Entry<'LIVELIHOOD_WORK'>['children'];

const progressSeries = [
  { key: 'planned', series: 'PLAN' },
  { key: 'actual', series: 'ACTUAL' },
] as const satisfies MonthSeries<Children['progress'][number]>;

const fundsSeries = [
  { key: 'arrived', series: 'FUNDS_ARRIVED' },
  { key: 'paid', series: 'FUNDS_PAID' },
] as const satisfies MonthSeries<Children['funds'][number]>;

/** 民生实事台账 (policy 2(4)1). */
export const livelihoodWorkAdapter: RegisterAdapter<'LIVELIHOOD_WORK'> = {
  kind: 'LIVELIHOOD_WORK',
  from: sql`JOIN livelihood_work d ON d.item_id = i.id`,
  columns: sql`d.matter, d.nature, d.quantity, d.quantity_unit AS "quantityUnit", d.promise, d.start_on AS "startOn", d.finish_on AS "finishOn",
    d.accepted_on AS "acceptedOn", d.funds_planned AS "fundsPlanned"`,
  childQueries: {
    counties: (itemIds) => sql`SELECT t.item_id AS "itemId", t.county_id AS "countyId", t.target, t.actual
      FROM county_target t JOIN unit u ON u.id = t.county_id WHERE t.item_id = ANY(${itemIds}::uuid[]) ORDER BY t.item_id, u.position, u.id`,
    progress: (itemIds) => monthsQuery(itemIds, progressSeries),
    funds: (itemIds) => monthsQuery(itemIds, fundsSeries),
  },
  pastDays: { main: ['foundOn', 'assignedOn', 'startOn', 'finishOn', 'acceptedOn', 'closedOn', 'writtenOffOn'] },
  pastFigures: { progress: ['actual'], funds: ['arrived', 'paid'] },
  complete: ({ main, children }) => ({
    main: { ...main, foundOn: main.foundOn ?? main.assignedOn },
    children: { ...children, counties: children.counties.map((county) => ({ ...county, actual: county.actual ?? 0 })) },
  }),
  facts: ({ dutyLeader, source, foundOn, assignedOn, dueOn }) => ({
    level: null,
    dutyPostId: dutyLeader?.postId ?? null,
    dutyLeader: dutyLeader?.text ?? null,
    source,
    foundOn: foundOn ?? assignedOn,
    assignedOn,
    dueOn,
  }),
  measure({ main, children }, context) {
    const { calendar, thresholds, today } = context;
    const monthlyPlan = children.progress.flatMap(({ periodOn, planned }) => (planned === null ? [] : [{ periodOn, quantity: planned }]));
    const percentOf = (targets: { target: number; actual: number }[]) => progressOf('LIVELIHOOD_WORK', { targets, monthlyPlan });
    const plan = planOf(
      'LIVELIHOOD_WORK',
      { targets: [{ target: main.quantity, actual: 0 }], monthlyPlan },
      { calendar, graceWorkingDays: thresholds.LIVELIHOOD_WORK.reportGraceWorkingDays },
    );
    const reported = children.progress
      .flatMap(({ periodOn, actual }) => (actual === null ? [] : [{ periodOn, actual }]))
      .sort((a, b) => (a.periodOn < b.periodOn ? -1 : 1));
    if (reported.length === 0 && children.counties.some(({ actual }) => (actual ?? 0) > 0)) {
      const percent = percentOf(children.counties.map(({ target, actual }) => ({ target, actual: actual ?? 0 })));
      return { plan, points: [{ on: today, percent, reportedThrough: null }] };
    }
    const points = reported.map(({ periodOn, actual }) => ({
      on: reportKnownOn('LIVELIHOOD_WORK', periodOn, context),
      percent: percentOf([{ target: main.quantity, actual }]),
      reportedThrough: periodOn,
    }));
    return { plan, points };
  },
  async write(tx, writes, context) {
    await upsertRows(tx, 'livelihood_work', ['item_id'], writes.map(detailRow));
    const targets = writes.flatMap(({ itemId, after }) =>
      after.children.counties.map(({ countyId, target, actual }): TableRow => ({ item_id: itemId, county_id: countyId, target, actual })),
    );
    await upsertRows(tx, 'county_target', ['item_id', 'county_id'], targets);
    const figures = writes.flatMap(({ itemId, before, after }) => {
      const shared = { itemId, kind: 'LIVELIHOOD_WORK', assignedOn: after.main.assignedOn } as const;
      const of = <S extends 'progress' | 'funds'>(sheet: S) => ({ before: before?.children[sheet] ?? null, after: after.children[sheet] });
      return [
        ...changedFigures({ ...shared, ...of('progress') }, progressSeries, context),
        ...changedFigures({ ...shared, ...of('funds') }, fundsSeries, context),
      ];
    });
    await writeFigures(tx, figures, { supersede: writes.some(({ before }) => before !== null) });
  },
};

function detailRow({ itemId, after: { main } }: EntryWrite<'LIVELIHOOD_WORK'>): TableRow {
  return {
    item_id: itemId,
    matter: main.matter,
    nature: main.nature,
    quantity: main.quantity,
    quantity_unit: main.quantityUnit,
    promise: main.promise,
    start_on: main.startOn,
    finish_on: main.finishOn,
    accepted_on: main.acceptedOn,
    funds_planned: main.fundsPlanned,
  };
}
