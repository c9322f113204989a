import type { FiguresQuery } from '../gql/graphql.ts';
import { formatMonth, formatNumber } from '../i18n/format.ts';
import { useTexts } from '../i18n/i18n.ts';
import { ReceivedClosedTable } from './received-closed-table.tsx';

type Month = FiguresQuery['complaintFigures']['byMonth'][number];

/** Received and closed by month: bars with their figures for the eye, and the table. */
export function MonthFigures({ months }: { months: readonly Month[] }) {
  const { t, language } = useTexts();
  if (months.length === 0) return <p>{t('figures.noMonths')}</p>;
  return (
    <>
      <Bars months={months} />
      <ReceivedClosedTable
        first={t('figures.month')}
        rows={months.map(({ month, received, closed }) => ({
          key: month,
          name: formatMonth(language, month),
          received: formatNumber(language, received),
          closed: formatNumber(language, closed),
        }))}
      />
    </>
  );
}

function Bars({ months }: { months: readonly Month[] }) {
  const { t, language } = useTexts();
  const most = Math.max(1, ...months.map(({ received, closed }) => Math.max(received, closed)));
  const bar = (kind: 'received' | 'closed', value: number) => (
    <div class={`column ${kind}`}>
      {/* The longest leaves room for its label. */}
      <div class="fill" style={{ width: `${(value / most) * 55}%` }} />
      <span class="label">
        {t(`figures.${kind}`)} {formatNumber(language, value)}
      </span>
    </div>
  );
  return (
    // The table below says the same.
    <figure class="months" aria-hidden="true">
      <figcaption>{t('figures.chart')}</figcaption>
      {months.map(({ month, received, closed }) => (
        <div class="month" key={month}>
          <div class="name">{formatMonth(language, month)}</div>
          <div>
            {bar('received', received)}
            {bar('closed', closed)}
          </div>
        </div>
      ))}
    </figure>
  );
}
