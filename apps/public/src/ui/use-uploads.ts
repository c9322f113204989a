import { useEffect, useRef, useState } from 'preact/hooks';
import { type UploadedFile, UploadFailed, uploadFile } from '../api/upload.ts';
import { formatSize } from '../i18n/format.ts';
import { useTexts } from '../i18n/i18n.ts';

/** A file on its way, or one that did not arrive. */
export interface Sending {
  key: number;
  file: File;
  percent: number;
  /** Why it did not arrive; null while it is sent. */
  error: string | null;
  canRetry: boolean;
  cancel: () => void;
}

interface Options {
  files: readonly UploadedFile[];
  onFiles: (files: UploadedFile[]) => void;
  limits: { maxFiles: number; maxFileBytes: number };
}

let count = 0;

/** Sends files one beside the other. What is on its way when the page is left is given up. */
export function useUploads({ files, onFiles, limits }: Options) {
  const { t } = useTexts();
  const [sendings, setSendings] = useState<readonly Sending[]>([]);
  const [said, say] = useState('');
  // An upload ends long after the drawing that began it: it needs what is true then.
  const now = useRef({ files, onFiles, sendings });
  now.current = { ...now.current, files, onFiles };

  const update = (list: readonly Sending[]) => {
    now.current.sendings = list;
    setSendings(list);
  };
  const change = (key: number, changed: Partial<Sending>) =>
    update(now.current.sendings.map((one) => (one.key === key ? { ...one, ...changed } : one)));
  const without = (key: number) => update(now.current.sendings.filter((one) => one.key !== key));

  const send = (key: number, file: File) => {
    const { done, cancel } = uploadFile(file, (percent) => change(key, { percent }));
    done.then(
      (uploaded) => {
        without(key);
        now.current.files = now.current.files.concat(uploaded);
        now.current.onFiles(Array.from(now.current.files));
        say(t('files.arrived', { name: uploaded.name }));
      },
      (error) => {
        const failed = error instanceof UploadFailed ? error : new UploadFailed('', true);
        change(key, { error: failed.message || t('files.notSent'), canRetry: failed.canRetry });
      },
    );
    return cancel;
  };
  const refusalOf = (file: File, place: number): string | null => {
    if (file.size === 0) return t('files.empty');
    if (file.size > limits.maxFileBytes) return t('files.tooLarge', { size: formatSize(limits.maxFileBytes) });
    return place >= limits.maxFiles ? t('problem.tooManyFiles', { max: limits.maxFiles }) : null;
  };

  const add = (chosen: readonly File[]) => {
    for (const file of chosen) {
      const key = ++count;
      const error = refusalOf(file, now.current.files.length + now.current.sendings.length);
      update(now.current.sendings.concat({ key, file, percent: 0, error, canRetry: false, cancel: () => undefined }));
      if (error === null) change(key, { cancel: send(key, file) });
    }
  };
  const retry = ({ key, file }: Sending) => {
    change(key, { percent: 0, error: null, canRetry: false });
    change(key, { cancel: send(key, file) });
  };
  const drop = ({ key, cancel }: Sending) => {
    cancel();
    without(key);
  };

  useEffect(() => () => now.current.sendings.forEach(({ cancel }) => void cancel()), []);
  return { sendings, said, say, add, retry, drop };
}
