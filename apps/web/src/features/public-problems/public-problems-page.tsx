import { PlusOutlined } from '@ant-design/icons';
import { useApolloClient, useReadQuery } from '@apollo/client/react';
import { getRouteApi } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { PanelChoice } from '../../ui/panel/panel-choice.tsx';
import { ChannelMonths } from '../../ui/register-charts/channel-months.tsx';
import { OpenAgeing } from '../../ui/register-charts/open-ageing.tsx';
import { useSession } from '../../ui/session.ts';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { useHref } from '../../ui/use-href.ts';
import { useSearchPatch } from '../../ui/use-search-patch.ts';
import { Course } from './course.tsx';
import { KeyFigures } from './key-figures.tsx';
import { OriginBars } from './origin-bars.tsx';
import styles from './public-problems.module.css';
import { StandTable } from './stand-table.tsx';
import { heatMeasures, TopicMap } from './topic-map.tsx';

const ProblemForm = lazy(() => import('./problem-form.tsx').then((module) => ({ default: module.ProblemForm })));

const route = getRouteApi('/frame/public-problems');

/**
 * Problems that the public raised (policy 2(4)3): whether they are solved and answered, what they are about and where, how long they wait, and
 * their ledger. Nothing here tells who raised them.
 */
export function PublicProblemsPage({ ledger }: { ledger: ReactNode }) {
  const { t } = useTranslation(['public-problems', 'nav', 'terms', 'ledger']);
  const english = useLanguage() === 'en';
  const { data } = useReadQuery(route.useLoaderData());
  const { measure = 'raised', new: isNew = false } = route.useSearch();
  const { asOf, isPast } = useSession();
  const client = useApolloClient();
  const href = useHref();
  const patch = useSearchPatch();
  const [registered, setRegistered] = useState<string | null>(null);
  const items = t('items');
  const offers = isPast ? null : data.publicProblemForm;
  const done = async (number: string) => {
    setRegistered(number);
    patch({ new: undefined });
    await client.refetchQueries({ include: ['PublicProblems', 'LedgerItems'] });
  };
  return (
    <div className={styles.page}>
      <PageHead
        title={t('nav:publicProblems')}
        subtitle={t('subtitle', { day: asOf })}
        actions={
          offers && (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => patch({ new: true })}>
              {t('register')}
            </Button>
          )
        }
      />
      {registered && (
        <Alert
          type="success"
          showIcon
          closable={{ onClose: () => setRegistered(null) }}
          title={t('registered', { number: registered })}
          action={<a href={href({ to: '/items/$number', params: { number: registered } })}>{t('see')}</a>}
        />
      )}
      <KeyFigures counts={data.publicProblemCounts} rates={data.publicProblemRates} />
      <Panel
        id="heat"
        title={t(`heat.${measure}`)}
        unit={items}
        asOf={asOf}
        note={t('heat.note')}
        extra={
          <PanelChoice
            label={t('heat.choice')}
            value={measure}
            options={heatMeasures.map((value) => ({ value, label: t(`heat.measures.${value}`) }))}
            onChange={(value) => patch({ measure: value === 'raised' ? undefined : value })}
          />
        }
      >
        <TopicMap cells={data.publicProblemHeatMap} measure={measure} />
      </Panel>
      <div className={styles.two}>
        <Panel id="topics" title={t('topics.title')} unit={items} asOf={asOf} note={t('topics.note')}>
          <StandTable
            title={t('topics.title')}
            rowTitle={t('topic')}
            rows={data.publicProblemTopics.map(({ code, name, nameEn, ...one }) => ({
              ...one,
              id: code,
              name: (english ? nameEn : name) ?? t('ledger:without.categories'),
              filter: { categories: [code] },
            }))}
          />
        </Panel>
        <Panel id="units" title={t('units.title')} unit={items} asOf={asOf} note={t('units.note')}>
          <StandTable
            title={t('units.title')}
            rowTitle={t('terms:leadUnit')}
            rows={data.publicProblemUnits.map(({ unitId, unitName, ...one }) => ({
              ...one,
              id: unitId,
              name: unitName,
              filter: { leadUnits: [unitId] },
            }))}
          />
        </Panel>
      </div>
      <div className={styles.two}>
        <Panel id="channels" title={t('channels.title')} unit={items} asOf={asOf} note={t('channels.note')}>
          <ChannelMonths
            cells={data.publicProblemIntake}
            kind="PUBLIC_PROBLEM"
            label={t('channels.title')}
            none={t('channels.none')}
            unit={items}
          />
        </Panel>
        <div className={styles.stack}>
          <Panel id="ageing" title={t('ageing.title')} unit={items} asOf={asOf} note={t('ageing.note')}>
            <OpenAgeing
              ages={data.publicProblemAgeing}
              kind="PUBLIC_PROBLEM"
              label={t('ageing.title')}
              none={t('ageing.none')}
              unit={items}
            />
          </Panel>
          <Panel id="origins" title={t('origins.title')} unit={items} asOf={asOf}>
            <OriginBars origins={data.publicProblemOrigins} />
          </Panel>
        </div>
      </div>
      <Panel id="trend" title={t('trend.title')} unit={items} asOf={asOf}>
        <Course months={data.foundAndClosed} />
      </Panel>
      <Panel id="ledger" title={t('ledger')} asOf={asOf} chart={false}>
        {ledger}
      </Panel>
      {isNew && offers && (
        <SideDrawer title={t('register')} onClose={() => patch({ new: undefined })}>
          <Suspense fallback={null}>
            <ProblemForm offers={offers} onDone={(number) => void done(number)} onClose={() => patch({ new: undefined })} />
          </Suspense>
        </SideDrawer>
      )}
    </div>
  );
}
