import { useTranslation } from 'react-i18next';
import { useHref } from '../../ui/use-href.ts';
import styles from './inbox.module.css';
import type { InboxLine } from './inbox-query.ts';

type InboxListProps = { lines: readonly InboxLine[]; onOpen: (line: InboxLine) => void };

/** Lines of the inbox: what happened to which matter, a link to it each; what is unread says so in words too. */
export function InboxList({ lines, onOpen }: InboxListProps) {
  const { t } = useTranslation('inbox');
  const href = useHref();
  return (
    <ul className={styles.list}>
      {lines.map((line) => (
        <li key={line.id} className={line.isRead ? styles.read : styles.unread}>
          <a
            href={href({ to: '/items/$number', params: { number: line.itemNumber } })}
            className={styles.line}
            onClick={() => onOpen(line)}
          >
            <span className={styles.sentence}>
              {!line.isRead && <span className={styles.new}>{t('new')}</span>}
              {t(`sentences.${line.kind}`, {
                actor: line.actorTitle ?? t('system'),
                unit: line.unitName ?? '',
                dueOn: line.dueOn ?? '',
              })}
            </span>
            <span className={styles.matter}>
              {line.itemNumber} {line.itemTitle}
            </span>
            <time dateTime={line.at} className={styles.at}>
              {line.at.slice(0, 10)}
            </time>
          </a>
        </li>
      ))}
    </ul>
  );
}
