import { builder } from '../builder.ts';
import { answered, InputErrorType, Refused, TooManyRequestsType, typeOfRefusal } from '../errors.schema.ts';
import { type ComplaintSubmitted, submitComplaint } from './submit-complaint.ts';

const SubmitComplaintInput = builder.inputType('SubmitComplaintInput', {
  fields: (t) => ({
    ticket: t.string({ required: true, description: 'Also the request id: a repeat answers as the first did.' }),
    website: t.string({ description: 'Empty unless a machine filled it in.' }),
    isNamed: t.boolean({ required: true }),
    name: t.string({ description: 'Needed when named.' }),
    phone: t.string({ description: 'Needed when named.' }),
    identityNumber: t.string(),
    address: t.string(),
    classCode: t.string(),
    unitId: t.id(),
    concerns: t.string({ description: 'Whom it concerns, where no unit of the list fits or a person is meant.' }),
    place: t.string(),
    occurredOn: t.field({ type: 'Day' }),
    facts: t.string({ required: true }),
    wish: t.string(),
    people: t.int({ description: 'How many complain together; default 1.' }),
    secret: t.string({ required: true, description: '8 to 64 characters, chosen by the complainant.' }),
    fileIds: t.idList(),
  }),
});

const ComplaintSubmittedType = builder.objectRef<ComplaintSubmitted>('ComplaintSubmitted').implement({
  description: 'The complaint is registered.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Query code, in groups. It and the secret open the answer page; neither is told again.' }),
    receivedOn: t.expose('receivedOn', { type: 'Day' }),
    acceptBy: t.expose('acceptBy', {
      type: 'Day',
      nullable: true,
      description: 'Last day for deciding whether it is taken on; null where the pack has no limit.',
    }),
  }),
});

const SubmitComplaintResult = builder.unionType('SubmitComplaintResult', {
  types: [ComplaintSubmittedType, InputErrorType, TooManyRequestsType],
  resolveType: (result) => (result instanceof Refused ? typeOfRefusal(result) : 'ComplaintSubmitted'),
});

builder.mutationFields((t) => ({
  submitComplaint: t.field({
    type: SubmitComplaintResult,
    args: { input: t.arg({ type: SubmitComplaintInput, required: true }) },
    resolve: async (_root, { input }, context) => (await answered(context, () => submitComplaint(input, context))) as ComplaintSubmitted,
  }),
}));
