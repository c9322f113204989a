import { db } from '../../database.ts';
import { builder } from '../../graphql/builder.ts';
import { badInput } from '../../graphql/errors.ts';
import { auditors } from '../admin/admin.policy.ts';
import { latestVerification, startVerification, type VerificationRun } from './verification-run.ts';
import { type AuditResult, auditParts } from './verify-audit.ts';

builder.prismaObject('AuditAnchor', {
  description: 'A day’s seal over every chain.',
  authScopes: { roles: auditors },
  fields: (t) => ({
    day: t.expose('day', { type: 'Day' }),
    itemEvents: t.int({
      description: 'Events of items sealed so far.',
      select: { itemEvents: true },
      resolve: ({ itemEvents }) => Number(itemEvents),
    }),
    systemEvents: t.int({
      description: 'Entries of the system chain sealed so far.',
      select: { systemEvents: true },
      resolve: ({ systemEvents }) => Number(systemEvents),
    }),
    hash: t.exposeString('hash'),
    recordedAt: t.expose('recordedAt', { type: 'Instant', description: 'Real time.' }),
  }),
});

const AuditPartEnum = builder.enumType('AuditPart', {
  description: 'Parts of a verification: chains of items, the system chain, the daily anchors, the anchors’ file outside the database.',
  values: auditParts,
});

const AuditPartResult = builder.objectRef<AuditResult['parts'][number]>('AuditPartResult').implement({
  description: 'How far a part of the history holds.',
  fields: (t) => ({
    part: t.expose('part', { type: AuditPartEnum }),
    count: t.exposeInt('count', { description: 'Links that hold, from the first.' }),
    fault: t.exposeString('fault', { nullable: true, description: 'The first that does not, in words; null = the part is whole.' }),
  }),
});

const AuditVerification = builder.objectRef<VerificationRun>('AuditVerification').implement({
  description: 'A verification of the whole history, in the background: ask again while `endedAt` is null.',
  fields: (t) => ({
    startedAt: t.expose('startedAt', { type: 'Instant' }),
    startedBy: t.exposeString('startedBy', { description: 'Post of who asked for it.' }),
    endedAt: t.expose('endedAt', { type: 'Instant', nullable: true }),
    checked: t.exposeInt('checked', { description: 'Events of items checked so far.' }),
    failed: t.exposeBoolean('failed', { description: 'It broke off: nothing is known.' }),
    isIntact: t.boolean({ nullable: true, description: 'Null = not known (yet).', resolve: ({ result }) => result?.isIntact ?? null }),
    parts: t.field({ type: [AuditPartResult], resolve: ({ result }) => result?.parts ?? [] }),
  }),
});

builder.queryFields((t) => ({
  auditAnchors: t.withAuth({ roles: auditors }).prismaField({
    type: ['AuditAnchor'],
    description: 'The daily anchors, the newest first.',
    args: { first: t.arg.int({ defaultValue: 30 }) },
    resolve: (query, _root, { first }) => {
      const size = first ?? 30;
      if (size < 1 || size > 400) throw badInput('锚点一次取 1 到 400 个。');
      return db.auditAnchor.findMany({ ...query, orderBy: { day: 'desc' }, take: size });
    },
  }),
  auditVerification: t.withAuth({ roles: auditors }).field({
    type: AuditVerification,
    nullable: true,
    description: 'The verification under way, or the last since the server started.',
    resolve: () => latestVerification(),
  }),
}));

builder.mutationFields((t) => ({
  verifyAudit: t.withAuth({ roles: auditors }).field({
    type: AuditVerification,
    description: 'Begins to verify the whole history; while one is under way, answers that one. Changes nothing.',
    resolve: (_root, _args, { viewer }) => startVerification(viewer.postTitle),
  }),
}));
