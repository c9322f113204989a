import { useQuery } from '../api/use-query.ts';
import { Page } from '../app/page.tsx';
import { useSite } from '../app/site.ts';
import { FiguresDocument, type FiguresQuery } from '../gql/graphql.ts';
import { formatDay, formatNumber, formatPercent } from '../i18n/format.ts';
import { useTexts } from '../i18n/i18n.ts';
import { PrintButton } from '../ui/print-button.tsx';
import { Reading } from '../ui/reading.tsx';
import { termName } from '../ui/term.ts';
import { MonthFigures } from './month-figures.tsx';
import { ReceivedClosedTable } from './received-closed-table.tsx';

type Figures = FiguresQuery['complaintFigures'];

/** How complaints are handled: figures with their definitions, by class and by month. */
export function FiguresPage() {
  const { t } = useTexts();
  const read = useQuery(FiguresDocument, {});
  return (
    <Page title={t('figures.title')}>
      <Reading of={read}>
        {({ complaintFigures }) => (
          <>
            <Headline figures={complaintFigures} />
            <h2>{t('figures.byClass')}</h2>
            <ByClass rows={complaintFigures.byClass} />
            <h2>{t('figures.byMonth')}</h2>
            <MonthFigures months={complaintFigures.byMonth} />
            <PrintButton />
          </>
        )}
      </Reading>
    </Page>
  );
}

function Headline({ figures }: { figures: Figures }) {
  const { t, language } = useTexts();
  const site = useSite();
  const counts = ['received', 'takenOn', 'refused', 'open', 'closed'] as const;
  const rates = [
    { name: 'onTime', part: figures.closedOnTime, whole: figures.closed },
    { name: 'satisfied', part: figures.satisfied, whole: figures.rated },
  ] as const;
  return (
    <>
      {site && <p class="lead">{t('figures.lead', { since: formatDay(language, figures.since), asOf: formatDay(language, site.asOf) })}</p>}
      <dl class="headline">
        {counts.map((name) => (
          <div key={name}>
            <dt>{t(`figures.${name}`)}</dt>
            <dd class="big">{t('figures.items', { count: formatNumber(language, figures[name]) })}</dd>
            <dd class="hint">{t(`figures.${name}Is`)}</dd>
          </div>
        ))}
        {rates.map(({ name, part, whole }) => (
          <div key={name}>
            <dt>{t(`figures.${name}`)}</dt>
            <dd class="big">{whole > 0 ? formatPercent(language, (100 * part) / whole) : '—'}</dd>
            <dd>
              {whole > 0
                ? t('figures.rateOf', { part: formatNumber(language, part), whole: formatNumber(language, whole) })
                : t('figures.noRate')}
            </dd>
            <dd class="hint">{t(`figures.${name}Is`)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function ByClass({ rows }: { rows: Figures['byClass'] }) {
  const { t, language } = useTexts();
  const cell = (value: number | null) =>
    value === null ? <span class="second-ink">{t('figures.few')}</span> : formatNumber(language, value);
  return (
    <ReceivedClosedTable
      first={t('figures.class')}
      caption={t('figures.fewNote')}
      rows={rows.map((row) => ({
        key: row.class.code,
        name: termName(row.class, language),
        received: cell(row.received),
        closed: cell(row.closed),
      }))}
    />
  );
}
