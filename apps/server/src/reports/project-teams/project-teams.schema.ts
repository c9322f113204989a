import { builder } from '../../graphql/builder.ts';
import { LightType } from '../../graphql/enums.ts';
import { badInput } from '../../graphql/errors.ts';
import { ItemFilterInput } from '../../modules/item/item-filter.schema.ts';
import { asOfDay } from '../../modules/item/standing.ts';
import { type ProjectTeam, type ProjectTeamBoard, projectTeams, type TeamDepartment, type TeamMember } from './project-teams.query.ts';

const TeamDepartmentType = builder.objectRef<TeamDepartment>('TeamDepartment').implement({
  description: 'A department that sits in service teams.',
  fields: (t) => ({
    unitId: t.exposeString('unitId'),
    unitName: t.exposeString('unitName', { description: 'Short name.' }),
    projects: t.exposeInt('projects', { description: 'How many of the projects it serves.' }),
  }),
});

const TeamMemberType = builder.objectRef<TeamMember>('TeamMember').implement({
  description: "A department's seat in a service team.",
  fields: (t) => ({
    unitId: t.exposeString('unitId'),
    member: t.exposeString('member', { nullable: true, description: 'Post of the member.' }),
  }),
});

const ProjectTeamType = builder.objectRef<ProjectTeam>('ProjectTeam').implement({
  description: 'The service team of one project (policy 2(2)1).',
  fields: (t) => ({
    number: t.exposeString('number'),
    title: t.exposeString('title'),
    countyName: t.exposeString('countyName', { nullable: true, description: 'Short name.' }),
    leader: t.exposeString('leader', { description: 'Leading cadre, a post.' }),
    stageName: t.exposeString('stageName', { nullable: true }),
    stageNameEn: t.exposeString('stageNameEn', { nullable: true }),
    light: t.expose('light', { type: LightType, nullable: true }),
    members: t.expose('members', { type: [TeamMemberType] }),
  }),
});

const ProjectTeamBoardType = builder.objectRef<ProjectTeamBoard>('ProjectTeamBoard').implement({
  description: 'Projects × departments of their service teams.',
  fields: (t) => ({
    total: t.exposeInt('total', { description: 'How many projects the filter holds.' }),
    departments: t.expose('departments', { type: [TeamDepartmentType] }),
    teams: t.expose('teams', { type: [ProjectTeamType] }),
  }),
});

builder.queryFields((t) => ({
  projectTeams: t.withAuth({ signedIn: true }).field({
    type: ProjectTeamBoardType,
    description: 'Service teams of projects; red projects first.',
    args: { asOf: t.arg({ type: 'Day' }), filter: t.arg({ type: ItemFilterInput }), first: t.arg.int({ defaultValue: 20 }) },
    resolve: (_root, { asOf, filter, first }, { viewer }) => {
      const size = first ?? 20;
      if (size < 1 || size > 200) throw badInput('服务团队一次取 1 到 200 个项目。');
      return projectTeams(viewer, asOfDay(asOf), filter ?? {}, size);
    },
  }),
}));
