import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './file-preview.module.css';
import { previewKind, type ShownFile } from './shown-file.ts';
import { TextPreview } from './text-preview.tsx';

/** A picture, a PDF or a text in a dialog. */
export function PreviewDialog({ file, onClose }: { file: ShownFile; onClose: () => void }) {
  const { t } = useTranslation('files');
  const { name, href, mediaType } = file;
  const kind = previewKind(mediaType);
  const footer = (
    <>
      <Button href={`${href}?download=1`} download={name}>
        {t('download')}
      </Button>
      <Button type="primary" onClick={onClose}>
        {t('close')}
      </Button>
    </>
  );
  return (
    <Modal
      open
      title={<span className={styles.title}>{name}</span>}
      width={960}
      style={{ top: 32 }}
      onCancel={onClose}
      footer={footer}
      destroyOnHidden
    >
      {kind === 'image' && <img className={styles.image} src={href} alt={name} />}
      {kind === 'pdf' && <iframe className={styles.pdf} src={href} title={name} />}
      {kind === 'text' && <TextPreview href={href} />}
    </Modal>
  );
}
