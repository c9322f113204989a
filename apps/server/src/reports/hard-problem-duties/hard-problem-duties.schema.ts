import { builder } from '../../graphql/builder.ts';
import { ItemActionType, LevelType, LightType } from '../../graphql/enums.ts';
import { ItemStandingType } from '../../modules/item/standing.schema.ts';
import { asOfDay } from '../../modules/item/standing.ts';
import { type HardProblemDuties, type HardProblemDuty, hardProblemDuties } from './hard-problem-duties.query.ts';

const HardProblemDutyType = builder.objectRef<HardProblemDuty>('HardProblemDuty').implement({
  description: "A hard problem on a vice mayor's list (policy 2(3)).",
  fields: (t) => ({
    number: t.exposeString('number'),
    title: t.exposeString('title'),
    level: t.expose('level', { type: LevelType, nullable: true }),
    themeName: t.exposeString('themeName', { nullable: true }),
    themeNameEn: t.exposeString('themeNameEn', { nullable: true }),
    unitName: t.exposeString('unitName', { description: 'Lead unit, short name.' }),
    light: t.expose('light', { type: LightType, nullable: true }),
    standing: t.field({
      type: ItemStandingType,
      nullable: true,
      description: 'How it stood at the end of the day: why the light, working days left.',
      resolve: ({ itemId, asOf }, _args, { loaders }) => loaders.standing(asOf).load(itemId),
    }),
    progressPercent: t.exposeFloat('progressPercent', { nullable: true, description: 'By weighted steps, 0–100.' }),
    dueOn: t.expose('dueOn', { type: 'Day' }),
    isSolved: t.exposeBoolean('isSolved', { description: '破解.' }),
    nextStep: t.exposeString('nextStep', { nullable: true, description: "The progress sheet's first step that isn't done." }),
    nextStepPlannedOn: t.expose('nextStepPlannedOn', { type: 'Day', nullable: true }),
    openDecisions: t.exposeInt('openDecisions', { description: "Decisions asked for on steps that aren't done." }),
    lastAt: t.expose('lastAt', { type: 'Instant', nullable: true, description: 'Of the last act by the end of the day.' }),
    lastAction: t.expose('lastAction', { type: ItemActionType, nullable: true }),
    lastActor: t.exposeString('lastActor', { nullable: true, description: 'Post, as it stood.' }),
  }),
});

const HardProblemDutiesType = builder.objectRef<HardProblemDuties>('HardProblemDuties').implement({
  description: 'The two lists of a vice mayor.',
  fields: (t) => ({
    postId: t.exposeString('postId', { description: 'The post, for the ledger filters dutyPosts and overseenBy.' }),
    led: t.expose('led', { type: [HardProblemDutyType], description: '牵头: city-level problems that the post answers for.' }),
    overseen: t.expose('overseen', {
      type: [HardProblemDutyType],
      description: "分管: department- and county-level problems of the units in the post's portfolio.",
    }),
  }),
});

builder.queryFields((t) => ({
  hardProblemDuties: t.withAuth({ signedIn: true }).field({
    type: HardProblemDutiesType,
    nullable: true,
    description: "The viewer's own hard problems; null for anyone but a vice mayor.",
    args: { asOf: t.arg({ type: 'Day' }) },
    resolve: (_root, { asOf }, { viewer }) => hardProblemDuties(viewer, asOfDay(asOf)),
  }),
}));
