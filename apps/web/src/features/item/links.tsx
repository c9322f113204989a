import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/panel/panel.tsx';
import { useHref } from '../../ui/use-href.ts';
import styles from './item.module.css';
import type { ItemDetail } from './item-query.ts';

/** Where it came from, a visit or another item, what it led to, and what it was merged with. */
export function Links({ item }: { item: ItemDetail }) {
  const { t } = useTranslation(['item', 'terms']);
  const href = useHref();
  if (item.links.length === 0 && !item.visit) return null;
  return (
    <Panel id="links" title={t('links.title')} chart={false}>
      <ul className={styles.list}>
        {item.visit && (
          <li>
            <span className={styles.faint}>{t('links.visit')}</span>
            <div>
              <a href={href({ to: '/visits/$number', params: { number: item.visit.number } })}>
                <span className={styles.number}>{item.visit.number}</span> {item.visit.leaderTitle} {item.visit.visitedOn}
              </a>
            </div>
          </li>
        )}
        {item.links.map(({ item: other, why, isOrigin }) => (
          <li key={`${other.id}${why}`}>
            <span className={styles.faint}>
              {t(`links.${why}.${isOrigin ? 'from' : 'to'}`)} · {t(`terms:kinds.${other.kind}`)}
            </span>
            <div>
              <a href={href({ to: '/items/$number', params: { number: other.number } })}>
                <span className={styles.number}>{other.number}</span> {other.title}
              </a>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
