import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { TileMap } from '../../charts/tile-map.tsx';
import { ledgerSearch } from '../../ui/ledger-link.ts';
import { Panel } from '../../ui/panel/panel.tsx';
import { stringifySearch } from '../../ui/search-params.ts';
import { useHref } from '../../ui/use-href.ts';
import { useSearchPatch } from '../../ui/use-search-patch.ts';
import { BoardFigures } from './board-figures.tsx';
import { DisorderTable } from './disorder-table.tsx';
import { EntryTable } from './entry-table.tsx';
import { MonthChart } from './month-chart.tsx';
import styles from './rectifications.module.css';
import type { Board, BoardData } from './rectifications-query.ts';
import { problemsOf } from './scope.ts';
import { StageLine } from './stage-line.tsx';
import { UnitTable } from './unit-table.tsx';

type BoardPanelsProps = {
  data: BoardData;
  board: Board;
  asOf: string;
  search: { unit?: string | undefined; month?: string | undefined; asOf?: string | undefined; scope?: string | undefined };
  canChange: boolean;
};

/** Everything on a board, from the stage to the rows. */
export function BoardPanels({ data, board, asOf, search, canChange }: BoardPanelsProps) {
  const { t } = useTranslation('rectifications');
  const href = useHref();
  const patch = useSearchPatch();
  // An address that names a panel is read before the panels are there.
  useEffect(() => {
    const id = decodeURIComponent(window.location.hash.slice(1));
    if (id) document.getElementById(id)?.scrollIntoView({ block: 'start' });
  }, []);
  const { code, disorders } = board;
  const [total] = data.rectificationTotals;
  return (
    <>
      <Panel id="stages" title={t('stage.line')} asOf={asOf} chart={false}>
        <StageLine stages={board.stages} />
      </Panel>
      {total && <BoardFigures total={total} code={code} asOf={asOf} />}
      <div className={styles.two}>
        <Panel id="months" title={t('chart.title')} unit={t('items')} asOf={asOf} note={t('chart.note')}>
          <MonthChart months={data.rectificationMonths} code={code} />
        </Panel>
        <Panel id="counties" title={t('counties.title')} unit={t('items')} asOf={asOf} note={t('counties.note')}>
          <TileMap
            label={t('counties.title')}
            unit={t('items')}
            points={data.countyTiles.map(({ unitId, unitName, column, row, lit: value, worst }) => ({
              ...{ id: unitId, label: unitName, column, row, value },
              light: worst ?? null,
            }))}
            href={({ id, value }) =>
              value
                ? href({
                    to: '/items',
                    search: ledgerSearch(problemsOf(code, { counties: [id], lights: ['GREEN', 'YELLOW', 'RED', 'GREY'] })),
                  })
                : undefined
            }
          />
        </Panel>
      </div>
      {disorders && (
        <Panel id="disorders" title={t(`disorders.${disorders}`)} unit={t('items')} asOf={asOf} note={t('disorders.note')}>
          <DisorderTable disorders={data.rectificationDisorders} list={disorders} code={code} asOf={asOf} />
        </Panel>
      )}
      <Panel id="units" title={t('byUnit.title')} asOf={asOf} note={t('byUnit.note')}>
        <UnitTable units={data.rectificationUnits} code={code} asOf={asOf} />
      </Panel>
      <Panel
        id="entries"
        title={t('entries.title')}
        asOf={asOf}
        note={t('entries.note')}
        chart={false}
        extra={
          <>
            {canChange && board.unitsToEnter.length > 0 && (
              <Button size="small" icon={<UploadOutlined />} onClick={() => patch({ drawer: 'import' })}>
                {t('entries.import')}
              </Button>
            )}
            <Button
              size="small"
              icon={<DownloadOutlined />}
              href={`/files/rectifications/months.xlsx${stringifySearch({ code, unit: search.unit, month: search.month, asOf: search.asOf, scope: search.scope })}`}
            >
              {t('entries.export')}
            </Button>
          </>
        }
      >
        <EntryTable entries={data.rectificationEntries} board={board} search={search} canChange={canChange} asOf={asOf} />
      </Panel>
    </>
  );
}
