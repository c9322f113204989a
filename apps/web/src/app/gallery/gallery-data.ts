import type { ItemState, Light } from '@duban/rules/vocabulary';
import type { Axis, RatePoint, SeriesPoint } from '../../charts/chart-types.ts';
import type { GanttPoint } from '../../charts/gantt.tsx';
import type { HeatPoint } from '../../charts/heat-map.tsx';
import type { MatrixPoint } from '../../charts/matrix.tsx';
import type { PlanPoint } from '../../charts/plan-curve.tsx';
import type { TilePoint } from '../../charts/tile-map.tsx';
import type { Session } from '../../ui/session.ts';

/** Figures that repeat from visit to visit and mean nothing. */
const wobble = (seed: number) => Math.abs(Math.sin(seed * 12.9898) * 43758.5453) % 1;

export const asOf = '2014-09-30';

const counties = ['驿城区', '西平县', '上蔡县', '平舆县', '正阳县', '确山县', '泌阳县', '汝南县', '遂平县', '新蔡县'];
const departments = [
  '市国土局',
  '市住建局',
  '市规划局',
  '市财政局',
  '市人社局',
  '市环保局',
  '市交通运输局',
  '市行政服务中心',
  '市公共资源交易中心',
  '市食品药品监督管理局',
];

export const session: Session = {
  viewer: {
    id: 'u1',
    account: 'leader',
    displayName: '市政府领导',
    postTitle: '市长',
    role: 'CITY_LEADER',
    duties: [],
    desks: [],
    accountability: 'NONE',
    entersVisits: false,
    keepsContactPoints: false,
    unit: { id: 'city', name: '市人民政府' },
  },
  campaign: {
    title: '转作风、提效能、破难题、惠民生活动',
    titleEn: 'Style, efficiency, hard problems, livelihood',
    isDemo: true,
    today: asOf,
  },
  asOf,
  isPast: false,
  units: [
    ...counties.map((name, index) => ({ id: `4117${index}`, name, shortName: name, kind: 'COUNTY' as const })),
    ...departments.map((name, index) => ({ id: `d${index}`, name, shortName: name, kind: 'DEPARTMENT' as const })),
  ],
};

const categoryNames = [
  '庸懒散拖',
  '推诿扯皮',
  '门难进脸难看',
  '吃拿卡要',
  '文山会海',
  '弄虚作假',
  '铺张浪费',
  '与民争利',
  '执法不公',
  '脱离群众',
];
export const categories: Axis[] = categoryNames.map((label, index) => ({ id: String(index + 1), label }));
export const unitRows: Axis[] = [...departments, ...counties].map((label) => ({ id: label, label }));

export const heat: HeatPoint[] = unitRows.flatMap((row, r) =>
  categories.map((column, c) => ({
    row: row.id,
    column: column.id,
    value: r === 6 && c === 3 ? null : Math.floor(wobble(r * 17 + c * 3 + 1) ** 2 * 26),
  })),
);

const places = [
  [1, 2],
  [1, 0],
  [2, 1],
  [3, 2],
  [2, 3],
  [1, 3],
  [0, 3],
  [2, 2],
  [1, 1],
  [3, 3],
] as const;
const tileLights: Light[] = ['GREEN', 'GREEN', 'YELLOW', 'GREEN', 'RED', 'GREEN', 'YELLOW', 'GREEN', 'GREEN', 'GREY'];
export const tiles: TilePoint[] = counties.map((label, index) => {
  const denominator = 20 + Math.floor(wobble(index) * 60);
  const numerator = Math.floor(denominator * (0.4 + wobble(index + 50) * 0.55));
  return {
    id: label,
    label,
    column: places[index]?.[0] ?? 0,
    row: places[index]?.[1] ?? 0,
    value: index === 9 ? null : numerator / denominator,
    ...(index === 9 ? {} : { numerator, denominator }),
    light: tileLights[index] ?? null,
  };
});

export const ranking: RatePoint[] = departments
  .map((label, index) => {
    const denominator = 12 + Math.floor(wobble(index + 7) * 80);
    const numerator = Math.floor(denominator * (0.62 + wobble(index + 90) * 0.38));
    return { id: label, label, share: numerator / denominator, numerator, denominator };
  })
  .sort((a, b) => a.share - b.share);

const months = ['2014-01', '2014-02', '2014-03', '2014-04', '2014-05', '2014-06', '2014-07', '2014-08', '2014-09'];
export const foundAndClosed: SeriesPoint[] = months.map((x, index) => ({
  x,
  values: { found: 40 + Math.floor(wobble(index + 3) * 60), closed: index < 2 ? null : 18 + index * 9 },
}));
export const perCategory: SeriesPoint[] = categoryNames.slice(0, 6).map((x, index) => {
  const found = 60 + Math.floor(wobble(index + 31) * 70);
  return { x, values: { found, rectified: Math.floor(found * 0.7), closed: Math.floor(found * 0.45) } };
});
export const byLight: SeriesPoint[] = months.slice(3).map((x, index) => ({
  x,
  values: { GREEN: 120 + index * 14, YELLOW: 30 + Math.floor(wobble(index) * 14), RED: 22 - index * 2, GREY: 6 },
}));

export const spark = months.map((x, index) => ({ x, value: 0.31 + index * 0.036 + wobble(index) * 0.02 }));
export const counts = { GREEN: 540, YELLOW: 98, RED: 22, GREY: 3 };

export const curve: PlanPoint[] = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].map((month, index) => ({
  period: `2014-${month}`,
  planned: Math.round(100 * ((index + 1) / 12) ** 1.2),
  actual: index > 8 || index === 5 ? null : Math.round(92 * ((index + 1) / 12) ** 1.25),
}));

export const steps: GanttPoint[] = [
  {
    id: '1',
    label: '立项备案',
    planned: { from: '2014-03-03', to: '2014-03-28' },
    actual: { from: '2014-03-03', to: '2014-03-26' },
    light: null,
  },
  {
    id: '2',
    label: '规划选址与用地预审',
    planned: { from: '2014-03-20', to: '2014-05-10' },
    actual: { from: '2014-03-27', to: '2014-05-22' },
    light: null,
  },
  {
    id: '3',
    label: '环境影响评价批复',
    planned: { from: '2014-04-15', to: '2014-06-15' },
    actual: { from: '2014-04-28', to: '2014-06-30' },
    light: null,
  },
  {
    id: '4',
    label: '土地征收与附着物清点补偿安置',
    planned: { from: '2014-05-12', to: '2014-08-20' },
    actual: { from: '2014-05-26', to: null },
    light: 'RED',
  },
  {
    id: '5',
    label: '施工图审查',
    planned: { from: '2014-07-01', to: '2014-09-10' },
    actual: { from: '2014-07-15', to: null },
    light: 'YELLOW',
  },
  {
    id: '6',
    label: '施工许可',
    planned: { from: '2014-09-11', to: '2014-10-10' },
    actual: { from: '2014-09-22', to: null },
    light: 'GREEN',
  },
  { id: '7', label: '主体开工', planned: { from: '2014-10-15', to: '2014-12-20' }, actual: null, light: null },
];

const themeNames = ['征地拆迁', '规划管理', '土地征用', '安置补偿', '资金筹措', '企业用工', '要素保障', '民生改善'];
export const problemThemes: Axis[] = themeNames.map((label, index) => ({ id: String(index), label }));
export const problemLevels: Axis[] = [
  { id: 'CITY', label: '市级' },
  { id: 'DEPARTMENT', label: '部门级' },
  { id: 'COUNTY', label: '县级' },
];
export const problems: MatrixPoint[] = problemThemes.flatMap((theme, row) =>
  problemLevels.map((level, column) => {
    const value = Math.floor(wobble(row * 5 + column) * (4 + column * 9));
    const done = Math.floor(value * 0.35);
    const red = Math.floor(value * 0.2);
    return { row: theme.id, column: level.id, value, done, counts: { GREEN: value - red - 1, YELLOW: 1, RED: red, GREY: 0 } };
  }),
);

export const ages = [
  { id: '0-3', label: '3 日内', value: 38 },
  { id: '4-10', label: '4–10 日', value: 61 },
  { id: '11-20', label: '11–20 日', value: 44 },
  { id: '21-30', label: '21–30 日', value: 17, light: 'YELLOW' as const },
  { id: '30+', label: '30 日以上', value: 9, light: 'RED' as const },
];

export type GalleryRow = {
  id: string;
  number: string;
  title: string;
  unit: string;
  light: Light;
  why: string;
  state: ItemState;
  dueOn: string;
  remaining: number;
  progress: number;
};
const titles = [
  '驿城区乐山商场片区拆迁安置补偿资金缺口问题',
  '市产业集聚区标准化厂房二期用地报批滞后',
  '中心城区雪松路与文明路交叉口断头路打通',
  '汝南县污水处理厂提标改造配套管网建设资金筹措及征地拆迁协调推进事项（第二批）',
  '西平县校安工程招投标周期过长',
];
const rowLights: Light[] = ['RED', 'YELLOW', 'GREEN', 'GREEN', 'GREY'];
const whys = [
  '应于 9 月 12 日办结，已超 12 个工作日',
  '已用去办理时限的 78%',
  '按计划推进',
  '进度 62%，计划 60%',
  '8 月进度应于 9 月 5 日上报，尚未上报',
];
const rowStates: ItemState[] = ['IN_PROGRESS', 'UNDER_REVIEW', 'SIGNED', 'REPORTED', 'WRITTEN_OFF'];
export const ledgerRows: GalleryRow[] = Array.from({ length: 24 }, (_, index) => ({
  id: `i${index}`,
  number: `难-2014-${String(index + 1).padStart(3, '0')}`,
  title: titles[index % titles.length] ?? '',
  unit: [...departments, ...counties][index % 20] ?? '',
  light: rowLights[index % 5] ?? 'GREEN',
  why: whys[index % 5] ?? '',
  state: rowStates[index % 5] ?? 'IN_PROGRESS',
  dueOn: `2014-${String(9 + (index % 3)).padStart(2, '0')}-${String(10 + (index % 18))}`,
  remaining: (index % 23) - 12,
  progress: Math.floor(wobble(index) * 100),
}));
