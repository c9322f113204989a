import type { ItemAction, ItemState } from '@duban/rules/vocabulary';
import { answerComplaint, recordFinding, refuseComplaint, stepAside, takeOnComplaint, withdrawComplaint } from './complaint-acts.ts';

/** How a field is asked for. */
export type ActFieldKind =
  | 'text'
  | 'line'
  | 'day'
  | 'pastDay'
  | 'unit'
  | 'units'
  | 'item'
  | 'light'
  | 'satisfaction'
  | 'files'
  | 'post'
  | 'complaintClass'
  | 'mode'
  | 'finding';

/** What an act may be asked for; the names are those of the inputs of the API. */
export type ActFieldName =
  | 'reason'
  | 'dueOn'
  | 'leadUnitId'
  | 'assistUnitIds'
  | 'unitId'
  | 'text'
  | 'evidence'
  | 'attachmentIds'
  | 'acceptance'
  | 'satisfaction'
  | 'targetId'
  | 'light'
  | 'title'
  | 'dutyPerson'
  | 'instruction'
  | 'standard'
  | 'onBehalfOfPostId'
  | 'instructedOn'
  | 'category'
  | 'mode'
  | 'complainedUnitId'
  | 'facts'
  | 'finding'
  | 'measures'
  | 'sanction'
  | 'answer';

/** One field of an act's form. Its label and help are `acts:fields.<words>.label` and `.help`. */
export type ActField = {
  name: ActFieldName;
  kind: ActFieldKind;
  words: ActFieldWords;
  required?: true;
  /** Longest text, in characters. */
  most?: number;
  /** Asked only in these states of the matter. */
  states?: readonly ItemState[];
  /** Asked only of the supervision office. */
  officeOnly?: true;
};

/** Texts of fields: the same field is asked for in other words by other acts. */
export type ActFieldWords =
  | 'returnReason'
  | 'reworkReason'
  | 'notOursReason'
  | 'reopenReason'
  | 'forceReason'
  | 'extensionReason'
  | 'refusalReason'
  | 'suspendReason'
  | 'mergeReason'
  | 'lightReason'
  | 'correctReason'
  | 'dueOn'
  | 'newDueOn'
  | 'extendTo'
  | 'correctDueOn'
  | 'leadUnit'
  | 'assistUnits'
  | 'newUnit'
  | 'reportText'
  | 'evidence'
  | 'files'
  | 'acceptance'
  | 'satisfaction'
  | 'target'
  | 'light'
  | 'title'
  | 'dutyPerson'
  | 'instruction'
  | 'standard'
  | 'instructionUnit'
  | 'instructionFiles'
  | 'onBehalfOf'
  | 'instructedOn'
  | 'complaintClass'
  | 'mode'
  | 'complainedUnit'
  | 'handlingUnit'
  | 'facts'
  | 'limitDueOn'
  | 'notTakenOnReason'
  | 'withdrawReason'
  | 'finding'
  | 'measures'
  | 'sanction'
  | 'answer'
  | 'stepAsideReason';

/** One act as people see it. Its words are `acts:acts.<mutation>`. */
export type ActSpec = {
  mutation: ActMutation;
  action: ItemAction;
  subject: 'ITEM' | 'PART';
  /** States it starts from, where the same action has another act elsewhere. */
  from?: readonly ItemState[];
  fields: readonly ActField[];
  /** MAIN: what the work waits for. SIDE: another way to go. MORE: rare, behind 更多. */
  place: 'MAIN' | 'SIDE' | 'MORE';
  /** States in which it is what the work waits for, though elsewhere it is not. */
  mainIn?: readonly ItemState[];
  /** What stands above the form: the report that is judged, the extension asked for, why the duty came back. */
  shows?: 'REPORT' | 'EXTENSION' | 'RETURN';
  /** Takes something away, or can't be taken back. */
  isDanger?: true;
  /** Its form starts with, and tells, what the complaint says. What is typed there stays in memory: it may name who complained. */
  ofComplaint?: true;
};

export type ActMutation =
  | 'submitForApproval'
  | 'returnDraft'
  | 'approveItem'
  | 'assignItem'
  | 'signPart'
  | 'startPart'
  | 'reportPart'
  | 'returnReport'
  | 'signOffReport'
  | 'takeIntoReview'
  | 'returnForRework'
  | 'acceptPart'
  | 'callBackItem'
  | 'writeOffItem'
  | 'reopenItem'
  | 'returnAsNotOurs'
  | 'reassignPart'
  | 'forceAssignPart'
  | 'requestExtension'
  | 'grantExtension'
  | 'refuseExtension'
  | 'suspendPart'
  | 'resumePart'
  | 'mergeItem'
  | 'overrideLight'
  | 'correctItem'
  | 'instructItem'
  | 'takeOnComplaint'
  | 'refuseComplaint'
  | 'withdrawComplaint'
  | 'recordFinding'
  | 'answerComplaint'
  | 'stepAside';

const reason = (words: ActFieldWords): ActField => ({ name: 'reason', kind: 'text', words, required: true, most: 500 });
const day = (words: ActFieldWords): ActField => ({ name: 'dueOn', kind: 'day', words, required: true });
const leadUnit: ActField = { name: 'leadUnitId', kind: 'unit', words: 'leadUnit', required: true };
const assistUnits: ActField = { name: 'assistUnitIds', kind: 'units', words: 'assistUnits' };
const newUnit: ActField = { name: 'unitId', kind: 'unit', words: 'newUnit', required: true };
const acceptance: ActField = { name: 'acceptance', kind: 'text', words: 'acceptance', required: true, most: 500 };

/** Every act on an item, in the order in which they are offered: what comes first is the main one. */
export const actSpecs: readonly ActSpec[] = [
  { mutation: 'signPart', action: 'SIGN', subject: 'PART', place: 'MAIN', fields: [] },
  { mutation: 'signOffReport', action: 'SIGN_OFF_REPORT', subject: 'PART', place: 'MAIN', shows: 'REPORT', fields: [] },
  { mutation: 'acceptPart', action: 'ACCEPT', subject: 'PART', place: 'MAIN', shows: 'REPORT', fields: [acceptance] },
  { mutation: 'takeIntoReview', action: 'TAKE_INTO_REVIEW', subject: 'PART', place: 'MAIN', fields: [] },
  { mutation: 'grantExtension', action: 'GRANT_EXTENSION', subject: 'PART', place: 'MAIN', shows: 'EXTENSION', fields: [day('extendTo')] },
  { mutation: 'reassignPart', action: 'ASSIGN', subject: 'PART', place: 'MAIN', shows: 'RETURN', fields: [newUnit, day('dueOn')] },
  takeOnComplaint,
  { mutation: 'approveItem', action: 'APPROVE', subject: 'ITEM', place: 'MAIN', fields: [day('dueOn')] },
  { mutation: 'assignItem', action: 'ASSIGN', subject: 'ITEM', place: 'MAIN', fields: [leadUnit, assistUnits, day('dueOn')] },
  {
    mutation: 'writeOffItem',
    action: 'WRITE_OFF',
    subject: 'ITEM',
    place: 'MAIN',
    fields: [
      { name: 'satisfaction', kind: 'satisfaction', words: 'satisfaction', required: true, states: ['CALL_BACK'] },
      { ...acceptance, states: ['CLOSED'] },
    ],
  },
  { mutation: 'callBackItem', action: 'CALL_BACK', subject: 'ITEM', place: 'MAIN', fields: [] },
  {
    mutation: 'reportPart',
    action: 'REPORT',
    subject: 'PART',
    place: 'MAIN',
    fields: [
      { name: 'text', kind: 'text', words: 'reportText', required: true, most: 5000 },
      { name: 'attachmentIds', kind: 'files', words: 'files' },
      { name: 'evidence', kind: 'text', words: 'evidence', most: 1000 },
    ],
  },
  recordFinding,
  answerComplaint,
  refuseComplaint,
  { mutation: 'startPart', action: 'START', subject: 'PART', place: 'SIDE', fields: [] },
  { mutation: 'resumePart', action: 'RESUME', subject: 'PART', place: 'SIDE', fields: [] },
  {
    mutation: 'instructItem',
    action: 'INSTRUCT',
    subject: 'ITEM',
    place: 'SIDE',
    fields: [
      { name: 'onBehalfOfPostId', kind: 'post', words: 'onBehalfOf', required: true, officeOnly: true },
      { name: 'instructedOn', kind: 'pastDay', words: 'instructedOn', officeOnly: true },
      { name: 'instruction', kind: 'text', words: 'instruction', required: true, most: 2000 },
      { name: 'attachmentIds', kind: 'files', words: 'instructionFiles', required: true, officeOnly: true },
      { name: 'leadUnitId', kind: 'unit', words: 'instructionUnit', required: true },
      assistUnits,
      day('dueOn'),
      { name: 'standard', kind: 'text', words: 'standard', most: 1000 },
    ],
  },
  {
    mutation: 'submitForApproval',
    action: 'SUBMIT_FOR_APPROVAL',
    subject: 'ITEM',
    place: 'SIDE',
    fields: [leadUnit, assistUnits, day('dueOn')],
  },
  {
    mutation: 'returnForRework',
    action: 'RETURN_FOR_REWORK',
    subject: 'PART',
    from: ['UNDER_REVIEW'],
    place: 'SIDE',
    shows: 'REPORT',
    isDanger: true,
    fields: [reason('reworkReason'), day('newDueOn')],
  },
  {
    mutation: 'returnReport',
    action: 'RETURN_FOR_REWORK',
    subject: 'PART',
    from: ['REPORTED'],
    place: 'SIDE',
    shows: 'REPORT',
    isDanger: true,
    fields: [reason('returnReason')],
  },
  {
    mutation: 'returnDraft',
    action: 'RETURN_FOR_REWORK',
    subject: 'ITEM',
    place: 'SIDE',
    isDanger: true,
    fields: [reason('returnReason')],
  },
  {
    mutation: 'refuseExtension',
    action: 'REFUSE_EXTENSION',
    subject: 'PART',
    place: 'SIDE',
    shows: 'EXTENSION',
    isDanger: true,
    fields: [reason('refusalReason')],
  },
  {
    mutation: 'forceAssignPart',
    action: 'FORCE_ASSIGN',
    subject: 'PART',
    place: 'SIDE',
    shows: 'RETURN',
    isDanger: true,
    fields: [newUnit, day('dueOn'), reason('forceReason')],
  },
  {
    mutation: 'reopenItem',
    action: 'REOPEN',
    subject: 'ITEM',
    place: 'SIDE',
    isDanger: true,
    fields: [reason('reopenReason'), day('newDueOn')],
  },
  {
    mutation: 'requestExtension',
    action: 'REQUEST_EXTENSION',
    subject: 'PART',
    place: 'SIDE',
    fields: [day('extendTo'), reason('extensionReason')],
  },
  {
    mutation: 'returnAsNotOurs',
    action: 'RETURN_AS_NOT_OURS',
    subject: 'PART',
    place: 'MORE',
    isDanger: true,
    fields: [reason('notOursReason')],
  },
  { mutation: 'suspendPart', action: 'SUSPEND', subject: 'PART', place: 'MORE', isDanger: true, fields: [reason('suspendReason')] },
  {
    mutation: 'overrideLight',
    action: 'OVERRIDE_LIGHT',
    subject: 'ITEM',
    place: 'MORE',
    isDanger: true,
    fields: [{ name: 'light', kind: 'light', words: 'light', required: true }, reason('lightReason')],
  },
  {
    mutation: 'mergeItem',
    action: 'MERGE',
    subject: 'ITEM',
    place: 'MORE',
    isDanger: true,
    fields: [{ name: 'targetId', kind: 'item', words: 'target', required: true }, reason('mergeReason')],
  },
  withdrawComplaint,
  stepAside,
  {
    mutation: 'correctItem',
    action: 'CORRECT',
    subject: 'ITEM',
    place: 'MORE',
    isDanger: true,
    fields: [
      { name: 'title', kind: 'line', words: 'title', most: 200 },
      { name: 'dueOn', kind: 'day', words: 'correctDueOn' },
      { name: 'dutyPerson', kind: 'line', words: 'dutyPerson', most: 50 },
      reason('correctReason'),
    ],
  },
];
