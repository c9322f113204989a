import { useApolloClient, useQuery } from '@apollo/client/react';
import { useParams, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error/error-notice.tsx';
import { FilePreview } from '../../ui/file-preview/file-preview.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { ReasonForm } from '../../ui/reason-form.tsx';
import { useSession } from '../../ui/session.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useHref } from '../../ui/use-href.ts';
import { CorrectVisit } from './correct-visit.tsx';
import { NeedList } from './need-list.tsx';
import { useVisitAct } from './use-visit-act.ts';
import { WithdrawVisitDocument } from './visit-acts.ts';
import { VisitFacts } from './visit-facts.tsx';
import { VisitStory } from './visit-story.tsx';
import styles from './visits.module.css';
import { type VisitDetail, VisitPageDocument } from './visits-query.ts';

/** One visit: the facts, its needs and what became of each, its photos and its history. */
export function VisitPage() {
  const { t } = useTranslation(['visits', 'nav']);
  const { number } = useParams({ from: '/frame/visits/$number' });
  const { asOf } = useSearch({ from: '/frame/visits/$number' });
  const href = useHref();
  const crumbs = [{ label: t('nav:visits'), href: href({ to: '/visits' }) }];
  const { data, error, refetch } = useQuery(VisitPageDocument, {
    variables: { number, asOf: asOf ?? null },
    fetchPolicy: 'cache-and-network',
  });
  const visit = data?.visit;
  if (visit) return <VisitBody key={visit.id} visit={visit} crumbs={crumbs} refresh={refetch} />;
  return (
    <>
      <PageHead title={number} crumbs={crumbs} />
      {error && !data && <ErrorNotice error={error} onRetry={() => void refetch()} tier="panel" />}
      {!data && !error && <Skeleton rows={10} height={420} />}
      {data && !visit && <EmptyState why={t('page.gone')} />}
    </>
  );
}

type VisitBodyProps = { visit: VisitDetail; crumbs: { label: string; href: string }[]; refresh: () => Promise<unknown> };

function VisitBody({ visit, crumbs, refresh }: VisitBodyProps) {
  const { t } = useTranslation('visits');
  const english = useLanguage() === 'en';
  const { isPast } = useSession();
  const client = useApolloClient();
  const act = useVisitAct('Visit', refresh);
  const [open, setOpen] = useState<'correct' | 'withdraw' | null>(null);
  const { id, version, number, isWithdrawn } = visit;
  const mayChange = visit.viewerCanChange && !isPast;
  const withdraw = (reason: string) =>
    act(['withdraw', id, version, reason], async (requestId) => {
      const variables = { requestId, id, version, reason };
      const { data } = await client.mutate({ mutation: WithdrawVisitDocument, variables, fetchPolicy: 'no-cache' });
      return data?.answer;
    });
  return (
    <div className={styles.page}>
      <PageHead
        title={t('page.title', { leader: english ? visit.leaderTitleEn : visit.leaderTitle, place: visit.place })}
        crumbs={crumbs}
        subtitle={number}
        marks={isWithdrawn && <span className={styles.tag}>{t('status.WITHDRAWN')}</span>}
        actions={
          mayChange && (
            <>
              <Button onClick={() => setOpen('withdraw')}>{t('acts.withdraw')}</Button>
              <Button onClick={() => setOpen('correct')}>{t('acts.correct')}</Button>
            </>
          )
        }
      />
      {isWithdrawn && <p className={styles.notice}>{t('page.withdrawn', { day: visit.withdrawnOn, reason: visit.withdrawnReason })}</p>}
      {mayChange && open === 'withdraw' && (
        <div className={styles.act}>
          <ReasonForm help={t('help.withdraw')} verb={t('acts.confirmWithdraw')} isDanger submit={withdraw} onClose={() => setOpen(null)} />
        </div>
      )}
      {mayChange && open === 'correct' && <CorrectVisit key={version} visit={visit} refresh={refresh} onClose={() => setOpen(null)} />}
      <div className={styles.columns}>
        <div className={styles.stack}>
          <Panel id="needs" title={t('page.needs')} chart={false}>
            <NeedList visit={visit} refresh={refresh} />
          </Panel>
          <Panel id="facts" title={t('page.facts')} chart={false}>
            <VisitFacts visit={visit} />
          </Panel>
        </div>
        <div className={styles.stack}>
          <Panel id="photos" title={t('page.photos')} chart={false}>
            {visit.photos.length === 0 ? (
              <EmptyState why={t('page.noPhotos')} />
            ) : (
              <ul className={styles.photos}>
                {visit.photos.map((photo) => (
                  <li key={photo.id} className={styles.photo}>
                    <FilePreview file={photo}>
                      <img src={photo.href} alt={photo.name} loading="lazy" />
                    </FilePreview>
                  </li>
                ))}
              </ul>
            )}
          </Panel>
          <Panel id="story" title={t('page.story')} chart={false}>
            <VisitStory events={visit.events} />
          </Panel>
        </div>
      </div>
    </div>
  );
}
