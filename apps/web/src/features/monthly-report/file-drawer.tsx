import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import type { TFunction } from 'i18next';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MonthlyForm } from './monthly-query.ts';
import styles from './monthly-report.module.css';

type FileRow = {
  row: number;
  number: string;
  title: string | null;
  asked: string | null;
  before: string | null;
  after: string | null;
  isChanged: boolean;
  problems: string[];
};
type FileAnswer = { problems: string[]; rows: FileRow[]; changedCount: number; refusedCount: number; isApplied: boolean };

/** The server's sentence, where it refused the file as such. */
class FileRefused extends Error {}

async function sendFile(form: MonthlyForm, file: File, apply: boolean): Promise<FileAnswer> {
  const body = new FormData();
  body.append('file', file);
  const answer = await fetch(`/files/monthly/${encodeURIComponent(form.unit.id)}/${form.periodOn.slice(0, 7)}${apply ? '?apply=1' : ''}`, {
    method: 'POST',
    body,
    credentials: 'same-origin',
    headers: { 'x-duban-csrf': '1' },
  });
  const told = (await answer.json().catch(() => ({}))) as FileAnswer & { message?: string };
  if (!answer.ok) throw new FileRefused(told.message ?? '');
  return told;
}

/** The form as an Excel sheet: out, and back by way of its differences. */
export function FileDrawer({
  form,
  flush,
  onClose,
  onApplied,
}: {
  form: MonthlyForm;
  flush(): Promise<boolean>;
  onClose(): void;
  onApplied(): void;
}) {
  const { t } = useTranslation('monthly-report');
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [answer, setAnswer] = useState<FileAnswer | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  const send = async (chosen: File, apply: boolean) => {
    setIsBusy(true);
    setFailure(null);
    try {
      // The file is compared with the draft as the server has it.
      await flush();
      const told = await sendFile(form, chosen, apply);
      setAnswer(told);
      if (told.isApplied) onApplied();
    } catch (error) {
      setFailure((error instanceof FileRefused && error.message) || t('fileFailed'));
    } finally {
      setIsBusy(false);
    }
  };
  const choose = (chosen: File | undefined) => {
    if (!chosen) return;
    setFile(chosen);
    setAnswer(null);
    void send(chosen, false);
    // The same file, mended, may be chosen again.
    if (input.current) input.current.value = '';
  };
  const canApply =
    answer !== null && !answer.isApplied && answer.changedCount > 0 && answer.refusedCount === 0 && answer.problems.length === 0;
  return (
    <Drawer
      open
      onClose={onClose}
      title={t('excel')}
      size={860}
      footer={
        <div className={styles.acts}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" disabled={!canApply} loading={isBusy} onClick={() => file && void send(file, true)}>
            {t('fileApply')}
          </Button>
        </div>
      }
    >
      <div className={styles.stack}>
        <p>{t('fileHelp')}</p>
        <div className={styles.acts}>
          <Button icon={<DownloadOutlined />} href={`/files/monthly/${encodeURIComponent(form.unit.id)}/${form.periodOn.slice(0, 7)}.xlsx`}>
            {t('download')}
          </Button>
          <Button icon={<UploadOutlined />} loading={isBusy} disabled={!form.viewerCanFill} onClick={() => input.current?.click()}>
            {t('upload')}
          </Button>
          <input
            ref={input}
            type="file"
            accept=".xlsx,.xls"
            tabIndex={-1}
            className={styles.hidden}
            aria-label={t('upload')}
            onChange={(event) => choose(event.target.files?.[0])}
          />
          <span>{file?.name}</span>
        </div>
        <p role="status">{answer && told(t, answer)}</p>
        {failure && <p role="alert">{failure}</p>}
        {answer && answer.problems.length > 0 && (
          <ul role="alert">
            {answer.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        )}
        {answer && answer.rows.length > 0 && <Differences rows={answer.rows} />}
      </div>
    </Drawer>
  );
}

function told(t: TFunction<'monthly-report'>, { isApplied, changedCount, refusedCount, problems }: FileAnswer): string {
  if (problems.length > 0) return '';
  if (refusedCount > 0) return t('fileRefused', { count: refusedCount });
  if (isApplied) return t('fileApplied', { count: changedCount });
  return changedCount === 0 ? t('fileNone') : t('fileChanges', { count: changedCount });
}

function Differences({ rows }: { rows: readonly FileRow[] }) {
  const { t } = useTranslation('monthly-report');
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t('row')}</th>
          <th scope="col">{t('item')}</th>
          <th scope="col">{t('asked')}</th>
          <th scope="col">{t('before')}</th>
          <th scope="col">{t('after')}</th>
          <th scope="col">{t('problem')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ row, number, title, asked, before, after, problems }) => (
          <tr key={row}>
            <td className={styles.figure}>{row}</td>
            <td>
              {number} {title}
            </td>
            <td>{asked}</td>
            <td>{before ?? t('unchanged')}</td>
            <td>{after ?? t('unchanged')}</td>
            <td className={styles.warn}>{problems.join('；')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
