import { publicProblemRegister } from '@duban/ledger/registers/public-problem';
import { CalendarYearMissing } from '@duban/rules/calendar';
import { dueOf } from '@duban/rules/limits';
import type { Day } from '@duban/rules/vocabulary';
import { sql, type TableRow } from '../database.ts';
import { type RowProblem, rowProblem } from '../modules/exchange/row-problem.ts';
import { upsertRows } from '../modules/exchange/write-rows.ts';
import type { LedgerContext } from './ledger-context.ts';
import { type GivenCells, isSameCell, type MainRow } from './ledger-entry.ts';
import { noRaiser, openRaiser, type Raiser, sealedRaiserColumns, sealRaiser } from './raiser.ts';
import { clearOfRaiser } from './raiser-words.ts';
import type { RegisterAdapter } from './register-adapter.ts';

/** 群众反映问题台账 (policy 2(4)3). It has no measure: its light follows its time alone. */
export const publicProblemAdapter: RegisterAdapter<'PUBLIC_PROBLEM'> = {
  kind: 'PUBLIC_PROBLEM',
  from: sql`JOIN public_problem d ON d.item_id = i.id LEFT JOIN problem_raiser r ON r.item_id = i.id`,
  columns: sql`d.origin, d.channel, d.content, d.people_affected AS "peopleAffected", d.measure, d.answer, d.answered_on AS "answeredOn",
    d.satisfaction, d.external_number AS "externalNumber", i.found_on AS "raisedOn", ${sealedRaiserColumns}`,
  finish: (stored, { withPersonal }) => ({ ...stored, ...(withPersonal ? openRaiser(stored) : noRaiser) }),
  childQueries: {},
  pastDays: { main: ['raisedOn', 'assignedOn', 'answeredOn', 'closedOn', 'writtenOffOn'] },
  complete: ({ main, children }, context) => {
    const origin = main.origin ?? (main.channel === 'self-found' ? 'SELF_FOUND' : 'ASKED_FOR');
    const assignedOn = main.assignedOn ?? main.raisedOn;
    // A row of another channel that brings its answer is done; one without waits with its unit.
    const state = main.state ?? (main.answeredOn && main.externalNumber ? 'CLOSED' : null);
    return {
      main: {
        ...main,
        ...withoutRaiser(main),
        origin,
        channel: main.channel ?? channelOf(origin, main.externalNumber),
        assignedOn,
        dueOn: main.dueOn ?? dueDay(context, assignedOn),
        state,
        closedOn: main.closedOn ?? (state === 'CLOSED' && !main.state ? main.answeredOn : null),
      },
      children,
    };
  },
  facts: ({ dutyLeader, raisedOn, assignedOn, dueOn }) => ({
    level: null,
    dutyPostId: dutyLeader?.postId ?? null,
    dutyLeader: dutyLeader?.text ?? null,
    source: null,
    foundOn: raisedOn,
    assignedOn: assignedOn ?? raisedOn,
    dueOn: dueOn ?? raisedOn,
  }),
  measure: () => ({ plan: [], points: [] }),
  warnings: namesRaiser,
  problems: ({ category, externalNumber, dueOn }) => [
    ...(category || externalNumber ? [] : [rowProblem('NEEDED', { header: '问题类别' }, '问题类别')]),
    ...(dueOn ? [] : [rowProblem('NEEDED', { header: '办结时限' }, '办结时限')]),
  ],
  async write(tx, writes) {
    const raisers: TableRow[] = [];
    const details = writes.map(({ itemId, before, after: { main }, stored }): TableRow => {
      const raiser = raiserOf(main);
      const wrappedKey = stored?.wrappedKey instanceof Buffer ? stored.wrappedKey : null;
      if (!isSameRaiser(raiser, before ? raiserOf(before.main) : noRaiser)) raisers.push(sealRaiser(itemId, raiser, wrappedKey));
      return {
        item_id: itemId,
        origin: main.origin,
        channel: main.channel,
        content: main.content,
        people_affected: main.peopleAffected,
        measure: main.measure,
        answer: main.answer,
        answered_on: main.answeredOn,
        satisfaction: main.satisfaction,
        external_number: main.externalNumber,
      };
    });
    await upsertRows(tx, 'public_problem', ['item_id'], details);
    await upsertRows(tx, 'problem_raiser', ['item_id'], raisers);
  },
};

/** Texts that everybody reads who sees the item. Messages of other channels are often signed, and answers begin with the name. */
const readTexts = ['title', 'content', 'measure', 'answer'] as const;

function withoutRaiser(main: MainRow<'PUBLIC_PROBLEM'>): Pick<MainRow<'PUBLIC_PROBLEM'>, (typeof readTexts)[number]> {
  const raiser = raiserOf(main);
  const clear = (text: string | null) => text && clearOfRaiser(text, raiser);
  return {
    title: clearOfRaiser(main.title, raiser),
    content: clearOfRaiser(main.content, raiser),
    measure: clear(main.measure),
    answer: clear(main.answer),
  };
}

/** Which texts of a row will be cleared of whoever raised it. */
function namesRaiser(given: GivenCells): RowProblem[] {
  const { raiserName = null, raiserPhone = null } = given as Partial<Raiser>;
  return readTexts.flatMap((key) => {
    const text = given[key];
    const isNamed = typeof text === 'string' && clearOfRaiser(text, { raiserName, raiserPhone }) !== text;
    const { header } = publicProblemRegister.sheets.main.columns.find((column) => column.key === key)!;
    return isNamed ? [rowProblem('NAMES_RAISER', { header }, header)] : [];
  });
}

/** What has a number of origin and names no channel. */
export const channelOfMessages = 'message';

function channelOf(origin: string, externalNumber: string | null): string {
  if (externalNumber) return channelOfMessages;
  return origin === 'SELF_FOUND' ? 'self-found' : 'meeting';
}

/** Last day by the limit `public-problem`; null where the pack has none, or the year no calendar yet. */
export function dueDay({ calendar, limits }: LedgerContext, start: Day): Day | null {
  const limit = limits.get('public-problem');
  try {
    return limit ? dueOf(calendar, { start, limit }) : null;
  } catch (error) {
    if (error instanceof CalendarYearMissing) return null;
    throw error;
  }
}

function raiserOf({ raiserName, raiserPhone }: MainRow<'PUBLIC_PROBLEM'>): Raiser {
  return { raiserName, raiserPhone };
}

function isSameRaiser(a: Raiser, b: Raiser): boolean {
  return isSameCell(a.raiserName, b.raiserName) && isSameCell(a.raiserPhone, b.raiserPhone);
}
