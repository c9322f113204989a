import { Button } from 'antd';
import { useState } from 'react';
import { LightsBar } from '../../charts/lights-bar.tsx';
import { Sparkline } from '../../charts/sparkline.tsx';
import { DayText } from '../../ui/day-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error/error-notice.tsx';
import { FilterBar } from '../../ui/filters/filter-bar.tsx';
import type { FilterField } from '../../ui/filters/filter-field.ts';
import { LedgerTable } from '../../ui/ledger/ledger-table.tsx';
import type { LedgerColumn } from '../../ui/ledger/ledger-types.ts';
import { LightMark } from '../../ui/light-mark.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { Percent } from '../../ui/percent.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { useSearchPatch } from '../../ui/use-search-patch.ts';
import { galleryRoute } from '../routes/gallery.tsx';
import styles from './gallery.module.css';
import { categories, counts, type GalleryRow, ledgerRows, spark, tiles } from './gallery-data.ts';

const columns: LedgerColumn<GalleryRow>[] = [
  {
    id: 'light',
    title: '亮灯',
    width: 110,
    sticky: true,
    always: true,
    sortBy: 'light',
    render: (row) => <LightMark light={row.light} why={row.why} rule={row.light === 'RED' ? 'OVERDUE' : null} />,
  },
  { id: 'number', title: '编号', width: 130, sticky: true, always: true, look: 'code', sortBy: 'number', render: (row) => row.number },
  { id: 'title', title: '事项名称', width: 320, main: true, render: (row) => row.title },
  { id: 'unit', title: '牵头单位', width: 150, sortBy: 'unit', render: (row) => row.unit },
  { id: 'state', title: '办理状态', width: 110, render: (row) => <StateTag state={row.state} /> },
  {
    id: 'dueOn',
    title: '办结期限',
    width: 220,
    sortBy: 'dueOn',
    render: (row) => <DayText day={row.dueOn} remainingWorkingDays={row.remaining} />,
  },
  { id: 'progress', title: '进度 %', width: 90, look: 'figure', sortBy: 'progress', render: (row) => row.progress },
  { id: 'why', title: '亮灯原因', width: 260, hiddenAtFirst: true, render: (row) => row.why },
];

const fields: FilterField[] = [
  {
    kind: 'some',
    id: 'light',
    label: '亮灯',
    options: [
      { value: 'GREEN', label: '正常' },
      { value: 'YELLOW', label: '预警' },
      { value: 'RED', label: '逾期/滞后' },
      { value: 'GREY', label: '未报' },
    ],
  },
  { kind: 'some', id: 'category', label: '类别', options: categories.map(({ id, label }) => ({ value: id, label })) },
  { kind: 'some', id: 'county', label: '县区', options: tiles.map(({ id, label }) => ({ value: id, label })) },
  { kind: 'text', id: 'q', label: '编号、名称' },
];

/** A ledger with its filters, bound to the address. */
export function GalleryLedger() {
  const search = galleryRoute.useSearch();
  const patch = useSearchPatch();
  const [keys, setKeys] = useState<readonly string[]>([]);
  return (
    <Panel id="ledger" title="难题台账" chart={false}>
      <FilterBar fields={fields} values={search} onChange={patch} />
      <LedgerTable
        id="gallery"
        caption="难题台账"
        rows={ledgerRows.filter((row) => !search.light || search.light.includes(row.light))}
        columns={columns}
        rowKey={(row) => row.id}
        href={(row) => `/gallery?q=${row.number}`}
        total={123456}
        pageInfo={{ hasNextPage: true, hasPreviousPage: false, startCursor: 'a', endCursor: 'b' }}
        size={search.size ?? 20}
        sort={search.sort}
        onChange={patch}
        exportHref="/files/gallery.xlsx"
        selection={{ keys, onChange: setKeys, actions: <Button size="small">催办</Button> }}
        empty={
          <EmptyState
            why="没有符合条件的事项"
            next="可以放宽或清除筛选条件。"
            action={<Button onClick={() => patch({ light: undefined })}>清除筛选</Button>}
          />
        }
      />
    </Panel>
  );
}

/** The small pieces. */
export function GalleryPieces() {
  return (
    <div className={styles.panels}>
      <Panel id="lights" title="亮灯" chart={false}>
        <div className={styles.stack}>
          <LightMark light="GREEN" why="按计划推进" show="inline" />
          <LightMark light="YELLOW" why="已用去办理时限的 78%" show="inline" />
          <LightMark light="RED" rule="OVERDUE" why="应于 9 月 12 日办结，已超 12 个工作日" show="inline" />
          <LightMark light="RED" rule="BEHIND_PLAN" why="进度 40%，计划 72%，落后 32 个百分点" show="inline" />
          <LightMark light="GREY" why="8 月进度尚未上报" />
          <LightMark light="GREEN" override={{ computed: 'RED', reason: '省厅批复延期至 10 月底' }} show="inline" />
          <LightsBar label="各灯件数" counts={counts} words />
        </div>
      </Panel>
      <Panel id="texts" title="状态、日期与比率" chart={false}>
        <div className={styles.stack}>
          <span className={styles.inline}>
            <StateTag state="ASSIGNED" /> <StateTag state="IN_PROGRESS" /> <StateTag state="WRITTEN_OFF" />
          </span>
          <DayText day="2014-10-12" remainingWorkingDays={7} />
          <DayText day="2014-09-12" remainingWorkingDays={-12} />
          <DayText day="9999-12-31" />
          <Percent share={0.624} numerator={412} denominator={660} />
          <Percent share={null} numerator={0} denominator={0} />
          <Sparkline label="整改到位率" points={spark} format="percent" />
        </div>
      </Panel>
      <Panel id="states" title="空、载入与出错" chart={false}>
        <EmptyState why="九月没有新发现的问题" next="可以查看八月，或从台账导入。" action={<Button>去导入</Button>} />
        <Skeleton rows={2} />
        <ErrorNotice error={new Error('gallery')} onRetry={() => undefined} tier="panel" />
      </Panel>
    </div>
  );
}
