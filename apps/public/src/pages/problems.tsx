import { useQuery } from '../api/use-query.ts';
import { Page } from '../app/page.tsx';
import { StyleTotalsDocument, type StyleTotalsQuery } from '../gql/graphql.ts';
import { formatNumber, formatPercent } from '../i18n/format.ts';
import { useTexts } from '../i18n/i18n.ts';
import { Bar } from '../ui/bar.tsx';
import { PrintButton } from '../ui/print-button.tsx';
import { Reading } from '../ui/reading.tsx';
import { termName } from '../ui/term.ts';
import { PromiseSections } from './promise-sections.tsx';

type Total = StyleTotalsQuery['styleTotals'][number];

/** The ten style problems: totals of the whole city. */
export function ProblemsPage() {
  const { t } = useTexts();
  const read = useQuery(StyleTotalsDocument, {});
  return (
    <Page title={t('problems.title')}>
      <PromiseSections at="problems" />
      <p class="lead">{t('problems.lead')}</p>
      <Reading of={read}>
        {({ styleTotals }) => (styleTotals.length === 0 ? <p>{t('problems.none')}</p> : <Totals totals={styleTotals} />)}
      </Reading>
    </Page>
  );
}

function Totals({ totals }: { totals: readonly Total[] }) {
  const { t, language } = useTexts();
  const sum = (of: 'found' | 'rectified') => totals.reduce((all, one) => all + one[of], 0);
  const found = sum('found');
  const row = (name: string, one: Pick<Total, 'found' | 'rectified' | 'percent'>) => (
    <tr key={name}>
      <th scope="row">{name}</th>
      <td class="figure">{formatNumber(language, one.found)}</td>
      <td class="figure">{formatNumber(language, one.rectified)}</td>
      <td class="figure">
        {one.percent === null ? '—' : formatPercent(language, one.percent)}
        <Bar percent={one.percent} />
      </td>
    </tr>
  );
  return (
    <>
      <table>
        <caption>{t('problems.definition')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('problems.category')}</th>
            <th scope="col" class="figure">
              {t('problems.found')}
            </th>
            <th scope="col" class="figure">
              {t('problems.rectified')}
            </th>
            <th scope="col" class="figure">
              {t('problems.percent')}
            </th>
          </tr>
        </thead>
        <tbody>{totals.map((one) => row(termName(one.category, language), one))}</tbody>
        <tfoot>
          {row(t('problems.total'), { found, rectified: sum('rectified'), percent: found > 0 ? (100 * sum('rectified')) / found : null })}
        </tfoot>
      </table>
      <PrintButton />
    </>
  );
}
