import { transitionOf } from './item-states.ts';
import type { ItemState, Light } from './vocabulary.ts';

/** Rungs of the urging ladder (mission B4), lowest first: 提醒, 催办, 黄牌, 红牌. */
export const rungs = ['REMINDER', 'URGE', 'YELLOW_CARD', 'RED_CARD'] as const;
export type Rung = (typeof rungs)[number];

/** Rungs that name a last day for the unit's answer. */
export const cards: readonly Rung[] = ['YELLOW_CARD', 'RED_CARD'];

/** Letter before the number of a rung's slip. */
export const rungPrefixes: Readonly<Record<Rung, string>> = { REMINDER: '提', URGE: '催', YELLOW_CARD: '黄', RED_CARD: '红' };

/** A rung climbed for a part. */
export interface ClimbedRung {
  rung: Rung;
  /** Round of the item in which it was climbed. */
  round: number;
  /** The unit has reported since. */
  isAnswered: boolean;
}

/** What of a part decides how far up the ladder it may be urged. */
export interface LadderFacts {
  state: ItemState;
  /** The item's present round. */
  round: number;
  history: readonly ClimbedRung[];
  /** Its limit has passed. */
  isOverdue: boolean;
  light: Light | null;
}

/** Why a rung is not open. */
export const rungRefusals = ['NOT_UNDER_WAY', 'LOWER_THAN_CLIMBED', 'NO_CAUSE_FOR_CARD', 'YELLOW_FIRST'] as const;
export type RungRefusal = (typeof rungRefusals)[number];

/**
 * Why a rung can't be climbed now; null = it is open. In this order:
 * - the state table must have URGE from the part's state (nobody is urged who has reported, returned or ended);
 * - never below what was climbed in this round: yellow after red is refused; the same rung may be repeated;
 * - a red card only after a yellow card;
 * - a yellow card only for a part that is overdue, has a red light, or left an urge or card unanswered.
 * A new round begins the ladder anew.
 */
export function rungRefusal(rung: Rung, { state, round, history, isOverdue, light }: LadderFacts): RungRefusal | null {
  if (!transitionOf(state, 'URGE')) return 'NOT_UNDER_WAY';
  const current = history.filter((climbed) => climbed.round === round);
  const highest = highestRung(current);
  if (highest && rankOf(rung) < rankOf(highest)) return 'LOWER_THAN_CLIMBED';
  if (rung === 'RED_CARD') return current.some((climbed) => rankOf(climbed.rung) >= rankOf('YELLOW_CARD')) ? null : 'YELLOW_FIRST';
  if (rung !== 'YELLOW_CARD') return null;
  const isUnanswered = current.some((climbed) => climbed.rung !== 'REMINDER' && !climbed.isAnswered);
  return isOverdue || light === 'RED' || isUnanswered ? null : 'NO_CAUSE_FOR_CARD';
}

/** The rungs that can be climbed now, lowest first. */
export function openRungs(facts: LadderFacts): Rung[] {
  return rungs.filter((rung) => rungRefusal(rung, facts) === null);
}

/** The highest of rungs; null when there is none. */
export function highestRung(climbed: readonly Pick<ClimbedRung, 'rung'>[]): Rung | null {
  return climbed.reduce<Rung | null>((highest, { rung }) => (highest && rankOf(highest) >= rankOf(rung) ? highest : rung), null);
}

function rankOf(rung: Rung): number {
  return rungs.indexOf(rung);
}
