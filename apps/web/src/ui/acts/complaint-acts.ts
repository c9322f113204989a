import type { ActSpec } from './act-spec.ts';

// Acts on a complaint's item (policy 2(2)5), for the table of acts. Only inspection is offered them.

/** 受理交办. Without a due day the limit of the class holds. */
export const takeOnComplaint: ActSpec = {
  mutation: 'takeOnComplaint',
  action: 'TAKE_ON',
  subject: 'ITEM',
  place: 'MAIN',
  ofComplaint: true,
  fields: [
    { name: 'category', kind: 'complaintClass', words: 'complaintClass', required: true },
    { name: 'mode', kind: 'mode', words: 'mode', required: true },
    { name: 'complainedUnitId', kind: 'unit', words: 'complainedUnit' },
    { name: 'leadUnitId', kind: 'unit', words: 'handlingUnit', required: true },
    { name: 'assistUnitIds', kind: 'units', words: 'assistUnits' },
    { name: 'facts', kind: 'text', words: 'facts', required: true, most: 4000 },
    { name: 'title', kind: 'line', words: 'title', most: 200 },
    { name: 'dueOn', kind: 'day', words: 'limitDueOn' },
  ],
};

export const refuseComplaint: ActSpec = {
  mutation: 'refuseComplaint',
  action: 'REFUSE',
  subject: 'ITEM',
  place: 'SIDE',
  isDanger: true,
  ofComplaint: true,
  fields: [{ name: 'reason', kind: 'text', words: 'notTakenOnReason', required: true, most: 500 }],
};

export const withdrawComplaint: ActSpec = {
  mutation: 'withdrawComplaint',
  action: 'WITHDRAW',
  subject: 'ITEM',
  place: 'MORE',
  isDanger: true,
  ofComplaint: true,
  fields: [{ name: 'reason', kind: 'text', words: 'withdrawReason', required: true, most: 500 }],
};

export const recordFinding: ActSpec = {
  mutation: 'recordFinding',
  action: 'RECORD_FINDING',
  subject: 'ITEM',
  place: 'SIDE',
  ofComplaint: true,
  fields: [
    { name: 'finding', kind: 'finding', words: 'finding', required: true },
    { name: 'measures', kind: 'text', words: 'measures', most: 2000 },
    { name: 'sanction', kind: 'text', words: 'sanction', most: 1000 },
  ],
};

/** What a closed complaint waits for: without an answer it is not called back. */
export const answerComplaint: ActSpec = {
  mutation: 'answerComplaint',
  action: 'ANSWER',
  subject: 'ITEM',
  place: 'SIDE',
  mainIn: ['CLOSED'],
  ofComplaint: true,
  fields: [{ name: 'answer', kind: 'text', words: 'answer', required: true, most: 4000 }],
};

export const stepAside: ActSpec = {
  mutation: 'stepAside',
  action: 'STEP_ASIDE',
  subject: 'ITEM',
  place: 'MORE',
  isDanger: true,
  ofComplaint: true,
  fields: [{ name: 'reason', kind: 'text', words: 'stepAsideReason', required: true, most: 500 }],
};
