import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { ActBar } from '../../ui/acts/act-bar.tsx';
import { ComplaintDossier } from '../../ui/complaint/complaint-dossier.tsx';
import { ErrorNotice } from '../../ui/error/error-notice.tsx';
import { FilePreview } from '../../ui/file-preview/file-preview.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import queue from '../../ui/queue/queue.module.css';
import { QueueSteps } from '../../ui/queue/queue-steps.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useHref } from '../../ui/use-href.ts';
import styles from './complaint-desk.module.css';
import { DecisionDay } from './decision-day.tsx';
import { type DeskItem, DeskItemDocument } from './desk-query.ts';
import { useChannels } from './use-words.ts';

type DecisionPaneProps = {
  id: string;
  title: string;
  place: { at: number; of: number };
  onPrevious: (() => void) | undefined;
  onNext: (() => void) | undefined;
  onDecided: () => Promise<unknown>;
};

/** One complaint to decide on: what was said, what is like it, its files, and 受理, 不予受理 and 并入 in place. */
export function DecisionPane({ id, title, place, onPrevious, onNext, onDecided }: DecisionPaneProps) {
  const { t } = useTranslation('complaint-desk');
  const { data, error, refetch } = useQuery(DeskItemDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const item = data?.item?.__typename === 'ComplaintItem' ? data.item : null;
  const refresh = async () => {
    await refetch().catch(() => undefined);
    await onDecided();
  };
  return (
    <section className={queue.pane} aria-label={title}>
      <QueueSteps place={place} onPrevious={onPrevious} onNext={onNext} />
      {error && !item && <ErrorNotice error={error} onRetry={() => void refetch()} tier="panel" />}
      {!data && !error && <Skeleton rows={8} height={360} />}
      {data && !item && <p className={styles.faint}>{t('gone')}</p>}
      {item && (
        <>
          <PaneHead item={item} />
          <div className={styles.sides}>
            <div className={styles.side}>
              <LedgerFacts item={item} />
              <ComplaintDossier item={item} onMerged={refresh} />
            </div>
            <div className={styles.side}>
              <Registered item={item} />
            </div>
          </div>
          <div className={queue.acts}>
            <ActBar item={item} refresh={refresh} onLeft={() => void onDecided()} />
          </div>
        </>
      )}
    </section>
  );
}

function PaneHead({ item }: { item: DeskItem }) {
  const { t } = useTranslation('complaint-desk');
  const href = useHref();
  const { standing, complaints } = item;
  return (
    <header>
      <h2 className={styles.paneTitle}>
        <a href={href({ to: '/items/$number', params: { number: item.number } })}>{item.title}</a>
      </h2>
      <p className={styles.line}>
        <span className={queue.number}>{item.number}</span>
        <span>
          {t('decideBy')} <DecisionDay day={complaints[0]?.acceptDueOn ?? standing?.dueOn} />
        </span>
      </p>
    </header>
  );
}

/** Facts that came in with a ledger, which have no sealed words behind them. */
function LedgerFacts({ item }: { item: DeskItem }) {
  const { t } = useTranslation(['complaint-desk', 'item']);
  const told = item.complaints.filter(({ facts }) => facts !== '');
  if (told.length === 0) return null;
  return (
    <Panel id="facts" title={t('item:case.facts')} chart={false}>
      {told.map(({ id, facts }) => (
        <p key={id} className={styles.told}>
          {facts}
        </p>
      ))}
    </Panel>
  );
}

/** What was registered beside the words: unit, class, channel, day, people, and the files. */
function Registered({ item }: { item: DeskItem }) {
  const { t } = useTranslation('complaint-desk');
  const english = useLanguage() === 'en';
  const channels = useChannels();
  const className = item.category && (english ? item.category.nameEn : item.category.name);
  return (
    <>
      {item.complaints.map(({ id, complainedUnit, channel, isRealName, people, receivedOn, externalNumber }) => (
        <dl key={id} className={styles.facts}>
          <dt>{t('facts.unit')}</dt>
          <dd>{complainedUnit?.name ?? t('facts.unknownUnit')}</dd>
          <dt>{t('facts.class')}</dt>
          <dd>{className ?? t('facts.noClass')}</dd>
          <dt>{t('facts.channel')}</dt>
          <dd>{[channels.nameOf(channel), t(isRealName ? 'named' : 'anonymous')].join(' · ')}</dd>
          <dt>{t('facts.receivedOn')}</dt>
          <dd>{receivedOn}</dd>
          {people > 1 && (
            <>
              <dt>{t('facts.people')}</dt>
              <dd>{t('facts.peopleOf', { count: people })}</dd>
            </>
          )}
          {externalNumber && (
            <>
              <dt>{t('facts.externalNumber')}</dt>
              <dd>{externalNumber}</dd>
            </>
          )}
        </dl>
      ))}
      <Panel id="files" title={t('files', { count: item.attachments.length })} chart={false}>
        {item.attachments.length === 0 && <p className={styles.faint}>{t('noFiles')}</p>}
        {item.attachments.map((file) => (
          <FilePreview key={file.id} file={file} />
        ))}
      </Panel>
    </>
  );
}
