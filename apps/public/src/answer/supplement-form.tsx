import { useState } from 'preact/hooks';
import { ask } from '../api/ask.ts';
import type { UploadedFile } from '../api/upload.ts';
import { useQuery } from '../api/use-query.ts';
import { FormDocument, SupplementDocument } from '../gql/graphql.ts';
import { useTexts } from '../i18n/i18n.ts';
import { TextArea } from '../ui/field.tsx';
import { FilesField, noUploads, uploadProblems } from '../ui/files-field.tsx';
import { lengthOf } from '../ui/problem.ts';
import { Reading } from '../ui/reading.tsx';
import { ActForm, fieldId } from './act-form.tsx';
import type { ActProps } from './answer-acts.tsx';
import { textProblem } from './text-problem.ts';

/** Adds to a complaint: a text, and files if there are any. */
export function SupplementForm({ complaintKey, onDone }: ActProps) {
  const { t } = useTexts();
  const read = useQuery(FormDocument, {});
  const [text, setText] = useState('');
  const [files, setFiles] = useState<UploadedFile[]>([]);
  const [uploads, setUploads] = useState(noUploads);
  return (
    <Reading of={read}>
      {({ complaintForm: limits }) => (
        <ActForm
          act="supplement"
          onDone={(answer, said) => {
            setText('');
            setFiles([]);
            onDone(answer, said);
          }}
          found={[...textProblem('text', text, limits.maxFactsLength, 'problem.textNeeded'), ...uploadProblems('fileIds', uploads)]}
          send={async (requestId) => {
            const input = { requestId, text: text.trim(), fileIds: files.map(({ id }) => id) };
            return (await ask(SupplementDocument, { key: complaintKey, input })).supplementComplaint;
          }}
        >
          {(problem) => (
            <>
              <TextArea
                id={fieldId('supplement', 'text')}
                label={t('acts.supplement.label')}
                hint={t('acts.supplement.hint')}
                error={problem('text')}
                rows={6}
                value={text}
                onInput={setText}
                limit={limits.maxFactsLength}
                count={lengthOf(text)}
              />
              <FilesField
                id={fieldId('supplement', 'fileIds')}
                label={t('files.label')}
                error={problem('fileIds')}
                limits={limits}
                files={files}
                onFiles={setFiles}
                onUploads={setUploads}
              />
            </>
          )}
        </ActForm>
      )}
    </Reading>
  );
}
