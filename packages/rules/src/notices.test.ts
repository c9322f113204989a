import { describe, expect, it } from 'vitest';
import { type NoticeEvent, noticePayload, noticesOf } from './notices.ts';
import { itemActions } from './vocabulary.ts';

const event = (more: Partial<NoticeEvent>): NoticeEvent => ({
  action: 'SIGN',
  toState: 'IN_PROGRESS',
  part: { state: 'IN_PROGRESS', isSignedOff: false },
  bySystem: false,
  ...more,
});
const unit = ['PART_HEADS', 'PART_CLERKS'];
const reported = (isSignedOff: boolean) => ({ state: 'REPORTED' as const, isSignedOff });

describe('who is told', () => {
  it.each<[string, Partial<NoticeEvent>, string, string[]]>([
    ['created and assigned at once', { action: 'CREATE', toState: 'ASSIGNED', part: null }, 'ASSIGNED', unit],
    ['approved', { action: 'APPROVE', part: null }, 'ASSIGNED', unit],
    ['assigned', { action: 'ASSIGN' }, 'ASSIGNED', unit],
    ['forced', { action: 'FORCE_ASSIGN' }, 'ASSIGNED', unit],
    ['reopened', { action: 'REOPEN', part: null }, 'ASSIGNED', unit],
    ['laid before', { action: 'SUBMIT_FOR_APPROVAL', part: null }, 'DECISION_NEEDED', ['VICE_MAYOR_IN_CHARGE', 'OFFICES']],
    ['reported, to be signed', { action: 'REPORT', part: reported(false) }, 'SIGN_OFF_DUE', ['PART_HEADS']],
    ['reported, no signing asked', { action: 'REPORT', part: reported(true) }, 'REVIEW_DUE', ['OFFICES', 'LEAD_HEADS']],
    ['signed once of twice', { action: 'SIGN_OFF_REPORT', part: reported(false) }, 'SIGN_OFF_DUE', ['PART_HEADS']],
    ['signed off', { action: 'SIGN_OFF_REPORT', part: reported(true) }, 'REVIEW_DUE', ['OFFICES', 'LEAD_HEADS']],
    ['draft returned', { action: 'RETURN_FOR_REWORK', part: null }, 'CHANGED', ['OFFICES']],
    ['returned inside the unit', { action: 'RETURN_FOR_REWORK' }, 'REWORK', ['PART_CLERKS']],
    ['returned by review', { action: 'RETURN_FOR_REWORK', part: { state: 'REWORK', isSignedOff: true } }, 'REWORK', unit],
    ['accepted', { action: 'ACCEPT' }, 'ACCEPTED', [...unit, 'INSTRUCTORS']],
    ['written off', { action: 'WRITE_OFF', part: null }, 'ACCEPTED', ['PART_HEADS', 'INSTRUCTORS']],
    ['not ours', { action: 'RETURN_AS_NOT_OURS' }, 'BOUNCED', ['OFFICES', 'LEAD_HEADS']],
    ['extension asked', { action: 'REQUEST_EXTENSION' }, 'EXTENSION_ASKED', ['EXTENSION_DECIDERS']],
    ['extension granted', { action: 'GRANT_EXTENSION' }, 'EXTENSION_DECIDED', unit],
    ['extension refused', { action: 'REFUSE_EXTENSION' }, 'EXTENSION_DECIDED', unit],
    ['suspended', { action: 'SUSPEND' }, 'CHANGED', unit],
    ['resumed', { action: 'RESUME' }, 'CHANGED', unit],
    ['merged', { action: 'MERGE', part: null }, 'CHANGED', unit],
    ['urged', { action: 'URGE', rung: 'URGE' }, 'URGED', unit],
    ['yellow card', { action: 'URGE', rung: 'YELLOW_CARD' }, 'URGED', [...unit, 'VICE_MAYOR_IN_CHARGE']],
    ['red card', { action: 'URGE', rung: 'RED_CARD' }, 'URGED', [...unit, 'VICE_MAYOR_IN_CHARGE']],
    ['instructed', { action: 'INSTRUCT', part: null }, 'INSTRUCTED', ['PART_HEADS', 'OFFICES']],
    [
      'registered on the public site',
      { action: 'CREATE', toState: 'DRAFT', part: null, bySystem: true },
      'DECISION_NEEDED',
      ['PART_HEADS'],
    ],
    ['taken on', { action: 'TAKE_ON', part: null }, 'ASSIGNED', unit],
    ['corrected', { action: 'CORRECT', part: null }, 'CHANGED', unit],
    ['light set by hand', { action: 'OVERRIDE_LIGHT', part: null }, 'CHANGED', ['PART_HEADS']],
  ])('%s', (_name, given, kind, to) => {
    expect(noticesOf(event(given))).toEqual([{ kind, to }]);
  });

  it('tells nobody of the rest', () => {
    const silent = itemActions.filter((action) => noticesOf(event({ action, toState: 'DRAFT', part: null, bySystem: true })).length === 0);
    expect(silent).toEqual([
      'SIGN',
      'START',
      'REPORT',
      'SIGN_OFF_REPORT',
      'TAKE_INTO_REVIEW',
      'CALL_BACK',
      'REPORT_PROGRESS',
      'URGE',
      'IMPORT_FACTS',
      'RECOMPUTE',
      'REFUSE',
      'WITHDRAW',
      'SUPPLEMENT',
      'RECORD_FINDING',
      'ANSWER',
      'RATE',
      'STEP_ASIDE',
      'FORWARD_FILES',
      'SET_OPENNESS',
      'REVIEW_OPENNESS',
    ]);
  });
});

describe('what a line carries', () => {
  const told = {
    action: 'URGE' as const,
    actorTitle: '督查室',
    payload: { rung: 'URGE', dueOn: '2014-10-10', reason: '某某来信反映', files: 2 },
  };
  it('has the title and the days, and no text of the act', () => {
    expect(noticePayload({ kind: 'HARD_PROBLEM', number: '难-2014-001', title: '道路' }, told)).toEqual({
      number: '难-2014-001',
      title: '道路',
      action: 'URGE',
      actor: '督查室',
      rung: 'URGE',
      dueOn: '2014-10-10',
    });
  });
  it('of a complaint has the number alone', () => {
    expect(noticePayload({ kind: 'COMPLAINT', number: '诉-2014-001', title: '张三反映' }, told)).not.toHaveProperty('title');
  });
});
