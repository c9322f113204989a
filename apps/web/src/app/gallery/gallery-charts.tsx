import { Ageing } from '../../charts/ageing.tsx';
import { BarList } from '../../charts/bar-list.tsx';
import { DotPlot } from '../../charts/dot-plot.tsx';
import { Gantt } from '../../charts/gantt.tsx';
import { HeatMap } from '../../charts/heat-map.tsx';
import { KeyFigure } from '../../charts/key-figure.tsx';
import { Matrix } from '../../charts/matrix.tsx';
import { PlanCurve } from '../../charts/plan-curve.tsx';
import { Columns, TrendLines } from '../../charts/series-chart.tsx';
import { TileMap } from '../../charts/tile-map.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import styles from './gallery.module.css';
import * as data from './gallery-data.ts';

const ledger = (filter: string) => `/gallery?${filter}`;

/** The four headline figures of a cockpit. */
export function GalleryFigures() {
  const lightHref = (light: string) => ledger(`light=${light}`);
  return (
    <div className={styles.four}>
      <KeyFigure
        theme="转作风"
        label="整改到位率"
        share={0.624}
        numerator={412}
        denominator={660}
        change={4.1}
        spark={data.spark}
        counts={data.counts}
        href={ledger('')}
        lightHref={lightHref}
      />
      <KeyFigure
        theme="提效能"
        label="按时办结率"
        share={0.91}
        numerator={182}
        denominator={200}
        change={-1.2}
        spark={data.spark.map((point) => ({ ...point, value: 1 - point.value }))}
        counts={{ GREEN: 161, YELLOW: 30, RED: 9, GREY: 0 }}
        href={ledger('')}
        lightHref={lightHref}
      />
      <KeyFigure
        theme="破难题"
        label="破解率"
        share={0.342}
        numerator={55}
        denominator={161}
        change={6}
        spark={data.spark}
        counts={{ GREEN: 101, YELLOW: 33, RED: 27, GREY: 4 }}
        href={ledger('')}
        lightHref={lightHref}
      />
      <KeyFigure
        theme="惠民生"
        label="完成率"
        share={0.71}
        numerator={27}
        denominator={38}
        change={0}
        planned={0.75}
        spark={data.spark}
        counts={{ GREEN: 30, YELLOW: 5, RED: 3, GREY: 0 }}
        href={ledger('')}
        lightHref={lightHref}
      />
    </div>
  );
}

/** Every chart in its panel, each with a link behind its marks. */
export function GalleryCharts() {
  const { asOf } = data;
  return (
    <div className={styles.panels}>
      <Panel id="trend" title="发现与销号" unit="件" asOf={asOf}>
        <TrendLines
          label="发现与销号"
          points={data.foundAndClosed}
          series={[
            { id: 'found', label: '发现' },
            { id: 'closed', label: '销号', accent: true },
          ]}
          unit="件"
          xTitle="月份"
          href={(point) => ledger(`q=${point.x}`)}
        />
      </Panel>
      <Panel id="ranking" title="按时办结率（滞后在前）" asOf={asOf}>
        <DotPlot
          label="按时办结率"
          points={data.ranking}
          mean={{ label: '全市', share: 0.843 }}
          rowTitle="单位"
          href={(point) => ledger(`q=${point.id}`)}
        />
      </Panel>
      <Panel id="tiles" title="各县区按时办结率" asOf={asOf}>
        <TileMap
          label="各县区按时办结率"
          points={data.tiles}
          unit="按时办结率"
          format="percent"
          href={(point) => ledger(`county=${point.id}`)}
        />
      </Panel>
      <Panel id="columns" title="各类问题：发现、整改到位、销号" unit="件" asOf={asOf}>
        <Columns
          label="各类问题"
          points={data.perCategory}
          series={[
            { id: 'found', label: '发现' },
            { id: 'rectified', label: '整改到位' },
            { id: 'closed', label: '销号', accent: true },
          ]}
          unit="件"
          xTitle="类别"
          href={(point) => ledger(`category=${point.x}`)}
        />
      </Panel>
      <Panel id="stacked" title="各月末在办事项亮灯" unit="件" asOf={asOf}>
        <Columns
          stacked
          label="各月末亮灯"
          points={data.byLight}
          series={(['GREEN', 'YELLOW', 'RED', 'GREY'] as const).map((light) => ({
            id: light,
            label: { GREEN: '正常', YELLOW: '预警', RED: '逾期/滞后', GREY: '未报' }[light],
            light,
          }))}
          unit="件"
          xTitle="月份"
        />
      </Panel>
      <Panel id="curve" title="农村公路新改建：计划与实际" unit="公里" asOf={asOf}>
        <PlanCurve
          label="农村公路新改建"
          points={data.curve}
          unit="公里"
          reportedThrough="2014-09"
          href={(point) => ledger(`q=${point.period}`)}
        />
      </Panel>
      <Panel id="bars" title="各县区民生实事完成率" asOf={asOf}>
        <BarList
          label="各县区完成率"
          points={data.tiles
            .slice(0, 8)
            .map((tile) => ({ ...tile, plan: 0.75 }))
            .sort((a, b) => (b.value ?? 0) - (a.value ?? 0))}
          unit="完成率"
          format="percent"
          rowTitle="县区"
          emphasis="正阳县"
          href={(point) => ledger(`county=${point.id}`)}
        />
      </Panel>
      <Panel id="ageing" title="在办投诉已办天数" unit="件" asOf={asOf}>
        <Ageing label="在办投诉已办天数" points={data.ages} unit="件" rowTitle="已办天数" href={(point) => ledger(`q=${point.id}`)} />
      </Panel>
      <Panel id="matrix" title="难题：主题 × 层级" unit="件" asOf={asOf}>
        <Matrix
          label="难题按主题和层级"
          rows={data.problemThemes}
          columns={data.problemLevels}
          points={data.problems}
          unit="件"
          rowTitle="主题"
          doneLabel="已破解"
          href={(point) => ledger(`q=${point.row}`)}
        />
      </Panel>
      <div className={styles.wide}>
        <Panel id="gantt" title="项目服务节点：计划与实际" asOf={asOf}>
          <Gantt label="项目服务节点" points={data.steps} today={asOf} rowTitle="节点" href={(point) => ledger(`q=${point.id}`)} />
        </Panel>
      </div>
      <div className={styles.wide}>
        <Panel id="heat" title="十个方面问题：单位 × 类别，发现" unit="件" asOf={asOf} note="颜色越深件数越多；空白为未报。">
          <HeatMap
            label="单位与类别"
            rows={data.unitRows}
            columns={data.categories}
            points={data.heat}
            unit="件"
            rowTitle="单位"
            href={(point) => ledger(`category=${point.column}`)}
          />
        </Panel>
      </div>
    </div>
  );
}
