import { useReadQuery } from '@apollo/client/react';
import { rankGroups } from '@duban/rules/vocabulary';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../ui/page-head.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { PanelChoice } from '../../ui/panel/panel-choice.tsx';
import { ChannelMonths } from '../../ui/register-charts/channel-months.tsx';
import { OpenAgeing } from '../../ui/register-charts/open-ageing.tsx';
import { useSession } from '../../ui/session.ts';
import { useSearchPatch } from '../../ui/use-search-patch.ts';
import { ClassTable } from './class-table.tsx';
import styles from './complaints.module.css';
import { intakePeriods } from './complaints-query.ts';
import { CountStrip } from './count-strip.tsx';
import { FindingsBars } from './findings-bars.tsx';
import { HotWords } from './hot-words.tsx';
import { IntakeBars } from './intake-bars.tsx';
import { PlaceTable } from './place-table.tsx';
import { RateFigures } from './rate-figures.tsx';
import { SatisfactionBar } from './satisfaction-bar.tsx';
import { UnitsOnTime } from './units-on-time.tsx';

const route = getRouteApi('/frame/complaints');

/**
 * Efficiency complaints (policy 2(2)5): whether they are decided on, settled and answered to people's satisfaction; where they come from, what
 * they are about and whom; what still waits. Nothing here tells who complained.
 */
export function ComplaintsPage({ ledger }: { ledger: ReactNode }) {
  const { t } = useTranslation(['complaints', 'nav']);
  const { data } = useReadQuery(route.useLoaderData());
  const { by = 'DAY', group = 'DEPARTMENT' } = route.useSearch();
  const { asOf } = useSession();
  const patch = useSearchPatch();
  const items = t('items');
  return (
    <div className={styles.page}>
      <PageHead title={t('nav:complaints')} subtitle={t('subtitle', { day: asOf })} />
      <RateFigures rates={data.complaintRates} />
      <CountStrip counts={data.complaintCounts} />
      <div className={styles.lead}>
        <Panel
          id="intake"
          title={t(`intake.title.${by}`)}
          unit={items}
          asOf={asOf}
          extra={
            <PanelChoice
              label={t('intake.by')}
              value={by}
              options={intakePeriods.map((value) => ({ value, label: t(`intake.choice.${value}`) }))}
              onChange={(value) => patch({ by: value === 'DAY' ? undefined : value })}
            />
          }
        >
          <IntakeBars key={by} periods={by === 'DAY' ? data.days : data.months} by={by} />
        </Panel>
        <Panel id="satisfaction" title={t('satisfaction.title')} unit={items} asOf={asOf} height={180}>
          <SatisfactionBar grades={data.complaintSatisfaction} />
        </Panel>
        <Panel id="ageing" title={t('ageing.title')} unit={items} asOf={asOf} note={t('ageing.note')}>
          <OpenAgeing ages={data.complaintAgeing} kind="COMPLAINT" label={t('ageing.title')} none={t('ageing.none')} unit={items} />
        </Panel>
      </div>
      <div className={styles.two}>
        <div className={styles.stack}>
          <Panel id="classes" title={t('classes.title')} unit={items} asOf={asOf}>
            <ClassTable classes={data.complaintClasses} />
          </Panel>
          <Panel id="findings" title={t('findings.title')} unit={items} asOf={asOf} note={t('findings.note')}>
            <FindingsBars findings={data.complaintFindings} />
          </Panel>
        </div>
        <Panel id="channels" title={t('channels.title')} unit={items} asOf={asOf} note={t('channels.note')}>
          <ChannelMonths cells={data.complaintIntake} kind="COMPLAINT" label={t('channels.title')} none={t('channels.none')} unit={items} />
        </Panel>
      </div>
      <div className={styles.two}>
        <Panel
          id="units"
          title={t('units.title')}
          asOf={asOf}
          note={t('units.note')}
          extra={
            <PanelChoice
              label={t('units.group')}
              value={group}
              options={rankGroups.map((value) => ({ value, label: t(`groups.${value}`) }))}
              onChange={(value) => patch({ group: value === 'DEPARTMENT' ? undefined : value })}
            />
          }
        >
          <UnitsOnTime units={data.unitRanking} group={group} />
        </Panel>
        <Panel id="words" title={t('words.title')} unit={items} asOf={asOf} note={t('words.note')}>
          <HotWords words={data.complaintWords} />
        </Panel>
      </div>
      <div className={styles.two}>
        <Panel id="complained-units" title={t('places.complainedUnits.title')} unit={items} asOf={asOf} note={t('places.note')}>
          <PlaceTable places={data.complainedUnits} by="complainedUnits" />
        </Panel>
        <Panel id="counties" title={t('places.counties.title')} unit={items} asOf={asOf} note={t('places.note')}>
          <PlaceTable places={data.complaintCounties} by="counties" />
        </Panel>
      </div>
      <Panel id="ledger" title={t('ledger')} asOf={asOf} chart={false}>
        {ledger}
      </Panel>
    </div>
  );
}
