import { lights } from '@duban/rules/vocabulary';
import { z } from 'zod';
import { row, sql } from '../../database.ts';
import { fromItems, type ItemFilter } from '../../modules/item/item-filter.ts';
import type { Viewer } from '../../modules/session/viewer.ts';

const departmentRow = z.object({ unitId: z.string(), unitName: z.string(), projects: z.number() });
export type TeamDepartment = z.infer<typeof departmentRow>;

const memberRow = z.object({ unitId: z.string(), member: z.string().nullable() });
export type TeamMember = z.infer<typeof memberRow>;

const teamRow = z.object({
  number: z.string(),
  title: z.string(),
  countyName: z.string().nullable(),
  leader: z.string(),
  stageName: z.string().nullable(),
  stageNameEn: z.string().nullable(),
  light: z.enum(lights).nullable(),
  members: z.array(memberRow),
});
export type ProjectTeam = z.infer<typeof teamRow>;

const boardRow = z.object({ total: z.number(), departments: z.array(departmentRow), teams: z.array(teamRow) });
export type ProjectTeamBoard = z.infer<typeof boardRow>;

/**
 * Service teams of the filtered projects as of a day (policy 2(2)1): leading cadre, stage, and the departments that sit in each team. The
 * departments are those of all the filter's projects, in the order of the units, with how many projects each serves; the teams are the
 * first ones, red projects before yellow, unreported and green, then by number. `total` is how many projects the filter holds.
 */
export function projectTeams(viewer: Viewer, asOf: string, filter: ItemFilter, first: number): Promise<ProjectTeamBoard> {
  const joins = sql`JOIN service_project s ON s.item_id = i.id LEFT JOIN unit u ON u.id = a.county_id
    LEFT JOIN term m ON m.dictionary = 'project-stage' AND m.code = a.category`;
  return row(
    boardRow,
    sql`WITH projects AS (
        SELECT i.id, i.number, i.title, u.short_name AS county, s.leader, m.name, m.name_en, a.light,
          row_number() OVER (ORDER BY array_position(ARRAY['RED', 'YELLOW', 'GREY', 'GREEN']::light[], a.light), i.number, i.id) AS place
        ${fromItems(viewer, asOf, { ...filter, kinds: ['SERVICE_PROJECT'] }, joins)}),
      departments AS (
        SELECT u.id, u.short_name, u.position, count(*)::int AS projects
        FROM projects p JOIN project_member b ON b.item_id = p.id JOIN unit u ON u.id = b.unit_id GROUP BY 1, 2, 3)
      SELECT (SELECT count(*)::int FROM projects) AS total,
        coalesce((SELECT jsonb_agg(jsonb_build_object('unitId', d.id, 'unitName', d.short_name, 'projects', d.projects)
          ORDER BY d.position, d.id) FROM departments d), '[]') AS departments,
        coalesce((SELECT jsonb_agg(jsonb_build_object('number', p.number, 'title', p.title, 'countyName', p.county, 'leader', p.leader,
          'stageName', p.name, 'stageNameEn', p.name_en, 'light', p.light,
          'members', coalesce((SELECT jsonb_agg(jsonb_build_object('unitId', b.unit_id, 'member', b.member) ORDER BY b.unit_id)
            FROM project_member b WHERE b.item_id = p.id), '[]')) ORDER BY p.place) FROM projects p WHERE p.place <= ${first}), '[]') AS teams`,
  );
}
