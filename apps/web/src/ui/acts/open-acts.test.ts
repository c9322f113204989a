import { transitions } from '@duban/rules/item-transitions';
import { expect, it } from 'vitest';
import type { ActItem, ActPart } from './act-item.ts';
import { arrange, fieldsOf, openActsOf, specOf, urgeableOf } from './open-acts.ts';

const part = (changed: Partial<ActPart>): ActPart => ({
  id: 'p1',
  unit: { id: 'gtj', name: '市国土局' },
  duty: 'LEAD',
  state: 'SIGNED',
  dueOn: '2014-10-20',
  signDueOn: null,
  extensionAskedTo: null,
  extensionReason: null,
  returnReason: null,
  viewerActs: [],
  reports: [],
  ...changed,
});
const item = (changed: Partial<ActItem>): ActItem => ({
  id: 'i1',
  number: '难-2014-0017',
  title: '城中村改造',
  kind: 'HARD_PROBLEM',
  version: 3,
  viewerActs: [],
  leadUnit: { id: 'gtj', name: '市国土局' },
  dutyPerson: null,
  standing: { state: 'IN_PROGRESS', light: 'RED', computedLight: null, dueOn: '2014-10-20' },
  parts: [part({})],
  ...changed,
});
const names = (one: ActItem) => openActsOf(one).map(({ spec, part: of }) => (of ? `${spec.mutation} ${of.id}` : spec.mutation));

it('knows an act for every row of the state table that a person takes by hand', () => {
  const byOthers = ['CREATE', 'IMPORT_FACTS', 'REPORT_PROGRESS', 'RECOMPUTE', 'SUPPLEMENT', 'RATE'];
  const elsewhere = [...byOthers, 'URGE', 'FORWARD_FILES', 'SET_OPENNESS', 'REVIEW_OPENNESS'];
  const rows = transitions.filter(({ action }) => !elsewhere.includes(action));
  const missing = rows.flatMap(({ action, subject, from }) =>
    from.filter((state) => !specOf(action, subject, state)).map((state) => `${action} ${state}`),
  );
  expect(rows.length).toBeGreaterThan(20);
  expect(missing).toEqual([]);
});

it('tells the same action apart by subject and state', () => {
  expect(specOf('RETURN_FOR_REWORK', 'PART', 'REPORTED')?.mutation).toBe('returnReport');
  expect(specOf('RETURN_FOR_REWORK', 'PART', 'UNDER_REVIEW')?.mutation).toBe('returnForRework');
  expect(specOf('RETURN_FOR_REWORK', 'ITEM', 'PENDING_APPROVAL')?.mutation).toBe('returnDraft');
  expect(specOf('ASSIGN', 'PART', 'RETURNED')?.mutation).toBe('reassignPart');
  expect(specOf('ASSIGN', 'ITEM', 'DRAFT')?.mutation).toBe('assignItem');
});

it('offers what the server says is open, the main act first', () => {
  const one = item({ viewerActs: ['CORRECT', 'OVERRIDE_LIGHT'], parts: [part({ viewerActs: ['SUSPEND', 'START', 'REPORT', 'URGE'] })] });
  expect(names(one)).toEqual(['reportPart p1', 'startPart p1', 'suspendPart p1', 'overrideLight', 'correctItem']);
  const { shown, more } = arrange(openActsOf(one), 4, true);
  expect(shown.map(({ spec }) => spec.mutation)).toEqual(['reportPart', 'startPart']);
  expect(more.map(({ spec }) => spec.mutation)).toEqual(['suspendPart', 'overrideLight', 'correctItem']);
});

it('puts what has no room behind 更多, and a paper instruction of the office always', () => {
  const one = item({
    viewerActs: ['INSTRUCT'],
    parts: ['a', 'b', 'c'].map((id) => part({ id, state: 'REPORTED', viewerActs: ['TAKE_INTO_REVIEW'] })),
  });
  expect(arrange(openActsOf(one), 2, true).shown.map(({ part: of }) => of?.id)).toEqual(['a', 'b']);
  expect(arrange(openActsOf(one), 2, true).more.map(({ spec }) => spec.mutation)).toEqual(['takeIntoReview', 'instructItem']);
  expect(arrange(openActsOf(item({ viewerActs: ['INSTRUCT'] })), 4, false).shown.map(({ spec }) => spec.mutation)).toEqual([
    'instructItem',
  ]);
});

it('puts the answer first once a complaint is closed, and the findings before', () => {
  const one = (state: 'IN_PROGRESS' | 'CLOSED') => {
    const viewerActs = ['ANSWER', 'RECORD_FINDING', 'REOPEN', 'STEP_ASIDE'] as const;
    const complaint = item({ kind: 'COMPLAINT', viewerActs, parts: [] });
    return arrange(openActsOf(complaint), 4, false, state).shown.map(({ spec }) => spec.mutation);
  };
  expect(one('IN_PROGRESS')).toEqual(['recordFinding', 'answerComplaint', 'reopenItem']);
  expect(one('CLOSED')).toEqual(['answerComplaint', 'recordFinding', 'reopenItem']);
});

it('asks 销号 for the opinion after closing and for the answer after a call-back, and a leader for no scan', () => {
  const writeOff = { spec: specOf('WRITE_OFF', 'ITEM', 'CLOSED')!, part: null };
  expect(fieldsOf(writeOff, 'CLOSED', true).map(({ name }) => name)).toEqual(['acceptance']);
  expect(fieldsOf(writeOff, 'CALL_BACK', true).map(({ name }) => name)).toEqual(['satisfaction']);
  const instruct = { spec: specOf('INSTRUCT', 'ITEM', 'CLOSED')!, part: null };
  expect(fieldsOf(instruct, 'CLOSED', false).map(({ name }) => name)).not.toContain('attachmentIds');
  expect(fieldsOf(instruct, 'CLOSED', true).map(({ name }) => name)).toContain('onBehalfOfPostId');
});

it('offers to urge each part that may be urged, at the version seen', () => {
  const one = item({ parts: [part({ viewerActs: ['URGE'] }), part({ id: 'p2', viewerActs: ['SUSPEND'] })] });
  expect(urgeableOf(one)).toEqual([
    { itemId: 'i1', partId: 'p1', version: 3, number: '难-2014-0017', title: '城中村改造', unit: '市国土局' },
  ]);
});
