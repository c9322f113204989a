import { planOf, progressOf } from '@duban/rules/progress';
import { insertRows, sql, type TableRow } from '../database.ts';
import { updateMatching, upsertRows } from '../modules/exchange/write-rows.ts';
import { orderedId } from '../modules/item/ordered-id.ts';
import { changedFigures, type MonthSeries, monthsQuery, reportKnownOn, writeFigures } from './figures.ts';
import type { Entry } from './ledger-entry.ts';
import type { EntryWrite, RegisterAdapter } from './register-adapter.ts';
import { stepColumns, stepPoints, stepRow } from './steps.ts';

type Children = Entry<'SERVICE_PROJECT'>['children'];
type Breach = Children['breaches'][number];

const investmentSeries = [
  { key: 'planned', series: 'INVESTMENT_PLANNED' },
  { key: 'actual', series: 'INVESTMENT_ACTUAL' },
] as const satisfies MonthSeries<Children['investment'][number]>;

/** 项目服务台账 (policy 2(2)1). */
export const serviceProjectAdapter: RegisterAdapter<'SERVICE_PROJECT'> = {
  kind: 'SERVICE_PROJECT',
  from: sql`JOIN service_project d ON d.item_id = i.id`,
  columns: sql`d.investor, d.total_investment AS "totalInvestment", d.year_investment AS "yearInvestment", d.leader,
    d.entrusted_on AS "entrustedOn", d.land_mu AS "landMu", d.households, d.issues_raised AS "issuesRaised", d.issues_solved AS "issuesSolved",
    d.enterprise_rating AS "enterpriseRating"`,
  childQueries: {
    team: (
      itemIds,
    ) => sql`SELECT m.item_id AS "itemId", m.unit_id AS "unitId", m.member FROM project_member m JOIN unit u ON u.id = m.unit_id
      WHERE m.item_id = ANY(${itemIds}::uuid[]) ORDER BY m.item_id, u.position, u.id`,
    nodes: (itemIds) => sql`SELECT ${stepColumns} FROM item_step s LEFT JOIN unit u ON u.id = s.unit_id
      WHERE s.item_id = ANY(${itemIds}::uuid[]) ORDER BY s.item_id, s.position`,
    investment: (itemIds) => monthsQuery(itemIds, investmentSeries),
    breaches: (itemIds) => sql`SELECT b.item_id AS "itemId", b.kind, b.occurred_on AS "occurredOn", b.description, b.unit_id AS "unitId",
        b.settled_on AS "settledOn"
      FROM zero_contact_breach b WHERE b.item_id = ANY(${itemIds}::uuid[]) ORDER BY b.item_id, b.occurred_on, b.kind, b.description, b.id`,
  },
  pastDays: {
    main: ['foundOn', 'assignedOn', 'entrustedOn', 'closedOn', 'writtenOffOn'],
    nodes: ['startedOn', 'actualOn'],
    breaches: ['occurredOn', 'settledOn'],
  },
  pastFigures: { investment: ['actual'] },
  complete: ({ main, children }) => ({
    main: {
      ...main,
      foundOn: main.foundOn ?? main.assignedOn,
      issuesRaised: main.issuesRaised ?? 0,
      issuesSolved: main.issuesSolved ?? 0,
    },
    children,
  }),
  facts: ({ leader, source, foundOn, assignedOn, dueOn }) => ({
    level: null,
    dutyPostId: null,
    dutyLeader: leader,
    source,
    foundOn: foundOn ?? assignedOn,
    assignedOn,
    dueOn,
  }),
  measure({ children }, context) {
    const { calendar, thresholds, today } = context;
    const plan = planOf(
      'SERVICE_PROJECT',
      { nodes: children.nodes },
      { calendar, graceWorkingDays: thresholds.SERVICE_PROJECT.reportGraceWorkingDays },
    );
    const reportedMonths = children.investment
      .filter(({ actual }) => actual !== null)
      .map(({ periodOn }) => ({ periodOn, knownOn: reportKnownOn('SERVICE_PROJECT', periodOn, context) }));
    const points = stepPoints(children.nodes, plan, today, (nodes) => progressOf('SERVICE_PROJECT', { nodes }), reportedMonths);
    return { plan, points };
  },
  async write(tx, writes, context) {
    await upsertRows(tx, 'service_project', ['item_id'], writes.map(detailRow));
    const members = writes.flatMap(({ itemId, after }) =>
      after.children.team.map(({ unitId, member }): TableRow => ({ item_id: itemId, unit_id: unitId, member })),
    );
    await upsertRows(tx, 'project_member', ['item_id', 'unit_id'], members);
    const nodes = writes.flatMap(({ itemId, after }) => after.children.nodes.map((node) => stepRow(itemId, node)));
    await upsertRows(tx, 'item_step', ['item_id', 'position'], nodes);
    const figures = writes.flatMap(({ itemId, before, after }) =>
      changedFigures(
        {
          itemId,
          kind: 'SERVICE_PROJECT',
          assignedOn: after.main.assignedOn,
          before: before?.children.investment ?? null,
          after: after.children.investment,
        },
        investmentSeries,
        context,
      ),
    );
    await writeFigures(tx, figures, { supersede: writes.some(({ before }) => before !== null) });
    const [added, known] = splitBreaches(writes);
    await insertRows(tx, 'zero_contact_breach', added);
    await updateMatching(tx, 'zero_contact_breach', breachKey, known);
  },
};

function detailRow({ itemId, after: { main } }: EntryWrite<'SERVICE_PROJECT'>): TableRow {
  return {
    item_id: itemId,
    investor: main.investor,
    total_investment: main.totalInvestment,
    year_investment: main.yearInvestment,
    leader: main.leader,
    entrusted_on: main.entrustedOn,
    land_mu: main.landMu,
    households: main.households,
    issues_raised: main.issuesRaised,
    issues_solved: main.issuesSolved,
    enterprise_rating: main.enterpriseRating,
  };
}

const breachKey = ['item_id', 'kind', 'occurred_on', 'description'];

function breachRow(itemId: string, { kind, occurredOn, description, unitId, settledOn }: Breach): TableRow {
  return { item_id: itemId, kind, occurred_on: occurredOn, description, unit_id: unitId, settled_on: settledOn };
}

/** Breaches that are new, and those that stand already and may have been settled since. */
function splitBreaches(writes: readonly EntryWrite<'SERVICE_PROJECT'>[]): [TableRow[], TableRow[]] {
  const added: TableRow[] = [];
  const known: TableRow[] = [];
  const nameOf = ({ kind, occurredOn, description }: Breach) => JSON.stringify([kind, occurredOn, description]);
  for (const { itemId, before, after } of writes) {
    const standing = new Set((before?.children.breaches ?? []).map(nameOf));
    for (const breach of after.children.breaches) {
      if (standing.has(nameOf(breach))) known.push(breachRow(itemId, breach));
      else added.push({ id: orderedId(), ...breachRow(itemId, breach) });
    }
  }
  return [added, known];
}
