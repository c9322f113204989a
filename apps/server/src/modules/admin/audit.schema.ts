import { db } from '../../database.ts';
import { builder } from '../../graphql/builder.ts';
import { badInput } from '../../graphql/errors.ts';
import { auditors } from './admin.policy.ts';
import { type ChainCheck, checkSystemChain } from './audit.service.ts';

builder.prismaObject('SystemEvent', {
  description: 'An entry of the system chain: sign-ins, changes of rights and settings, looks at protected data.',
  authScopes: { roles: auditors },
  fields: (t) => ({
    sequence: t.int({ description: '1, 2, 3… without a gap.', select: { sequence: true }, resolve: ({ sequence }) => Number(sequence) }),
    kind: t.exposeString('kind'),
    actorTitle: t.exposeString('actorTitle', { description: 'Post of the actor as it stood.' }),
    address: t.exposeString('address', { nullable: true }),
    at: t.expose('at', { type: 'Instant', description: 'Business time.' }),
    recordedAt: t.expose('recordedAt', { type: 'Instant', description: 'Real time.' }),
    payload: t.exposeString('payload', { description: 'JSON, as it was hashed.' }),
    hash: t.exposeString('hash'),
  }),
});

const ChainCheckType = builder.objectRef<ChainCheck>('ChainCheck').implement({
  description: 'Whether the system chain is whole.',
  fields: (t) => ({
    count: t.exposeInt('count', { description: 'Entries that follow from each other, from the first.' }),
    isIntact: t.exposeBoolean('isIntact'),
    brokenAt: t.exposeInt('brokenAt', { nullable: true, description: 'The first entry that does not.' }),
  }),
});

builder.queryFields((t) => ({
  systemEvents: t.withAuth({ roles: auditors }).prismaField({
    type: ['SystemEvent'],
    description: 'The system chain, the newest first.',
    args: {
      first: t.arg.int({ defaultValue: 50 }),
      before: t.arg.int({ description: 'Only entries with a lower sequence.' }),
      kind: t.arg.string({ description: 'Only entries of a kind, e.g. `ADMINISTRATION`.' }),
    },
    resolve: (query, _root, { first, before, kind }) => {
      const size = first ?? 50;
      if (size < 1 || size > 200) throw badInput('审计记录一次取 1 到 200 条。');
      return db.systemEvent.findMany({
        ...query,
        where: { ...(before ? { sequence: { lt: before } } : {}), ...(kind ? { kind } : {}) },
        orderBy: { sequence: 'desc' },
        take: size,
      });
    },
  }),
  systemChainCheck: t.withAuth({ roles: auditors }).field({
    type: ChainCheckType,
    description: 'Computes the whole chain anew and says whether it holds.',
    resolve: () => checkSystemChain(),
  }),
}));
