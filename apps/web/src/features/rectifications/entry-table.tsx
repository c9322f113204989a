import { monthFigures } from '@duban/rules/rectification-months';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFigures } from '../../charts/use-figures.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { type ItemFilter, ledgerSearch } from '../../ui/ledger-link.ts';
import { useHref } from '../../ui/use-href.ts';
import { useSearchPatch } from '../../ui/use-search-patch.ts';
import { monthRange } from './month-range.ts';
import styles from './rectifications.module.css';
import type { Board, Entry } from './rectifications-query.ts';
import { problemsOf } from './scope.ts';

const shortest = 16;
const sums = [...monthFigures, 'listed', 'listedFixed'] as const;

type EntryTableProps = {
  entries: readonly Entry[];
  board: Board;
  search: { unit?: string | undefined; month?: string | undefined };
  canChange: boolean;
  asOf: string;
};

/** The rows that the board's figures are the sums of: unit by month, with who entered them; the sum of what is shown stands last. */
export function EntryTable({ entries, board, search, canChange, asOf }: EntryTableProps) {
  const { t } = useTranslation('rectifications');
  const { number } = useFigures();
  const href = useHref();
  const patch = useSearchPatch();
  const [showAll, setShowAll] = useState(false);
  const { code } = board;
  const chosen = entries.filter(
    ({ unitId, month }) => (!search.unit || unitId === search.unit) && (!search.month || month === search.month),
  );
  const shown = showAll || chosen.length <= shortest + 4 ? chosen : chosen.slice(0, shortest);
  const units = [...new Map(entries.map(({ unitId, unitName }) => [unitId, unitName]))].map(([value, label]) => ({ value, label }));
  const months = [...new Set(entries.map(({ month }) => month))].map((value) => ({ value, label: value }));
  const listed = ({ unitId, month }: Entry, count: number, filter: (range: { from: string; to: string }) => ItemFilter) =>
    count === 0 ? (
      '0'
    ) : (
      <a href={href({ to: '/items', search: ledgerSearch(problemsOf(code, { leadUnits: [unitId], ...filter(monthRange(month, asOf)) })) })}>
        {number(count)}
      </a>
    );
  return (
    <>
      <div className={`${styles.bar} no-print`}>
        <Select
          aria-label={t('entries.unit')}
          className={styles.pick ?? ''}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t('entries.anyUnit')}
          options={units}
          value={search.unit ?? null}
          onChange={(unit: string | null | undefined) => patch({ unit: unit ?? undefined })}
        />
        <Select
          aria-label={t('entries.month')}
          className={styles.pick ?? ''}
          allowClear
          placeholder={t('entries.anyMonth')}
          options={months}
          value={search.month ?? null}
          onChange={(month: string | null | undefined) => patch({ month: month ?? undefined })}
        />
      </div>
      {chosen.length === 0 ? (
        <EmptyState why={t('entries.none')} next={t('entries.noneNext')} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section className={styles.scroll} aria-label={t('entries.title')} tabIndex={0}>
          <table className={styles.table}>
            <caption className="visually-hidden">{t('entries.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('entries.unit')}</th>
                <th scope="col" className={styles.text}>
                  {t('entries.month')}
                </th>
                <th scope="col" className={styles.text}>
                  {t('entries.state')}
                </th>
                {monthFigures.map((figure) => (
                  <th key={figure} scope="col">
                    {t(`monthly.${figure}`)}
                  </th>
                ))}
                <th scope="col">{t('entries.listed')}</th>
                <th scope="col">{t('entries.listedFixed')}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {shown.map((entry) => {
                const mayEnter = canChange && entry.isAsked && board.unitsToEnter.includes(entry.unitId);
                return (
                  <tr key={`${entry.unitId} ${entry.month}`}>
                    <th scope="row">{entry.unitName}</th>
                    <td className={styles.text}>{entry.month}</td>
                    <td className={styles.text}>
                      {entry.isAsked || entry.version > 0 ? (
                        <span className={entry.state === 'MISSING' ? styles.late : undefined}>{t(`entries.states.${entry.state}`)}</span>
                      ) : (
                        <span className={styles.faint}>—</span>
                      )}
                      {entry.version > 1 && <span className={styles.faint}> {t('entries.corrected', { version: entry.version })}</span>}
                    </td>
                    {monthFigures.map((figure) => (
                      <td key={figure}>{entry.version > 0 ? number(entry[figure]) : <span className={styles.faint}>—</span>}</td>
                    ))}
                    <td className={styles.counted}>{listed(entry, entry.listed, (found) => ({ found }))}</td>
                    <td className={styles.counted}>{listed(entry, entry.listedFixed, (closed) => ({ closed, isComplete: true }))}</td>
                    <td className={styles.acts}>
                      {mayEnter && (
                        <Button size="small" onClick={() => patch({ enter: entry.unitId, of: entry.month })}>
                          {t(entry.version > 0 ? 'entries.correct' : 'entries.enter')}
                        </Button>
                      )}
                      {entry.version > 0 && (
                        <Button size="small" type="text" onClick={() => patch({ enter: entry.unitId, of: entry.month, story: true })}>
                          {t('entries.story')}
                        </Button>
                      )}
                    </td>
                  </tr>
                );
              })}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row" colSpan={3}>
                  {t('entries.total', { count: chosen.length })}
                </th>
                {sums.map((figure) => (
                  <td key={figure}>{number(chosen.reduce((sum, entry) => sum + entry[figure], 0))}</td>
                ))}
                <td />
              </tr>
            </tfoot>
          </table>
        </section>
      )}
      {chosen.length > shortest + 4 && (
        <Button type="link" onClick={() => setShowAll(!showAll)}>
          {showAll ? t('entries.fewer') : t('entries.more', { count: chosen.length - shown.length })}
        </Button>
      )}
    </>
  );
}
