import { Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './file-drop.module.css';
import { useUploadWords } from './use-upload-words.ts';
import type { Upload } from './use-uploads.ts';

type UploadRowProps = { upload: Upload; onRetry: () => void; onDrop: () => void };

/** A file on its way, or why it did not get there. */
export function UploadRow({ upload: { file, percent, problem }, onRetry, onDrop }: UploadRowProps) {
  const { t } = useTranslation('files');
  const { problemText, canRetry } = useUploadWords();
  return (
    <li>
      <div className={styles.row}>
        <span className={styles.name}>{file.name}</span>
        {problem && canRetry(problem) && (
          <Button size="small" aria-label={t('retryOf', { name: file.name })} onClick={onRetry}>
            {t('retry')}
          </Button>
        )}
        <Button size="small" type="text" aria-label={t(problem ? 'removeOf' : 'cancelOf', { name: file.name })} onClick={onDrop}>
          {t(problem ? 'remove' : 'cancel')}
        </Button>
      </div>
      {problem ? (
        <p role="alert" className={styles.problem}>
          {problemText(problem)}
        </p>
      ) : (
        <Progress percent={percent} size="small" status="active" aria-label={t('sendingOf', { name: file.name })} />
      )}
    </li>
  );
}
