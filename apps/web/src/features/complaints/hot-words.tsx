import { useTranslation } from 'react-i18next';
import { BarList } from '../../charts/bar-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ledgerSearch } from '../../ui/ledger-link.ts';
import { useHref } from '../../ui/use-href.ts';
import styles from './complaints.module.css';
import type { HotWord } from './complaints-query.ts';

/** What the facts of the complaints speak of, the most frequent first. A word leads to the complaints that hold it. */
export function HotWords({ words }: { words: readonly HotWord[] }) {
  const { t } = useTranslation('complaints');
  const href = useHref();
  if (words.length === 0) return <EmptyState why={t('words.none')} next={t('words.noneNext')} />;
  return (
    <div className={styles.tall}>
      <BarList
        label={t('words.title')}
        points={words.map(({ word, count }) => ({ id: word, label: word, value: count }))}
        unit={t('items')}
        rowTitle={t('words.word')}
        href={({ id }) => {
          const found = words.find(({ word }) => word === id);
          if (!found) return undefined;
          const { word, from, to } = found;
          return href({ to: '/items', search: ledgerSearch({ kinds: ['COMPLAINT'], word, found: { from, to } }) });
        }}
      />
    </div>
  );
}
