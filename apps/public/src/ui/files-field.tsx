import { useEffect, useRef } from 'preact/hooks';
import type { UploadedFile } from '../api/upload.ts';
import { formatSize } from '../i18n/format.ts';
import { useTexts } from '../i18n/i18n.ts';
import { describedBy, FieldError } from './field.tsx';
import type { Problem } from './problem.ts';
import { type Sending, useUploads } from './use-uploads.ts';

/** How many files are not there yet. */
export interface UploadCounts {
  sending: number;
  failed: number;
}

export const noUploads: UploadCounts = { sending: 0, failed: 0 };

/** Why a form with these uploads can't be sent yet. */
export function uploadProblems(field: string, { sending, failed }: UploadCounts): Problem[] {
  if (sending > 0) return [{ field, key: 'problem.uploading' }];
  return failed > 0 ? [{ field, key: 'problem.uploadFailed' }] : [];
}

interface Props {
  id: string;
  label: string;
  error?: string | undefined;
  limits: { maxFiles: number; maxFileBytes: number };
  /** Those that the server has. */
  files: readonly UploadedFile[];
  onFiles: (files: UploadedFile[]) => void;
  onUploads: (counts: UploadCounts) => void;
}

/** Named by ending: a phone then makes a JPEG of its own format. */
const accept = '.jpg,.jpeg,.png,.pdf,.docx';

/** Files: chosen, sent at once with their progress, taken away again. */
export function FilesField({ id, label, error, limits, files, onFiles, onUploads }: Props) {
  const { t } = useTexts();
  const { sendings, said, add, retry, drop, say } = useUploads({ files, onFiles, limits });
  const field = useRef<HTMLInputElement>(null);
  const sending = sendings.filter(({ error }) => error === null).length;
  const failed = sendings.length - sending;
  useEffect(() => onUploads({ sending, failed }), [sending, failed]);

  const choose = (input: HTMLInputElement) => {
    add(Array.from(input.files ?? []));
    input.value = '';
  };
  const removed = (name: string) => {
    say(t('files.removed', { name }));
    field.current?.focus();
  };
  const hint = t('files.hint', { max: limits.maxFiles, size: formatSize(limits.maxFileBytes) });
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for={id}>{label}</label>
      <p class="hint" id={`${id}-hint`}>
        {hint} {t('files.warn')}
      </p>
      <FieldError id={id} error={error} />
      <input
        ref={field}
        id={id}
        type="file"
        multiple
        accept={accept}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={describedBy({ id, hint, error })}
        onChange={(event) => choose(event.currentTarget)}
      />
      <p class="visually-hidden" role="status">
        {said}
      </p>
      {files.length + sendings.length > 0 && (
        <ul class="files" aria-label={t('files.list')}>
          {files.map((file) => (
            <li key={file.id}>
              <span class="name">{file.name}</span> <span class="hint">{t('files.sent', { size: formatSize(file.size) })}</span>{' '}
              <RemoveButton
                name={file.name}
                onRemove={() => {
                  onFiles(files.filter((one) => one !== file));
                  removed(file.name);
                }}
              />
            </li>
          ))}
          {sendings.map((one) => (
            <SendingLine
              key={one.key}
              of={one}
              onRetry={() => retry(one)}
              onRemove={() => {
                drop(one);
                removed(one.file.name);
              }}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

function SendingLine({ of, onRetry, onRemove }: { of: Sending; onRetry: () => void; onRemove: () => void }) {
  const { t } = useTexts();
  const { name } = of.file;
  return (
    <li>
      <span class="name">{name}</span>{' '}
      {of.error === null ? (
        <>
          <span class="hint">{t('files.sending', { percent: of.percent })}</span>
          <progress max={100} value={of.percent} aria-label={name} />
        </>
      ) : (
        <span class="error">
          <span class="visually-hidden">{t('errors.field')}</span>
          {of.error}
        </span>
      )}{' '}
      {of.canRetry && (
        <button type="button" class="link" onClick={onRetry} aria-label={t('files.retryOf', { name })}>
          {t('files.retry')}
        </button>
      )}{' '}
      <RemoveButton name={name} onRemove={onRemove} />
    </li>
  );
}

function RemoveButton({ name, onRemove }: { name: string; onRemove: () => void }) {
  const { t } = useTexts();
  return (
    <button type="button" class="link" onClick={onRemove} aria-label={t('files.removeOf', { name })}>
      {t('files.remove')}
    </button>
  );
}
