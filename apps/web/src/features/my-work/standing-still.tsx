import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../ui/error/error-notice.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useHref } from '../../ui/use-href.ts';
import styles from './my-work.module.css';
import { StandingStillDocument } from './standing-still-query.ts';

/** For who supervises: duties that bounce between units, and parts on which nobody acts; the worst first. */
export function StandingStill() {
  const { t } = useTranslation('my-work');
  const { data, error, refetch } = useQuery(StandingStillDocument, { fetchPolicy: 'cache-and-network' });
  if (error && !data) return <ErrorNotice error={error} onRetry={() => void refetch()} tier="panel" />;
  if (!data) return <Skeleton rows={6} height={240} />;
  const { bouncingItems, stuckParts } = data;
  return (
    <div className={styles.pair}>
      <Panel id="bouncing" title={t('bouncing.title', { count: bouncingItems[0]?.total ?? 0 })} note={t('bouncing.note')} chart={false}>
        <Lines
          empty={t('bouncing.empty')}
          lines={bouncingItems.map(({ partId, number, title, returns, lostWorkingDays, isForced, units }) => ({
            key: partId,
            number,
            title,
            told: (
              <>
                {units.map(({ name }) => name).join(' → ')} · {t('bouncing.told', { returns, days: lostWorkingDays })}
                {isForced && ` · ${t('bouncing.forced')}`}
              </>
            ),
          }))}
        />
      </Panel>
      <Panel id="stuck" title={t('stuck.title', { count: stuckParts[0]?.total ?? 0 })} note={t('stuck.note')} chart={false}>
        <Lines
          empty={t('stuck.empty')}
          lines={stuckParts.map(({ partId, number, title, unitName, on, since, stillWorkingDays }) => ({
            key: partId,
            number,
            title,
            told: t(on === 'UNIT' ? 'stuck.onUnit' : 'stuck.onOffice', { unit: unitName, day: since, count: stillWorkingDays }),
          }))}
        />
      </Panel>
    </div>
  );
}

type Line = { key: string; number: string; title: string; told: ReactNode };

function Lines({ lines, empty }: { lines: readonly Line[]; empty: string }) {
  const href = useHref();
  if (lines.length === 0) return <p className={styles.faint}>{empty}</p>;
  return (
    <ul className={styles.lines}>
      {lines.map(({ key, number, title, told }) => (
        <li key={key}>
          <a href={href({ to: '/items/$number', params: { number } })}>
            {number} {title}
          </a>
          <div className={styles.faint}>{told}</div>
        </li>
      ))}
    </ul>
  );
}
