import { builder } from '../../graphql/builder.ts';
import { NotFoundError } from '../../graphql/errors.ts';
import { canRevealComplainant } from '../item/item.policy.ts';
import { maskedPhoneOf, type RevealedComplainant, revealComplainant } from './complainant.service.ts';

const ComplainantType = builder.objectRef<RevealedComplainant>('Complainant').implement({
  description: 'The protected person behind a complaint; every field null when the complaint is anonymous or the key was dropped.',
  fields: (t) => ({
    complaintId: t.exposeID('complaintId'),
    name: t.exposeString('complainantName', { nullable: true }),
    phone: t.exposeString('complainantPhone', { nullable: true }),
    identityNumber: t.exposeString('complainantIdentity', { nullable: true }),
    address: t.exposeString('complainantAddress', { nullable: true }),
  }),
});

builder.prismaObjectFields('Complaint', (t) => ({
  viewerCanRevealComplainant: t.boolean({
    select: { id: true },
    description: 'Whether the viewer may call revealComplainant.',
    resolve: (_complaint, _args, { viewer }) => viewer !== null && canRevealComplainant(viewer),
  }),
  maskedPhone: t.string({
    nullable: true,
    select: { id: true },
    description: 'The phone with its middle hidden; null for everybody but inspection.',
    resolve: ({ id }, _args, { viewer }) => (viewer ? maskedPhoneOf(viewer, id) : null),
  }),
}));

builder.mutationFields((t) => ({
  revealComplainant: t.withAuth({ signedIn: true }).field({
    type: ComplainantType,
    errors: { types: [NotFoundError] },
    description: 'Shows who complained. Inspection alone may, and each look is recorded with who and when (policy 2(2)5).',
    args: { complaintId: t.arg.id({ required: true }) },
    resolve: (_root, { complaintId }, { viewer, address }) => revealComplainant(viewer, complaintId, address),
  }),
}));
