import { useState } from 'react';
import { FilePreview } from '../../ui/file-preview/file-preview.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { FileDrop } from '../../ui/uploads/file-drop.tsx';
import type { UploadedFile } from '../../ui/uploads/upload-file.ts';
import styles from './gallery.module.css';

const picture =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAFElEQVR4nGM8ceIEAzbAhFV00EoAADTQAhgpDSX5AAAAAElFTkSuQmCC';

/** Evidence files: what takes them, and what shows them. */
export function GalleryFiles() {
  const [files, setFiles] = useState<UploadedFile[]>([]);
  return (
    <Panel id="files" title="附件" chart={false}>
      <div className={styles.stack}>
        <FileDrop label="佐证材料" value={files} onChange={setFiles} max={5} />
        <FilePreview file={{ name: '整改现场照片.png', href: picture, mediaType: 'image/png', size: 77 }} />
        <FilePreview
          file={{
            name: '县域经济发展情况报告.docx',
            href: '/files/attachments/none',
            mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
            size: 1_700_000,
          }}
        />
      </div>
    </Panel>
  );
}
