import { PrinterOutlined } from '@ant-design/icons';
import { useReadQuery } from '@apollo/client/react';
import { rankGroups, themes } from '@duban/rules/vocabulary';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ledgerSearch } from '../../ui/ledger-link.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { PanelChoice } from '../../ui/panel/panel-choice.tsx';
import { useSession } from '../../ui/session.ts';
import { useHref } from '../../ui/use-href.ts';
import { useSearchPatch } from '../../ui/use-search-patch.ts';
import styles from './cockpit.module.css';
import { CountyMap } from './county-map.tsx';
import { MonthTrend } from './month-trend.tsx';
import { overdueFilter } from './overdue-filter.ts';
import { OverdueUnits } from './overdue-units.tsx';
import { RedList } from './red-list.tsx';
import { SlowWorks } from './slow-works.tsx';
import { ThemeCards } from './theme-cards.tsx';
import { UnitRanking } from './unit-ranking.tsx';

const route = getRouteApi('/frame/');

/** What is red and whose it is, then whether the whole moves, then where. */
export function CockpitPage() {
  const { cockpit, ranking, tiles } = route.useLoaderData();
  const { scope, theme, group = 'COUNTY' } = route.useSearch();
  const { t } = useTranslation(['cockpit', 'terms', 'nav', 'common']);
  const { asOf, units } = useSession();
  const href = useHref();
  const patch = useSearchPatch();
  const { data } = useReadQuery(cockpit);
  const scopeName = units.find(({ id }) => id === scope)?.shortName;
  const overdue = overdueFilter(asOf);
  const overdueTotal = data.overdueByUnit[0]?.total ?? 0;
  const toApprove = data.myWorkCounts?.[0]?.count ?? 0;
  const red = ledgerSearch({ lights: ['RED'] });
  return (
    <div className={styles.page}>
      <PageHead
        title={t('nav:cockpit')}
        marks={
          <span className={styles.day}>{scopeName ? t('headOf', { day: asOf, scope: scopeName }) : t('common:asOf', { day: asOf })}</span>
        }
        actions={
          <Button size="small" icon={<PrinterOutlined />} onClick={() => window.print()}>
            {t('print')}
          </Button>
        }
      />
      <ThemeCards headlines={data.themeHeadlines} />
      <div className={styles.grid}>
        <Panel
          id="red-list"
          title={t('redList.titleCount', { count: data.redList.totalCount })}
          unit={t('items')}
          asOf={asOf}
          extra={
            <>
              {toApprove > 0 && (
                <a className={styles.approve} href={href({ to: '/my-work', search: { need: ['APPROVE'] } })}>
                  {t('toApprove', { count: toApprove })}
                </a>
              )}
              <a className={styles.all} href={href({ to: '/items', search: { ...red, orderBy: 'DUE_ON' } })}>
                {t('seeAll', { count: data.redList.totalCount })}
              </a>
            </>
          }
        >
          <RedList items={data.redList.items} total={data.redList.totalCount} />
        </Panel>
        <Panel
          id="ranking"
          title={t('ranking.title')}
          asOf={asOf}
          extra={
            <PanelChoice
              label={t('ranking.group')}
              value={group}
              options={rankGroups.map((value) => ({ value, label: t(`groups.${value}`) }))}
              onChange={(value) => patch({ group: value })}
            />
          }
        >
          <UnitRanking queryRef={ranking} group={group} />
        </Panel>
        <Panel id="trend" title={t('trend.title')} unit={t('items')} asOf={asOf} height={200}>
          <MonthTrend months={data.foundAndClosed} height={200} />
        </Panel>
        <Panel
          id="counties"
          title={theme ? t('tiles.rate', { rate: t(`rates.${theme}`) }) : t('tiles.lights')}
          asOf={asOf}
          extra={
            <PanelChoice
              label={t('tiles.choice')}
              value={theme ?? 'LIGHTS'}
              options={[
                { value: 'LIGHTS', label: t('terms:light') },
                ...themes.map((value) => ({ value, label: t(`terms:themes.${value}`) })),
              ]}
              onChange={(value) => patch({ theme: value === 'LIGHTS' ? undefined : value })}
            />
          }
        >
          <CountyMap queryRef={tiles} theme={theme} />
        </Panel>
        <Panel id="slow-works" title={t('slow.title')} asOf={asOf} note={t('slow.note')}>
          <SlowWorks works={data.slowestLivelihoodWorks} />
        </Panel>
        <Panel
          id="overdue"
          title={t('overdue.title')}
          unit={t('items')}
          asOf={asOf}
          note={t('overdue.note')}
          extra={
            <a className={styles.all} href={href({ to: '/items', search: ledgerSearch(overdue) })}>
              {t('seeAll', { count: overdueTotal })}
            </a>
          }
        >
          <OverdueUnits units={data.overdueByUnit} overdue={overdue} />
        </Panel>
      </div>
      <p className={styles.note}>{t('definitions')}</p>
    </div>
  );
}
