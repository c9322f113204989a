import { useReadQuery } from '@apollo/client/react';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SheetsGantt } from '../../charts/sheets-gantt.tsx';
import { filterOfSearch, scopedFilter } from '../../ui/ledger-link.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { useSession } from '../../ui/session.ts';
import { Investment } from './investment.tsx';
import { ProjectFilters } from './project-filters.tsx';
import { sheetsAtFirst } from './projects-query.ts';
import styles from './service-projects.module.css';
import { Issues, Stages } from './stages.tsx';
import { TeamBoard } from './team-board.tsx';
import { ZeroContact } from './zero-contact.tsx';

const route = getRouteApi('/frame/service-projects');

/** Whole-process service of projects (policy 2(2)1): the two zero-contact rules, stages, investment, teams, nodes, issues, the ledger. */
export function ServiceProjectsPage({ ledger }: { ledger: ReactNode }) {
  const { t } = useTranslation('service-projects');
  const { data } = useReadQuery(route.useLoaderData());
  const search = route.useSearch();
  const { asOf, isPast, units } = useSession();
  const filter = scopedFilter({ ...filterOfSearch(search), kinds: ['SERVICE_PROJECT'] }, search.scope, units);
  return (
    <div className={styles.page}>
      <PageHead title={t('title')} subtitle={t('subtitle', { day: asOf })} />
      <ProjectFilters stages={data.projectStages} values={search} />
      <div className={styles.top}>
        <Panel id="zero-contact" title={t('zero.title')} unit={t('zero.unit')} asOf={asOf} note={t('zero.note')} chart={false}>
          <ZeroContact counters={data.projectZeroContact} filter={filter} />
        </Panel>
        <Panel id="investment" title={t('investment.title')} unit={t('tenThousand')} asOf={asOf} note={t('investment.note')}>
          <Investment months={data.projectInvestment} />
        </Panel>
        <Panel id="stages" title={t('stages.title')} unit={t('projects')} asOf={asOf}>
          <Stages stages={data.projectStages} filter={filter} />
        </Panel>
        <Panel id="issues" title={t('issues.title')} asOf={asOf} note={t(isPast ? 'issues.pastNote' : 'issues.note')}>
          <Issues stages={data.projectStages} filter={filter} />
        </Panel>
      </div>
      <Panel id="board" title={t('board.titleCount', { count: data.projectTeams.total })} asOf={asOf} note={t('board.note')} chart={false}>
        <TeamBoard board={data.projectTeams} />
      </Panel>
      <Panel id="nodes" title={t('nodes.title')} asOf={asOf} note={t('nodes.note')}>
        <SheetsGantt
          sheets={data.progressSheets}
          label={t('nodes.title')}
          rowTitle={t('nodes.node')}
          groupTitle={t('project')}
          atOnce={sheetsAtFirst}
        />
      </Panel>
      <Panel id="ledger" title={t('ledger')} asOf={asOf} chart={false}>
        {ledger}
      </Panel>
    </div>
  );
}
