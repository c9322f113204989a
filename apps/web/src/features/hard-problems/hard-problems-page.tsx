import { useReadQuery } from '@apollo/client/react';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SheetsGantt } from '../../charts/sheets-gantt.tsx';
import { filterOfSearch, scopedFilter } from '../../ui/ledger-link.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { useSession } from '../../ui/session.ts';
import { Decisions } from './decisions.tsx';
import styles from './hard-problems.module.css';
import { sheetsAtFirst } from './hard-problems-query.ts';
import { Morning } from './morning.tsx';
import { MyProblems } from './my-problems.tsx';
import { ProblemFilters } from './problem-filters.tsx';
import { ProblemMatrix } from './problem-matrix.tsx';
import { SolvedRates } from './solved-rates.tsx';

const route = getRouteApi('/frame/hard-problems');

/** Hard problems on three levels (policy 2(3)): a vice mayor's own first, then how many are solved, what hinders, what must be decided. */
export function HardProblemsPage({ ledger }: { ledger: ReactNode }) {
  const { t } = useTranslation('hard-problems');
  const { data } = useReadQuery(route.useLoaderData());
  const search = route.useSearch();
  const { asOf, isPast, units } = useSession();
  const filter = scopedFilter({ ...filterOfSearch(search), kinds: ['HARD_PROBLEM'] }, search.scope, units);
  return (
    <div className={styles.page}>
      <PageHead title={t('title')} subtitle={t('subtitle', { day: asOf })} />
      {data.hardProblemDuties && !isPast && <Morning />}
      {data.hardProblemDuties && <MyProblems duties={data.hardProblemDuties} />}
      <ProblemFilters cells={data.hardProblemMatrix} values={search} />
      <SolvedRates rates={data.hardProblemRates} cells={data.hardProblemMatrix} filter={filter} />
      <Panel id="matrix" title={t('matrix.title')} unit={t('items')} asOf={asOf} note={t('matrix.note')}>
        <ProblemMatrix cells={data.hardProblemMatrix} filter={filter} />
      </Panel>
      <Panel
        id="decisions"
        title={t('decisions.titleCount', { count: data.hardProblemDecisions.length })}
        asOf={asOf}
        note={t('decisions.note')}
        chart={false}
      >
        <Decisions decisions={data.hardProblemDecisions} />
      </Panel>
      <Panel id="sheets" title={t('sheets.title')} asOf={asOf} note={t('sheets.note')}>
        <SheetsGantt
          sheets={data.progressSheets}
          label={t('sheets.title')}
          rowTitle={t('sheets.step')}
          groupTitle={t('duties.problem')}
          atOnce={sheetsAtFirst}
        />
      </Panel>
      <Panel id="ledger" title={t('ledger')} asOf={asOf} chart={false}>
        {ledger}
      </Panel>
    </div>
  );
}
