import { z } from 'zod';
import { builder } from '../../graphql/builder.ts';
import { ActRefusedError, ConflictError, InputError, NotFoundError } from '../../graphql/errors.ts';
import { once } from '../../graphql/once.ts';
import { registerKeepers } from './accountability.policy.ts';
import { AccountabilityType } from './accountability.schema.ts';
import { correctRecord, createRecord, keeperOf, revokeRecord } from './keep-register.ts';
import type { RecordInput } from './record-fields.ts';
import { recordById } from './register-list.ts';
import { type RevealedPerson, revealPerson } from './reveal-person.ts';

const RecordInputType = builder.inputRef<RecordInput>('AccountabilityEntry').implement({
  description: 'A person held to account. No text may hold the name: the register names posts.',
  fields: (t) => ({
    unitId: t.string({ required: true }),
    post: t.string({ required: true, description: 'At most 60 characters.' }),
    postLevel: t.string({ required: true, description: 'Code of the dictionary `post-level`.' }),
    administrativeHead: t.boolean({ required: true }),
    name: t.string({ description: 'Sealed at once, at most 50 characters. Of a correction: absent keeps the name there is.' }),
    removeName: t.boolean({ description: 'Of a correction: takes the name out.' }),
    fact: t.string({ required: true, description: 'At most 2,000 characters.' }),
    rule: t.string({ required: true, description: 'At most 500 characters.' }),
    form: t.string({ required: true, description: 'Code of the dictionary `accountability-form`.' }),
    decidedBy: t.string({ required: true, description: 'At most 100 characters.' }),
    decidedOn: t.field({ type: 'Day', required: true }),
    effect: t.string({ description: 'At most 500 characters.' }),
    effectUntil: t.field({ type: 'Day' }),
    itemNumber: t.string({ description: 'Of the item that it follows from; a complaint must have been found true, wholly or in part.' }),
    enforcementRecord: t.string({ description: 'At most 200 characters.' }),
    source: t.string({ description: 'At most 200 characters. One of item, enforcement record and source must be there.' }),
  }),
});

const saved = z.object({ id: z.string() });
const errors = { types: [InputError, NotFoundError, ConflictError, ActRefusedError] };
const requestId = 'Made by the client; a repeat answers as the first did.';

const PersonType = builder.objectRef<RevealedPerson>('AccountablePerson').implement({
  description: 'Who a record is about.',
  fields: (t) => ({
    recordId: t.exposeID('recordId'),
    name: t.exposeString('name', { nullable: true, description: 'Null when none was entered.' }),
  }),
});

builder.mutationFields((t) => ({
  createAccountability: t.withAuth({ roles: registerKeepers }).field({
    type: AccountabilityType,
    errors: { types: [InputError] },
    description: '登记责任追究. Inspection alone keeps the register (policy 2(2)5).',
    args: {
      requestId: t.arg.string({ required: true, description: requestId }),
      entry: t.arg({ type: RecordInputType, required: true }),
    },
    resolve: async (_root, { requestId, entry }, { viewer, address }) => {
      const { result } = await once(viewer, requestId, 'createAccountability', saved, async (tx) => ({
        id: await createRecord(tx, keeperOf(viewer, address), entry),
      }));
      return recordById(viewer, result.id);
    },
  }),
  correctAccountability: t.withAuth({ roles: registerKeepers }).field({
    type: AccountabilityType,
    errors,
    description: '更正: puts right what was entered wrongly; what it said before stays in its story.',
    args: {
      requestId: t.arg.string({ required: true, description: requestId }),
      id: t.arg.id({ required: true }),
      version: t.arg.int({ required: true, description: 'As seen.' }),
      reason: t.arg.string({ required: true, description: 'At most 500 characters.' }),
      entry: t.arg({ type: RecordInputType, required: true }),
    },
    resolve: async (_root, { requestId, id, version, reason, entry }, { viewer, address }) => {
      await once(viewer, requestId, 'correctAccountability', saved, async (tx) => {
        await correctRecord(tx, viewer, keeperOf(viewer, address), { ...entry, id, version, reason });
        return { id };
      });
      return recordById(viewer, id);
    },
  }),
  revokeAccountability: t.withAuth({ roles: registerKeepers }).field({
    type: AccountabilityType,
    errors,
    description: '撤销: the record stays, marked, and no figure counts it any more.',
    args: {
      requestId: t.arg.string({ required: true, description: requestId }),
      id: t.arg.id({ required: true }),
      version: t.arg.int({ required: true, description: 'As seen.' }),
      reason: t.arg.string({ required: true, description: 'At most 500 characters.' }),
    },
    resolve: async (_root, { requestId, id, version, reason }, { viewer, address }) => {
      await once(viewer, requestId, 'revokeAccountability', saved, async (tx) => {
        await revokeRecord(tx, viewer, keeperOf(viewer, address), { id, version, reason });
        return { id };
      });
      return recordById(viewer, id);
    },
  }),
  revealAccountablePerson: t.withAuth({ roles: registerKeepers }).field({
    type: PersonType,
    errors: { types: [InputError, NotFoundError] },
    description: 'Shows who a record is about. Inspection alone may, for a reason, and each look is recorded.',
    args: { id: t.arg.id({ required: true }), reason: t.arg.string({ required: true, description: 'At most 500 characters.' }) },
    resolve: (_root, { id, reason }, { viewer, address }) => revealPerson(viewer, id, reason, address),
  }),
}));
