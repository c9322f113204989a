import { useReadQuery } from '@apollo/client/react';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ledgerSearch } from '../../ui/ledger-link.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { PanelChoice } from '../../ui/panel/panel-choice.tsx';
import { useSession } from '../../ui/session.ts';
import { useHref } from '../../ui/use-href.ts';
import { useSearchPatch } from '../../ui/use-search-patch.ts';
import { CategoryColumns } from './category-columns.tsx';
import { CategoryTable } from './category-table.tsx';
import { Repeats } from './repeats.tsx';
import { StyleHeadline } from './style-headline.tsx';
import styles from './style-problems.module.css';
import { StyleTrend } from './style-trend.tsx';
import { heatMeasures, UnitHeatMap } from './unit-heat-map.tsx';
import { WriteOffTime } from './write-off-time.tsx';

const route = getRouteApi('/frame/style-problems');

/** The ten kinds of style problems (policy 2(1)), from finding to 销号, and their ledger. */
export function StyleProblemsPage({ ledger }: { ledger: ReactNode }) {
  const { t } = useTranslation(['style-problems', 'terms']);
  const { data } = useReadQuery(route.useLoaderData());
  const { measure = 'found' } = route.useSearch();
  const { asOf } = useSession();
  const href = useHref();
  const patch = useSearchPatch();
  const headline = data.themeHeadlines.find(({ theme }) => theme === 'STYLE');
  const repeatCount = data.styleRepeats[0]?.total ?? 0;
  return (
    <div className={styles.page}>
      <PageHead title={t('title')} subtitle={t('subtitle', { day: asOf })} />
      <div className={styles.top}>
        {headline && <StyleHeadline headline={headline} />}
        <Panel id="categories" title={t('categories.title')} unit={t('items')} asOf={asOf} height={220}>
          <CategoryColumns categories={data.styleCategories} />
        </Panel>
      </div>
      <Panel id="category-table" title={t('table.title')} asOf={asOf} note={t('table.note')} chart={false}>
        <CategoryTable categories={data.styleCategories} asOf={asOf} />
      </Panel>
      <Panel
        id="heat"
        title={t(`heat.${measure}`)}
        unit={t('items')}
        asOf={asOf}
        note={t('heat.note')}
        extra={
          <PanelChoice
            label={t('heat.choice')}
            value={measure}
            options={heatMeasures.map((value) => ({ value, label: t(`heat.measures.${value}`) }))}
            onChange={(value) => patch({ measure: value === 'found' ? undefined : value })}
          />
        }
      >
        <UnitHeatMap units={data.styleHeatMap} categories={data.styleCategories} measure={measure} />
      </Panel>
      <div className={styles.three}>
        <Panel id="trend" title={t('trend.title')} unit={t('items')} asOf={asOf}>
          <StyleTrend months={data.foundAndClosed} />
        </Panel>
        <Panel id="write-off-time" title={t('writeOff.title')} unit={t('items')} asOf={asOf}>
          <WriteOffTime time={data.styleWriteOffTime} />
        </Panel>
        <Panel
          id="repeats"
          title={t('repeats.title')}
          unit={t('items')}
          asOf={asOf}
          note={t('repeats.note')}
          extra={
            <a className={styles.all} href={href({ to: '/items', search: ledgerSearch({ kinds: ['STYLE_PROBLEM'], isRepeat: true }) })}>
              {t('seeAll', { count: repeatCount })}
            </a>
          }
        >
          <Repeats repeats={data.styleRepeats} />
        </Panel>
      </div>
      <Panel id="ledger" title={t('ledger')} asOf={asOf} chart={false}>
        {ledger}
      </Panel>
    </div>
  );
}
