import { builder } from '../../graphql/builder.ts';
import { LevelType } from '../../graphql/enums.ts';
import { ItemFilterInput } from '../../modules/item/item-filter.schema.ts';
import { asOfDay } from '../../modules/item/standing.ts';
import { LightCountsType } from '../light-counts.ts';
import { type HardProblemCell, hardProblemMatrix } from './hard-problem-matrix.query.ts';

const HardProblemCellType = builder.objectRef<HardProblemCell>('HardProblemCell').implement({
  description: 'Hard problems of one level and theme, or of all levels or themes (policy 2(3)).',
  fields: (t) => ({
    level: t.expose('level', { type: LevelType, nullable: true, description: 'Null: of all levels.' }),
    theme: t.exposeString('theme', { nullable: true, description: 'Code of the dictionary `hard-problem-theme`; null: of all themes.' }),
    themeName: t.exposeString('themeName', { nullable: true }),
    themeNameEn: t.exposeString('themeNameEn', { nullable: true }),
    problems: t.exposeInt('problems', { description: 'All by the day.' }),
    solved: t.exposeInt('solved', { description: '破解: with a day of solution by the day.' }),
    lights: t.field({ type: LightCountsType, resolve: (cell) => cell }),
  }),
});

builder.queryFields((t) => ({
  hardProblemMatrix: t.withAuth({ signedIn: true }).field({
    type: [HardProblemCellType],
    description: 'Level × theme of hard problems, each level with its total last, then the totals of all levels.',
    args: { asOf: t.arg({ type: 'Day' }), filter: t.arg({ type: ItemFilterInput }) },
    resolve: (_root, { asOf, filter }, { viewer }) => hardProblemMatrix(viewer, asOfDay(asOf), filter ?? {}),
  }),
}));
