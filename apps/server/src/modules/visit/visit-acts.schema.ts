import { z } from 'zod';
import { builder } from '../../graphql/builder.ts';
import { ActRefusedError, ConflictError, InputError, NotFoundError } from '../../graphql/errors.ts';
import { once } from '../../graphql/once.ts';
import { answerNeed } from './answer-need.ts';
import { correctVisit, createVisit, withdrawVisit } from './keep-visits.ts';
import type { NeedInput } from './need-fields.ts';
import { raiseNeed } from './raise-needs.ts';
import { visitReaders } from './visit.policy.ts';
import { VisitType } from './visit.schema.ts';
import type { VisitInput } from './visit-fields.ts';
import { actorOf } from './visit-guards.ts';
import { visitById } from './visit-list.ts';

const NeedInputType = builder.inputRef<NeedInput>('VisitNeedEntry').implement({
  description: 'A need heard on a visit. One without a department charged must be answered on the spot.',
  fields: (t) => ({
    id: t.id({ description: 'Of a correction: the need that it is; absent: a new one. One that became an item stays as it is.' }),
    text: t.string({ required: true, description: 'At most 500 characters.' }),
    unitId: t.id({ description: 'Department charged.' }),
    dueOn: t.field({ type: 'Day' }),
    answer: t.string({ description: 'Answered on the spot; at most 1,000 characters.' }),
    raise: t.boolean({ description: '转为督办事项 with the same save; not of a correction.' }),
    topic: t.id({ description: 'Of one that is raised: code of the dictionary `public-topic`.' }),
  }),
});

const VisitInputType = builder.inputRef<VisitInput>('VisitEntry').implement({
  description: 'A visit. No text may hold what is secret, nor the names of those met.',
  fields: (t) => ({
    postId: t.id({ required: true, description: 'Post of the leader who went.' }),
    contactPointId: t.id({ description: "One of the leader's, in force on the day." }),
    place: t.string({ description: 'By default the name of the contact point; at most 100 characters.' }),
    countyId: t.id({ description: 'By default that of the contact point.' }),
    visitedOn: t.field({ type: 'Day', required: true }),
    kinds: t.idList({ required: true, description: 'Codes of the dictionary `visit-kind`, one to six.' }),
    isFrontLine: t.boolean({ required: true, description: '一线工作法.' }),
    peopleMet: t.int({ required: true, description: '0 to 100,000.' }),
    met: t.string({ description: 'By post or kind, never by name; at most 200 characters.' }),
    opinions: t.string({ description: 'At most 2,000 characters.' }),
    decision: t.string({ description: 'Decided on the spot; at most 1,000 characters.' }),
    needs: t.field({ type: [NeedInputType], required: true, description: 'At most 20, in order.' }),
    photoIds: t.idList({
      description: 'Own uploads, JPEG or PNG; at most nine. Of a correction also the photos that stay; absent: all stay.',
    }),
  }),
});

const saved = z.object({ id: z.string() });
const refusals = { types: [InputError, NotFoundError, ConflictError, ActRefusedError] };
const requestIdOf = { required: true, description: 'Made by the client; a repeat answers as the first did.' } as const;

builder.mutationFields((t) => ({
  createVisit: t.withAuth({ roles: visitReaders }).field({
    type: VisitType,
    errors: { types: [InputError] },
    description: '录入走访: by the leader, who reports for the unit, or the supervision office for leaders of the city.',
    args: { requestId: t.arg.string(requestIdOf), entry: t.arg({ type: VisitInputType, required: true }) },
    resolve: async (_root, { requestId, entry }, { viewer, address }) => {
      const { result } = await once(viewer, requestId, 'createVisit', saved, async (tx) => ({
        id: await createVisit(tx, viewer, actorOf(viewer, address), entry, requestId),
      }));
      return visitById(viewer, result.id);
    },
  }),
  correctVisit: t.withAuth({ roles: visitReaders }).field({
    type: VisitType,
    errors: refusals,
    description: '更正: puts right what was entered wrongly; what it said before stays in its story.',
    args: {
      requestId: t.arg.string(requestIdOf),
      id: t.arg.id({ required: true }),
      version: t.arg.int({ required: true, description: 'As seen.' }),
      reason: t.arg.string({ required: true, description: 'At most 500 characters.' }),
      entry: t.arg({ type: VisitInputType, required: true }),
    },
    resolve: async (_root, { requestId, id, version, reason, entry }, { viewer, address }) => {
      await once(viewer, requestId, 'correctVisit', saved, async (tx) => {
        await correctVisit(tx, viewer, actorOf(viewer, address), { id, version, reason }, entry);
        return { id };
      });
      return visitById(viewer, id);
    },
  }),
  withdrawVisit: t.withAuth({ roles: visitReaders }).field({
    type: VisitType,
    errors: refusals,
    description: '撤回: the record stays, marked, and no figure counts it any more. Items that its needs became go on.',
    args: {
      requestId: t.arg.string(requestIdOf),
      id: t.arg.id({ required: true }),
      version: t.arg.int({ required: true, description: 'As seen.' }),
      reason: t.arg.string({ required: true, description: 'At most 500 characters.' }),
    },
    resolve: async (_root, { requestId, id, version, reason }, { viewer, address }) => {
      await once(viewer, requestId, 'withdrawVisit', saved, async (tx) => {
        await withdrawVisit(tx, viewer, actorOf(viewer, address), { id, version, reason });
        return { id };
      });
      return visitById(viewer, id);
    },
  }),
  raiseNeed: t.withAuth({ roles: visitReaders }).field({
    type: VisitType,
    errors: refusals,
    description:
      '转为督办事项: a need becomes a problem of the public (policy 2(4)3), assigned at once where the viewer may charge the unit.',
    args: {
      requestId: t.arg.string(requestIdOf),
      visitId: t.arg.id({ required: true }),
      version: t.arg.int({ required: true, description: "The visit's, as seen." }),
      needId: t.arg.id({ required: true }),
      topic: t.arg.id({ required: true, description: 'Code of the dictionary `public-topic`.' }),
      unitId: t.arg.id({ description: 'By default the department charged already.' }),
      dueOn: t.arg({ type: 'Day', description: "By default the need's day, else by the limit in force." }),
    },
    resolve: async (_root, { requestId, ...act }, { viewer, address }) => {
      await once(viewer, requestId, 'raiseNeed', saved, async (tx) => {
        await raiseNeed(tx, viewer, actorOf(viewer, address), act, requestId);
        return { id: act.visitId };
      });
      return visitById(viewer, act.visitId);
    },
  }),
  answerNeed: t.withAuth({ roles: visitReaders }).field({
    type: VisitType,
    errors: refusals,
    description: 'Writes down what became of a need that is no item.',
    args: {
      requestId: t.arg.string(requestIdOf),
      visitId: t.arg.id({ required: true }),
      version: t.arg.int({ required: true, description: "The visit's, as seen." }),
      needId: t.arg.id({ required: true }),
      answer: t.arg.string({ required: true, description: 'At most 1,000 characters.' }),
      answeredOn: t.arg({ type: 'Day', description: 'By default today.' }),
    },
    resolve: async (_root, { requestId, ...act }, { viewer, address }) => {
      await once(viewer, requestId, 'answerNeed', saved, async (tx) => {
        await answerNeed(tx, viewer, actorOf(viewer, address), act);
        return { id: act.visitId };
      });
      return visitById(viewer, act.visitId);
    },
  }),
}));
