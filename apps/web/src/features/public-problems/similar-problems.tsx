import { useTranslation } from 'react-i18next';
import type { ActItem } from '../../ui/acts/act-item.ts';
import { MergeButton } from '../../ui/complaint/merge-button.tsx';
import { StateTag } from '../../ui/state-tag.tsx';
import { useHref } from '../../ui/use-href.ts';
import type { Similar } from './dossier-query.ts';
import styles from './public-problems.module.css';

type SimilarProblemsProps = { item: ActItem; similar: readonly Similar[]; onMerged: () => Promise<unknown> };

/** Problems that may be the same matter, the likeliest first, each with the way to merge into it for whoever may. */
export function SimilarProblems({ item, similar, onMerged }: SimilarProblemsProps) {
  const { t } = useTranslation(['public-problems', 'item']);
  const href = useHref();
  return (
    <ul className={styles.similar}>
      {similar.map(({ item: other, score, raisedOn, isSameTopic, isSameCounty }) => (
        <li key={other.id}>
          <div>
            <a href={href({ to: '/items/$number', params: { number: other.number } })}>
              {other.number} {other.title}
            </a>
            <div className={styles.faint}>
              {other.standing && <StateTag state={other.standing.state} kind="PUBLIC_PROBLEM" />}{' '}
              {[
                t('item:related.score', { percent: Math.round(score * 100) }),
                t('similar.raisedOn', { day: raisedOn }),
                isSameTopic && t('similar.sameTopic'),
                isSameCounty && t('similar.sameCounty'),
              ]
                .filter(Boolean)
                .join(' · ')}
            </div>
          </div>
          {other.standing?.state !== 'MERGED' && <MergeButton item={item} into={other} onMerged={onMerged} />}
        </li>
      ))}
    </ul>
  );
}
