import { Button } from 'antd';
import { useMemo, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../ui/session.ts';
import { clockInCity, timeInCity } from '../../ui/time-in-city.ts';
import { phone, useMediaQuery } from '../../ui/use-media-query.ts';
import { Draft } from './draft-store.ts';
import { FileDrawer } from './file-drawer.tsx';
import { FormCards } from './form-cards.tsx';
import { sectionsOf } from './grid-model.ts';
import { GridWithBar } from './grid-with-bar.tsx';
import { keep, readKept } from './kept-draft.ts';
import type { MonthlyForm } from './monthly-query.ts';
import styles from './monthly-report.module.css';
import { type MonthlyAct, SendDrawer } from './send-drawer.tsx';
import { type SaveState, useAutosave } from './use-autosave.ts';

type MonthlyFormViewProps = {
  form: MonthlyForm;
  isExcelOpen: boolean;
  onExcelClosed(): void;
  /** The newest from the server, in a new draft; `message` says why. */
  onReload(message?: string): void;
};

/** A unit's form with its draft: grid or cards, the bar beneath, and what is sent. */
export function MonthlyFormView({ form, isExcelOpen, onExcelClosed, onReload }: MonthlyFormViewProps) {
  const { t } = useTranslation('monthly-report');
  const { viewer, campaign, isPast } = useSession();
  const [draft] = useState(() => new Draft(form.rows, { periodOn: form.periodOn, today: campaign.today }));
  const { state, version, flush } = useAutosave(draft, form, viewer.id);
  const isPhone = useMediaQuery(phone);
  const [act, setAct] = useState<MonthlyAct | null>(null);
  const sections = useMemo(() => sectionsOf(form.rows), [form.rows]);
  const isReadOnly = !form.viewerCanFill || isPast;
  // A report that was sent and not touched since has nothing to turn.
  const counted = useSyncExternalStore(draft.subscribe, () => draft.version);
  const counts = useMemo(() => draft.counts(), [draft, counted]);
  const isOpen = form.state !== 'SENT' || counted > 0;
  const shared = { sections, draft, isReadOnly, showsAfter: isOpen };
  const why = isPast
    ? t('readOnlyPast')
    : form.state === 'SUBMITTED' && form.viewerCanSend === false
      ? t('readOnlyHead')
      : t('readOnlyRole');
  return (
    <div className={styles.page}>
      {form.returnReason && <p className={styles.notice}>{t('returned', { reason: form.returnReason })}</p>}
      {isReadOnly && <p className={styles.notice}>{t('readOnly', { why })}</p>}
      {!isReadOnly && <KeptNotice form={form} draft={draft} userId={viewer.id} />}
      {!isReadOnly && (
        <p className={styles.help}>
          {!isPhone && t('help')} {t('secrecy')}
        </p>
      )}
      {isPhone ? (
        <>
          <FormCards {...shared} />
          <div className={styles.bar}>
            <SaveWords state={state} />
            <Acts
              form={form}
              isReadOnly={isReadOnly}
              isOpen={isOpen}
              problems={counts.problems}
              filled={counts.filled}
              onAct={setAct}
              onNext={null}
            />
          </div>
        </>
      ) : (
        <GridWithBar
          {...shared}
          form={form}
          saveWords={<SaveWords state={state} />}
          actsWith={(onNext) => (
            <Acts
              form={form}
              isReadOnly={isReadOnly}
              isOpen={isOpen}
              problems={counts.problems}
              filled={counts.filled}
              onAct={setAct}
              onNext={onNext}
            />
          )}
        />
      )}
      {act && (
        <SendDrawer
          act={act}
          form={form}
          draft={draft}
          flush={flush}
          versionNow={() => version.current}
          onClose={() => setAct(null)}
          onDone={(done) => onReload(t(done === 'send' ? 'sent' : done === 'submit' ? 'submitted' : 'returnedDone'))}
          onStale={() => onReload()}
        />
      )}
      {isExcelOpen && <FileDrawer form={form} flush={flush} onClose={onExcelClosed} onApplied={() => onReload()} />}
    </div>
  );
}

/** Cells that a closed browser or a dropped network left behind. */
function KeptNotice({ form, draft, userId }: { form: MonthlyForm; draft: Draft; userId: string }) {
  const { t } = useTranslation('monthly-report');
  const [kept, setKept] = useState(() => readKept(userId, form.id));
  const cells = (kept?.cells ?? []).filter(({ itemId, field, value }) => draft.get(itemId, field) !== value);
  if (!kept || cells.length === 0) return null;
  const restore = () => {
    draft.change(cells);
    setKept(null);
  };
  const discard = () => {
    keep(userId, form.id, []);
    setKept(null);
  };
  return (
    <div role="alert" className={styles.notice}>
      <span>{t('kept', { count: cells.length, when: timeInCity(kept.at) })}</span>
      <Button size="small" type="primary" onClick={restore}>
        {t('restore')}
      </Button>
      <Button size="small" onClick={discard}>
        {t('discard')}
      </Button>
    </div>
  );
}

function SaveWords({ state }: { state: SaveState }) {
  const { t } = useTranslation('monthly-report');
  return (
    <span role="status" className={styles.saved}>
      {state.kind === 'IDLE' && t('unsavedYet')}
      {state.kind === 'SAVING' && t('saving')}
      {state.kind === 'SAVED' && t('saved', { time: clockInCity(state.at) })}
      {state.kind === 'WAITING' && (state.isKept ? t('waiting') : t('waitingUnkept'))}
      {state.kind === 'REFUSED' && t('refused', { message: state.message })}
    </span>
  );
}

type ActsProps = {
  form: MonthlyForm;
  isReadOnly: boolean;
  /** There is something to send: it wasn't yet, or was changed since. */
  isOpen: boolean;
  problems: number;
  filled: number;
  onAct(act: MonthlyAct): void;
  onNext: (() => void) | null;
};

/** What is still to mend, and only the acts that this person may take now; the main one on the right. */
function Acts({ form, isReadOnly, isOpen, problems, filled, onAct, onNext }: ActsProps) {
  const { t } = useTranslation('monthly-report');
  const { isPast } = useSession();
  const canReturn = form.viewerCanReturn && !isPast;
  const canSubmit = form.viewerCanSubmit && isOpen && !isPast;
  const canSend = form.viewerCanSend && isOpen && !isPast;
  const main = canSend ? (form.sentAt ? t('correct') : t('send')) : t('submit');
  return (
    <div className={styles.acts}>
      {!isReadOnly && (
        <>
          <span className={styles.saved}>{t('filled', { filled })}</span>
          <span className={problems > 0 ? styles.warn : styles.saved}>
            {problems > 0 ? t('toFix', { count: problems }) : t('allSound')}
          </span>
          {problems > 0 && onNext && (
            <Button size="small" onClick={onNext}>
              {t('nextProblem')}
            </Button>
          )}
        </>
      )}
      {canReturn && <Button onClick={() => onAct('return')}>{t('return')}</Button>}
      {(canSubmit || canSend) && (
        <Button
          type="primary"
          title={problems > 0 ? t('cannotYet', { count: problems, act: main }) : undefined}
          onClick={() => (problems > 0 && onNext ? onNext() : onAct(canSend ? 'send' : 'submit'))}
        >
          {main}
        </Button>
      )}
    </div>
  );
}
