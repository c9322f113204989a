import { categoryDictionary } from '@duban/rules/vocabulary';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { useSession } from '../../ui/session.ts';
import { clockInCity } from '../../ui/time-in-city.ts';
import styles from './item.module.css';
import type { ItemDetail } from './item-query.ts';
import { type StoryWords, sentenceOf } from './sentence.ts';
import { type CellChange, storyOf } from './story.ts';
import { useWords } from './use-words.ts';

const shownAtFirst = 12;

/** What happened to the item, the newest first, each line with who and when. */
export function StoryPanel({ item }: { item: ItemDetail }) {
  const { t } = useTranslation(['item', 'terms', 'ledger', 'common']);
  const { asOf } = useSession();
  const { units, whose } = useUnitNames(item);
  const { term } = useWords();
  const [all, setAll] = useState(false);
  const lines = useMemo(() => storyOf(item, asOf), [item, asOf]);
  const categories = (code: string) => term(categoryDictionary[item.kind], code);
  const shown = all ? lines : lines.slice(0, shownAtFirst);
  return (
    <Panel id="story" title={t('story.title')} chart={false} asOf={asOf}>
      {lines.length === 0 && <EmptyState why={t('story.empty')} />}
      <ol className={styles.story}>
        {shown.map((line) => (
          <li key={line.id}>
            <span className={styles.when}>
              <time dateTime={line.at}>{line.kind === 'ACT' ? `${line.day} ${clockInCity(line.at)}` : line.day}</time>
              {' · '}
              {line.kind === 'ACT' ? line.event.actorTitle : t(line.kind === 'LIGHT' ? 'story.system' : 'story.byLedger')}
              {line.kind === 'ACT' && line.event.onBehalfOf && t('story.onBehalfOf', { post: line.event.onBehalfOf })}
            </span>
            {sentenceOf(line, t as unknown as StoryWords, units, whose, item.kind, categories)}
            {line.kind === 'ACT' && <Changes changes={line.payload.changes ?? []} />}
          </li>
        ))}
      </ol>
      {lines.length > shown.length && (
        <Button size="small" type="link" onClick={() => setAll(true)}>
          {t('story.more', { count: lines.length - shown.length })}
        </Button>
      )}
    </Panel>
  );
}

/** Names of units: those of the item, which may have ended since, and all in force. A part's unit is told where several have one. */
function useUnitNames(item: ItemDetail) {
  const session = useSession();
  return useMemo(() => {
    const names = new Map([...session.units, ...item.parts.map(({ unit }) => unit)].map(({ id, name }) => [id, name]));
    const units = (id: string | undefined) => (id ? (names.get(id) ?? null) : null);
    const isJoint = item.parts.length > 1;
    return { units, whose: (id: string | undefined) => (isJoint || id !== item.leadUnit.id ? units(id) : null) };
  }, [session.units, item]);
}

function Changes({ changes }: { changes: readonly CellChange[] }) {
  const { t } = useTranslation('item');
  if (changes.length === 0) return null;
  const blank = t('story.blank');
  return (
    <ul className={styles.changes}>
      {changes.slice(0, 20).map((change) => (
        <li key={`${change.sheet ?? ''}/${change.row ?? ''}/${change.column ?? ''}/${change.after ?? ''}`}>
          {change.isNew
            ? t('story.newRow', { sheet: change.sheet ?? '' })
            : t('story.change', { column: change.column ?? '', before: change.before ?? blank, after: change.after ?? blank })}
        </li>
      ))}
    </ul>
  );
}
