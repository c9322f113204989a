import { useReadQuery } from '@apollo/client/react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { PanelChoice } from '../../ui/panel/panel-choice.tsx';
import { useSession } from '../../ui/session.ts';
import { useSearchPatch } from '../../ui/use-search-patch.ts';
import { ClauseTable } from './clause-table.tsx';
import styles from './policy.module.css';
import { lacksSomething } from './policy-query.ts';

const route = getRouteApi('/frame/policy');

/** The policy's clause tree: who owes each clause, what is under way, and what it lacks (mission A19). */
export function PolicyPage() {
  const { t } = useTranslation(['policy', 'nav']);
  const { data } = useReadQuery(route.useLoaderData());
  const { show } = route.useSearch();
  const { asOf, campaign } = useSession();
  const english = useLanguage() === 'en';
  const patch = useSearchPatch();
  const lacking = data.clauseCoverage.filter(lacksSomething);
  const shown = show === 'gaps' ? lacking : data.clauseCoverage;
  return (
    <div className={styles.page}>
      <PageHead title={t('nav:policy')} subtitle={t('subtitle', { title: english ? campaign.titleEn : campaign.title, day: asOf })} />
      <Panel
        id="clauses"
        title={t('table')}
        asOf={asOf}
        chart={false}
        note={t('note')}
        extra={
          <PanelChoice
            label={t('show')}
            value={show ?? 'all'}
            options={[
              { value: 'all', label: t('all', { count: data.clauseCoverage.length }) },
              { value: 'gaps', label: t('onlyGaps', { count: lacking.length }) },
            ]}
            onChange={(value) => patch({ show: value === 'all' ? undefined : value })}
          />
        }
      >
        {shown.length === 0 ? <EmptyState why={t('noGaps')} /> : <ClauseTable clauses={shown} />}
      </Panel>
    </div>
  );
}
