import { levels } from '@duban/rules/vocabulary';
import { useTranslation } from 'react-i18next';
import { Matrix } from '../../charts/matrix.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { type ItemFilter, ledgerSearch } from '../../ui/ledger-link.ts';
import { useHref } from '../../ui/use-href.ts';
import type { MatrixCell } from './hard-problems-query.ts';

/** Stands for "all" among the ids of rows and columns. */
const all = 'ALL';

/** Level × theme: how many, how many of them solved, their lights. Each cell leads to exactly its problems. */
export function ProblemMatrix({ cells, filter }: { cells: readonly MatrixCell[]; filter: ItemFilter }) {
  const { t } = useTranslation(['hard-problems', 'terms', 'charts']);
  const english = useLanguage() === 'en';
  const href = useHref();
  const themes = cells.filter(({ level }) => level === null);
  const link = (row: string, column: string) =>
    href({
      to: '/items',
      search: ledgerSearch({
        ...filter,
        ...(row === all ? {} : { levels: levels.filter((level) => level === row) }),
        ...(column === all ? {} : { categories: [column] }),
      }),
    });
  return (
    <Matrix
      label={t('matrix.title')}
      rows={[...levels, all].map((level) => ({
        id: level,
        label: level === all ? t('charts:total') : t(`terms:levels.${level as 'CITY'}`),
      }))}
      columns={themes.map(({ theme, themeName, themeNameEn }) => ({
        id: theme ?? all,
        label: theme === null ? t('charts:total') : ((english ? themeNameEn : themeName) ?? theme),
      }))}
      points={cells.map(({ level, theme, problems, solved, lights }) => ({
        row: level ?? all,
        column: theme ?? all,
        value: problems,
        done: solved,
        counts: { GREEN: lights.green, YELLOW: lights.yellow, RED: lights.red, GREY: lights.grey },
      }))}
      unit={t('items')}
      rowTitle={t('terms:level')}
      doneLabel={t('solvedShort')}
      totals={[all]}
      href={({ row, column, value }) => (value > 0 ? link(row, column) : undefined)}
    />
  );
}
