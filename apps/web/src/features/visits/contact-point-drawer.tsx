import { useApolloClient, useQuery } from '@apollo/client/react';
import { openEnded } from '@duban/rules/vocabulary';
import { Button, Drawer } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import type { Problems } from '../../ui/acts/use-act-answer.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error/error-notice.tsx';
import { ChoiceField, DayField, TextField } from '../../ui/fields/field.tsx';
import { useSession } from '../../ui/session.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { phone, useMediaQuery } from '../../ui/use-media-query.ts';
import { ContactPointsDocument } from './entry-query.ts';
import { useVisitAct } from './use-visit-act.ts';
import { SaveContactPointDocument } from './visit-acts.ts';
import styles from './visits.module.css';

type PointValues = { id: string | null; version: number | null; name: string; countyId: string; validFrom: string; validTo: string };

/** Contact points by leader: who owes visits where, from when to when. For the supervision office. */
export function ContactPointDrawer({ onSaved, onClose }: { onSaved: () => void; onClose: () => void }) {
  const { t } = useTranslation('visits');
  const english = useLanguage() === 'en';
  const narrow = useMediaQuery(phone);
  const { campaign } = useSession();
  const [postId, setPostId] = useState('');
  const [form, setForm] = useState<PointValues | null>(null);
  const { data, error, refetch } = useQuery(ContactPointsDocument, { fetchPolicy: 'cache-and-network' });
  const leader = data?.visitingLeaders.find((one) => one.postId === postId);
  return (
    <Drawer open onClose={onClose} title={t('points.title')} size={narrow ? '100%' : 560} styles={{ body: { padding: 0 } }}>
      <div className={styles.points}>
        {error && !data && <ErrorNotice error={error} onRetry={() => void refetch()} tier="panel" />}
        {!data && !error && <Skeleton rows={6} />}
        {data && (
          <ChoiceField
            label={t('fields.postId')}
            value={postId}
            options={data.visitingLeaders.map((one) => ({ value: one.postId, label: english ? one.titleEn : one.title }))}
            onChange={(next) => {
              setPostId(next);
              setForm(null);
            }}
          />
        )}
        {leader && !form && (
          <>
            {leader.contactPoints.length === 0 && <EmptyState why={t('points.none')} next={t('points.noneNext')} />}
            <ul className={styles.needs}>
              {leader.contactPoints.map((point) => (
                <li key={point.id}>
                  <strong>{point.name}</strong>
                  <span className={styles.became}>
                    {point.countyName}{' '}
                    {t('points.span', { from: point.validFrom, to: point.validTo === openEnded ? t('points.still') : point.validTo })}
                    <Button
                      size="small"
                      onClick={() =>
                        setForm({
                          id: point.id,
                          version: point.version,
                          name: point.name,
                          countyId: point.countyId ?? '',
                          validFrom: point.validFrom,
                          validTo: point.validTo === openEnded ? '' : point.validTo,
                        })
                      }
                    >
                      {t('points.change')}
                    </Button>
                  </span>
                </li>
              ))}
            </ul>
            <Button
              type="primary"
              onClick={() =>
                setForm({ id: null, version: null, name: '', countyId: '', validFrom: `${campaign.today.slice(0, 7)}-01`, validTo: '' })
              }
            >
              {t('points.add')}
            </Button>
          </>
        )}
        {leader && form && (
          <PointForm
            key={form.id ?? 'new'}
            postId={postId}
            initial={form}
            refresh={async () => {
              await refetch();
              onSaved();
            }}
            onClose={() => setForm(null)}
          />
        )}
      </div>
    </Drawer>
  );
}

type PointFormProps = { postId: string; initial: PointValues; refresh: () => Promise<unknown>; onClose: () => void };

function PointForm({ postId, initial, refresh, onClose }: PointFormProps) {
  const { t } = useTranslation('visits');
  const { units } = useSession();
  const client = useApolloClient();
  const act = useVisitAct('ContactPoint', refresh);
  const [values, setValues] = useState(initial);
  const [problems, setProblems] = useState<Problems>({});
  const [busy, setBusy] = useState(false);
  const bind = (name: 'name' | 'countyId' | 'validFrom' | 'validTo') => ({
    label: t(`points.${name}`),
    problem: problems[name],
    value: values[name],
    onChange: (value: string) => {
      setValues((now) => ({ ...now, [name]: value }));
      setProblems({});
    },
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    if (!values.validFrom) return setProblems({ validFrom: t('problems.REQUIRED') });
    setBusy(true);
    const input = { ...values, postId, countyId: values.countyId || null, validTo: values.validTo || null };
    const found = await act(input, async (requestId) => {
      const { data } = await client.mutate({
        mutation: SaveContactPointDocument,
        variables: { requestId, input },
        fetchPolicy: 'no-cache',
      });
      return data?.answer;
    });
    setBusy(false);
    if (found) setProblems(found);
    else onClose();
  };
  return (
    <form className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
      <TextField {...bind('name')} most={60} />
      <ChoiceField
        {...bind('countyId')}
        isOptional
        options={units.filter(({ kind }) => kind === 'COUNTY').map(({ id, shortName }) => ({ value: id, label: shortName }))}
      />
      <DayField {...bind('validFrom')} help={t('points.validFromHelp')} />
      <DayField {...bind('validTo')} isOptional help={t('points.validToHelp')} />
      {(problems.form ?? problems.postId) && (
        <p role="alert" className={styles.problem}>
          {problems.form ?? problems.postId}
        </p>
      )}
      <div className={styles.buttons}>
        <Button onClick={onClose}>{t('acts.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('points.save')}
        </Button>
      </div>
    </form>
  );
}
