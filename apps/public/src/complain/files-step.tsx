import { useState } from 'preact/hooks';
import { useTexts } from '../i18n/i18n.ts';
import { FilesField, noUploads, uploadProblems } from '../ui/files-field.tsx';
import { StepPage } from './step-page.tsx';

/** Step 3: photographs and papers, if there are any. */
export function FilesStep() {
  const { t } = useTexts();
  const [uploads, setUploads] = useState(noUploads);
  return (
    <StepPage step="files" ownProblems={uploadProblems('fileIds', uploads)}>
      {({ draft, form, problem, set }) => (
        <FilesField
          id="fileIds"
          label={t('files.label')}
          error={problem('fileIds')}
          limits={form}
          files={draft.files}
          onFiles={(files) => set('fileIds', { files })}
          onUploads={setUploads}
        />
      )}
    </StepPage>
  );
}
