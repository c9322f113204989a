import { UploadOutlined } from '@ant-design/icons';
import { useMutation } from '@apollo/client/react';
import { Button } from 'antd';
import { type ClipboardEvent, type DragEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql';
import { FilePreview } from '../file-preview/file-preview.tsx';
import { newRequestId } from '../request-id.ts';
import { VisuallyHidden } from '../visually-hidden.tsx';
import styles from './file-drop.module.css';
import type { UploadedFile } from './upload-file.ts';
import { UploadRow } from './upload-row.tsx';
import { useUploads } from './use-uploads.ts';

const DiscardAttachmentDocument = graphql(`
  mutation DiscardAttachment($id: ID!, $requestId: String!) {
    discardAttachment(id: $id, requestId: $requestId) {
      __typename
    }
  }
`);

const accepted = '.pdf,.png,.jpg,.jpeg,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.wps,.et,.dps,.txt';

type FileDropProps = {
  /** What the files are for, e.g. “佐证材料”. */
  label: string;
  value: readonly UploadedFile[];
  onChange: (files: UploadedFile[]) => void;
  max?: number;
};

/** Files dragged in, chosen or pasted, sent at once; `value` holds those that arrived, for the act that will take them. */
export function FileDrop({ label, value, onChange, max = 20 }: FileDropProps) {
  const { t } = useTranslation('files');
  const hint = useId();
  const input = useRef<HTMLInputElement>(null);
  const choose = useRef<HTMLButtonElement>(null);
  const [isOver, setIsOver] = useState(false);
  const [told, setTold] = useState('');
  const [discard] = useMutation(DiscardAttachmentDocument);
  const { uploads, add, retry, drop, remove } = useUploads({
    value,
    onChange,
    max,
    onArrived: ({ name }) => setTold(t('arrived', { name })),
  });

  const removeFile = ({ id, name }: UploadedFile) => {
    remove(id);
    setTold(t('removed', { name }));
    choose.current?.focus();
    // One that can't be discarded now is dropped by itself after a week.
    discard({ variables: { id, requestId: newRequestId() } }).catch(() => undefined);
  };
  const over = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(true);
  };
  const dropped = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    add([...event.dataTransfer.files]);
  };
  const paste = (event: ClipboardEvent) => {
    const files = [...event.clipboardData.files];
    if (files.length === 0) return;
    event.preventDefault();
    add(files.map((file) => (file.name === 'image.png' ? new File([file], t('screenshot'), { type: file.type }) : file)));
  };
  return (
    <section className={styles.whole} aria-label={label} onPaste={paste}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dragging is beside the button, which does the same */}
      <div
        className={`${styles.zone} ${isOver ? styles.over : ''}`}
        onDragOver={over}
        onDragLeave={() => setIsOver(false)}
        onDrop={dropped}
      >
        <strong className={styles.secrecy}>{t('secrecy')}</strong>
        <Button ref={choose} icon={<UploadOutlined />} aria-describedby={hint} onClick={() => input.current?.click()}>
          {t('choose')}
        </Button>
        <input
          ref={input}
          className="visually-hidden"
          type="file"
          multiple
          tabIndex={-1}
          aria-label={label}
          accept={accepted}
          onChange={(event) => {
            add([...(event.target.files ?? [])]);
            // The same file, mended, may be chosen again.
            event.target.value = '';
          }}
        />
        <span id={hint} className={styles.faint}>
          {t('hint', { max })}
        </span>
      </div>
      {value.length + uploads.length > 0 && (
        <ul className={styles.list} aria-label={label}>
          {value.map((file) => (
            <li key={file.id}>
              <FilePreview file={{ ...file, href: `/files/attachments/${file.id}` }}>
                <Button size="small" type="text" aria-label={t('removeOf', { name: file.name })} onClick={() => removeFile(file)}>
                  {t('remove')}
                </Button>
              </FilePreview>
            </li>
          ))}
          {uploads.map((upload) => (
            <UploadRow key={upload.key} upload={upload} onRetry={() => retry(upload)} onDrop={() => drop(upload.key)} />
          ))}
        </ul>
      )}
      <div role="status">
        <VisuallyHidden>{told}</VisuallyHidden>
      </div>
    </section>
  );
}
