import type { ItemState } from '@duban/rules/vocabulary';
import { useTranslation } from 'react-i18next';
import type { ActItem } from '../acts/act-item.ts';
import { Panel } from '../panel/panel.tsx';
import { StateTag } from '../state-tag.tsx';
import { useHref } from '../use-href.ts';
import styles from './complaint.module.css';
import type { DossierEntry } from './dossier-query.ts';
import { MergeButton } from './merge-button.tsx';

type Related = { id: string; number: string; title: string; standing: { state: ItemState } | null };

/** Nothing goes on in these: nothing is merged into them. */
const gone: readonly (ItemState | undefined)[] = ['MERGED', 'REFUSED', 'WITHDRAWN', undefined];

type RelatedComplaintsProps = { item: ActItem; complaints: readonly DossierEntry[]; onMerged: () => Promise<unknown> };

/** Complaints that may be the same matter: those that read alike, and those of the same person. Each with the way to merge into it. */
export function RelatedComplaints({ item, complaints, onMerged }: RelatedComplaintsProps) {
  const { t } = useTranslation('item');
  const others = <Entry extends { id: string }>(list: readonly Entry[]) =>
    list.filter(({ id }, at) => id !== item.id && list.findIndex((one) => one.id === id) === at);
  const alike = others(complaints.flatMap((one) => one.similar.map((found) => ({ ...found, id: found.item.id }))));
  const earlier = others(complaints.flatMap((one) => one.earlier));
  // Each once: what the same person wrote of the same matter stands with that person's.
  const similar = alike.filter(({ id }) => !earlier.some((one) => one.id === id));
  const noteOf = (id: string, receivedOn: string) => {
    const found = alike.find((one) => one.id === id);
    const received = t('related.receivedOn', { day: receivedOn });
    return found ? [t('related.score', { percent: Math.round(found.score * 100) }), received].join(' · ') : received;
  };
  return (
    <>
      {earlier.length > 0 && (
        <Panel id="earlier" title={t('related.earlier', { count: earlier.length })} note={t('related.earlierNote')} chart={false}>
          <ul className={styles.list}>
            {earlier.map((other) => (
              <RelatedLine key={other.id} item={item} other={other} note={noteOf(other.id, other.foundOn)} onMerged={onMerged} />
            ))}
          </ul>
        </Panel>
      )}
      {similar.length > 0 && (
        <Panel id="similar" title={t('related.similar')} note={t('related.similarNote')} chart={false}>
          <ul className={styles.list}>
            {similar.map(({ id, item: other, receivedOn }) => (
              <RelatedLine key={id} item={item} other={other} note={noteOf(id, receivedOn)} onMerged={onMerged} />
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}

type RelatedLineProps = { item: ActItem; other: Related; note: string; onMerged: () => Promise<unknown> };

function RelatedLine({ item, other, note, onMerged }: RelatedLineProps) {
  const href = useHref();
  return (
    <li className={styles.line}>
      <div className={styles.words}>
        <a href={href({ to: '/items/$number', params: { number: other.number } })}>
          <span className={styles.number}>{other.number}</span> {other.title}
        </a>
        <div className={styles.faint}>
          {other.standing && <StateTag state={other.standing.state} kind="COMPLAINT" />} {note}
        </div>
      </div>
      {!gone.includes(other.standing?.state) && <MergeButton item={item} into={other} onMerged={onMerged} />}
    </li>
  );
}
