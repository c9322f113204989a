import { useReadQuery } from '@apollo/client/react';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../ui/page-head.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { useSession } from '../../ui/session.ts';
import { ClassTable } from './class-table.tsx';
import styles from './complaints.module.css';
import { FindingsBars } from './findings-bars.tsx';
import { IntakeMap } from './intake-map.tsx';
import { OpenAgeing } from './open-ageing.tsx';
import { RateFigures } from './rate-figures.tsx';

const route = getRouteApi('/frame/complaints');

/** Efficiency complaints (policy 2(2)5): where they come from, whether they are answered in time and to whose satisfaction, what still waits. */
export function ComplaintsPage({ ledger }: { ledger: ReactNode }) {
  const { t } = useTranslation(['complaints', 'nav']);
  const { data } = useReadQuery(route.useLoaderData());
  const { asOf } = useSession();
  return (
    <div className={styles.page}>
      <PageHead title={t('nav:complaints')} subtitle={t('subtitle', { day: asOf })} />
      <RateFigures rates={data.complaintRates} />
      <div className={styles.two}>
        <Panel id="intake" title={t('intake.title')} unit={t('items')} asOf={asOf} note={t('intake.note')}>
          <IntakeMap cells={data.complaintIntake} />
        </Panel>
        <Panel id="classes" title={t('classes.title')} unit={t('items')} asOf={asOf} chart={false}>
          <ClassTable classes={data.complaintClasses} />
        </Panel>
        <Panel id="ageing" title={t('ageing.title')} unit={t('items')} asOf={asOf} note={t('ageing.note')}>
          <OpenAgeing ages={data.complaintAgeing} />
        </Panel>
        <Panel id="findings" title={t('findings.title')} unit={t('items')} asOf={asOf} note={t('findings.note')}>
          <FindingsBars findings={data.complaintFindings} />
        </Panel>
      </div>
      <Panel id="ledger" title={t('ledger')} asOf={asOf} chart={false}>
        {ledger}
      </Panel>
    </div>
  );
}
