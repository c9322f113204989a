import { PlusOutlined } from '@ant-design/icons';
import { useApolloClient, useQuery } from '@apollo/client/react';
import { monthEnd } from '@duban/rules/calendar';
import { useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../ui/error/error-notice.tsx';
import { FilterBar } from '../../ui/filters/filter-bar.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { PanelChoice } from '../../ui/panel/panel-choice.tsx';
import { RecordSheetDrawer } from '../../ui/record-sheet/record-sheet-drawer.tsx';
import { useSession } from '../../ui/session.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useHref } from '../../ui/use-href.ts';
import { useSearchPatch } from '../../ui/use-search-patch.ts';
import { ContactPointDrawer } from './contact-point-drawer.tsx';
import { DutyFigures } from './duty-figures.tsx';
import { DutyGrid } from './duty-grid.tsx';
import { DutyMonths } from './duty-months.tsx';
import { NeedRegister } from './need-register.tsx';
import { NeedUnits } from './need-units.tsx';
import { useCalendarFields } from './use-calendar-fields.ts';
import { VisitRegister } from './visit-register.tsx';
import styles from './visits.module.css';
import { VisitCalendarDocument, VisitFiguresDocument } from './visits-query.ts';

/** Visits (policy 2(4)2): who owed one and made it, what was heard there and what became of it, and the visits themselves. */
export function VisitsPage() {
  const { t } = useTranslation(['visits', 'nav', 'common']);
  const search = useSearch({ from: '/frame/visits' });
  const { viewer, asOf, isPast } = useSession();
  const patch = useSearchPatch();
  const href = useHref();
  const client = useApolloClient();
  const [isImporting, setIsImporting] = useState(false);
  const fields = useCalendarFields(asOf);
  const { scope, group, fromMonth, toMonth, only, list = 'visits' } = search;
  const within = scope ?? null;
  const calendar = useQuery(VisitCalendarDocument, {
    variables: {
      asOf: search.asOf ?? null,
      within,
      group: group ?? null,
      fromMonth: fromMonth ?? null,
      toMonth: toMonth ?? null,
      only: only ?? null,
    },
    fetchPolicy: 'cache-and-network',
  });
  const duties = (calendar.data ?? calendar.previousData)?.visitDuties;
  const [first, last] = [duties?.months[0], duties?.months.at(-1)];
  const range = first && last ? { from: first.from, to: monthEnd(last.from) } : null;
  const figures = useQuery(VisitFiguresDocument, {
    variables: { asOf: search.asOf ?? null, within, group: group ?? null, from: range?.from ?? null, to: range?.to ?? null },
    fetchPolicy: 'cache-and-network',
    skip: range === null,
  });
  const counted = figures.data ?? figures.previousData;
  const error = calendar.error ?? figures.error;
  return (
    <div className={styles.page}>
      <PageHead
        title={t('nav:visits')}
        subtitle={t('subtitle')}
        actions={
          <>
            {viewer.keepsContactPoints && !isPast && <Button onClick={() => patch({ points: true })}>{t('points.open')}</Button>}
            {viewer.entersVisits && !isPast && <Button onClick={() => setIsImporting(true)}>{t('import')}</Button>}
            {viewer.entersVisits && !isPast && (
              <Button type="primary" icon={<PlusOutlined />} href={href({ to: '/visits/new' })}>
                {t('create')}
              </Button>
            )}
          </>
        }
      />
      {error && !duties && <ErrorNotice error={error} onRetry={() => void calendar.refetch()} tier="panel" />}
      {!duties && !error && <Skeleton rows={10} height={420} />}
      {duties && (
        <>
          <DutyFigures months={duties.months} figures={counted?.visitFigures} group={group} range={range} />
          <Panel id="calendar" title={t('calendar.title')} asOf={asOf} note={t('calendar.note')} chart={false}>
            <FilterBar fields={fields} values={search} onChange={patch} />
            <DutyGrid calendar={duties} only={only} pending={calendar.loading} />
          </Panel>
          <div className={styles.two}>
            <Panel id="months" title={t('months.title')} unit="%" asOf={asOf} note={t('months.note')}>
              <DutyMonths months={duties.months} group={group} />
            </Panel>
            <Panel id="need-units" title={t('units.title')} unit={t('needs')} asOf={asOf} note={t('units.note')}>
              {counted ? <NeedUnits units={counted.visitNeedUnits} group={group} range={range} /> : <Skeleton rows={6} height={220} />}
            </Panel>
          </div>
        </>
      )}
      <Panel
        id="register"
        title={t(`register.${list}`)}
        asOf={asOf}
        chart={false}
        extra={
          <PanelChoice
            label={t('register.choose')}
            value={list}
            options={(['visits', 'needs'] as const).map((value) => ({ value, label: t(`register.${value}`) }))}
            onChange={(value) => patch({ list: value === 'visits' ? undefined : value, after: undefined, before: undefined })}
          />
        }
      >
        {list === 'visits' ? <VisitRegister search={search} scope={scope} /> : <NeedRegister search={search} scope={scope} />}
      </Panel>
      {isImporting && (
        <RecordSheetDrawer
          kind="VISIT"
          name={t('register.visits')}
          onClose={() => setIsImporting(false)}
          onTaken={() => void client.refetchQueries({ include: ['VisitCalendar', 'VisitFigures', 'VisitRegister'] })}
        />
      )}
      {search.points && viewer.keepsContactPoints && !isPast && (
        <ContactPointDrawer onSaved={() => void calendar.refetch()} onClose={() => patch({ points: undefined })} />
      )}
    </div>
  );
}
