import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../error/error-notice.tsx';
import { Skeleton } from '../skeleton.tsx';
import styles from './file-preview.module.css';

/** More than a person reads in a dialog. */
const mostCharacters = 200_000;

/** A text file, in the charset that the server found. */
export function TextPreview({ href }: { href: string }) {
  const { t } = useTranslation('files');
  const [text, setText] = useState<string | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    const abort = new AbortController();
    setError(null);
    readText(href, abort.signal).then(setText, (failure: Error) => {
      if (!abort.signal.aborted) setError(failure);
    });
    return () => abort.abort();
  }, [href, tries]);
  if (error) return <ErrorNotice error={error} onRetry={() => setTries(tries + 1)} tier="panel" />;
  if (text === null) return <Skeleton rows={6} />;
  return (
    <>
      <pre className={styles.text}>{text.slice(0, mostCharacters)}</pre>
      {text.length > mostCharacters && <p className={styles.faint}>{t('cut')}</p>}
    </>
  );
}

async function readText(href: string, signal: AbortSignal): Promise<string> {
  const answer = await fetch(href, { credentials: 'same-origin', signal });
  if (!answer.ok) throw new Error(((await answer.json().catch(() => ({}))) as { message?: string }).message ?? String(answer.status));
  const charset = /charset=([\w-]+)/.exec(answer.headers.get('content-type') ?? '')?.[1] ?? 'utf-8';
  return new TextDecoder(charset).decode(await answer.arrayBuffer());
}
