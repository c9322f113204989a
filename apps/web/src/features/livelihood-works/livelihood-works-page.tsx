import { useReadQuery } from '@apollo/client/react';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { filterOfSearch, scopedFilter } from '../../ui/ledger-link.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { PanelChoice } from '../../ui/panel/panel-choice.tsx';
import { useSession } from '../../ui/session.ts';
import { useSearchPatch } from '../../ui/use-search-patch.ts';
import { CountyCompletion } from './county-completion.tsx';
import { FundsTable } from './funds-table.tsx';
import styles from './livelihood-works.module.css';
import { ProgrammeFunds } from './programme-funds.tsx';
import { SlowWorks } from './slow-works.tsx';
import { WorkCurves } from './work-curves.tsx';
import { WorkFilters } from './work-filters.tsx';
import { WorksHeadline } from './works-headline.tsx';

const route = getRouteApi('/frame/livelihood-works');

/** Livelihood works (policy 2(4)1): who is behind, the plan curves, the counties, the funds, the ledger. */
export function LivelihoodWorksPage({ ledger }: { ledger: ReactNode }) {
  const { t } = useTranslation('livelihood-works');
  const { data } = useReadQuery(route.useLoaderData());
  const search = route.useSearch();
  const { asOf, isPast, units } = useSession();
  const patch = useSearchPatch();
  const filter = scopedFilter({ ...filterOfSearch(search), kinds: ['LIVELIHOOD_WORK'] }, search.scope, units);
  const headline = data.themeHeadlines.find(({ theme }) => theme === 'LIVELIHOOD');
  const titles = new Map(data.livelihoodCounties.flatMap(({ shares }) => shares.map(({ number, title }) => [number, title] as const)));
  const work = search.work && titles.has(search.work) ? search.work : undefined;
  return (
    <div className={styles.page}>
      <PageHead title={t('title')} subtitle={t('subtitle', { day: asOf })} />
      <WorkFilters funds={data.livelihoodFunds} values={search} />
      <div className={styles.top}>
        {headline && <WorksHeadline headline={headline} filter={filter} />}
        <Panel id="slow" title={t('slow.titleCount', { count: data.slowestLivelihoodWorks.length })} asOf={asOf} note={t('slow.note')}>
          <SlowWorks works={data.slowestLivelihoodWorks} />
        </Panel>
        <Panel
          id="counties"
          title={work ? t('counties.ofWork', { title: titles.get(work) }) : t('counties.title')}
          asOf={asOf}
          note={[t(work ? 'counties.workNote' : 'counties.note'), isPast && t('counties.pastNote')].filter(Boolean).join('')}
          extra={
            <PanelChoice
              label={t('work')}
              value={work ?? ''}
              options={[{ value: '', label: t('counties.allWorks') }, ...[...titles].sort().map(([value, label]) => ({ value, label }))]}
              onChange={(value) => patch({ work: value || undefined })}
            />
          }
        >
          <CountyCompletion counties={data.livelihoodCounties} work={work} filter={filter} />
        </Panel>
      </div>
      <Panel id="curves" title={t('curves.title')} asOf={asOf} note={t('curves.note')}>
        <WorkCurves curves={data.livelihoodCurves} />
      </Panel>
      <div className={styles.funds}>
        <Panel id="funds" title={t('funds.title')} unit={t('tenThousand')} asOf={asOf} note={t('funds.note')}>
          <ProgrammeFunds funds={data.livelihoodFunds} filter={filter} />
        </Panel>
        <Panel id="funds-table" title={t('funds.tableTitle')} unit={t('tenThousand')} asOf={asOf} chart={false}>
          <FundsTable funds={data.livelihoodFunds} />
        </Panel>
      </div>
      <Panel id="ledger" title={t('ledger')} asOf={asOf} chart={false}>
        {ledger}
      </Panel>
    </div>
  );
}
