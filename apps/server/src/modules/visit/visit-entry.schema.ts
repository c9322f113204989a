import { z } from 'zod';
import { sql } from '../../database.ts';
import { builder } from '../../graphql/builder.ts';
import { ConflictError, InputError, NotFoundError } from '../../graphql/errors.ts';
import { once } from '../../graphql/once.ts';
import { ViewerType } from '../session/session.schema.ts';
import { type ContactPointInput, saveContactPoint } from './contact-points.ts';
import { contactPointKeepers, keepsContactPoints, leadersVisibleTo, mayEnterFor, visitReaders } from './visit.policy.ts';
import { type ContactPoint, readContactPoints, readLeaders, type VisitLeader } from './visit-ground.ts';

builder.objectFields(ViewerType, (t) => ({
  entersVisits: t.boolean({
    description: 'Whether there is a leader for whom the viewer may enter visits.',
    resolve: async (viewer) => {
      if (!visitReaders.includes(viewer.role)) return false;
      const leaders = await readLeaders(leadersVisibleTo(viewer));
      return leaders.some((leader) => mayEnterFor(viewer, leader));
    },
  }),
  keepsContactPoints: t.boolean({ resolve: (viewer) => keepsContactPoints(viewer) }),
}));

const ContactPointType = builder.objectRef<ContactPoint>('ContactPoint').implement({
  description: '联系点: while one is in force, its leader owes a visit every month.',
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name'),
    countyId: t.exposeID('countyId', { nullable: true }),
    countyName: t.exposeString('countyName', { nullable: true }),
    validFrom: t.expose('validFrom', { type: 'Day' }),
    validTo: t.expose('validTo', { type: 'Day', description: 'Last day; 9999-12-31: still.' }),
    version: t.exposeInt('version'),
  }),
});

type Leading = VisitLeader & { points: ContactPoint[]; mayEnter: boolean };
const LeaderType = builder.objectRef<Leading>('VisitingLeader').implement({
  description: 'A post that goes on visits, with its contact points, the newest first.',
  fields: (t) => ({
    postId: t.exposeID('postId'),
    title: t.exposeString('title'),
    titleEn: t.exposeString('titleEn'),
    unitName: t.exposeString('unitName'),
    isOwn: t.boolean({ description: "The viewer's own post.", resolve: ({ postId }, _args, { viewer }) => viewer?.postId === postId }),
    mayEnter: t.exposeBoolean('mayEnter', { description: 'Whether the viewer may enter its visits.' }),
    contactPoints: t.field({ type: [ContactPointType], resolve: ({ points }) => points }),
  }),
});

builder.queryField('visitingLeaders', (t) =>
  t.withAuth({ roles: visitReaders }).field({
    type: [LeaderType],
    description: 'Leaders whose duty the viewer sees, in the order of their units.',
    args: { mayEnter: t.arg.boolean({ description: 'Only those for whom the viewer may enter visits.' }) },
    resolve: async (_root, { mayEnter: only }, { viewer }) => {
      const leaders = await readLeaders(leadersVisibleTo(viewer));
      const entered = leaders.map((leader) => ({ ...leader, mayEnter: mayEnterFor(viewer, leader) }));
      const shown = only ? entered.filter(({ mayEnter }) => mayEnter) : entered;
      const points = await readContactPoints(sql`g.post_id = ANY(${shown.map(({ postId }) => postId)}::text[])`);
      return shown.map((leader) => ({ ...leader, points: points.filter(({ postId }) => postId === leader.postId) }));
    },
  }),
);

const PointInput = builder.inputRef<ContactPointInput>('ContactPointEntry').implement({
  fields: (t) => ({
    id: t.id({ description: 'Of one that is changed.' }),
    version: t.int({ description: 'Of one that is changed, as seen.' }),
    postId: t.id({ required: true }),
    name: t.string({ required: true, description: 'At most 60 characters.' }),
    countyId: t.id(),
    validFrom: t.field({ type: 'Day', required: true }),
    validTo: t.field({ type: 'Day', description: 'Last day; absent: still.' }),
  }),
});

const saved = z.object({ id: z.string() });

builder.mutationField('saveContactPoint', (t) =>
  t.withAuth({ roles: contactPointKeepers }).field({
    type: ContactPointType,
    errors: { types: [InputError, NotFoundError, ConflictError] },
    description: '联系点: adds one, or changes the one with its id.',
    args: { requestId: t.arg.string({ required: true }), input: t.arg({ type: PointInput, required: true }) },
    resolve: async (_root, { requestId, input }, { viewer, address }) => {
      const { result } = await once(viewer, requestId, 'saveContactPoint', saved, async (tx) => ({
        id: await saveContactPoint(tx, viewer, address, input),
      }));
      const [point] = await readContactPoints(sql`g.id = ${result.id}::uuid`);
      return point!;
    },
  }),
);
