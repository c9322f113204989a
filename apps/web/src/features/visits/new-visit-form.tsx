import type { ApolloClient } from '@apollo/client';
import { Button } from 'antd';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newRequestId } from '../../ui/request-id.ts';
import { useSession } from '../../ui/session.ts';
import { dayInCity } from '../../ui/time-in-city.ts';
import type { VisitEntryWords } from './entry-query.ts';
import { emptyVisit, missingOf, type VisitValues } from './form-values.ts';
import { canKeepPage } from './keep-page.ts';
import { changeSubmitted, type KeptDraft, keepDraft, keepSubmitted, readKeptDraft, readSubmitted, type Submitted } from './kept-visits.ts';
import { PhotoField } from './photo-field.tsx';
import { dropPhotos } from './photo-store.ts';
import { sendSubmitted } from './send-visits.ts';
import { useProblemWords } from './use-problem-words.ts';
import { VisitFields } from './visit-fields.tsx';
import styles from './visits.module.css';
import { useSubmitted, WaitingVisits } from './waiting-visits.tsx';

type NewVisitFormProps = { userId: string; words: VisitEntryWords; client: ApolloClient };

/** What became of what was just submitted. */
type Told = { state: 'sending' | 'waits' | 'refused' } | { state: 'sent'; number: string };

/**
 * The form of a new visit. Every change is kept on the device, under the person's own name; what is submitted waits there until the server has
 * it, and comes back to its fields when the server refuses it.
 */
export function NewVisitForm({ userId, words, client }: NewVisitFormProps) {
  const { t } = useTranslation('visits');
  const { campaign } = useSession();
  const own =
    words.visitingLeaders.find(({ isOwn }) => isOwn) ?? (words.visitingLeaders.length === 1 ? words.visitingLeaders[0] : undefined);
  // Without a network the campaign's day may be one of long ago.
  const clockDay = dayInCity(new Date().toISOString());
  const today = campaign.isDemo || clockDay < campaign.today ? campaign.today : clockDay;
  const inForce = (own?.contactPoints ?? []).filter(({ validFrom, validTo }) => validFrom <= today && today <= validTo);
  const [point] = inForce.length === 1 ? inForce : [];
  const atPoint = point ? { contactPointId: point.id, place: point.name, countyId: point.countyId ?? '' } : {};
  const blank = (): KeptDraft => ({ values: { ...emptyVisit(own?.postId ?? '', today), ...atPoint }, photos: [], problems: {} });
  const [draft, setDraft] = useState(() => readKeptDraft(userId) ?? blank());
  const [isKept, setKept] = useState(true);
  const [isKeeping, setKeeping] = useState(false);
  const [told, setTold] = useState<Told | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const submitted = useSubmitted(userId);
  const sayProblems = useProblemWords();
  const { values, photos, problems } = draft;
  const isTaken = photos.length > 0 || JSON.stringify(values) !== JSON.stringify(blank().values);

  useEffect(() => {
    setKept(keepDraft(userId, isTaken ? draft : null));
  }, [userId, draft, isTaken]);

  const change = (changed: Partial<VisitValues>) => {
    setTold(null);
    setDraft((now) => {
      const touched = new Set(Object.keys(changed));
      const left = Object.entries(now.problems).filter(([field]) => field !== 'form' && !touched.has(field.split('.')[0]!));
      return { ...now, values: { ...now.values, ...changed }, problems: Object.fromEntries(left) };
    });
  };
  /** After the problems stand in the document. */
  const pointTo = () => window.setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  const showRefused = (visit: Submitted) => {
    setDraft({ values: visit.values, photos: visit.photos, problems: visit.problems });
    changeSubmitted(userId, visit.requestId, null);
    setTold({ state: 'refused' });
    pointTo();
  };
  /** Sends what waits; what has just been submitted tells here what became of it. */
  const send = async (requestId?: string) => {
    await sendSubmitted(client, userId);
    // One that was under way when this was asked for has not seen what came after.
    if (requestId && readSubmitted(userId).some((one) => one.requestId === requestId && one.state === 'WAITING'))
      await sendSubmitted(client, userId);
    const visit = readSubmitted(userId).find((one) => one.requestId === requestId);
    if (visit?.state === 'SENT') setTold({ state: 'sent', number: visit.number ?? '' });
    else if (visit?.state === 'REFUSED') showRefused(visit);
    else if (visit) setTold({ state: 'waits' });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const missing = missingOf(values);
    if (missing.length > 0) {
      setDraft({ ...draft, problems: Object.fromEntries(missing.map((field) => [field, 'REQUIRED'])) });
      return pointTo();
    }
    const requestId = newRequestId();
    const visit: Submitted = { values, photos, problems: {}, requestId, at: new Date().toISOString(), state: 'WAITING', number: null };
    setTold({ state: 'sending' });
    setDraft(blank());
    keepSubmitted(userId, [...readSubmitted(userId), visit]);
    window.scrollTo({ top: 0 });
    void send(requestId);
  };
  const clear = () => {
    void dropPhotos(photos.map(({ id }) => id));
    setTold(null);
    setDraft(blank());
  };
  const known = sayProblems(problems);
  return (
    <>
      <p className={styles.notice}>{t('form.secret')}</p>
      <div role="status">
        {told && <p className={styles.told}>{told.state === 'sent' ? t('told.sent', { number: told.number }) : t(`told.${told.state}`)}</p>}
      </div>
      <WaitingVisits
        userId={userId}
        list={submitted}
        leaders={words.visitingLeaders}
        isFormTaken={isTaken}
        onTakeBack={showRefused}
        onSendNow={() => void send()}
      />
      <form ref={form} className={styles.form} noValidate autoComplete="off" aria-label={t('create')} onSubmit={submit}>
        <VisitFields values={values} problems={known} words={words} onChange={change} />
        <h2>{t('form.photos')}</h2>
        <PhotoField
          userId={userId}
          photos={photos}
          problem={known.photoIds}
          onChange={(next) => setDraft((now) => ({ ...now, photos: next(now.photos) }))}
          onKeeping={setKeeping}
        />
        <div className={styles.foot}>
          {known.form && (
            <p className={styles.problem} role="alert">
              {known.form}
            </p>
          )}
          <p className={styles.faint} role="status">
            {isKeeping
              ? t('photos.keeping')
              : isTaken
                ? t(isKept ? 'form.kept' : 'form.notKept')
                : t(canKeepPage ? 'form.opensAgain' : 'form.keepOpen')}
          </p>
          <div className={styles.buttons}>
            <Button disabled={!isTaken || isKeeping} onClick={clear}>
              {t('form.clear')}
            </Button>
            <Button type="primary" htmlType="submit" disabled={isKeeping} loading={told?.state === 'sending'}>
              {t('form.submit')}
            </Button>
          </div>
        </div>
      </form>
    </>
  );
}
