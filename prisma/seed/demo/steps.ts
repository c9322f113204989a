import { addDays } from '@duban/rules/calendar';
import type { Day } from '@duban/rules/vocabulary';
import type { Dice } from './dice.ts';
import type { World } from './world.ts';

/** How a matter that moves by steps goes: as planned, some steps late, or stuck. */
export type Pace = 'ON_PLAN' | 'SLOW' | 'STUCK';

export interface StepDates {
  plannedFrom: Day;
  plannedOn: Day;
  startedOn: Day | null;
  actualOn: Day | null;
}

/**
 * Dates of `count` steps that follow each other from `from` to `due`, and what had happened by the day of the ledgers:
 * on plan = every step within days of its plan; slow = the last of the steps due by August (about an eighth of all) are open; stuck = nothing moved after the first quarter of those.
 * With `finishedOn`, all are done by then.
 */
export function stepDates(
  world: World,
  dice: Dice,
  { count, from, due, pace, finishedOn }: { count: number; from: Day; due: Day; pace: Pace; finishedOn?: Day },
): StepDates[] {
  const span = Math.max(count, world.workingDays(from, due));
  const planned = Array.from({ length: count }, (_, index) => {
    const to =
      index === count - 1
        ? due
        : world.after(from, Math.max(1, Math.round((span * (index + 1)) / count + dice.between(-0.2, 0.2) * (span / count))));
    return to > due ? due : to;
  });
  const dueByAugust = planned.filter((day) => day <= '2014-08-31').length;
  const doneUpTo = { ON_PLAN: count, SLOW: Math.max(0, dueByAugust - Math.ceil(count * 0.12)), STUCK: Math.floor(dueByAugust / 4) }[pace];

  let before = from;
  return planned.map((plannedOn, index) => {
    let plannedFrom = world.after(planned[index - 1] ?? from, 1);
    if (plannedFrom > plannedOn) plannedFrom = plannedOn;
    const drift = Math.round(dice.between(-0.25, 0.1) * (span / count));
    let actualOn: Day | null = world.after(plannedOn, drift);
    if (finishedOn) {
      const share = (index + 1) / count;
      actualOn = index === count - 1 ? finishedOn : world.workingDayUpTo(addDays(from, Math.floor(share * daysOf(from, finishedOn))));
    }
    if (actualOn <= before) actualOn = world.after(before, 1);
    if (actualOn > world.asOf || (!finishedOn && index >= doneUpTo)) actualOn = null;
    const startedOn = startOf(world, dice, before, plannedFrom, actualOn);
    if (actualOn) before = actualOn;
    return { plannedFrom, plannedOn, startedOn, actualOn };
  });
}

function daysOf(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** A done step began after the one before it; an open one may have begun. */
function startOf(world: World, dice: Dice, before: Day, plannedFrom: Day, actualOn: Day | null): Day | null {
  if (actualOn) {
    const began = world.after(before, 1);
    return began > actualOn ? actualOn : began;
  }
  if (plannedFrom > world.asOf || !dice.chance(0.7)) return null;
  const began = world.after(plannedFrom, dice.whole(0, 6));
  return began > world.asOf ? null : began;
}
