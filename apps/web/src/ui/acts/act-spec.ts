import type { ItemAction, ItemKind, ItemState } from '@duban/rules/vocabulary';

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
  /** Asked only in these registers. */
  kinds?: readonly ItemKind[];
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
  | 'topic'
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
