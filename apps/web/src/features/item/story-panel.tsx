import { Button } from 'antd';
import type { TFunction } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { useSession } from '../../ui/session.ts';
import styles from './item.module.css';
import type { ItemDetail } from './item-query.ts';
import { type CellChange, type StoryLine, storyOf, timeOf } from './story.ts';

const shownAtFirst = 12;

/** What happened to the item, the newest first, each line with who and when. */
export function StoryPanel({ item }: { item: ItemDetail }) {
  const { t } = useTranslation(['item', 'terms']);
  const { asOf } = useSession();
  const [all, setAll] = useState(false);
  const lines = useMemo(() => storyOf(item, asOf), [item, asOf]);
  const shown = all ? lines : lines.slice(0, shownAtFirst);
  return (
    <Panel id="story" title={t('story.title')} chart={false} asOf={asOf}>
      {lines.length === 0 && <EmptyState why={t('story.empty')} />}
      <ol className={styles.story}>
        {shown.map((line) => (
          <li key={line.id}>
            <span className={styles.when}>
              <time dateTime={line.at}>{line.kind === 'ACT' ? `${line.day} ${timeOf(line.at)}` : line.day}</time>
              {' · '}
              {line.kind === 'ACT' ? line.event.actorTitle : t(line.kind === 'LIGHT' ? 'story.system' : 'story.byLedger')}
            </span>
            {sentenceOf(line, t as unknown as TFunction<['item', 'terms']>)}
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

/** One line in words. `t` is of the namespaces `item` and `terms`. */
export function sentenceOf(line: StoryLine, t: TFunction<['item', 'terms']>): string {
  switch (line.kind) {
    case 'STATE':
      return t(`story.states.${line.state}`);
    case 'PROGRESS':
      return t('story.progress', { before: round(line.before), after: round(line.after) });
    case 'LIGHT':
      return t('story.light', { light: t(`terms:lights.${line.light}`) });
    case 'ACT': {
      const { event, payload } = line;
      const state = t(`terms:states.${event.toState}`);
      const base =
        event.action === 'CREATE' && payload.ledger
          ? t('story.createdFromLedger', { ledger: payload.ledger, state })
          : event.action === 'IMPORT_FACTS' && payload.ledger
            ? t('story.updatedFromLedger', { ledger: payload.ledger })
            : t(`story.actions.${event.action}`, { state });
      const more = [
        event.action !== 'CREATE' && payload.dueOn && t('story.newDueOn', { day: payload.dueOn }),
        payload.reason && t('story.reason', { reason: payload.reason }),
        payload.text,
        payload.taskNumber && t('story.task', { number: payload.taskNumber }),
      ].filter((text): text is string => Boolean(text));
      return [base, ...more].join(t('story.separator'));
    }
  }
}

const round = (percent: number) => Math.round(percent * 10) / 10;

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
