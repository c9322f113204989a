import { db } from '../../database.ts';
import { builder } from '../../graphql/builder.ts';
import { RankGroupType, UnitKindType } from '../../graphql/enums.ts';
import { ConflictError, InputError, NotFoundError } from '../../graphql/errors.ts';
import { systemKeepers } from './admin.policy.ts';
import { addUnitAlias, createUnit, endUnit, removeUnitAlias, renameUnit } from './units.service.ts';

const NewUnitInput = builder.inputType('NewUnit', {
  fields: (t) => ({
    id: t.id({ required: true, description: 'The code used in filters and links; it never changes.' }),
    name: t.string({ required: true }),
    shortName: t.string({ required: true }),
    nameEn: t.string({ required: true }),
    kind: t.field({ type: UnitKindType, required: true }),
    parentId: t.id({ required: true }),
    rankGroup: t.field({ type: RankGroupType, description: 'Absent: not ranked.' }),
  }),
});

const UnitNamesInput = builder.inputType('UnitNames', {
  fields: (t) => ({
    name: t.string({ required: true }),
    shortName: t.string({ required: true }),
    nameEn: t.string({ required: true }),
  }),
});

const refusals = { types: [InputError, ConflictError, NotFoundError] };

builder.mutationFields((t) => ({
  createUnit: t.withAuth({ roles: systemKeepers }).prismaField({
    type: 'Unit',
    errors: { types: [InputError] },
    description: 'Adds a unit, in force from today on.',
    args: { input: t.arg({ type: NewUnitInput, required: true }) },
    resolve: async (query, _root, { input }, { viewer, address }) => {
      await createUnit({ viewer, address }, input);
      return db.unit.findUniqueOrThrow({ ...query, where: { id: input.id.trim().toLowerCase() } });
    },
  }),
  renameUnit: t.withAuth({ roles: systemKeepers }).prismaField({
    type: 'Unit',
    errors: refusals,
    description: 'Gives a unit other names; the former ones stay as aliases.',
    args: {
      id: t.arg.id({ required: true }),
      version: t.arg.int({ required: true }),
      names: t.arg({ type: UnitNamesInput, required: true }),
    },
    resolve: async (query, _root, { id, version, names }, { viewer, address }) => {
      await renameUnit({ viewer, address }, id, version, names);
      return db.unit.findUniqueOrThrow({ ...query, where: { id } });
    },
  }),
  addUnitAlias: t.withAuth({ roles: systemKeepers }).prismaField({
    type: 'Unit',
    errors: refusals,
    description: 'Adds another name that a ledger may use for the unit.',
    args: { id: t.arg.id({ required: true }), version: t.arg.int({ required: true }), alias: t.arg.string({ required: true }) },
    resolve: async (query, _root, { id, version, alias }, { viewer, address }) => {
      await addUnitAlias({ viewer, address }, id, version, alias);
      return db.unit.findUniqueOrThrow({ ...query, where: { id } });
    },
  }),
  removeUnitAlias: t.withAuth({ roles: systemKeepers }).prismaField({
    type: 'Unit',
    errors: refusals,
    description: 'Takes an alias of the unit away.',
    args: { id: t.arg.id({ required: true }), version: t.arg.int({ required: true }), alias: t.arg.string({ required: true }) },
    resolve: async (query, _root, { id, version, alias }, { viewer, address }) => {
      await removeUnitAlias({ viewer, address }, id, version, alias);
      return db.unit.findUniqueOrThrow({ ...query, where: { id } });
    },
  }),
  endUnit: t.withAuth({ roles: systemKeepers }).prismaField({
    type: 'Unit',
    errors: refusals,
    description: 'Ends a unit that owes nothing any more, with its last day. Its history stays.',
    args: {
      id: t.arg.id({ required: true }),
      version: t.arg.int({ required: true }),
      lastDay: t.arg({ type: 'Day', required: true }),
      successorId: t.arg.id({ description: 'The unit that takes over.' }),
    },
    resolve: async (query, _root, { id, version, lastDay, successorId }, { viewer, address }) => {
      await endUnit({ viewer, address }, id, version, lastDay, successorId ?? null);
      return db.unit.findUniqueOrThrow({ ...query, where: { id } });
    },
  }),
}));
