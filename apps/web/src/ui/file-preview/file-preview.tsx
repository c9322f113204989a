import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './file-preview.module.css';
import { PreviewDialog } from './preview-dialog.tsx';
import { previewKind, type ShownFile } from './shown-file.ts';

/** A file in a list: its name opens it, and it can be saved. */
export function FilePreview({ file, children }: { file: ShownFile; children?: ReactNode }) {
  const { t } = useTranslation('files');
  const [isOpen, setIsOpen] = useState(false);
  const { name, href, size } = file;
  const saved = `${href}?download=1`;
  return (
    <div className={styles.line}>
      <span className={styles.name}>
        {previewKind(file.mediaType) ? (
          <button
            type="button"
            className={styles.open}
            aria-haspopup="dialog"
            aria-label={t('previewOf', { name })}
            onClick={() => setIsOpen(true)}
          >
            {name}
          </button>
        ) : (
          name
        )}
      </span>
      <span className={styles.faint}>
        {size < 1_048_576
          ? t('kilobytes', { size: Math.max(1, Math.round(size / 1024)) })
          : t('megabytes', { size: (size / 1_048_576).toFixed(1) })}
      </span>
      <a href={saved} download={name} aria-label={t('downloadOf', { name })}>
        {t('download')}
      </a>
      {children}
      {isOpen && <PreviewDialog file={file} onClose={() => setIsOpen(false)} />}
    </div>
  );
}
