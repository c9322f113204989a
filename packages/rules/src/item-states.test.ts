import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allowedActions,
  ItemWithoutParts,
  isRefusal,
  itemState,
  type PartState,
  phaseOf,
  type StepFacts,
  step,
  transitionOf,
} from './item-states.ts';
import { actors, needs, transitions, transitionTableMarkdown } from './item-transitions.ts';
import { dutyKinds, type ItemAction, type ItemState, itemActions, itemStates } from './vocabulary.ts';

const facts: StepFacts = {
  returns: { used: 0, allowed: 2, isForced: false },
  dueOn: '2014-09-30',
  today: '2014-09-30',
  isExtensionAsked: false,
  isSignedOff: true,
  hasSignedOff: false,
  needsCallBack: false,
  isComplaint: false,
  isAnswered: true,
  satisfaction: 'SATISFIED',
};
const pass = (state: ItemState | null, action: ItemAction, changed: Partial<StepFacts> = {}) =>
  step(state, action, { ...facts, ...changed });

describe('the life of an item', () => {
  it('goes from draft to written off, through rework, dissatisfaction and a second assignment', () => {
    const life: [ItemAction, ItemState][] = [
      ['CREATE', 'DRAFT'],
      ['SUBMIT_FOR_APPROVAL', 'PENDING_APPROVAL'],
      ['RETURN_FOR_REWORK', 'DRAFT'],
      ['SUBMIT_FOR_APPROVAL', 'PENDING_APPROVAL'],
      ['APPROVE', 'ASSIGNED'],
      ['SIGN', 'SIGNED'],
      ['START', 'IN_PROGRESS'],
      ['REPORT', 'REPORTED'],
      ['RETURN_FOR_REWORK', 'IN_PROGRESS'],
      ['REPORT', 'REPORTED'],
      ['SIGN_OFF_REPORT', 'REPORTED'],
      ['TAKE_INTO_REVIEW', 'UNDER_REVIEW'],
      ['RETURN_FOR_REWORK', 'REWORK'],
      ['REPORT', 'REPORTED'],
      ['TAKE_INTO_REVIEW', 'UNDER_REVIEW'],
      ['ACCEPT', 'CLOSED'],
      ['CALL_BACK', 'CALL_BACK'],
      ['REOPEN', 'ASSIGNED'],
      ['SIGN', 'SIGNED'],
      ['SUSPEND', 'SUSPENDED'],
      ['RESUME', 'IN_PROGRESS'],
      ['REPORT', 'REPORTED'],
      ['TAKE_INTO_REVIEW', 'UNDER_REVIEW'],
      ['ACCEPT', 'CLOSED'],
      ['CALL_BACK', 'CALL_BACK'],
      ['WRITE_OFF', 'WRITTEN_OFF'],
      ['REOPEN', 'ASSIGNED'],
      ['RETURN_AS_NOT_OURS', 'RETURNED'],
      ['FORCE_ASSIGN', 'ASSIGNED'],
      ['MERGE', 'MERGED'],
    ];
    let state: ItemState | null = null;
    for (const [action, expected] of life) {
      const next = pass(state, action, action === 'SIGN_OFF_REPORT' ? { isSignedOff: false } : {});
      expect([action, next]).toEqual([action, expected]);
      state = expected;
    }
  });

  it.each([
    ['SIGN', 'DRAFT'],
    ['REPORT', 'ASSIGNED'],
    ['ACCEPT', 'REPORTED'],
    ['WRITE_OFF', 'UNDER_REVIEW'],
    ['RETURN_AS_NOT_OURS', 'IN_PROGRESS'],
    ['MERGE', 'WRITTEN_OFF'],
    ['OVERRIDE_LIGHT', 'CLOSED'],
    ['CREATE', 'DRAFT'],
  ] as const)('refuses %s from %s and says what is allowed', (action, state) => {
    expect(pass(state, action)).toEqual({ refused: 'NOT_FROM_THIS_STATE', state, action, allowed: allowedActions(state) });
  });

  it('begins with CREATE alone', () => {
    expect(allowedActions(null)).toEqual(['CREATE']);
  });
});

describe('guards', () => {
  it.each([
    ['RETURN_AS_NOT_OURS', 'ASSIGNED', { returns: { used: 1, allowed: 2, isForced: false } }, 'RETURNED'],
    [
      'RETURN_AS_NOT_OURS',
      'ASSIGNED',
      { returns: { used: 2, allowed: 2, isForced: false } },
      { refused: 'RETURNS_USED_UP', used: 2, allowed: 2 },
    ],
    ['RETURN_AS_NOT_OURS', 'SIGNED', { returns: { used: 0, allowed: 2, isForced: true } }, { refused: 'FORCED_ASSIGNMENT' }],
    ['REQUEST_EXTENSION', 'IN_PROGRESS', { today: '2014-09-29' }, 'IN_PROGRESS'],
    ['REQUEST_EXTENSION', 'IN_PROGRESS', { today: '2014-09-30' }, 'IN_PROGRESS'],
    ['REQUEST_EXTENSION', 'IN_PROGRESS', { today: '2014-10-01' }, { refused: 'EXPIRED', dueOn: '2014-09-30' }],
    ['REQUEST_EXTENSION', 'REWORK', { isExtensionAsked: true }, { refused: 'EXTENSION_ALREADY_ASKED' }],
    ['GRANT_EXTENSION', 'IN_PROGRESS', { isExtensionAsked: true, today: '2014-10-05' }, 'IN_PROGRESS'],
    ['GRANT_EXTENSION', 'IN_PROGRESS', {}, { refused: 'NO_EXTENSION_ASKED' }],
    ['REFUSE_EXTENSION', 'SIGNED', {}, { refused: 'NO_EXTENSION_ASKED' }],
    ['TAKE_INTO_REVIEW', 'REPORTED', { isSignedOff: false }, { refused: 'NOT_SIGNED_OFF' }],
    ['WRITE_OFF', 'CALL_BACK', { satisfaction: 'BASICALLY_SATISFIED' }, 'WRITTEN_OFF'],
    ['WRITE_OFF', 'CALL_BACK', { satisfaction: 'DISSATISFIED' }, { refused: 'DISSATISFIED' }],
    ['WRITE_OFF', 'CALL_BACK', { satisfaction: null }, { refused: 'NOT_CALLED_BACK' }],
    ['WRITE_OFF', 'CALL_BACK', { satisfaction: 'VERY_DISSATISFIED' }, { refused: 'DISSATISFIED' }],
    ['WRITE_OFF', 'CLOSED', { satisfaction: null }, 'WRITTEN_OFF'],
    ['ASSIGN', 'DRAFT', { isComplaint: true }, { refused: 'COMPLAINT' }],
    ['SUBMIT_FOR_APPROVAL', 'DRAFT', { isComplaint: true }, { refused: 'COMPLAINT' }],
    ['ASSIGN', 'RETURNED', { isComplaint: true }, 'ASSIGNED'],
    ['CALL_BACK', 'CLOSED', { isAnswered: false }, { refused: 'NOT_ANSWERED' }],
    ['WRITE_OFF', 'CLOSED', { needsCallBack: true }, { refused: 'CALL_BACK_FIRST' }],
    ['SIGN_OFF_REPORT', 'REPORTED', { isSignedOff: false }, 'REPORTED'],
    ['SIGN_OFF_REPORT', 'REPORTED', { isSignedOff: false, hasSignedOff: true }, { refused: 'ALREADY_SIGNED_OFF' }],
    ['SIGN_OFF_REPORT', 'REPORTED', { isSignedOff: true }, { refused: 'ALREADY_SIGNED_OFF' }],
  ] as const)('%s from %s with %j: %j', (action, state, changed, expected) => {
    const result = pass(state, action, changed);
    expect(result).toEqual(expected);
    expect(isRefusal(result)).toBe(typeof expected !== 'string');
  });

  it('are asked for by exactly the actions that `step` takes facts for', () => {
    const guarded = new Set(transitions.filter(({ guard }) => guard).map(({ action }) => action));
    for (const { action, from } of transitions) {
      const withoutFacts = () => from.map((state) => step(state, action as 'SIGN'));
      if (guarded.has(action) && transitionOf(from[0]!, action)?.guard) expect(withoutFacts).toThrow(TypeError);
      else expect(withoutFacts()).toHaveLength(from.length);
    }
    expect([...guarded].sort()).toEqual(
      [
        'SUBMIT_FOR_APPROVAL',
        'ASSIGN',
        'CALL_BACK',
        'GRANT_EXTENSION',
        'REFUSE_EXTENSION',
        'REQUEST_EXTENSION',
        'RETURN_AS_NOT_OURS',
        'SIGN_OFF_REPORT',
        'TAKE_INTO_REVIEW',
        'WRITE_OFF',
      ].sort(),
    );
  });
});

describe('the table', () => {
  it('gives every action a row and no action two rows from one state', () => {
    expect(new Set(transitions.map(({ action }) => action))).toEqual(new Set(itemActions));
    const keys = transitions.flatMap(({ action, from }) =>
      from.length === 0 ? [`—${action}`] : from.map((state) => `${state} ${action}`),
    );
    expect(keys).toEqual([...new Set(keys)]);
  });

  it('names for every row somebody who may act, and uses every actor and need', () => {
    expect(transitions.filter(({ who }) => who.length === 0)).toEqual([]);
    expect(new Set(transitions.flatMap(({ who }) => who))).toEqual(new Set(actors));
    expect(new Set(transitions.flatMap((row) => row.needs))).toEqual(new Set(needs));
  });

  it('reaches every state', () => {
    expect(reachableFrom('DRAFT')).toEqual(new Set(itemStates));
  });

  it('has no dead end but MERGED, REFUSED and WITHDRAWN, and leads from everywhere else to WRITTEN_OFF', () => {
    for (const state of itemStates) {
      if (state === 'MERGED' || state === 'REFUSED' || state === 'WITHDRAWN') expect([...reachableFrom(state)]).toEqual([state]);
      else expect(reachableFrom(state)).toContain('WRITTEN_OFF');
    }
  });

  it('asks for a due day whenever a clock starts', () => {
    const starting = transitions.filter(({ to }) => to === 'ASSIGNED' || to === 'REWORK');
    expect(starting.filter((row) => !row.needs.includes('DUE_ON'))).toEqual([]);
  });

  it('lets no unit accept, review, extend or force', () => {
    const judging: ItemAction[] = ['ACCEPT', 'TAKE_INTO_REVIEW', 'GRANT_EXTENSION', 'FORCE_ASSIGN', 'WRITE_OFF', 'OVERRIDE_LIGHT'];
    const units = transitions.filter(({ action, who }) => judging.includes(action) && who.some((actor) => actor.startsWith('PART_UNIT')));
    expect(units).toEqual([]);
  });

  it('prints as Markdown, one line per row', () => {
    const lines = transitionTableMarkdown().trimEnd().split('\n');
    expect(lines).toHaveLength(transitions.length + 2);
    expect(lines[2]).toBe('| CREATE | ITEM | — | DRAFT | SUPERVISION_OFFICE / INSPECTION / IMPORT | — | — |');
    expect(new Set(lines.map((line) => line.split('|').length))).toEqual(new Set([9]));
  });
});

describe('the state of an item from its parts', () => {
  const lead = (state: ItemState, superseded = false): PartState => ({ state, superseded, duty: 'LEAD' });
  const assist = (state: ItemState, superseded = false): PartState => ({ state, superseded, duty: 'ASSIST' });

  it.each<[string, PartState[], ItemState]>([
    ['one part', [lead('SIGNED')], 'SIGNED'],
    ['the lead answers for the whole', [lead('REPORTED'), assist('ASSIGNED'), assist('CLOSED')], 'REPORTED'],
    ['the least advanced of two leads', [lead('UNDER_REVIEW'), lead('REWORK')], 'REWORK'],
    ['a lead that moves before one that stands still', [lead('SUSPENDED'), lead('IN_PROGRESS')], 'IN_PROGRESS'],
    ['a lead that stands still', [lead('SUSPENDED'), assist('IN_PROGRESS')], 'SUSPENDED'],
    ['a returned lead waits for its successor', [lead('RETURNED'), assist('IN_PROGRESS')], 'RETURNED'],
    ['the successor counts, the returned part does not', [lead('RETURNED', true), lead('ASSIGNED')], 'ASSIGNED'],
    ['not closed while an assisting part is open', [lead('CLOSED'), assist('REPORTED'), assist('IN_PROGRESS')], 'IN_PROGRESS'],
    ['closed when all are passed', [lead('CLOSED'), assist('CLOSED'), assist('RETURNED', true)], 'CLOSED'],
  ])('%s', (_, parts, expected) => {
    expect(itemState('UNDER_WAY', parts)).toBe(expected);
  });

  it('is the phase outside of work', () => {
    expect(itemState('WRITTEN_OFF', [lead('CLOSED')])).toBe('WRITTEN_OFF');
    expect(itemState('DRAFT', [])).toBe('DRAFT');
    expect(itemStates.filter((state) => phaseOf(state) !== 'UNDER_WAY' && phaseOf(state) !== state)).toEqual([]);
    expect(phaseOf('REWORK')).toBe('UNDER_WAY');
  });

  it('needs a part under way', () => {
    expect(() => itemState('UNDER_WAY', [lead('RETURNED', true)])).toThrow(ItemWithoutParts);
  });

  it('is closed exactly when every part that counts is, and else the state of an open part', () => {
    const partStates: ItemState[] = [
      'RETURNED',
      'ASSIGNED',
      'SIGNED',
      'IN_PROGRESS',
      'REPORTED',
      'UNDER_REVIEW',
      'REWORK',
      'SUSPENDED',
      'CLOSED',
    ];
    const part = fc.record({ state: fc.constantFrom(...partStates), superseded: fc.boolean(), duty: fc.constantFrom(...dutyKinds) });
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (parts) => {
        const counted = parts.filter(({ superseded }) => !superseded);
        fc.pre(counted.length > 0);
        const state = itemState('UNDER_WAY', parts);
        expect(state === 'CLOSED').toBe(counted.every((one) => one.state === 'CLOSED'));
        expect(counted.map((one) => one.state)).toContain(state);
      }),
    );
  });
});

function reachableFrom(start: ItemState): Set<ItemState> {
  const reached = new Set([start]);
  for (const state of reached) {
    for (const { from, to } of transitions) if (to !== 'SAME' && from.includes(state)) reached.add(to);
  }
  return reached;
}
