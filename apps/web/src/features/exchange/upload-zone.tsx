import { UploadOutlined } from '@ant-design/icons';
import type { ItemKind } from '@duban/rules/vocabulary';
import { Button } from 'antd';
import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './exchange.module.css';
import { UploadRefused, uploadLedger } from './upload-ledger.ts';

type UploadZoneProps = {
  kind: ItemKind;
  /** The register's name, for the button's. */
  name: string;
  /** Told the id of the run that checks the file. */
  onUploaded: (runId: string) => void;
};

/** A file dragged in or chosen; what the server says against it stands below. */
export function UploadZone({ kind, name, onUploaded }: UploadZoneProps) {
  const { t } = useTranslation('exchange');
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const [isSending, setIsSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const send = async (files: FileList | null) => {
    const file = files?.[0];
    if (!file || isSending) return;
    if (files.length > 1) return setProblem(t('oneFile'));
    setProblem(null);
    setIsSending(true);
    try {
      onUploaded(await uploadLedger(kind, file));
    } catch (error) {
      setProblem((error instanceof UploadRefused && error.message) || t('notSent'));
    } finally {
      setIsSending(false);
      // The same file, mended, may be chosen again.
      if (input.current) input.current.value = '';
    }
  };
  const over = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    void send(event.dataTransfer.files);
  };
  return (
    <section
      className={`${styles.zone} ${isOver ? styles.over : ''}`}
      aria-label={t('uploadOf', { name })}
      onDragOver={over}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <Button icon={<UploadOutlined />} loading={isSending} onClick={() => input.current?.click()}>
        {isSending ? t('sending') : t('upload')}
      </Button>
      <input
        ref={input}
        className={styles.visuallyHiddenInput}
        type="file"
        tabIndex={-1}
        aria-label={t('uploadOf', { name })}
        accept=".xlsx,.xls"
        onChange={(event) => void send(event.target.files)}
      />
      <span className={styles.faint}>{t('dropHere')}</span>
      {problem && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </section>
  );
}
