import { builder } from '../../graphql/builder.ts';
import { LevelType, LightType } from '../../graphql/enums.ts';
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
    progressPercent: t.exposeFloat('progressPercent', { nullable: true, description: 'By weighted steps, 0–100.' }),
    dueOn: t.expose('dueOn', { type: 'Day' }),
    isSolved: t.exposeBoolean('isSolved', { description: '破解.' }),
    nextStep: t.exposeString('nextStep', { nullable: true, description: "The progress sheet's first step that isn't done." }),
    nextStepPlannedOn: t.expose('nextStepPlannedOn', { type: 'Day', nullable: true }),
    openDecisions: t.exposeInt('openDecisions', { description: "Decisions asked for on steps that aren't done." }),
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
