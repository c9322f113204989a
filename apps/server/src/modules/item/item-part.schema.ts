import type { ItemKind, ItemState } from '@duban/rules/vocabulary';
import { clock } from '../../clock.ts';
import { builder } from '../../graphql/builder.ts';
import * as enums from '../../graphql/enums.ts';
import { type ItemForActs, openActs } from './acts/open-acts.ts';

const dayText = (day: Date) => day.toISOString().slice(0, 10);

/** An item as its acts look at it. */
export function actsViewOf(item: {
  kind: ItemKind;
  state: ItemState;
  dueOn: Date;
  leadUnitId: string;
  dutyPostId: string | null;
  complaints?: { answeredOn: Date | null }[];
  publicProblem?: { answeredOn: Date | null } | null;
}): ItemForActs {
  const answers = [...(item.complaints ?? []), ...(item.publicProblem ? [item.publicProblem] : [])];
  return { ...item, dueOn: dayText(item.dueOn), isAnswered: answers.every(({ answeredOn }) => answeredOn) };
}

builder.prismaObject('ItemUnit', {
  fields: (t) => ({
    id: t.exposeID('id'),
    unit: t.relation('unit'),
    duty: t.expose('duty', { type: enums.DutyKindType }),
    state: t.expose('state', { type: enums.ItemStateType }),
    assignedOn: t.expose('assignedOn', { type: 'Day' }),
    signedOn: t.expose('signedOn', { type: 'Day', nullable: true }),
    dueOn: t.expose('dueOn', { type: 'Day' }),
    closedOn: t.expose('closedOn', { type: 'Day', nullable: true }),
    signDueOn: t.expose('signDueOn', { type: 'Day', nullable: true, description: 'Last day for signing in.' }),
    returnsUsed: t.exposeInt('returnsUsed', { description: 'How often the duty was returned as not ours.' }),
    returnsAllowed: t.int({
      description: 'How often the pack lets a duty be returned.',
      resolve: async (_part, _args, { loaders }) => (await loaders.actSettings()).returnsAllowed,
    }),
    returnReason: t.exposeString('returnReason', { nullable: true }),
    isForced: t.exposeBoolean('isForced', { description: '指定承办: may not be returned.' }),
    extensionAskedTo: t.expose('extensionAskedTo', {
      type: 'Day',
      nullable: true,
      description: 'An extension asked for and not yet decided.',
    }),
    extensionReason: t.exposeString('extensionReason', { nullable: true }),
    suspendedOn: t.expose('suspendedOn', { type: 'Day', nullable: true }),
    reports: t.relation('reports', {
      description: 'What the unit reported, the newest first.',
      query: { orderBy: { reportedAt: 'desc' } },
    }),
    viewerActs: t.field({
      type: [enums.ItemActionType],
      select: {
        unitId: true,
        duty: true,
        state: true,
        dueOn: true,
        returnsUsed: true,
        isForced: true,
        extensionAskedTo: true,
        reports: { where: { verdict: null }, select: { signedOffBy: true } },
        item: { select: { kind: true, state: true, dueOn: true, leadUnitId: true, dutyPostId: true } },
      },
      description: 'What the viewer may do now with this part.',
      resolve: async (part, _args, { viewer, loaders }) => {
        if (!viewer) return [];
        const { unitId, duty, state, returnsUsed, isForced } = part;
        const view = {
          unitId,
          duty,
          state,
          returnsUsed,
          isForced,
          dueOn: dayText(part.dueOn),
          extensionAskedTo: part.extensionAskedTo && dayText(part.extensionAskedTo),
          signedOffBy: part.reports[0]?.signedOffBy ?? null,
        };
        return openActs(viewer, actsViewOf(part.item), view, await loaders.actSettings(), clock.today());
      },
    }),
  }),
});

const ReportVerdictType = builder.enumType('ReportVerdict', { values: ['ACCEPTED', 'RETURNED'] as const });

builder.prismaObject('PartReport', {
  description: 'What a unit reported of its part, and what became of it.',
  fields: (t) => ({
    id: t.exposeID('id'),
    round: t.exposeInt('round'),
    text: t.exposeString('text'),
    evidence: t.exposeString('evidence', { nullable: true }),
    reportedAt: t.expose('reportedAt', { type: 'Instant' }),
    reportedBy: t.exposeString('reportedBy', { description: 'Post, as it stood.' }),
    signOffs: t.int({ select: { signedOffBy: true }, resolve: ({ signedOffBy }) => signedOffBy.length }),
    isSignedOff: t.boolean({
      select: { signedOffBy: true },
      description: 'The sign-off chain of the unit is complete.',
      resolve: async ({ signedOffBy }, _args, { loaders }) => signedOffBy.length >= (await loaders.actSettings()).signOffsNeeded,
    }),
    verdict: t.expose('verdict', { type: ReportVerdictType, nullable: true }),
    verdictNote: t.exposeString('verdictNote', { nullable: true }),
    verdictAt: t.expose('verdictAt', { type: 'Instant', nullable: true }),
    verdictBy: t.exposeString('verdictBy', { nullable: true }),
    attachments: t.relation('attachments', { query: { orderBy: { addedAt: 'asc' } } }),
  }),
});
