import { z } from 'zod';
import { builder } from '../../graphql/builder.ts';
import { LinkReasonType } from '../../graphql/enums.ts';
import { InputError } from '../../graphql/errors.ts';
import { once } from '../../graphql/once.ts';
import { actErrors } from '../item/acts/acts.schema.ts';
import { ItemInterface, itemsInOrder, oneItem } from '../item/item.schema.ts';
import { createTasks } from './create-tasks.ts';
import { instructItem } from './instruct-item.ts';
import type { ItemLink } from './item-links.ts';

const ItemLinkType = builder.objectRef<ItemLink>('ItemLink').implement({
  description: 'Another item that this one led to, or came from.',
  fields: (t) => ({
    why: t.expose('why', { type: LinkReasonType }),
    isOrigin: t.exposeBoolean('isOrigin', { description: 'The other item came first and led to this one.' }),
    item: t.prismaField({ type: ItemInterface, resolve: (query, { otherId }) => oneItem(query, otherId) }),
  }),
});

builder.prismaInterfaceFields(ItemInterface, (t) => ({
  links: t.field({
    type: [ItemLinkType],
    select: { id: true },
    description: 'Tasks that came from it, the item that it came from; only those that the viewer may see.',
    resolve: ({ id }, _args, { viewer, loaders }) => (viewer ? loaders.links(viewer).load(id) : []),
  }),
}));

const InstructItemInput = builder.inputType('InstructItemInput', {
  fields: (t) => ({
    itemId: t.id({ required: true }),
    version: t.int({ required: true, description: "The item's version as seen." }),
    requestId: t.string({ required: true, description: 'Made by the client; a repeat answers as the first did.' }),
    instruction: t.string({ required: true, description: "In the leader's words; at most 2,000 characters." }),
    standard: t.string({ description: 'What counts as done; at most 1,000 characters.' }),
    leadUnitId: t.id({ description: 'By default the unit that leads the item.' }),
    assistUnitIds: t.idList(),
    dueOn: t.field({ type: 'Day', required: true, description: 'Last day in time.' }),
    attachmentIds: t.idList({ description: 'Own uploads that no act has taken yet; the scan where a paper is entered.' }),
    onBehalfOfPostId: t.id({
      description: 'The leader whose paper the supervision office enters; for the office only, and required then.',
    }),
    instructedOn: t.field({ type: 'Day', description: 'Day of the paper, by default today; for the supervision office only.' }),
  }),
});

const instructed = z.object({ itemId: z.string(), taskId: z.string() });
const ItemInstructed = builder.objectRef<z.infer<typeof instructed>>('ItemInstructed').implement({
  description: 'The instruction stands in the story of the item, and a task is assigned.',
  fields: (t) => ({
    item: t.prismaField({ type: ItemInterface, resolve: (query, { itemId }) => oneItem(query, itemId) }),
    task: t.prismaField({ type: ItemInterface, resolve: (query, { taskId }) => oneItem(query, taskId) }),
  }),
});

const NewTaskState = builder.enumType('NewTaskState', {
  values: ['DRAFT', 'ASSIGNED'] as const,
  description: 'Kept as a draft, or assigned at once.',
});
const NewTaskInput = builder.inputType('NewTaskInput', {
  fields: (t) => ({
    title: t.string({ required: true, description: 'At most 200 characters.' }),
    source: t.id({ required: true, description: 'Code of the dictionary `supervision-source`.' }),
    basis: t.string({ description: 'Which meeting, document or inspection; at most 100 characters.' }),
    instructedBy: t.string({ description: 'Post; required where the source is an instruction.' }),
    instruction: t.string({ description: 'Required where the source is an instruction.' }),
    instructedOn: t.field({ type: 'Day' }),
    standard: t.string({ description: 'What counts as done; at most 1,000 characters.' }),
    leadUnitId: t.id({ required: true }),
    assistUnitIds: t.idList(),
    dueOn: t.field({ type: 'Day', required: true, description: 'Last day in time.' }),
    state: t.field({ type: NewTaskState, required: true }),
  }),
});
const CreateTasksInput = builder.inputType('CreateTasksInput', {
  fields: (t) => ({
    requestId: t.string({ required: true, description: 'Made by the client; a repeat answers as the first did.' }),
    tasks: t.field({ type: [NewTaskInput], required: true, description: 'At most 200.' }),
  }),
});

const created = z.object({ taskIds: z.array(z.string()) });
const TasksCreated = builder.objectRef<z.infer<typeof created>>('TasksCreated').implement({
  description: 'All of them are there.',
  fields: (t) => ({
    items: t.prismaField({
      type: [ItemInterface],
      description: 'In the order given.',
      resolve: (query, { taskIds }) => itemsInOrder(query, taskIds),
    }),
  }),
});

builder.mutationFields((t) => ({
  instructItem: t.withAuth({ signedIn: true }).field({
    type: ItemInstructed,
    errors: { types: actErrors },
    description: '批示: a leader instructs on an item, and it becomes a supervision task in one step.',
    args: { input: t.arg({ type: InstructItemInput, required: true }) },
    resolve: async (_root, { input: { requestId, ...given } }, { viewer }) => {
      const { result } = await once(viewer, requestId, 'instructItem', instructed, (tx) => instructItem(tx, viewer, given, requestId));
      return result;
    },
  }),
  createTasks: t.withAuth({ signedIn: true }).field({
    type: TasksCreated,
    errors: { types: [InputError] },
    description: '立项: the supervision office opens tasks, many at once, all or none.',
    args: { input: t.arg({ type: CreateTasksInput, required: true }) },
    resolve: async (_root, { input: { requestId, tasks } }, { viewer }) => {
      const { result } = await once(viewer, requestId, 'createTasks', created, async (tx) => ({
        taskIds: await createTasks(tx, viewer, tasks, requestId),
      }));
      return result;
    },
  }),
}));
