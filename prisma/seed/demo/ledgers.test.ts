import { isWorkingDay, monthEnd } from '@duban/rules/calendar';
import { lightDates, lightOn } from '@duban/rules/lights';
import { planOf, progressOf } from '@duban/rules/progress';
import type { Day, ItemKind, ItemState, Light } from '@duban/rules/vocabulary';
import { describe, expect, it } from 'vitest';
import { complaints } from './complaints.ts';
import { hardProblems } from './hard-problems.ts';
import { makeLarge, makeLedgers } from './ledgers.ts';
import { livelihoodWorks } from './livelihood-works.ts';
import { publicProblems } from './public-problems.ts';
import { rectificationProblems } from './rectification-problems.ts';
import { serviceProjects } from './service-projects.ts';
import { styleProblems } from './style-problems.ts';
import { supervisionTasks } from './supervision-tasks.ts';
import { createWorld } from './world.ts';

const world = await createWorld('duban');
const style = styleProblems(world, 660);
const projects = serviceProjects(world, 60);
const hard = hardProblems(world);
const works = livelihoodWorks(world);
const complaintRows = complaints(world, 420);
const tasks = supervisionTasks(world, 60);
const publicRows = publicProblems(world, 360);
const rectificationRows = rectificationProblems(world, 260);

interface Dated {
  state?: ItemState | null;
  foundOn?: Day | null;
  assignedOn?: Day | null;
  dueOn?: Day | null;
  closedOn?: Day | null;
  writtenOffOn?: Day | null;
}

const ledgers: [ItemKind, (Dated & { number: string; title: string; leadUnitId: string })[]][] = [
  ['STYLE_PROBLEM', style],
  ['SERVICE_PROJECT', projects.main],
  ['HARD_PROBLEM', hard.main],
  ['LIVELIHOOD_WORK', works.main],
  ['COMPLAINT', complaintRows],
  ['SUPERVISION_TASK', tasks],
  ['PUBLIC_PROBLEM', publicRows],
  ['RECTIFICATION_PROBLEM', rectificationRows],
];

describe.each(ledgers)('%s', (kind, rows) => {
  it('numbers its items from 1 and names units of the pack', () => {
    expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => world.number(kind, index + 1)));
    expect(rows.filter(({ leadUnitId }) => !world.unit(leadUnitId))).toEqual([]);
  });

  it('has no date out of order or after the day of the ledgers', () => {
    const wrong = rows.filter(({ foundOn, assignedOn, dueOn, closedOn, writtenOffOn }) => {
      const order = [foundOn ?? assignedOn!, assignedOn!, closedOn ?? assignedOn!, writtenOffOn ?? closedOn ?? assignedOn!];
      return order.some((day, index) => day > (order[index + 1] ?? world.asOf)) || dueOn! < assignedOn!;
    });
    expect(wrong).toEqual([]);
  });

  it('has state columns that agree with the dates', () => {
    for (const { state, closedOn, writtenOffOn, number } of rows) {
      expect([number, closedOn != null]).toEqual([number, state === 'CLOSED' || state === 'CALL_BACK' || state === 'WRITTEN_OFF']);
      expect([number, writtenOffOn != null]).toEqual([number, state === 'WRITTEN_OFF']);
    }
  });

  it('has things happen on working days', () => {
    const days = rows.flatMap(({ foundOn, assignedOn, closedOn, writtenOffOn }) => [foundOn, assignedOn, closedOn, writtenOffOn]);
    expect(days.filter((day) => day && !isWorkingDay(world.calendar, day))).toEqual([]);
  });
});

it('repeats the same ledgers for the same seed, and others for another', async () => {
  expect(makeLedgers(await createWorld('duban'))).toEqual(makeLedgers(world));
  expect(makeLedgers(await createWorld('other'))).not.toEqual(makeLedgers(world));
});

it('grows in proportion', () => {
  const sizes = Object.values(makeLarge(world, 13_390)).map(({ main }) => [...(main ?? [])].length);
  // A dozen complaints that nobody has decided on come on top, whatever the size.
  expect(Math.abs(sizes.reduce((sum, size) => sum + size, 0) - 13_390)).toBeLessThan(20);
});

describe('style problems', () => {
  it('are all worded differently, from every category and some fifty units', () => {
    expect(new Set(style.map(({ title }) => title)).size).toBe(660);
    expect(new Set(style.map(({ category }) => category)).size).toBe(10);
    expect(new Set(style.map(({ leadUnitId }) => leadUnitId)).size).toBeGreaterThanOrEqual(45);
  });

  it('are rectified at about 62 %, accepted before they are written off', () => {
    const done = style.filter(({ progressClass }) => progressClass === 'DONE').length;
    expect(done / 660).toBeGreaterThan(0.6);
    expect(done / 660).toBeLessThan(0.65);
    expect(style.filter(({ writtenOffOn, acceptedOn }) => writtenOffOn && (!acceptedOn || acceptedOn > writtenOffOn))).toEqual([]);
  });

  it('come back in some units after write-off', () => {
    const repeats = style.filter((row) =>
      style.some(
        (old) => old.leadUnitId === row.leadUnitId && old.category === row.category && old.writtenOffOn && old.writtenOffOn < row.foundOn,
      ),
    );
    expect(repeats.length).toBeGreaterThanOrEqual(25);
  });
});

it('solves 4 of 10, 12 of 56 and 39 of 95 hard problems, and has vice mayors lead those of the city', () => {
  const of = (level: string) => hard.main.filter((row) => row.level === level);
  const solved = (level: string) => of(level).filter(({ solvedOn }) => solvedOn).length;
  expect(['CITY', 'DEPARTMENT', 'COUNTY'].map((level) => [solved(level), of(level).length])).toEqual([
    [4, 10],
    [12, 56],
    [39, 95],
  ]);
  expect(of('CITY').every(({ dutyLeader }) => dutyLeader?.postId?.startsWith('vice-mayor'))).toBe(true);
});

it('gives every hard problem three to eight steps, done by the day it was solved', () => {
  for (const { number, solvedOn } of hard.main) {
    const steps = hard.steps.filter((step) => step.number === number);
    expect([number, steps.length >= 3 && steps.length <= 8]).toEqual([number, true]);
    if (solvedOn)
      expect(
        steps
          .map(({ actualOn }) => actualOn)
          .toSorted()
          .at(-1),
      ).toBe(solvedOn);
  }
});

it('adds county targets and actuals up to those of the work', () => {
  for (const { number, category, quantity } of works.main) {
    const counties = works.counties.filter((row) => row.number === number);
    expect([number, counties.length]).toEqual([number, category === 'six-matters' ? 0 : 10]);
    if (category === 'six-matters') continue;
    const actual = works.progress.filter((row) => row.number === number).findLast((row) => row.actual != null)?.actual;
    expect([number, sum(counties.map(({ target }) => target)), sum(counties.map(({ actual }) => actual ?? 0))]).toEqual([
      number,
      quantity,
      actual,
    ]);
  }
});

it('has monthly figures that never fall, and none of months to come', () => {
  for (const { number } of works.main) {
    const rows = works.progress.filter((row) => row.number === number);
    for (const values of [rows.map(({ planned }) => planned), rows.flatMap(({ actual }) => actual ?? [])])
      expect(values).toEqual(values.toSorted((a, b) => a! - b!));
    expect(rows.filter(({ actual, periodOn }) => actual != null && periodOn >= monthEnd(world.asOf))).toEqual([]);
  }
});

it('finishes about 91 % of the complaints in time, and names nobody', () => {
  const closed = complaintRows.filter(({ closedOn }) => closedOn);
  const onTime = closed.filter(({ closedOn, dueOn }) => closedOn! <= dueOn!).length / closed.length;
  expect(onTime).toBeGreaterThan(0.895);
  expect(onTime).toBeLessThan(0.93);
  expect(complaintRows.filter(({ realName, complainantName }) => realName !== (complainantName != null))).toEqual([]);
  for (const { complainantName, complainantPhone } of complaintRows) {
    if (complainantName) expect(complainantName).toMatch(/^群众[甲乙丙丁戊己庚辛壬癸]-\d{3}$/);
    if (complainantPhone) expect(complainantPhone).toMatch(/^1380000\d{4}$/);
  }
});

it('raises problems in every topic and county, answers what is closed, asks some again, and names nobody', () => {
  const closed = publicRows.filter(({ closedOn }) => closedOn);
  const onTime = closed.filter(({ closedOn, dueOn }) => closedOn! <= dueOn!).length / closed.length;
  expect(onTime).toBeGreaterThan(0.85);
  expect(onTime).toBeLessThan(0.96);
  expect(new Set(publicRows.map(({ category }) => category)).size).toBe(12);
  expect(publicRows.every(({ category }) => category)).toBe(true);
  expect(new Set(publicRows.flatMap(({ countyId }) => countyId ?? [])).size).toBe(10);
  expect(publicRows.filter(({ closedOn, answer, answeredOn }) => Boolean(closedOn) !== Boolean(answer && answeredOn))).toEqual([]);
  expect(publicRows.filter(({ satisfaction, state }) => satisfaction === 'DISSATISFIED' && state === 'WRITTEN_OFF')).toEqual([]);
  expect(publicRows.filter(({ satisfaction }) => satisfaction === 'DISSATISFIED').length).toBeGreaterThan(5);
  for (const { origin, raiserName, raiserPhone, title, content } of publicRows) {
    if (origin === 'SELF_FOUND') expect([raiserName, raiserPhone]).toEqual([null, null]);
    if (raiserName) expect(raiserName).toMatch(/^群众[甲乙丙丁戊己庚辛壬癸]-\d{3}$/);
    if (raiserPhone) expect(raiserPhone).toMatch(/^1380000\d{4}$/);
    expect(`${title}${content}`).not.toMatch(/\{|undefined|群众[甲乙丙丁戊己庚辛壬癸]-/);
  }
});

describe('lights on the day of the ledgers', () => {
  const lights: Record<ItemKind, (Light | null)[]> = {
    STYLE_PROBLEM: style.map((row) => light('STYLE_PROBLEM', row, null, [])),
    COMPLAINT: complaintRows.filter(({ acceptedOn }) => acceptedOn).map((row) => light('COMPLAINT', row, null, [])),
    SUPERVISION_TASK: tasks.map((row) => light('SUPERVISION_TASK', row, null, [])),
    PUBLIC_PROBLEM: publicRows.map((row) => light('PUBLIC_PROBLEM', row, null, [])),
    RECTIFICATION_PROBLEM: rectificationRows.map((row) => light('RECTIFICATION_PROBLEM', row, null, [])),
    SERVICE_PROJECT: projects.main.map((row) => {
      const nodes = projects.nodes.filter(({ number }) => number === row.number).map(stepOf);
      return light(
        'SERVICE_PROJECT',
        row,
        progressOf('SERVICE_PROJECT', { nodes }),
        planOf('SERVICE_PROJECT', { nodes }, reporting('SERVICE_PROJECT')),
      );
    }),
    HARD_PROBLEM: hard.main.map((row) => {
      const steps = hard.steps.filter(({ number }) => number === row.number).map((step) => ({ ...stepOf(step), weight: step.weight ?? 1 }));
      return light(
        'HARD_PROBLEM',
        row,
        progressOf('HARD_PROBLEM', { steps }),
        planOf('HARD_PROBLEM', { steps }, reporting('HARD_PROBLEM')),
      );
    }),
    LIVELIHOOD_WORK: works.main.map((row) => {
      const months = works.progress.filter(({ number }) => number === row.number);
      const last = months.findLast(({ actual }) => actual != null);
      const detail = {
        targets: [{ target: row.quantity, actual: last?.actual ?? 0 }],
        monthlyPlan: months.map(({ periodOn, planned }) => ({ periodOn, quantity: planned ?? 0 })),
      };
      return light(
        'LIVELIHOOD_WORK',
        row,
        progressOf('LIVELIHOOD_WORK', detail),
        planOf('LIVELIHOOD_WORK', detail, reporting('LIVELIHOOD_WORK')),
        last?.periodOn,
      );
    }),
  };

  it.each(Object.entries(lights))('%s: mostly green, some yellow, few red', (_, all) => {
    const lit = all.filter((one) => one !== null);
    const share = (wanted: Light) => lit.filter((one) => one === wanted).length / lit.length;
    expect(share('GREEN')).toBeGreaterThan(0.5);
    expect(share('YELLOW')).toBeGreaterThan(0.08);
    expect(share('YELLOW')).toBeLessThan(0.27);
    expect(share('RED')).toBeGreaterThan(0.03);
    expect(share('RED')).toBeLessThan(0.18);
  });

  it('has works that did not report', () => {
    expect(lights.LIVELIHOOD_WORK.filter((one) => one === 'GREY').length).toBeGreaterThanOrEqual(1);
  });
});

function reporting(kind: ItemKind) {
  return { calendar: world.calendar, graceWorkingDays: thresholdsOf(kind).reportGraceWorkingDays };
}

function thresholdsOf(kind: ItemKind) {
  return world.pack.thresholds.find((row) => row.kind === kind)!;
}

function stepOf({ plannedOn, actualOn }: { plannedOn: Day; actualOn?: Day | null }) {
  return { plannedOn, actualOn: actualOn ?? null };
}

function light(
  kind: ItemKind,
  row: Dated,
  progressPercent: number | null,
  plan: ReturnType<typeof planOf>,
  reportedThrough: Day = '2014-08-31',
): Light | null {
  const { assignedOn, dueOn, state } = row;
  const dates = lightDates(world.calendar, {
    assignedOn: assignedOn!,
    dueOn: dueOn!,
    progressPercent,
    plan,
    reportedThrough,
    thresholds: thresholdsOf(kind),
    from: world.asOf,
  });
  return lightOn({ ...dates, state: state! }, world.asOf);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
