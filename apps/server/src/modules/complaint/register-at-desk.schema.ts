import { builder } from '../../graphql/builder.ts';
import { InputError } from '../../graphql/errors.ts';
import { answerAddress } from './answer-address.ts';
import { type RegisteredAtDesk, registerAtDesk } from './register-at-desk.ts';

const SpotAnswerInput = builder.inputType('SpotAnswerInput', {
  fields: (t) => ({
    facts: t.string({ required: true, description: 'What units may read of it.' }),
    answer: t.string({ required: true }),
  }),
});

const RegisterComplaintInput = builder.inputType('RegisterComplaintInput', {
  fields: (t) => ({
    requestId: t.string({ required: true, description: 'Made by the client; a repeat answers as the first did, without the secret.' }),
    channel: t.string({ required: true, description: 'Code of the dictionary `complaint-channel`.' }),
    isNamed: t.boolean({ required: true }),
    name: t.string(),
    phone: t.string(),
    identityNumber: t.string(),
    address: t.string(),
    classCode: t.string(),
    unitId: t.id(),
    concerns: t.string({ description: 'Whom it concerns, where no unit fits or a person is meant.' }),
    place: t.string(),
    occurredOn: t.field({ type: 'Day' }),
    facts: t.string({ required: true, description: 'In the complainant’s own words.' }),
    wish: t.string(),
    people: t.int({ description: 'How many complain together; default 1.' }),
    attachmentIds: t.idList({ description: 'Own uploads that no act has taken yet.' }),
    onTheSpot: t.field({ type: SpotAnswerInput, description: '当场答复.' }),
  }),
});

const ComplaintRegistered = builder.objectRef<RegisteredAtDesk>('ComplaintRegistered').implement({
  fields: (t) => ({
    number: t.exposeString('number'),
    code: t.exposeString('code', { description: 'With the secret, it opens the answer page on the public site.' }),
    secret: t.exposeString('secret', { description: 'Told once; empty in the answer to a repeat.' }),
    acceptDueOn: t.expose('acceptDueOn', { type: 'Day', nullable: true }),
    answerAddress: t.string({
      nullable: true,
      description: 'Where the answer is read; null where this site’s own address is the one to use.',
      resolve: () => answerAddress(),
    }),
  }),
});

builder.mutationFields((t) => ({
  registerComplaint: t.withAuth({ signedIn: true }).field({
    type: ComplaintRegistered,
    errors: { types: [InputError] },
    description: 'Windows and the complaint office enter a complaint made by phone, by letter or in person.',
    args: { input: t.arg({ type: RegisterComplaintInput, required: true }) },
    resolve: (_root, { input: { requestId, attachmentIds, ...input } }, { viewer }) =>
      registerAtDesk(viewer, { ...input, fileIds: attachmentIds }, requestId),
  }),
}));
