import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { ActBar } from '../../ui/acts/act-bar.tsx';
import { DayText } from '../../ui/day-text.tsx';
import { ErrorNotice } from '../../ui/error/error-notice.tsx';
import { LightMark } from '../../ui/light-mark.tsx';
import queue from '../../ui/queue/queue.module.css';
import { QueueSteps } from '../../ui/queue/queue-steps.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useHref } from '../../ui/use-href.ts';
import { useWhy } from '../../ui/why.ts';
import { Evidence } from './evidence.tsx';
import { promisesOf } from './promises.ts';
import { Reported } from './reported.tsx';
import styles from './review.module.css';
import { type QueueRow, type ReviewedItem, type ReviewedPart, ReviewItemDocument } from './review-query.ts';

type ReviewPaneProps = {
  row: QueueRow;
  place: { at: number; of: number };
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
  onActed: () => void;
};

/** One report beside what was promised, with its evidence, and the acts that stand open. J and K go through the queue. */
export function ReviewPane({ row, place, onPrevious, onNext, onActed }: ReviewPaneProps) {
  const { t } = useTranslation('review');
  const { data, error, refetch } = useQuery(ReviewItemDocument, { variables: { id: row.item.id }, fetchPolicy: 'cache-and-network' });
  const item = data?.item;
  const part = item?.parts.find(({ id }) => id === row.part?.id);
  return (
    <section className={queue.pane} aria-label={row.item.title}>
      <QueueSteps place={place} onPrevious={onPrevious} onNext={onNext} />
      {error && !item && <ErrorNotice error={error} onRetry={() => void refetch()} tier="panel" />}
      {!item && !error && <Skeleton rows={8} height={360} />}
      {item && part && (
        <>
          <PaneHead item={item} part={part} />
          <div className={styles.sides}>
            <Promised item={item} />
            <Reported part={part} />
            <Evidence part={part} />
          </div>
          <div className={queue.acts}>
            <ActBar
              item={item}
              refresh={async () => {
                await refetch();
                onActed();
              }}
            />
          </div>
        </>
      )}
      {item && !part && <p className={styles.faint}>{t('gone')}</p>}
    </section>
  );
}

function PaneHead({ item, part }: { item: ReviewedItem; part: ReviewedPart }) {
  const { t } = useTranslation(['review', 'terms']);
  const href = useHref();
  const why = useWhy();
  const { standing } = item;
  return (
    <header className={styles.paneHead}>
      <h2 className={styles.paneTitle}>
        <a href={href({ to: '/items/$number', params: { number: item.number } })}>{item.title}</a>
      </h2>
      <p className={styles.line}>
        <span className={styles.number}>{item.number}</span>
        <span>{t(`terms:kinds.${item.kind}`)}</span>
        <span>
          {part.unit.name}（{t(`terms:duties.${part.duty}`)}）
        </span>
        {standing?.light && <LightMark light={standing.light} why={why(standing.why)} rule={standing.why?.rule} show="inline" />}
        <DayText day={part.dueOn} remainingWorkingDays={standing?.remainingWorkingDays} />
      </p>
    </header>
  );
}

function Promised({ item }: { item: ReviewedItem }) {
  const { t } = useTranslation('review');
  const promises = promisesOf(item);
  return (
    <section className={styles.side}>
      <h3 className={styles.sideTitle}>{t('promised')}</h3>
      {promises.length === 0 && item.steps.length === 0 && <p className={styles.faint}>{t('noPromise')}</p>}
      <dl className={styles.facts}>
        {promises.map(({ label, text }) => (
          <div key={`${label} ${text}`}>
            <dt>{t(`labels.${label}`)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {item.steps.length > 0 && (
        <ol className={styles.stepList}>
          {item.steps.map(({ id, title, measure, plannedOn, actualOn, obstacle }) => (
            <li key={id}>
              {title}
              {measure && <div className={styles.faint}>{measure}</div>}
              <div className={styles.faint}>
                {actualOn ? t('stepDone', { planned: plannedOn, actual: actualOn }) : t('stepOpen', { planned: plannedOn })}
              </div>
              {obstacle && <div className={styles.faint}>{t('obstacle', { text: obstacle })}</div>}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
