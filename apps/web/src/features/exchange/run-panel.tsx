import { Button, Progress } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error/error-notice.tsx';
import { formatNumber } from '../../ui/format.ts';
import type { LedgerPatch } from '../../ui/ledger/ledger-types.ts';
import { Panel } from '../../ui/panel/panel.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { timeInCity } from '../../ui/time-in-city.ts';
import { useHref } from '../../ui/use-href.ts';
import { DiscardButton } from './discard-button.tsx';
import styles from './exchange.module.css';
import { type ImportRow, type ImportRun, isUnderWay } from './exchange-query.ts';
import { MappingStep } from './mapping-step.tsx';
import { RunActions } from './run-actions.tsx';
import { RunRows } from './run-rows.tsx';
import { useRun } from './use-run.ts';

export type Verdict = ImportRow['verdict'];

type RunPanelProps = {
  id: string;
  verdict: Verdict | undefined;
  page: { after?: string | undefined; before?: string | undefined; size?: number | undefined };
  onVerdict: (verdict: Verdict | undefined) => void;
  onPage: (patch: LedgerPatch) => void;
  onClose: () => void;
};

/** One upload from its dry run to its end: progress, what it would do, the rows and why, and the way on. */
export function RunPanel({ id, onClose, ...rows }: RunPanelProps) {
  const { t } = useTranslation(['exchange', 'common']);
  const { run, error, refetch } = useRun(id);
  if (error && !run) return <ErrorNotice error={error} onRetry={() => void refetch()} tier="panel" />;
  if (run === undefined) return <Skeleton height={220} />;
  const close = (
    <Button size="small" onClick={onClose}>
      {t('common:close')}
    </Button>
  );
  if (run === null) return <EmptyState why={t('noRun')} action={close} />;
  return (
    <Panel
      id="run"
      title={t('runTitle', { register: t(`registers.${run.kind}`), file: run.fileName })}
      note={t('runBy', { who: run.actorTitle, state: t(`states.${run.state}`) })}
      chart={false}
      extra={close}
    >
      <RunBody run={run} {...rows} />
    </Panel>
  );
}

function RunBody({ run, verdict, page, onVerdict, onPage }: Omit<RunPanelProps, 'id' | 'onClose'> & { run: ImportRun }) {
  const { t } = useTranslation('exchange');
  const href = useHref();
  const english = useLanguage() === 'en';
  const [isMapping, setIsMapping] = useState(false);
  if (isUnderWay(run)) {
    const percent = run.totalRows > 0 ? Math.floor((100 * run.doneRows) / run.totalRows) : 0;
    return (
      <div role="status">
        <p>{t(run.state === 'CHECKING' ? 'checking' : 'applying', { done: run.doneRows, total: run.totalRows || '…' })}</p>
        <Progress percent={percent} status="active" />
        <p className={styles.faint}>{t('mayLeave')}</p>
      </div>
    );
  }
  const discard = run.viewerCanAct ? <DiscardButton runId={run.id} /> : null;
  const shown = verdict ?? (run.state === 'CHECKED' && run.refuseCount > 0 ? 'REFUSE' : undefined);
  return (
    <div className={styles.stack}>
      {run.failure && (
        <p role="alert">
          {english ? run.failure.messageEn : run.failure.message}
          {run.failure.id && <span className={styles.faint}> {run.failure.id}</span>}
        </p>
      )}
      {run.fileProblems.length > 0 && (
        <ul className={styles.list}>
          {run.fileProblems.map((problem) => (
            <li key={`${problem.sheet}/${problem.row}/${problem.column}/${problem.code}/${problem.message}`}>
              {[problem.sheet && `《${problem.sheet}》`, problem.row && t('rowOf', { row: problem.row }), problem.column]
                .filter(Boolean)
                .join(' ')}{' '}
              {english ? problem.messageEn : problem.message}
            </li>
          ))}
        </ul>
      )}
      {run.state === 'MAPPING' &&
        (run.viewerCanAct ? (
          <MappingStep runId={run.id} onSent={showTop} extra={discard} />
        ) : (
          <p>{t('mapping.waits', { who: run.actorTitle })}</p>
        ))}
      {run.state === 'CHECKED' && run.viewerCanAct && !isMapping && <MappingNote run={run} onOpen={() => setIsMapping(true)} />}
      {run.state === 'CHECKED' && isMapping && (
        <MappingStep
          runId={run.id}
          onSent={() => {
            setIsMapping(false);
            showTop();
          }}
          extra={<Button onClick={() => setIsMapping(false)}>{t('mapping.back')}</Button>}
        />
      )}
      {run.state === 'APPLIED' && (
        <p role="status">
          {t('applied', { created: run.createCount, updated: run.updateCount, unchanged: run.unchangedCount })}{' '}
          <a href={href({ to: '/items', search: { kinds: [run.kind] } })}>{t('toLedger')}</a>
        </p>
      )}
      {run.summary.length > 0 && !isMapping && (
        <>
          <Counts run={run} shown={shown} onVerdict={onVerdict} />
          {run.state === 'CHECKED' && <RunActions run={run} />}
          {run.refuseCount > 0 && (
            <p>
              <a href={`/files/imports/${run.id}/problems.xlsx`} download>
                {t('problemsFile')}
              </a>
            </p>
          )}
          <RunRows runId={run.id} verdict={shown} page={page} onPage={onPage} />
        </>
      )}
    </div>
  );
}

/** The file is being checked: that is told at the top of a panel that was long. */
const showTop = () => document.getElementById('run')?.scrollIntoView({ block: 'start' });

/** By whose word the columns are read, and the way to say otherwise. */
function MappingNote({ run: { mappingNote }, onOpen }: { run: ImportRun; onOpen: () => void }) {
  const { t } = useTranslation('exchange');
  const words = mappingNote
    ? t(mappingNote.source === 'REMEMBERED' ? 'mapping.noteRemembered' : 'mapping.noteSet', {
        who: mappingNote.by,
        when: timeInCity(mappingNote.at),
      })
    : t('mapping.noteWords');
  return (
    <p className={styles.faint}>
      {words}{' '}
      <Button size="small" type="link" onClick={onOpen}>
        {t('mapping.adjust')}
      </Button>
    </p>
  );
}

const verdicts = [
  ['CREATE', 'createCount'],
  ['UPDATE', 'updateCount'],
  ['UNCHANGED', 'unchangedCount'],
  ['REFUSE', 'refuseCount'],
] as const;

/** What would happen to how many rows; each count filters the rows below. */
function Counts({ run, shown, onVerdict }: { run: ImportRun; shown: Verdict | undefined; onVerdict: RunPanelProps['onVerdict'] }) {
  const { t } = useTranslation('exchange');
  const language = useLanguage();
  return (
    <div className={styles.counts}>
      {verdicts.map(([verdict, count]) => (
        <button
          key={verdict}
          type="button"
          className={styles.count}
          aria-pressed={shown === verdict}
          onClick={() => onVerdict(shown === verdict ? undefined : verdict)}
        >
          <strong>{formatNumber(run[count], language)}</strong>
          {t(run.state === 'APPLIED' ? `verdictsDone.${verdict}` : `verdictCounts.${verdict}`)}
        </button>
      ))}
    </div>
  );
}
