import { useQuery } from '../api/use-query.ts';
import { Page } from '../app/page.tsx';
import { href } from '../app/router.ts';
import { PromiseDetailDocument, type PromiseDetailQuery } from '../gql/graphql.ts';
import { formatDay, formatNumber, formatPercent } from '../i18n/format.ts';
import { useTexts } from '../i18n/i18n.ts';
import { Bar } from '../ui/bar.tsx';
import { Chinese } from '../ui/chinese.tsx';
import { PrintButton } from '../ui/print-button.tsx';
import { Reading } from '../ui/reading.tsx';
import { termName } from '../ui/term.ts';
import { PromiseProgress } from './promise-progress.tsx';

type Work = NonNullable<PromiseDetailQuery['promise']>;

/** One published livelihood work: what was promised, how far it is, and by county. */
export function PromisePage({ number }: { number: string }) {
  const { t } = useTexts();
  const read = useQuery(PromiseDetailDocument, { number });
  const title = read.state === 'READ' ? read.data.promise?.title : undefined;
  return (
    <Page title={title ? <Chinese>{title}</Chinese> : t('promise.title')} tabTitle={title ?? t('promise.title')}>
      <Reading of={read}>{({ promise }) => (promise ? <WorkParts work={promise} /> : <p role="status">{t('promise.missing')}</p>)}</Reading>
      <p class="no-print">
        <a href={href('/promises')}>{t('promise.back')}</a>
      </p>
    </Page>
  );
}

function WorkParts({ work }: { work: Work }) {
  const { t, language } = useTexts();
  return (
    <>
      <p class="hint">
        {termName(work.programme, language)} · {t('promises.number')} <Chinese>{work.number}</Chinese>
      </p>
      {work.promise && (
        <>
          <h2>{t('promise.promise')}</h2>
          <p class="said">
            <Chinese>{work.promise}</Chinese>
          </p>
        </>
      )}
      <h2>{t('promise.progress')}</h2>
      <PromiseProgress of={work} />
      <p class="hint">{t('promises.barKey')}</p>
      <dl class="facts">
        <div>
          <dt>{t('promises.dutyUnit')}</dt>
          <dd>
            <Chinese>{work.dutyUnit}</Chinese>
          </dd>
        </div>
        {work.dueOn && (
          <div>
            <dt>{t('promises.dueOn')}</dt>
            <dd>{formatDay(language, work.dueOn)}</dd>
          </div>
        )}
      </dl>
      <h2>{t('promise.counties')}</h2>
      {work.counties.length === 0 ? <p>{t('promise.noCounties')}</p> : <Counties work={work} />}
      <PrintButton />
    </>
  );
}

function Counties({ work }: { work: Work }) {
  const { t, language } = useTexts();
  return (
    <table>
      <caption>{t('promise.countiesNote', { unit: work.quantityUnit })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('promise.county')}</th>
          <th scope="col" class="figure">
            {t('promise.actual')}
          </th>
          <th scope="col" class="figure">
            {t('promise.target')}
          </th>
          <th scope="col" class="figure">
            {t('promise.percent')}
          </th>
        </tr>
      </thead>
      <tbody>
        {work.counties.map((one) => (
          <tr key={one.county}>
            <th scope="row">{language === 'en' ? one.countyEn : one.county}</th>
            <td class="figure">{formatNumber(language, one.actual)}</td>
            <td class="figure">{formatNumber(language, one.target)}</td>
            <td class="figure">
              {one.percent === null ? t('promise.noTarget') : formatPercent(language, one.percent)}
              <Bar percent={one.percent} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
