import { clock } from '../../clock.ts';
import { db } from '../../database.ts';
import { builder } from '../../graphql/builder.ts';
import { RankGroupType, RoleType, UnitKindType } from '../../graphql/enums.ts';
import { mayOversee } from './post.policy.ts';

export const UnitType = builder.prismaObject('Unit', {
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The code used in filters and links, e.g. `411702`.' }),
    name: t.exposeString('name'),
    shortName: t.exposeString('shortName'),
    nameEn: t.exposeString('nameEn'),
    pinyin: t.exposeString('pinyin', { description: 'Initials of the name, for search.' }),
    kind: t.expose('kind', { type: UnitKindType }),
    rankGroup: t.expose('rankGroup', { type: RankGroupType, nullable: true }),
    parent: t.relation('parent', { nullable: true }),
    aliases: t.stringList({ select: { aliases: true }, resolve: ({ aliases }) => aliases.map(({ alias }) => alias) }),
    posts: t.relation('posts'),
    position: t.exposeInt('position'),
    tileColumn: t.exposeInt('tileColumn', { nullable: true }),
    tileRow: t.exposeInt('tileRow', { nullable: true }),
    validTo: t.expose('validTo', { type: 'Day' }),
    version: t.exposeInt('version'),
  }),
});

builder.prismaObject('Post', {
  fields: (t) => ({
    id: t.exposeID('id'),
    title: t.exposeString('title'),
    titleEn: t.exposeString('titleEn'),
    role: t.expose('role', { type: RoleType }),
    unit: t.relation('unit'),
    mayOversee: t.boolean({
      description: 'Whether it may have 分管 units.',
      select: { role: true },
      resolve: ({ role }) => mayOversee(role),
    }),
    oversees: t.field({
      type: [UnitType],
      select: { portfolio: { select: { unit: true } } },
      description: '分管: the units this post oversees.',
      resolve: ({ portfolio }) => portfolio.map(({ unit }) => unit),
    }),
    position: t.exposeInt('position'),
    version: t.exposeInt('version'),
  }),
});

builder.queryFields((t) => ({
  units: t.prismaField({
    type: ['Unit'],
    description: 'Units in force, in their order.',
    args: { includeEnded: t.arg.boolean({ defaultValue: false }) },
    resolve: (query, _root, { includeEnded }) =>
      db.unit.findMany({
        ...query,
        where: includeEnded ? {} : { validTo: { gte: new Date(clock.today()) } },
        orderBy: [{ position: 'asc' }, { id: 'asc' }],
      }),
  }),
  posts: t.prismaField({
    type: ['Post'],
    description: 'Posts of the government, in their order.',
    resolve: (query) => db.post.findMany({ ...query, orderBy: [{ position: 'asc' }, { id: 'asc' }] }),
  }),
}));
