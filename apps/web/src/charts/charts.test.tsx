import { act, type ReactNode } from 'react';
import { describe, expect, test } from 'vitest';
import { cellsOf, press, render, summaryOf, waitFor } from '../test/render.tsx';
import { PanelContext } from '../ui/panel/panel-context.ts';
import { Ageing } from './ageing.tsx';
import { BarList } from './bar-list.tsx';
import { DotPlot } from './dot-plot.tsx';
import { Gantt } from './gantt.tsx';
import { HeatMap } from './heat-map.tsx';
import { KeyFigure } from './key-figure.tsx';
import { LightsBar } from './lights-bar.tsx';
import { Matrix } from './matrix.tsx';
import { PlanCurve } from './plan-curve.tsx';
import { Columns, TrendLines } from './series-chart.tsx';
import { Sparkline } from './sparkline.tsx';
import { TileMap } from './tile-map.tsx';

const longName = '市产业集聚区标准化厂房建设管理委员会办公';
const href = (point: { id?: string; row?: string | number; column?: string | number; period?: string; x?: string }) =>
  `/to/${point.id ?? point.period ?? point.x ?? `${point.row}.${point.column}`}`;
const months = [
  { x: '2014-08', values: { found: 123456, closed: null } },
  { x: '2014-09', values: { found: 7, closed: 5 } },
];
const series = [
  { id: 'found', label: '发现' },
  { id: 'closed', label: '销号', accent: true },
];
const axis = (...labels: string[]) => labels.map((label) => ({ id: label, label }));
const rates = [
  { id: 'a', label: longName, share: 0.5, numerator: 61728, denominator: 123456 },
  { id: 'b', label: '市规划局', share: null, numerator: 0, denominator: 0 },
];

type Case = { name: string; full: ReactNode; empty: ReactNode; summary: string; link: string; linkName: string; table: string[][] };

const cases: Case[] = [
  {
    name: 'HeatMap',
    full: (
      <HeatMap
        label="分布"
        rows={axis(longName, '乙')}
        columns={axis('甲类', '丙类')}
        points={[
          { row: longName, column: '甲类', value: 123456 },
          { row: '乙', column: '丙类', value: 0 },
        ]}
        unit="件"
        rowTitle="单位"
        href={href}
      />
    ),
    empty: <HeatMap label="分布" rows={[]} columns={[]} points={[]} unit="件" rowTitle="单位" />,
    summary: `分布：2 行 × 2 列，最多的是 ${longName}·甲类，123,456 件。`,
    link: `/to/${longName}.甲类`,
    linkName: `${longName}，甲类：123,456 件`,
    table: [
      ['单位', '甲类', '丙类'],
      [longName, '123,456', '—'],
      ['乙', '—', '0'],
    ],
  },
  {
    name: 'Matrix',
    full: (
      <Matrix
        label="难题"
        rows={axis('征地拆迁')}
        columns={axis('市级', '县级')}
        points={[{ row: '征地拆迁', column: '市级', value: 123456, done: 4, counts: { GREEN: 1, YELLOW: 0, RED: 3, GREY: 0 } }]}
        unit="件"
        rowTitle="主题"
        doneLabel="已破解"
        href={href}
      />
    ),
    empty: <Matrix label="难题" rows={[]} columns={[]} points={[]} unit="件" rowTitle="主题" />,
    summary: '难题：1 行 × 2 列，征地拆迁 市级 123,456、征地拆迁 县级 0。',
    link: '/to/征地拆迁.市级',
    linkName: '征地拆迁，市级：123,456 件、已破解 4、逾期/滞后 3',
    table: [
      ['主题', '市级', '县级'],
      ['征地拆迁', '4/123,456', '0'],
    ],
  },
  {
    name: 'TileMap',
    full: (
      <TileMap
        label="办结率"
        points={[
          { id: 'a', label: longName, column: 0, row: 0, value: 0.5, numerator: 61728, denominator: 123456, light: 'RED' },
          { id: 'b', label: '新蔡县', column: 1, row: 0, value: null, light: 'GREY' },
        ]}
        unit="办结率"
        format="percent"
        href={href}
      />
    ),
    empty: <TileMap label="办结率" points={[]} unit="办结率" />,
    summary: `办结率：2 个县区，最高 ${longName} 50.0%，最低 ${longName} 50.0%。`,
    link: '/to/a',
    linkName: `${longName}：50.0% 61,728/123,456 逾期/滞后`,
    table: [
      ['县区', '办结率', '分子/分母', '亮灯'],
      [longName, '50.0%', '61,728/123,456', '逾期/滞后'],
      ['新蔡县', '—', '—', '未报'],
    ],
  },
  {
    name: 'Gantt',
    full: (
      <Gantt
        label="节点"
        today="2014-09-30"
        rowTitle="节点"
        points={[
          {
            id: 'a',
            label: longName,
            planned: { from: '2014-03-01', to: '2014-05-01' },
            actual: { from: '2014-03-05', to: null },
            light: 'RED',
          },
          { id: 'b', label: '开工', planned: { from: '2014-10-01', to: '2014-12-01' }, actual: null },
        ]}
        href={href}
      />
    ),
    empty: <Gantt label="节点" today="2014-09-30" rowTitle="节点" points={[]} />,
    summary: '节点：2 项，截至 2014-09-30 有 1 项晚于计划。',
    link: '/to/a',
    linkName: `${longName} · 计划：2014-03-01 至 2014-05-01 · 实际：2014-03-05 至 未完成`,
    table: [
      ['节点', '计划开始', '计划完成', '实际开始', '实际完成'],
      [longName, '2014-03-01', '2014-05-01', '2014-03-05', '未完成'],
      ['开工', '2014-10-01', '2014-12-01', '—', '—'],
    ],
  },
  {
    name: 'DotPlot',
    full: <DotPlot label="办结率" points={rates} mean={{ label: '全市', share: 0.843 }} rowTitle="单位" href={href} />,
    empty: <DotPlot label="办结率" points={[]} mean={null} rowTitle="单位" />,
    summary: `办结率：2 个单位，首位 ${longName} 50.0%（61,728/123,456），末位 市规划局 无应计事项，全市 84.3%。`,
    link: '/to/a',
    linkName: `${longName}：50.0%（61,728/123,456）`,
    table: [
      ['单位', '%', '分子', '分母'],
      [longName, '50.0%', '61,728', '123,456'],
      ['市规划局', '—', '0', '0'],
    ],
  },
  {
    name: 'BarList',
    full: (
      <BarList
        label="完成"
        points={[
          { id: 'a', label: longName, value: 123456, plan: 130000 },
          { id: 'b', label: '乙', value: null },
        ]}
        unit="公里"
        rowTitle="工程"
        href={href}
      />
    ),
    empty: <BarList label="完成" points={[]} unit="公里" rowTitle="工程" />,
    summary: `完成：2 项，最多 ${longName} 123,456 公里，最少 ${longName} 123,456 公里。`,
    link: '/to/a',
    linkName: `${longName}：123,456 公里 · 计划：130,000 公里`,
    table: [
      ['工程', '公里', '计划', '分子/分母'],
      [longName, '123,456', '130,000', '—'],
      ['乙', '—', '—', '—'],
    ],
  },
  {
    name: 'LightsBar',
    full: <LightsBar label="亮灯" counts={{ GREEN: 123456, YELLOW: 0, RED: 22, GREY: 3 }} href={(light) => `/to/${light}`} />,
    empty: <LightsBar label="亮灯" counts={{ GREEN: 0, YELLOW: 0, RED: 0, GREY: 0 }} />,
    summary: '亮灯：正常 123,456、预警 0、逾期/滞后 22、未报 3。',
    link: '/to/RED',
    linkName: '逾期/滞后 22',
    table: [
      ['亮灯', '件数'],
      ['正常', '123,456'],
      ['预警', '0'],
      ['逾期/滞后', '22'],
      ['未报', '3'],
    ],
  },
  {
    name: 'PlanCurve',
    full: (
      <PlanCurve
        label="公路"
        points={[
          { period: '2014-08', planned: 123456, actual: 100000 },
          { period: '2014-09', planned: 130000, actual: null },
        ]}
        unit="公里"
        reportedThrough="2014-09"
        href={href}
      />
    ),
    empty: <PlanCurve label="公路" points={[]} unit="公里" />,
    summary: '公路：最近一期 2014-08，计划 123,456 公里，实际 100,000 公里。',
    link: '/to/2014-08',
    linkName: '8月 · 计划：123,456 公里 · 实际：100,000 公里',
    table: [
      ['时间', '计划', '实际'],
      ['2014-08', '123,456', '100,000'],
      ['2014-09', '130,000', '—'],
    ],
  },
  {
    name: 'TrendLines',
    full: <TrendLines label="走势" points={months} series={series} unit="件" xTitle="月份" href={href} />,
    empty: <TrendLines label="走势" points={[]} series={series} unit="件" xTitle="月份" />,
    summary: '走势：2014-08 至 2014-09；发现 7 件、销号 5 件。',
    link: '/to/2014-08',
    linkName: '2014-08 · 发现：123,456 件 · 销号：未报',
    table: [
      ['月份', '发现', '销号'],
      ['2014-08', '123,456', '—'],
      ['2014-09', '7', '5'],
    ],
  },
  {
    name: 'Columns',
    full: <Columns label="各类" points={months} series={series} unit="件" xTitle="类别" href={href} />,
    empty: <Columns label="各类" points={[]} series={series} unit="件" xTitle="类别" />,
    summary: '各类：2014-08 至 2014-09；发现 7 件、销号 5 件。',
    link: '/to/2014-09',
    linkName: '2014-09 · 发现：7 件 · 销号：5 件',
    table: [
      ['类别', '发现', '销号'],
      ['2014-08', '123,456', '—'],
      ['2014-09', '7', '5'],
    ],
  },
  {
    name: 'Ageing',
    full: (
      <Ageing
        label="已办天数"
        points={[{ id: '30+', label: longName, value: 123456, light: 'RED' }]}
        unit="件"
        rowTitle="天数"
        href={href}
      />
    ),
    empty: <Ageing label="已办天数" points={[]} unit="件" rowTitle="天数" />,
    summary: `已办天数：${longName} 123,456 件。`,
    link: '/to/30+',
    linkName: `${longName}：123,456 件 · 逾期/滞后`,
    table: [
      ['天数', '件'],
      [longName, '123,456'],
    ],
  },
];

const asTable = (chart: ReactNode) => (
  <PanelContext.Provider value={{ view: 'table', offer: () => () => undefined }}>{chart}</PanelContext.Provider>
);

describe.each(cases)('$name', ({ name, full, empty, summary, link, linkName, table }) => {
  test('is named and summed up in words', async () => {
    const container = await render(full);
    expect(summaryOf(container)).toBe(summary);
    expect(container.querySelector('figure')?.getAttribute('aria-label')).toBeTruthy();
  });

  test('drills by a link that says where it leads', async () => {
    const container = await render(full);
    const mark = await waitFor(() => [...container.querySelectorAll('a')].find((one) => one.getAttribute('href') === link));
    expect(mark.getAttribute('aria-label')).toBe(linkName);
  });

  test('shows the same numbers as a table', async () => {
    const container = await render(asTable(full));
    expect(container.querySelector('figure')).toBeNull();
    expect(cellsOf(container)).toEqual(table);
  });

  test('says so when there is nothing', async () => {
    const container = await render(empty);
    if (name === 'LightsBar') expect(summaryOf(container)).toBe('亮灯：正常 0、预警 0、逾期/滞后 0、未报 0。');
    else expect(container.textContent).toBe('没有可画的数据');
  });
});

describe('marks', () => {
  test('without a link are buttons when they can be chosen, by mouse or Enter', async () => {
    const chosen: string[] = [];
    const container = await render(
      <PlanCurve
        label="公路"
        points={[{ period: '2014-08', planned: 1, actual: 1 }]}
        unit="公里"
        onSelect={({ period }) => chosen.push(period)}
      />,
    );
    const mark = container.querySelector('[role="button"]');
    await press(mark);
    await press(mark, 'Enter');
    expect(chosen).toEqual(['2014-08', '2014-08']);
  });

  test('of a grid are walked with the arrow keys, one tab stop in all', async () => {
    const container = await render(
      <HeatMap label="分布" rows={axis('甲', '乙')} columns={axis('一', '二')} points={[]} unit="件" rowTitle="单位" href={href} />,
    );
    const cells = [...container.querySelectorAll<HTMLElement>('td a')];
    expect(cells.map((cell) => cell.tabIndex)).toEqual([0, -1, -1, -1]);
    await act(async () => cells[0]?.focus());
    await press(cells[0], 'ArrowDown');
    expect(document.activeElement).toBe(cells[2]);
    await press(cells[2], 'End');
    expect(document.activeElement).toBe(cells[3]);
    expect(cells.map((cell) => cell.tabIndex)).toEqual([-1, -1, -1, 0]);
  });
});

describe('Sparkline', () => {
  test('is one image with its course in words', async () => {
    const container = await render(
      <Sparkline
        label="到位率"
        points={[
          { x: '2014-08', value: 0.5 },
          { x: '2014-09', value: 0.624 },
        ]}
        format="percent"
      />,
    );
    expect(container.querySelector('figure')?.getAttribute('role')).toBe('img');
    expect(summaryOf(container)).toBe('到位率：由 8月 的 50.0% 到 9月 的 62.4%。');
  });

  test('breaks where nothing was reported', async () => {
    const points = [1, 2, null, 3, 4].map((value, index) => ({ x: `2014-0${index + 1}`, value }));
    const container = await render(<Sparkline label="件数" points={points} />);
    expect(container.querySelectorAll('polyline')).toHaveLength(2);
  });
});

describe('KeyFigure', () => {
  test('gives the rate with its fraction, the change in words, and its links', async () => {
    const container = await render(
      <KeyFigure
        theme="转作风"
        label="整改到位率"
        share={0.624}
        numerator={412}
        denominator={660}
        change={-1.2}
        counts={{ GREEN: 540, YELLOW: 98, RED: 22, GREY: 0 }}
        href="/style"
        lightHref={(light) => `/style?light=${light}`}
      />,
    );
    expect(container.textContent).toContain('62.4%');
    expect(container.textContent).toContain('412/660');
    expect(container.textContent).toContain('较上月下降 1.2 个百分点');
    expect([...container.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
      '/style',
      '/style?light=GREEN',
      '/style?light=YELLOW',
      '/style?light=RED',
    ]);
  });

  test('shows no percentage of nothing', async () => {
    const container = await render(
      <KeyFigure theme="破难题" label="破解率" share={null} numerator={0} denominator={0} change={null} href="/hard-problems" />,
    );
    expect(container.textContent).toBe('破难题破解率—无应计事项');
  });
});
