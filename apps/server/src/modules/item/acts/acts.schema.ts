import type { InputFieldMap, InputFieldRef } from '@pothos/core';
import { z } from 'zod';
import { builder, type SchemaTypes } from '../../../graphql/builder.ts';
import { FindingType, HandlingModeType, LightType, SatisfactionType } from '../../../graphql/enums.ts';
import { ActRefusedError, ConflictError, InputError, NotFoundError } from '../../../graphql/errors.ts';
import { once } from '../../../graphql/once.ts';
import { ItemInterface, oneItem } from '../item.schema.ts';
import type { ActDefinition, ActFields } from './act.ts';
import { actDefinitions } from './act-definitions.ts';
import { performAct } from './perform-act.ts';

/** What every act answers when it was done. */
export const ItemActed = builder.objectRef<{ itemId: string }>('ItemActed').implement({
  description: 'The act is done.',
  fields: (t) => ({
    item: t.prismaField({ type: ItemInterface, resolve: (query, { itemId }) => oneItem(query, itemId) }),
  }),
});

export const actErrors = [InputError, ConflictError, NotFoundError, ActRefusedError];

type Types = PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>;
type FieldBuilder = PothosSchemaTypes.InputFieldBuilder<Types, 'InputObject'>;

/** Each thing that an act may bring, as an input field. */
const inputFields: Record<keyof ActFields, (t: FieldBuilder) => InputFieldRef<Types, unknown>> = {
  reason: (t) => t.string({ description: 'Why, for the story; at most 500 characters.' }),
  dueOn: (t) => t.field({ type: 'Day', description: 'Last day in time.' }),
  leadUnitId: (t) => t.id(),
  assistUnitIds: (t) => t.idList({ description: 'Exactly these units assist; absent: those there are.' }),
  unitId: (t) => t.id({ description: 'The unit that takes the duty over.' }),
  text: (t) => t.string({ description: 'What was done; at most 5,000 characters.' }),
  evidence: (t) => t.string({ description: 'Where the evidence is, if not in files; at most 1,000 characters.' }),
  attachmentIds: (t) => t.idList({ description: 'Own uploads that no act has taken yet.' }),
  acceptance: (t) => t.string({ description: 'Opinion of the acceptance; at most 500 characters.' }),
  satisfaction: (t) => t.field({ type: SatisfactionType, description: 'Answer of the call-back.' }),
  targetId: (t) => t.id({ description: 'The item that it goes on in.' }),
  light: (t) => t.field({ type: LightType, description: 'Null lifts the override.' }),
  title: (t) => t.string(),
  dutyPerson: (t) => t.string(),
  category: (t) => t.string({ description: "Code of the complaint's class, or of the topic of a problem of the public." }),
  mode: (t) => t.field({ type: HandlingModeType }),
  facts: (t) =>
    t.string({ description: 'What the handling unit must answer, without a trace of who complained; at most 4,000 characters.' }),
  complainedUnitId: (t) => t.id(),
  finding: (t) => t.field({ type: FindingType }),
  measures: (t) => t.string({ description: 'At most 2,000 characters.' }),
  sanction: (t) => t.string({ description: 'What was done about it, no names; at most 1,000 characters.' }),
  answer: (t) => t.string({ description: 'Read by whoever complained; at most 4,000 characters.' }),
};

type ActInput = ActFields & { itemId: string; partId?: string; version: number; requestId: string };

const done = z.object({ itemId: z.string() });

function inputTypeOf({ mutation, subject, fields }: ActDefinition) {
  const name = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  return builder.inputType(name, {
    fields: (t) => {
      const shared = {
        itemId: t.id({ required: true }),
        ...(subject === 'PART' ? { partId: t.id({ required: true, description: "The unit's part." }) } : {}),
        version: t.int({ required: true, description: "The item's version as seen." }),
        requestId: t.string({ required: true, description: 'Made by the client; a repeat answers as the first did.' }),
      };
      const own = Object.fromEntries(fields.map((field) => [field, inputFields[field](t)]));
      return { ...shared, ...own } as InputFieldMap;
    },
  });
}

for (const definition of actDefinitions) {
  const { mutation, action, subject, from, fields, description } = definition;
  const input = inputTypeOf(definition);
  builder.mutationField(mutation, (t) =>
    t.withAuth({ signedIn: true }).field({
      type: ItemActed,
      errors: { types: actErrors },
      description,
      args: { input: t.arg({ type: input, required: true }) },
      resolve: async (_root, args, { viewer }) => {
        const { itemId, partId, version, requestId, ...given } = args.input as unknown as ActInput;
        const brought = Object.fromEntries(fields.map((field) => [field, given[field] ?? null])) as ActFields;
        const act = { action, itemId, partId: subject === 'PART' ? partId! : null, version, from, fields: brought };
        const { result } = await once(viewer, requestId, mutation, done, async (tx) => {
          await performAct(tx, viewer, act, requestId);
          return { itemId };
        });
        return result;
      },
    }),
  );
}
