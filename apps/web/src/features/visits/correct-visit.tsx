import { useApolloClient, useQuery } from '@apollo/client/react';
import { Button, Checkbox } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problems } from '../../ui/acts/use-act-answer.ts';
import { ErrorNotice } from '../../ui/error/error-notice.tsx';
import { TextField } from '../../ui/fields/field.tsx';
import { useSession } from '../../ui/session.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { uploadFile } from '../../ui/uploads/upload-file.ts';
import { VisitEntryDocument } from './entry-query.ts';
import { entryOf, missingOf, valuesOf } from './form-values.ts';
import type { KeptPhoto } from './kept-visits.ts';
import { PhotoField } from './photo-field.tsx';
import { dropPhotos, readPhoto } from './photo-store.ts';
import { useProblemWords } from './use-problem-words.ts';
import { useVisitAct } from './use-visit-act.ts';
import { CorrectVisitDocument } from './visit-acts.ts';
import { VisitFields } from './visit-fields.tsx';
import styles from './visits.module.css';
import type { VisitDetail } from './visits-query.ts';

type CorrectVisitProps = { visit: VisitDetail; refresh: () => Promise<unknown>; onClose: () => void };

/** Puts a visit's record right, for a reason: the same fields, its photos to keep or add. What it said before stays in its story. */
export function CorrectVisit({ visit, refresh, onClose }: CorrectVisitProps) {
  const { t } = useTranslation('visits');
  const { viewer } = useSession();
  const client = useApolloClient();
  const act = useVisitAct('Visit', refresh);
  const sayProblems = useProblemWords();
  const { data: words, error, refetch } = useQuery(VisitEntryDocument);
  const [values, setValues] = useState(() => valuesOf(visit));
  const [kept, setPhotosKept] = useState(() => visit.photos.map(({ id }) => id));
  const [added, setAdded] = useState<KeptPhoto[]>([]);
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState<Problems>({});
  const [busy, setBusy] = useState(false);
  const [isKeeping, setKeeping] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const missing = [...missingOf(values), ...(reason.trim() === '' ? ['reason'] : [])];
    if (missing.length > 0) return setProblems(Object.fromEntries(missing.map((field) => [field, 'REQUIRED'])));
    setBusy(true);
    const found = await act(['correct', visit.version, values, kept, added, reason], async (requestId) => {
      const uploaded: KeptPhoto[] = [];
      for (const photo of added) {
        const file = photo.uploadId ? null : await readPhoto(photo.id, viewer.id);
        const sent = file && (await uploadFile(file, { onProgress: () => undefined, signal: new AbortController().signal }));
        uploaded.push(sent ? { ...photo, uploadId: sent.id } : photo);
      }
      setAdded(uploaded);
      const photoIds = [...kept, ...uploaded.flatMap(({ uploadId }) => (uploadId ? [uploadId] : []))];
      const variables = { requestId, id: visit.id, version: visit.version, reason, entry: entryOf(values, photoIds) };
      const { data } = await client.mutate({ mutation: CorrectVisitDocument, variables, fetchPolicy: 'no-cache' });
      return data?.answer;
    });
    setBusy(false);
    if (found) return setProblems(found);
    void dropPhotos(added.map(({ id }) => id));
    onClose();
  };
  const known = sayProblems(problems);
  return (
    <form className={styles.act} noValidate autoComplete="off" aria-label={t('acts.correct')} onSubmit={(event) => void submit(event)}>
      {error && !words && <ErrorNotice error={error} onRetry={() => void refetch()} tier="panel" />}
      {!words && !error && <Skeleton rows={8} height={320} />}
      {words && (
        <>
          <VisitFields
            values={values}
            problems={known}
            words={words}
            isCorrection
            onChange={(change) => {
              setValues((now) => ({ ...now, ...change }));
              setProblems({});
            }}
          />
          <h2>{t('form.photos')}</h2>
          {visit.photos.length > 0 && (
            <Checkbox.Group
              className={styles.choices ?? ''}
              aria-label={t('photos.keep')}
              value={kept}
              onChange={(ids: string[]) => setPhotosKept(ids)}
              options={visit.photos.map(({ id, name }) => ({ value: id, label: t('photos.keepOne', { name }) }))}
            />
          )}
          <PhotoField
            userId={viewer.id}
            photos={added}
            problem={known.photoIds}
            others={kept.length}
            onChange={setAdded}
            onKeeping={setKeeping}
          />
          <TextField
            label={t('fields.reason')}
            help={t('help.correct')}
            problem={known.reason}
            value={reason}
            onChange={setReason}
            most={500}
            rows={2}
          />
        </>
      )}
      {known.form && (
        <p role="alert" className={styles.problem}>
          {known.form}
        </p>
      )}
      <div className={styles.buttons}>
        <Button onClick={onClose}>{t('acts.cancel')}</Button>
        <Button type="primary" htmlType="submit" disabled={!words || isKeeping} loading={busy}>
          {t('acts.confirmCorrect')}
        </Button>
      </div>
    </form>
  );
}
