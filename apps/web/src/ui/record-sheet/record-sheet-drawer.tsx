import { UploadOutlined } from '@ant-design/icons';
import type { RecordSheetKind } from '@duban/ledger/record-sheets/all';
import { Button, Drawer } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { newRequestId } from '../request-id.ts';
import { phone, useMediaQuery } from '../use-media-query.ts';
import styles from './record-sheet.module.css';
import { type RecordFate, type RecordSheetAnswer, SheetRefused, sendRecordSheet } from './send-record-sheet.ts';

type RecordSheetDrawerProps = {
  kind: RecordSheetKind;
  /** The sheet's name, e.g. 责任追究登记簿. */
  name: string;
  onClose: () => void;
  /** All rows have been taken. */
  onTaken: () => void;
};

/** A sheet of records, taken back: a file, the fate of each of its rows, and then all of them or none. */
export function RecordSheetDrawer({ kind, name, onClose, onTaken }: RecordSheetDrawerProps) {
  const { t } = useTranslation('record-sheet');
  const narrow = useMediaQuery(phone);
  const input = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<{ file: File; requestId: string } | null>(null);
  const [answer, setAnswer] = useState<RecordSheetAnswer | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  const send = async ({ file, requestId }: { file: File; requestId: string }, apply: boolean) => {
    setIsBusy(true);
    setFailure(null);
    try {
      const told = await sendRecordSheet(kind, file, apply ? requestId : undefined);
      setAnswer(told);
      if (told.isApplied) onTaken();
    } catch (error) {
      setFailure((error instanceof SheetRefused && error.message) || t(apply ? 'notTaken' : 'notSent'));
    } finally {
      setIsBusy(false);
    }
  };
  const choose = (file: File | undefined) => {
    // The same file, mended, may be chosen again.
    if (input.current) input.current.value = '';
    if (!file) return;
    const next = { file, requestId: newRequestId() };
    setChosen(next);
    setAnswer(null);
    void send(next, false);
  };
  const counts = countsOf(answer?.rows ?? []);
  const canApply = answer !== null && !answer.isApplied && counts.REFUSE === 0 && counts.CREATE + counts.UPDATE > 0;
  return (
    <Drawer
      open
      onClose={onClose}
      title={t('title', { name })}
      size={narrow ? '100%' : 760}
      footer={
        <div className={styles.acts}>
          <Button onClick={onClose}>{t(answer?.isApplied ? 'close' : 'cancel')}</Button>
          <Button type="primary" disabled={!canApply} loading={isBusy} onClick={() => chosen && void send(chosen, true)}>
            {t('apply')}
          </Button>
        </div>
      }
    >
      <div className={styles.stack}>
        <p>{t('help')}</p>
        <div className={styles.acts}>
          <Button icon={<UploadOutlined />} loading={isBusy} onClick={() => input.current?.click()}>
            {t('choose')}
          </Button>
          <input
            ref={input}
            type="file"
            accept=".xlsx,.xls"
            tabIndex={-1}
            className={styles.hidden}
            aria-label={t('choose')}
            onChange={(event) => choose(event.target.files?.[0])}
          />
          <span>{chosen?.file.name}</span>
        </div>
        <p role="status">
          {answer && answer.problems.length === 0 && t(answer.isApplied ? 'taken' : counts.REFUSE > 0 ? 'refused' : 'judged', counts)}
        </p>
        {failure && <p role="alert">{failure}</p>}
        {answer && answer.problems.length > 0 && (
          <ul role="alert">
            {answer.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        )}
        {answer && answer.rows.length > 0 && <Fates rows={answer.rows} />}
      </div>
    </Drawer>
  );
}

function countsOf(rows: readonly RecordFate[]) {
  const counts = { CREATE: 0, UPDATE: 0, UNCHANGED: 0, REFUSE: 0 };
  for (const { verdict } of rows) counts[verdict] += 1;
  return counts;
}

/** What is wrong comes first; rows that change nothing are counted alone. */
function Fates({ rows }: { rows: readonly RecordFate[] }) {
  const { t } = useTranslation('record-sheet');
  const english = useLanguage() === 'en';
  const told = rows.filter(({ verdict }) => verdict !== 'UNCHANGED');
  const shown = [...told.filter(({ verdict }) => verdict === 'REFUSE'), ...told.filter(({ verdict }) => verdict !== 'REFUSE')];
  if (shown.length === 0) return null;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('row')}</th>
          <th scope="col">{t('number')}</th>
          <th scope="col">{t('fate')}</th>
          <th scope="col">{t('problem')}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ row, number, verdict, problems }) => (
          <tr key={row}>
            <td className={styles.figure}>{row}</td>
            <td>{number ?? '—'}</td>
            <td>{t(`verdicts.${verdict}`)}</td>
            <td>
              {problems.map(({ column, message, messageEn }) => (
                <p key={`${column} ${message}`} className={styles.problem}>
                  {column && <strong>{column}</strong>} {(english && messageEn) || message}
                </p>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
