import type { PostReference, UnitReference } from '@duban/ledger/column';
import type { Pack, PackUnit } from '@duban/pack/pack';
import { readPack } from '@duban/pack/read-pack';
import { addDays, addWorkingDays, createCalendar, isWorkingDay, type WorkingCalendar, workingDaysBetween } from '@duban/rules/calendar';
import { formatItemNumber } from '@duban/rules/numbers';
import type { Day, ItemKind } from '@duban/rules/vocabulary';
import { Dice } from './dice.ts';

/** What every ledger of the demo is made from: the pack, its calendar, dice, and the day on which the ledgers stand. */
export class World {
  readonly pack: Pack;
  readonly calendar: WorkingCalendar;
  readonly dice: Dice;
  /** Nothing in the ledgers happened after it. */
  readonly asOf: Day;
  readonly #units: ReadonlyMap<string, PackUnit>;
  readonly #postIds: ReadonlyMap<string, string>;

  constructor(pack: Pack, dice: Dice) {
    this.pack = pack;
    this.calendar = createCalendar(pack.calendar);
    this.dice = dice;
    this.asOf = pack.campaign.startOn;
    this.#units = new Map(pack.units.map((unit) => [unit.id, unit]));
    this.#postIds = new Map(pack.posts.map((post) => [post.title, post.id]));
  }

  unit(id: string): PackUnit {
    const unit = this.#units.get(id);
    if (!unit) throw new RangeError(`The pack has no unit ${id}`);
    return unit;
  }

  /** The ten counties and districts. */
  get counties(): PackUnit[] {
    return this.pack.units.filter(({ kind }) => kind === 'COUNTY');
  }

  /** 西平县 → 西平县; 市教育局 → 教育局; for use inside a sentence. */
  plainName(id: string): string {
    return this.unit(id).shortName.replace(/^市(?!产业|装备)/, '');
  }

  number(kind: ItemKind, serial: number): string {
    return formatItemNumber({ prefix: this.pack.campaign.numberPrefixes[kind], year: Number(this.asOf.slice(0, 4)), serial });
  }

  /** A post as a ledger names it: tied to the pack's post where the title is one. */
  post(title: string): PostReference {
    return { postId: this.#postIds.get(title) ?? null, text: title };
  }

  /** Title of the head of a unit, e.g. 市教育局局长. */
  headOf(unitId: string): string {
    const head = this.pack.posts.find(({ id }) => id === `${unitId}-head`);
    if (!head) throw new RangeError(`Unit ${unitId} has no head`);
    return head.title;
  }

  unitReference(id: string): UnitReference {
    return { unitId: id, text: this.unit(id).shortName };
  }

  /** A working day of [from, to]; the first on or after `from` when there is none. */
  workingDay(dice: Dice, from: Day, to: Day): Day {
    const before = addDays(from, -1);
    return addWorkingDays(this.calendar, before, dice.whole(1, Math.max(1, workingDaysBetween(this.calendar, before, to))));
  }

  after(day: Day, workingDays: number): Day {
    return addWorkingDays(this.calendar, day, workingDays);
  }

  /** The day itself, or the last working day before it. */
  workingDayUpTo(day: Day): Day {
    return isWorkingDay(this.calendar, day) ? day : addWorkingDays(this.calendar, day, -1);
  }

  workingDays(after: Day, upTo: Day): number {
    return workingDaysBetween(this.calendar, after, upTo);
  }
}

/** The demo's city. The same seed makes the same ledgers. */
export async function createWorld(seed: string): Promise<World> {
  return new World(await readPack('zhumadian-2014'), new Dice(seed));
}
