import type { Finding, HandlingMode, ItemAction, ItemState, Light, Satisfaction } from '@duban/rules/vocabulary';

/** What a person does to an item or to one part of it, as it came in. */
export interface Act {
  action: ItemAction;
  itemId: string;
  /** The part acted on; null for acts on the whole matter. */
  partId: string | null;
  /** The version its author saw. */
  version: number;
  /** States it may start from; absent = as the state table says. */
  from?: readonly ItemState[];
  fields: ActFields;
}

/** What acts bring with them. Texts as typed; days `YYYY-MM-DD`. */
export interface ActFields {
  reason?: string | null;
  dueOn?: string | null;
  leadUnitId?: string | null;
  assistUnitIds?: readonly string[] | null;
  /** The unit that takes over a returned duty. */
  unitId?: string | null;
  text?: string | null;
  evidence?: string | null;
  attachmentIds?: readonly string[] | null;
  acceptance?: string | null;
  satisfaction?: Satisfaction | null;
  targetId?: string | null;
  /** Null lifts an override. */
  light?: Light | null;
  title?: string | null;
  dutyPerson?: string | null;
  /** Code of the complaint's class. */
  category?: string | null;
  mode?: HandlingMode | null;
  /** What the handling unit must answer, without a trace of who complained. */
  facts?: string | null;
  complainedUnitId?: string | null;
  finding?: Finding | null;
  measures?: string | null;
  sanction?: string | null;
  /** The answer to whoever complained. */
  answer?: string | null;
}

/** Mutation of each act, what it takes beside item, part, version and request id, and what it does. */
export interface ActDefinition {
  mutation: string;
  action: ItemAction;
  subject: 'ITEM' | 'PART';
  /** States it starts from, where the same act has another name elsewhere. */
  from?: readonly ItemState[];
  fields: readonly (keyof ActFields)[];
  description: string;
}

/**
 * Every act of a person on an item, one mutation each. Who may and from which state is THE state table's (packages/rules item-transitions).
 * Acts of other modules (urging, instructions, monthly reports) have their mutations there.
 */
export const actDefinitions: readonly ActDefinition[] = [
  {
    mutation: 'submitForApproval',
    action: 'SUBMIT_FOR_APPROVAL',
    subject: 'ITEM',
    fields: ['leadUnitId', 'assistUnitIds', 'dueOn'],
    description: '报审: lays a draft before whoever approves it.',
  },
  {
    mutation: 'returnDraft',
    action: 'RETURN_FOR_REWORK',
    subject: 'ITEM',
    fields: ['reason'],
    description: '退回草拟: not approved, back to its author.',
  },
  {
    mutation: 'approveItem',
    action: 'APPROVE',
    subject: 'ITEM',
    fields: ['dueOn'],
    description: '批准并交办: the clock of every part starts today.',
  },
  {
    mutation: 'assignItem',
    action: 'ASSIGN',
    subject: 'ITEM',
    fields: ['leadUnitId', 'assistUnitIds', 'dueOn'],
    description: '交办: a draft goes to its units; their clocks start today.',
  },
  {
    mutation: 'takeOnComplaint',
    action: 'TAKE_ON',
    subject: 'ITEM',
    fields: ['category', 'mode', 'facts', 'complainedUnitId', 'leadUnitId', 'assistUnitIds', 'dueOn', 'title'],
    description: '受理并交办: a complaint becomes a duty. Without a due day it is reckoned by the limit of its class.',
  },
  {
    mutation: 'refuseComplaint',
    action: 'REFUSE',
    subject: 'ITEM',
    fields: ['reason'],
    description: '不予受理: the complainant reads the reason.',
  },
  {
    mutation: 'withdrawComplaint',
    action: 'WITHDRAW',
    subject: 'ITEM',
    fields: ['reason'],
    description: '登记撤回, as the complainant asked.',
  },
  {
    mutation: 'recordFinding',
    action: 'RECORD_FINDING',
    subject: 'ITEM',
    fields: ['finding', 'measures', 'sanction'],
    description: '登记调查结论: finding, measures and what was done about it, for every complaint handled in the item.',
  },
  {
    mutation: 'answerComplaint',
    action: 'ANSWER',
    subject: 'ITEM',
    fields: ['answer'],
    description: '答复投诉人: all whose complaints are handled in the item.',
  },
  {
    mutation: 'stepAside',
    action: 'STEP_ASIDE',
    subject: 'ITEM',
    fields: ['reason'],
    description: '回避: the viewer leaves the matter to colleagues.',
  },
  { mutation: 'signPart', action: 'SIGN', subject: 'PART', fields: [], description: '签收.' },
  { mutation: 'startPart', action: 'START', subject: 'PART', fields: [], description: '开始办理.' },
  {
    mutation: 'reportPart',
    action: 'REPORT',
    subject: 'PART',
    fields: ['text', 'evidence', 'attachmentIds'],
    description: '反馈: reports the part as done, with its evidence.',
  },
  {
    mutation: 'returnReport',
    action: 'RETURN_FOR_REWORK',
    subject: 'PART',
    from: ['REPORTED'],
    fields: ['reason'],
    description: '退回经办人: the head of the unit sends the report back inside the unit.',
  },
  {
    mutation: 'signOffReport',
    action: 'SIGN_OFF_REPORT',
    subject: 'PART',
    fields: [],
    description: '签发: the head of the unit signs the report.',
  },
  { mutation: 'takeIntoReview', action: 'TAKE_INTO_REVIEW', subject: 'PART', fields: [], description: '受理审核.' },
  {
    mutation: 'returnForRework',
    action: 'RETURN_FOR_REWORK',
    subject: 'PART',
    from: ['UNDER_REVIEW'],
    fields: ['reason', 'dueOn'],
    description: '退回重办, with a new limit.',
  },
  {
    mutation: 'acceptPart',
    action: 'ACCEPT',
    subject: 'PART',
    fields: ['acceptance'],
    description: '审核通过: the part is closed; the item too once every part is.',
  },
  { mutation: 'callBackItem', action: 'CALL_BACK', subject: 'ITEM', fields: [], description: '转回访.' },
  {
    mutation: 'writeOffItem',
    action: 'WRITE_OFF',
    subject: 'ITEM',
    fields: ['acceptance', 'satisfaction'],
    description: '销号: after acceptance, and after the call-back where the register asks for one.',
  },
  {
    mutation: 'reopenItem',
    action: 'REOPEN',
    subject: 'ITEM',
    fields: ['reason', 'dueOn'],
    description: '二次交办/重启: a new round with new limits for the same units.',
  },
  {
    mutation: 'returnAsNotOurs',
    action: 'RETURN_AS_NOT_OURS',
    subject: 'PART',
    fields: ['reason'],
    description: '退回（非本单位职责）: as often as the pack allows.',
  },
  {
    mutation: 'reassignPart',
    action: 'ASSIGN',
    subject: 'PART',
    fields: ['unitId', 'dueOn'],
    description: '改派: a returned duty goes to another unit, whose clock starts today.',
  },
  {
    mutation: 'forceAssignPart',
    action: 'FORCE_ASSIGN',
    subject: 'PART',
    fields: ['unitId', 'dueOn', 'reason'],
    description: '指定承办: may not be returned again.',
  },
  {
    mutation: 'requestExtension',
    action: 'REQUEST_EXTENSION',
    subject: 'PART',
    fields: ['reason', 'dueOn'],
    description: '申请延期, before the limit has passed.',
  },
  {
    mutation: 'grantExtension',
    action: 'GRANT_EXTENSION',
    subject: 'PART',
    fields: ['dueOn'],
    description: '同意延期, until the day given.',
  },
  { mutation: 'refuseExtension', action: 'REFUSE_EXTENSION', subject: 'PART', fields: ['reason'], description: '不同意延期.' },
  { mutation: 'suspendPart', action: 'SUSPEND', subject: 'PART', fields: ['reason'], description: '中止: the clock stands still.' },
  {
    mutation: 'resumePart',
    action: 'RESUME',
    subject: 'PART',
    fields: [],
    description: '恢复办理: the limit moves by the working days that it stood still.',
  },
  {
    mutation: 'mergeItem',
    action: 'MERGE',
    subject: 'ITEM',
    fields: ['targetId', 'reason'],
    description: '合并: the matter goes on in another one; it leaves every figure but intake.',
  },
  {
    mutation: 'overrideLight',
    action: 'OVERRIDE_LIGHT',
    subject: 'ITEM',
    fields: ['light', 'reason'],
    description: '人工定灯: both lights are kept; it ends with the next report. Without a light the override is lifted.',
  },
  {
    mutation: 'correctItem',
    action: 'CORRECT',
    subject: 'ITEM',
    fields: ['reason', 'title', 'dueOn', 'dutyPerson'],
    description: '更正: a correction of facts, kept as such.',
  },
];
