import type { ItemAction, ItemState } from './vocabulary.ts';

/** Who acts, as seen from the item; the server's policies say which viewer is which actor of which item. */
export const actors = [
  'SUPERVISION_OFFICE',
  /** 监察局, on complaints and accountability. */
  'INSPECTION',
  /** Head of the lead unit, towards the part of an assisting unit: never on the lead unit's own part. */
  'LEAD_UNIT_HEAD',
  'PART_UNIT_HEAD',
  'PART_UNIT_CLERK',
  /** Whoever the pack names for extensions: not the unit that asks. */
  'EXTENSION_APPROVER',
  'CITY_LEADER',
  /** The vice mayor who leads the problem or oversees the unit (model 19). */
  'VICE_MAYOR_IN_CHARGE',
  /** Any vice mayor, of any matter: they all see the whole city. */
  'VICE_MAYOR',
  /** Whoever complained, on the public site. */
  'COMPLAINANT',
  'IMPORT',
  'SYSTEM',
] as const;
export type Actor = (typeof actors)[number];

/** What an act must bring with it. */
export const needs = [
  'REASON',
  'LEAD_UNIT',
  'NEW_UNIT',
  'DUE_ON',
  'REPORT_TEXT',
  'EVIDENCE',
  'ACCEPTANCE',
  'SATISFACTION',
  'RUNG',
  'TARGET_ITEM',
  'LIGHT',
  'COMPLAINT_CLASS',
  'HANDLING_MODE',
  'FACTS',
  'FINDING',
  'ANSWER_TEXT',
] as const;
export type Need = (typeof needs)[number];

/** What must also be true of the item or part for the act to pass; `step` checks it against its facts. */
export type Guard =
  | 'RETURNS_LEFT'
  | 'BEFORE_EXPIRY'
  | 'EXTENSION_ASKED'
  | 'SIGNED_OFF'
  | 'SIGN_OFF_OPEN'
  | 'NO_CALL_BACK'
  | 'NOT_DISSATISFIED'
  | 'NOT_A_COMPLAINT'
  | 'ANSWERED';

/** ITEM: the act is on the whole matter. PART: on one unit's part, from which the item's state follows (`itemState`). */
export type Subject = 'ITEM' | 'PART';

export interface Transition {
  action: ItemAction;
  subject: Subject;
  /** Empty: it begins the life of an item. */
  from: readonly ItemState[];
  /** SAME: the act is recorded and changes no state. */
  to: ItemState | 'SAME';
  who: readonly Actor[];
  needs: readonly Need[];
  guard?: Guard;
}

const working = ['SIGNED', 'IN_PROGRESS', 'REWORK'] as const satisfies readonly ItemState[];
const live = ['ASSIGNED', ...working, 'REPORTED', 'UNDER_REVIEW', 'SUSPENDED'] as const satisfies readonly ItemState[];
const unborn = ['DRAFT', 'PENDING_APPROVAL'] as const satisfies readonly ItemState[];
const done = ['CLOSED', 'CALL_BACK', 'WRITTEN_OFF'] as const satisfies readonly ItemState[];
const any = [...unborn, ...live, 'RETURNED', ...done, 'MERGED', 'REFUSED', 'WITHDRAWN'] as const satisfies readonly ItemState[];

const office = ['SUPERVISION_OFFICE', 'INSPECTION'] as const;
const complaintOffice = ['INSPECTION'] as const;
const leaders = ['CITY_LEADER', 'VICE_MAYOR_IN_CHARGE'] as const;
const unit = ['PART_UNIT_HEAD', 'PART_UNIT_CLERK'] as const;

/**
 * THE state machine of every supervised matter (mission B1):
 * 草拟 → 待审 → 已交办 → 已签收 → 办理中 → 已反馈 → 审核 →(退回重办)→ 已办结 → 回访 →(不满意: 二次交办)→ 销号.
 * An action has at most one row per state. Import may create an item in any state (importAs); every later change is a row here.
 * ASSIGN and FORCE_ASSIGN from RETURNED open a successor part, whose clock starts then; the returned part is superseded.
 * REOPEN begins a new round with new dates.
 */
export const transitions: readonly Transition[] = [
  // Before the duty
  { action: 'CREATE', subject: 'ITEM', from: [], to: 'DRAFT', who: [...office, 'IMPORT'], needs: [] },
  {
    action: 'SUBMIT_FOR_APPROVAL',
    subject: 'ITEM',
    from: ['DRAFT'],
    to: 'PENDING_APPROVAL',
    who: office,
    needs: ['LEAD_UNIT', 'DUE_ON'],
    guard: 'NOT_A_COMPLAINT',
  },
  {
    action: 'RETURN_FOR_REWORK',
    subject: 'ITEM',
    from: ['PENDING_APPROVAL'],
    to: 'DRAFT',
    who: [...office, ...leaders],
    needs: ['REASON'],
  },
  { action: 'APPROVE', subject: 'ITEM', from: ['PENDING_APPROVAL'], to: 'ASSIGNED', who: [...office, ...leaders], needs: ['DUE_ON'] },
  {
    action: 'ASSIGN',
    subject: 'ITEM',
    from: ['DRAFT'],
    to: 'ASSIGNED',
    who: [...office, ...leaders],
    needs: ['LEAD_UNIT', 'DUE_ON'],
    guard: 'NOT_A_COMPLAINT',
  },
  // A complaint before it is a duty: a draft is 待受理, its due day that of the decision.
  {
    action: 'TAKE_ON',
    subject: 'ITEM',
    from: ['DRAFT'],
    to: 'ASSIGNED',
    who: complaintOffice,
    needs: ['LEAD_UNIT', 'DUE_ON', 'COMPLAINT_CLASS', 'HANDLING_MODE', 'FACTS'],
  },
  { action: 'REFUSE', subject: 'ITEM', from: ['DRAFT'], to: 'REFUSED', who: complaintOffice, needs: ['REASON'] },
  {
    action: 'WITHDRAW',
    subject: 'ITEM',
    from: ['DRAFT', ...live, 'RETURNED'],
    to: 'WITHDRAWN',
    who: [...complaintOffice, 'COMPLAINANT'],
    needs: ['REASON'],
  },
  // The unit at work
  { action: 'SIGN', subject: 'PART', from: ['ASSIGNED'], to: 'SIGNED', who: unit, needs: [] },
  { action: 'START', subject: 'PART', from: ['SIGNED', 'REWORK'], to: 'IN_PROGRESS', who: unit, needs: [] },
  { action: 'REPORT', subject: 'PART', from: working, to: 'REPORTED', who: unit, needs: ['REPORT_TEXT', 'EVIDENCE'] },
  { action: 'RETURN_FOR_REWORK', subject: 'PART', from: ['REPORTED'], to: 'IN_PROGRESS', who: ['PART_UNIT_HEAD'], needs: ['REASON'] },
  {
    action: 'SIGN_OFF_REPORT',
    subject: 'PART',
    from: ['REPORTED'],
    to: 'SAME',
    who: ['PART_UNIT_HEAD'],
    needs: [],
    guard: 'SIGN_OFF_OPEN',
  },
  // Review and acceptance
  { action: 'TAKE_INTO_REVIEW', subject: 'PART', from: ['REPORTED'], to: 'UNDER_REVIEW', who: office, needs: [], guard: 'SIGNED_OFF' },
  {
    action: 'RETURN_FOR_REWORK',
    subject: 'PART',
    from: ['UNDER_REVIEW'],
    to: 'REWORK',
    who: [...office, 'LEAD_UNIT_HEAD', 'VICE_MAYOR_IN_CHARGE'],
    needs: ['REASON', 'DUE_ON'],
  },
  {
    action: 'ACCEPT',
    subject: 'PART',
    from: ['UNDER_REVIEW'],
    to: 'CLOSED',
    who: [...office, 'LEAD_UNIT_HEAD', 'VICE_MAYOR_IN_CHARGE'],
    needs: ['ACCEPTANCE'],
  },
  // After closing
  { action: 'CALL_BACK', subject: 'ITEM', from: ['CLOSED'], to: 'CALL_BACK', who: office, needs: [], guard: 'ANSWERED' },
  { action: 'WRITE_OFF', subject: 'ITEM', from: ['CLOSED'], to: 'WRITTEN_OFF', who: office, needs: ['ACCEPTANCE'], guard: 'NO_CALL_BACK' },
  {
    action: 'WRITE_OFF',
    subject: 'ITEM',
    from: ['CALL_BACK'],
    to: 'WRITTEN_OFF',
    who: office,
    needs: ['SATISFACTION'],
    guard: 'NOT_DISSATISFIED',
  },
  {
    action: 'REOPEN',
    subject: 'ITEM',
    from: done,
    to: 'ASSIGNED',
    // A complainant once, and only after saying that they are not satisfied.
    who: [...office, ...leaders, 'COMPLAINANT'],
    needs: ['REASON', 'DUE_ON'],
  },
  // Side exits
  {
    action: 'RETURN_AS_NOT_OURS',
    subject: 'PART',
    from: ['ASSIGNED', 'SIGNED'],
    to: 'RETURNED',
    who: ['PART_UNIT_HEAD'],
    needs: ['REASON'],
    guard: 'RETURNS_LEFT',
  },
  { action: 'ASSIGN', subject: 'PART', from: ['RETURNED'], to: 'ASSIGNED', who: office, needs: ['NEW_UNIT', 'DUE_ON'] },
  {
    action: 'FORCE_ASSIGN',
    subject: 'PART',
    from: ['RETURNED'],
    to: 'ASSIGNED',
    who: [...office, ...leaders],
    needs: ['NEW_UNIT', 'DUE_ON', 'REASON'],
  },
  {
    action: 'REQUEST_EXTENSION',
    subject: 'PART',
    from: ['ASSIGNED', ...working],
    to: 'SAME',
    who: ['PART_UNIT_HEAD'],
    needs: ['REASON', 'DUE_ON'],
    guard: 'BEFORE_EXPIRY',
  },
  {
    action: 'GRANT_EXTENSION',
    subject: 'PART',
    from: live,
    to: 'SAME',
    who: ['EXTENSION_APPROVER'],
    needs: ['DUE_ON'],
    guard: 'EXTENSION_ASKED',
  },
  {
    action: 'REFUSE_EXTENSION',
    subject: 'PART',
    from: live,
    to: 'SAME',
    who: ['EXTENSION_APPROVER'],
    needs: ['REASON'],
    guard: 'EXTENSION_ASKED',
  },
  {
    action: 'SUSPEND',
    subject: 'PART',
    from: working,
    to: 'SUSPENDED',
    who: ['SUPERVISION_OFFICE', 'EXTENSION_APPROVER'],
    needs: ['REASON'],
  },
  {
    action: 'RESUME',
    subject: 'PART',
    from: ['SUSPENDED'],
    to: 'IN_PROGRESS',
    who: ['SUPERVISION_OFFICE', 'EXTENSION_APPROVER'],
    needs: [],
  },
  { action: 'MERGE', subject: 'ITEM', from: [...unborn, ...live, 'RETURNED'], to: 'MERGED', who: office, needs: ['TARGET_ITEM', 'REASON'] },
  // Recorded, changing no state
  {
    action: 'REPORT_PROGRESS',
    subject: 'ITEM',
    from: [...live, 'RETURNED'],
    to: 'SAME',
    who: ['LEAD_UNIT_HEAD', 'PART_UNIT_HEAD'],
    needs: [],
  },
  {
    action: 'INSTRUCT',
    subject: 'ITEM',
    from: any,
    to: 'SAME',
    who: ['CITY_LEADER', 'VICE_MAYOR', 'SUPERVISION_OFFICE'],
    needs: ['REASON'],
  },
  {
    action: 'URGE',
    subject: 'PART',
    from: ['ASSIGNED', ...working],
    to: 'SAME',
    who: ['SUPERVISION_OFFICE', 'SYSTEM'],
    needs: ['RUNG', 'REASON'],
  },
  {
    action: 'IMPORT_FACTS',
    subject: 'ITEM',
    from: [...unborn, ...live, 'RETURNED', 'CLOSED'],
    to: 'SAME',
    who: [...office, ...unit, 'IMPORT'],
    needs: [],
  },
  { action: 'CORRECT', subject: 'ITEM', from: any, to: 'SAME', who: office, needs: ['REASON'] },
  { action: 'OVERRIDE_LIGHT', subject: 'ITEM', from: live, to: 'SAME', who: ['SUPERVISION_OFFICE'], needs: ['LIGHT', 'REASON'] },
  { action: 'SUPPLEMENT', subject: 'ITEM', from: ['DRAFT', ...live, 'RETURNED'], to: 'SAME', who: ['COMPLAINANT'], needs: ['REPORT_TEXT'] },
  {
    action: 'RECORD_FINDING',
    subject: 'ITEM',
    from: [...live, 'RETURNED', ...done],
    to: 'SAME',
    who: complaintOffice,
    needs: ['FINDING'],
  },
  { action: 'ANSWER', subject: 'ITEM', from: [...live, 'RETURNED', ...done], to: 'SAME', who: complaintOffice, needs: ['ANSWER_TEXT'] },
  { action: 'RATE', subject: 'ITEM', from: done, to: 'SAME', who: ['COMPLAINANT'], needs: ['SATISFACTION'] },
  { action: 'STEP_ASIDE', subject: 'ITEM', from: any, to: 'SAME', who: complaintOffice, needs: ['REASON'] },
  { action: 'FORWARD_FILES', subject: 'ITEM', from: [...live, 'RETURNED'], to: 'SAME', who: complaintOffice, needs: [] },
  { action: 'SET_OPENNESS', subject: 'ITEM', from: any, to: 'SAME', who: ['SUPERVISION_OFFICE'], needs: [] },
  { action: 'REVIEW_OPENNESS', subject: 'ITEM', from: any, to: 'SAME', who: ['SUPERVISION_OFFICE', 'CITY_LEADER'], needs: [] },
  { action: 'RECOMPUTE', subject: 'ITEM', from: any, to: 'SAME', who: ['SYSTEM'], needs: [] },
];

/** The table as Markdown, one line per row, in its own order. */
export function transitionTableMarkdown(): string {
  const rows = transitions.map(({ action, subject, from, to, who, needs, guard }) =>
    [action, subject, from.join(' / ') || '—', to, who.join(' / '), needs.join(', ') || '—', guard ?? '—'].join(' | '),
  );
  const head = ['Action | Subject | From | To | Who | Needs | Guard', '--- | --- | --- | --- | --- | --- | ---'];
  return [...head, ...rows].map((row) => `| ${row} |\n`).join('');
}
