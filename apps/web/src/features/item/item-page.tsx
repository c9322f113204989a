import { PrinterOutlined } from '@ant-design/icons';
import { useApolloClient, useReadQuery } from '@apollo/client/react';
import { notFound, useLoaderData, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ActBar } from '../../ui/acts/act-bar.tsx';
import { ComplaintDossier } from '../../ui/complaint/complaint-dossier.tsx';
import { DayText } from '../../ui/day-text.tsx';
import { LightMark } from '../../ui/light-mark.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { useSession } from '../../ui/session.ts';
import { StateTag } from '../../ui/state-tag.tsx';
import { useHref } from '../../ui/use-href.ts';
import { useWhy } from '../../ui/why.ts';
import { OpennessPanel } from '../openness/openness-panel.tsx';
import { ProblemDossier } from '../public-problems/problem-dossier.tsx';
import { ComplaintCase } from './complaint-case.tsx';
import { ComplaintMarks } from './complaint-marks.tsx';
import { CountyTargets } from './county-targets.tsx';
import { Evidence } from './evidence.tsx';
import { MonthlyFigures } from './figures.tsx';
import { ForwardFiles } from './forward-files.tsx';
import styles from './item.module.css';
import type { ItemDetail } from './item-query.ts';
import { Links } from './links.tsx';
import { PartReports } from './part-reports.tsx';
import { Parts } from './parts.tsx';
import { ProjectTeam } from './project-team.tsx';
import { Promised } from './promised.tsx';
import { Reported } from './reported.tsx';
import { Steps } from './steps.tsx';
import { StoryPanel } from './story-panel.tsx';

/** One page for an item of any register: what, who, by when, light and why, steps, figures, evidence, story. */
export function ItemPage() {
  const { data } = useReadQuery(useLoaderData({ from: '/frame/items/$number' }));
  // Not there, or not for this person: the two look alike.
  if (!data.item) throw notFound();
  return <ItemView item={data.item} />;
}

function ItemView({ item }: { item: ItemDetail }) {
  const { t } = useTranslation('item');
  const { asOf, isPast } = useSession();
  const client = useApolloClient();
  const navigate = useNavigate();
  const refresh = () => client.refetchQueries({ include: ['ItemPage'] });
  return (
    <div className={styles.page}>
      <ItemHead item={item} />
      {item.standing === null && <p className={styles.notice}>{t('notYet', { day: asOf })}</p>}
      {item.standing !== null && isPast && <p className={styles.notice}>{t('past', { day: asOf })}</p>}
      <div className={styles.columns}>
        <div className={styles.main}>
          <Promised item={item} />
          {item.steps.length > 0 && <Steps steps={item.steps} title={item.kind === 'SERVICE_PROJECT' ? t('nodes') : t('steps')} />}
          {item.__typename === 'ComplaintItem' && <ComplaintDossier key={item.id} item={item} onMerged={refresh} />}
          {item.__typename === 'ComplaintItem' &&
            item.complaints.map((complaint, index) => <ComplaintCase key={complaint.id} item={item} complaint={complaint} index={index} />)}
          {item.__typename === 'PublicProblemItem' && <ProblemDossier key={item.id} item={item} onMerged={refresh} />}
          <PartReports item={item} />
          <Reported item={item} />
          <MonthlyFigures item={item} />
          {item.__typename === 'LivelihoodWorkItem' && item.work && item.work.countyTargets.length > 0 && (
            <CountyTargets work={item.work} />
          )}
          {item.__typename === 'ServiceProjectItem' && item.project && <ProjectTeam project={item.project} />}
          <ForwardFiles item={item} />
          <Evidence item={item} />
        </div>
        <div className={styles.side}>
          <Parts item={item} />
          {item.__typename === 'LivelihoodWorkItem' && <OpennessPanel itemId={item.id} />}
          <Links item={item} />
          <StoryPanel item={item} />
        </div>
      </div>
      <ActBar key={item.id} item={item} refresh={refresh} onLeft={() => void navigate({ to: '/items', search: { kinds: [item.kind] } })} />
    </div>
  );
}

/** Number, title, state, light with why, due day with the working days left, lead unit and who answers for it. */
function ItemHead({ item }: { item: ItemDetail }) {
  const { t } = useTranslation(['item', 'ledger', 'terms']);
  const why = useWhy();
  const href = useHref();
  const { standing } = item;
  const kind = t(`terms:kinds.${item.kind}`);
  const leader = item.dutyPost?.title ?? item.dutyLeader;
  // 待受理: the limit is that of the decision, and nothing is assigned yet.
  const isWaiting = item.kind === 'COMPLAINT' && standing?.state === 'DRAFT';
  return (
    <PageHead
      title={item.title}
      crumbs={[
        { label: t('ledger:all'), href: href({ to: '/items' }) },
        { label: t('ledger:ofKinds', { kinds: kind }), href: href({ to: '/items', search: { kinds: [item.kind] } }) },
      ]}
      marks={
        <>
          {standing && <StateTag state={standing.state} kind={item.kind} />}
          {item.__typename === 'ComplaintItem' && <ComplaintMarks complaints={item.complaints} />}
        </>
      }
      subtitle={
        <>
          <div className={styles.line}>
            <span className={styles.number}>{item.number}</span>
            {standing?.light && <LightMark light={standing.light} why={why(standing.why)} rule={standing.why?.rule} show="inline" />}
            {standing?.computedLight && (
              <span className={styles.byRules}>
                {t('byRules')}
                <LightMark light={standing.computedLight} why={why(standing.computedWhy)} rule={standing.computedWhy?.rule} show="inline" />
              </span>
            )}
            {standing && (
              <span>
                {t(isWaiting ? 'case.acceptDueOn' : 'due')}{' '}
                <DayText day={standing.dueOn} remainingWorkingDays={standing.remainingWorkingDays} />
              </span>
            )}
            {standing && standing.round > 1 && <span>{t('round', { count: standing.round })}</span>}
          </div>
          <div className={styles.line}>
            <span>
              {t(isWaiting ? 'case.office' : 'terms:leadUnit')} {item.leadUnit.name}
            </span>
            {item.county && (
              <span>
                {t('terms:county')} {item.county.name}
              </span>
            )}
            {leader && (
              <span>
                {t('dutyLeader')} {leader}
              </span>
            )}
            {item.dutyPerson && (
              <span>
                {t('dutyPerson')} {item.dutyPerson}
              </span>
            )}
            <span>
              {t('foundOn')} {item.foundOn}
            </span>
            {!isWaiting && (
              <span>
                {t('assignedOn')} {item.assignedOn}
              </span>
            )}
          </div>
        </>
      }
      actions={
        <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
          {t('print')}
        </Button>
      }
    />
  );
}
