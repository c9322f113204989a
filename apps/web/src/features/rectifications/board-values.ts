import { type RectificationStage, rectificationStages } from '@duban/rules/vocabulary';
import type { RectificationInput } from '../../gql/graphql.ts';
import type { Board } from './rectifications-query.ts';

/** One stage in the form; null where a day is not chosen. */
export type StageValues = {
  stage: RectificationStage;
  plannedFrom: string | null;
  plannedTo: string | null;
  startedOn: string | null;
  endedOn: string | null;
  summary: string;
};

export type BoardValues = { leadUnitId: string; goal: string; unitIds: string[]; stages: StageValues[] };

/** What the form of a board begins with. */
export function boardValues({ leadUnit, goal, units, stages }: Pick<Board, 'leadUnit' | 'goal' | 'units' | 'stages'>): BoardValues {
  return {
    leadUnitId: leadUnit?.id ?? '',
    goal: goal ?? '',
    unitIds: units.map(({ id }) => id),
    stages: rectificationStages.map((stage) => {
      const present = stages.find((one) => one.stage === stage);
      const { plannedFrom = null, plannedTo = null, startedOn = null, endedOn = null, summary = null } = present ?? {};
      return { stage, plannedFrom, plannedTo, startedOn, endedOn, summary: summary ?? '' };
    }),
  };
}

/** Fields that must be filled and are not, by their path. */
export function missingOf({ leadUnitId, unitIds, stages }: BoardValues): string[] {
  return [
    ...(leadUnitId ? [] : ['leadUnitId']),
    ...(unitIds.length > 0 ? [] : ['unitIds']),
    ...stages.flatMap(({ stage, plannedFrom, plannedTo }) => [
      ...(plannedFrom ? [] : [`stages.${stage}.plannedFrom`]),
      ...(plannedTo ? [] : [`stages.${stage}.plannedTo`]),
    ]),
  ];
}

/** The values as the server takes them. */
export function boardInput(code: string, version: number, { leadUnitId, goal, unitIds, stages }: BoardValues): RectificationInput {
  return {
    ...{ code, version, leadUnitId, goal: goal.trim() || null, unitIds },
    stages: stages.map(({ plannedFrom, plannedTo, summary, ...stage }) => ({
      ...stage,
      plannedFrom: plannedFrom ?? '',
      plannedTo: plannedTo ?? '',
      summary: summary.trim() || null,
    })),
  };
}
