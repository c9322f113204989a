import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { transitionOf } from './item-states.ts';
import { type ClimbedRung, highestRung, type LadderFacts, openRungs, type Rung, rungRefusal, rungs } from './urging.ts';
import { itemStates, lights } from './vocabulary.ts';

const climbed = (rung: Rung, isAnswered = false, round = 1): ClimbedRung => ({ rung, isAnswered, round });
const facts = (more: Partial<LadderFacts> = {}): LadderFacts => ({
  state: 'IN_PROGRESS',
  round: 1,
  history: [],
  isOverdue: false,
  light: 'GREEN',
  ...more,
});

describe('the ladder', () => {
  it.each<[string, Partial<LadderFacts>, Rung[]]>([
    ['nothing climbed, in time', {}, ['REMINDER', 'URGE']],
    ['nothing climbed, overdue', { isOverdue: true }, ['REMINDER', 'URGE', 'YELLOW_CARD']],
    ['nothing climbed, red light', { light: 'RED' }, ['REMINDER', 'URGE', 'YELLOW_CARD']],
    ['yellow light is no cause for a card', { light: 'YELLOW' }, ['REMINDER', 'URGE']],
    ['an unanswered reminder is none either', { history: [climbed('REMINDER')] }, ['REMINDER', 'URGE']],
    ['an unanswered urge is', { history: [climbed('URGE')] }, ['URGE', 'YELLOW_CARD']],
    ['an answered urge is not', { history: [climbed('URGE', true)] }, ['URGE']],
    ['after yellow', { history: [climbed('YELLOW_CARD')], isOverdue: true }, ['YELLOW_CARD', 'RED_CARD']],
    ['after an answered yellow', { history: [climbed('YELLOW_CARD', true)] }, ['RED_CARD']],
    ['after red', { history: [climbed('YELLOW_CARD'), climbed('RED_CARD')], isOverdue: true }, ['RED_CARD']],
    ['a new round begins anew', { round: 2, history: [climbed('YELLOW_CARD'), climbed('RED_CARD')] }, ['REMINDER', 'URGE']],
    ['reported', { state: 'REPORTED', isOverdue: true }, []],
    ['closed', { state: 'CLOSED' }, []],
  ])('%s', (_, given, expected) => {
    expect(openRungs(facts(given))).toEqual(expected);
  });

  it.each<[Rung, Partial<LadderFacts>, string]>([
    ['REMINDER', { state: 'WRITTEN_OFF' }, 'NOT_UNDER_WAY'],
    ['YELLOW_CARD', { history: [climbed('YELLOW_CARD'), climbed('RED_CARD')] }, 'LOWER_THAN_CLIMBED'],
    ['REMINDER', { history: [climbed('URGE')] }, 'LOWER_THAN_CLIMBED'],
    ['YELLOW_CARD', {}, 'NO_CAUSE_FOR_CARD'],
    ['RED_CARD', { isOverdue: true }, 'YELLOW_FIRST'],
  ])('refuses %s (%o) as %s', (rung, given, expected) => {
    expect(rungRefusal(rung, facts(given))).toBe(expected);
  });

  const anyFacts: fc.Arbitrary<LadderFacts> = fc.record({
    state: fc.constantFrom(...itemStates),
    round: fc.integer({ min: 1, max: 3 }),
    history: fc.array(fc.record({ rung: fc.constantFrom(...rungs), round: fc.integer({ min: 1, max: 3 }), isAnswered: fc.boolean() })),
    isOverdue: fc.boolean(),
    light: fc.constantFrom(null, ...lights),
  });

  it('never opens a rung below the highest of the round, and red only after a card', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const current = given.history.filter(({ round }) => round === given.round);
        const highest = highestRung(current);
        const open = openRungs(given);
        if (highest) expect(open.every((rung) => rungs.indexOf(rung) >= rungs.indexOf(highest))).toBe(true);
        if (open.includes('RED_CARD')) expect(['YELLOW_CARD', 'RED_CARD']).toContain(highest);
        if (!transitionOf(given.state, 'URGE')) expect(open).toEqual([]);
      }),
    );
  });

  it('forgets other rounds', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const history = given.history.filter(({ round }) => round === given.round);
        expect(openRungs({ ...given, history })).toEqual(openRungs(given));
      }),
    );
  });

  it('can only be climbed upwards, whatever is tried in which order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...rungs), { maxLength: 12 }), (tries) => {
        const history: ClimbedRung[] = [];
        for (const rung of tries) if (!rungRefusal(rung, facts({ history, isOverdue: true }))) history.push(climbed(rung));
        const ranks = history.map(({ rung }) => rungs.indexOf(rung));
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
      }),
    );
  });
});
