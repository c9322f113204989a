import { builder } from '../../graphql/builder.ts';
import { ItemFilterInput } from '../../modules/item/item-filter.schema.ts';
import { asOfDay } from '../../modules/item/standing.ts';
import { LightCountsType } from '../light-counts.ts';
import { type ProjectStage, projectStages } from './project-stages.query.ts';

const ProjectStageType = builder.objectRef<ProjectStage>('ProjectStage').implement({
  description: 'Projects of one stage, or of all (policy 2(2)1).',
  fields: (t) => ({
    stage: t.exposeString('stage', { nullable: true, description: 'Code of the dictionary `project-stage`; null: of all.' }),
    stageName: t.exposeString('stageName', { nullable: true }),
    stageNameEn: t.exposeString('stageNameEn', { nullable: true }),
    projects: t.exposeInt('projects'),
    lights: t.field({ type: LightCountsType, resolve: (stage) => stage }),
    issuesRaised: t.exposeInt('issuesRaised', { description: 'Raised by the enterprises: the present total.' }),
    issuesSolved: t.exposeInt('issuesSolved', { description: 'Of these solved.' }),
    solvedPercent: t.exposeFloat('solvedPercent', { nullable: true, description: 'Solved ÷ raised, one decimal.' }),
  }),
});

builder.queryFields((t) => ({
  projectStages: t.withAuth({ signedIn: true }).field({
    type: [ProjectStageType],
    description: 'Projects by stage with the issues raised and solved; all last.',
    args: { asOf: t.arg({ type: 'Day' }), filter: t.arg({ type: ItemFilterInput }) },
    resolve: (_root, { asOf, filter }, { viewer }) => projectStages(viewer, asOfDay(asOf), filter ?? {}),
  }),
}));
