import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import type { ActItem } from '../../ui/acts/act-item.ts';
import { ErrorNotice } from '../../ui/error/error-notice.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { ProblemDossierDocument } from './dossier-query.ts';
import { Raisings } from './raisings.tsx';
import { SimilarProblems } from './similar-problems.tsx';

/** Beside a problem of the public: whoever raised it, merged ones too, and whether each was answered; then what may be the same matter. */
export function ProblemDossier({ item, onMerged }: { item: ActItem; onMerged: () => Promise<unknown> }) {
  const { t } = useTranslation('public-problems');
  const { data, error, refetch } = useQuery(ProblemDossierDocument, { variables: { id: item.id }, fetchPolicy: 'no-cache' });
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} tier="panel" />;
  const raised = data?.item?.__typename === 'PublicProblemItem' ? data.item.raised : null;
  if (!raised) return null;
  const answered = raised.raisings.filter(({ answeredOn }) => answeredOn).length;
  const refresh = () => Promise.all([onMerged(), refetch()]);
  return (
    <>
      <Panel
        id="raisings"
        title={t('raisings.title', { answered, count: raised.raisings.length })}
        note={raised.raisings.length > 1 ? t('raisings.note') : undefined}
        chart={false}
      >
        <Raisings raisings={raised.raisings} mayReveal={raised.viewerCanRevealRaiser} />
      </Panel>
      {raised.similar.length > 0 && item.standing?.state !== 'MERGED' && (
        <Panel id="similar" title={t('similar.title')} note={t('similar.note')} chart={false}>
          <SimilarProblems item={item} similar={raised.similar} onMerged={refresh} />
        </Panel>
      )}
    </>
  );
}
