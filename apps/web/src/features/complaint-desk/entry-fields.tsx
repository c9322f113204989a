import { useQuery } from '@apollo/client/react';
import { InputNumber, Radio, Select, Switch } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { ActUnitsDocument } from '../../ui/acts/act-query.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './complaint-desk.module.css';
import { useEntry } from './entry-context.ts';
import { Field, TextField } from './entry-field.tsx';
import { mostFiles, mostPeople } from './entry-values.ts';
import { useChannels, useClasses } from './use-words.ts';

const DayField = lazy(() =>
  import('../../ui/working-day-field/working-day-field.tsx').then((module) => ({ default: module.WorkingDayField })),
);
const FileDrop = lazy(() => import('../../ui/uploads/file-drop.tsx').then((module) => ({ default: module.FileDrop })));

/** How it came, and how many complain. */
export function SourceFields() {
  const { t } = useTranslation('complaint-desk');
  const { values, set } = useEntry();
  const { words } = useChannels();
  return (
    <fieldset className={styles.group}>
      <legend>{t('entry.source')}</legend>
      <Field name="channel" label={t('entry.channel')} isGroup>
        {({ id, 'aria-describedby': describedBy }) => (
          <Radio.Group
            id={id}
            aria-labelledby={`${id}-label`}
            aria-describedby={describedBy}
            name={id}
            className={styles.choices ?? ''}
            options={[...words]}
            value={values.channel}
            onChange={({ target }) => set({ channel: String(target.value) })}
          />
        )}
      </Field>
      <Field name="people" label={t('entry.people')} help={t('entry.peopleHelp')}>
        {(control) => (
          <InputNumber {...control} min={1} max={mostPeople} precision={0} value={values.people} onChange={(people) => set({ people })} />
        )}
      </Field>
    </fieldset>
  );
}

/** Who complains: kept sealed, told to nobody who handles it. */
export function ComplainantFields() {
  const { t } = useTranslation('complaint-desk');
  const { id, values, set } = useEntry();
  return (
    <fieldset className={styles.group}>
      <legend>{t('entry.complainant')}</legend>
      <p className={styles.faint}>{t('entry.sealed')}</p>
      <Radio.Group
        aria-label={t('entry.isNamed')}
        name={`${id}isNamed`}
        options={[
          { value: true, label: t('named') },
          { value: false, label: t('anonymous') },
        ]}
        value={values.isNamed}
        onChange={({ target }) => set({ isNamed: target.value === true })}
      />
      {values.isNamed && <TextField name="name" label={t('entry.name')} />}
      <TextField name="phone" label={t('entry.phone')} help={t('entry.phoneHelp')} />
      {values.isNamed && (
        <>
          <TextField name="identityNumber" label={t('entry.identityNumber')} />
          <TextField name="address" label={t('entry.address')} />
        </>
      )}
    </fieldset>
  );
}

/** What is complained of. */
export function MatterFields() {
  const { t } = useTranslation(['complaint-desk', 'acts']);
  const { values, set } = useEntry();
  const { words: classes } = useClasses();
  return (
    <fieldset className={styles.group}>
      <legend>{t('entry.matter')}</legend>
      <div className={styles.pair}>
        <UnitField />
        <Field name="classCode" label={t('entry.class')}>
          {({ status, ...control }) => (
            <Select
              {...control}
              status={status}
              className={styles.wide ?? ''}
              placeholder={t('acts:findClass')}
              // Its own way back: a button for clearing would stand between this field and the next.
              options={[...classes, { value: '', label: t('facts.noClass') }]}
              showSearch={{ optionFilterProp: 'label' }}
              value={values.classCode || null}
              onChange={(classCode: string) => set({ classCode })}
            />
          )}
        </Field>
      </div>
      <TextField name="facts" label={t('entry.facts')} help={t('entry.factsHelp')} rows={5} />
      <TextField name="wish" label={t('entry.wish')} rows={2} />
      <div className={styles.pair}>
        <TextField name="concerns" label={t('entry.concerns')} />
        <TextField name="place" label={t('entry.place')} />
      </div>
      <Field name="occurredOn" label={t('entry.occurredOn')}>
        {({ id, status, 'aria-describedby': describedBy }) => (
          <Suspense fallback={<Skeleton height={32} />}>
            <DayField
              id={id}
              describedBy={describedBy}
              isWrong={status === 'error'}
              isPast
              value={values.occurredOn || null}
              onChange={(day) => set({ occurredOn: day ?? '' })}
            />
          </Suspense>
        )}
      </Field>
      <Field name="files" label={t('entry.files')} help={t('entry.filesHelp', { most: mostFiles })} isGroup>
        {() => (
          <Suspense fallback={<Skeleton height={64} />}>
            <FileDrop label={t('entry.files')} value={values.files} onChange={(files) => set({ files })} max={mostFiles} />
          </Suspense>
        )}
      </Field>
    </fieldset>
  );
}

/** The unit, by name or by the initials of its pinyin. */
function UnitField() {
  const { t } = useTranslation(['complaint-desk', 'acts']);
  const { values, set } = useEntry();
  const { data, loading } = useQuery(ActUnitsDocument);
  const options = (data?.units ?? [])
    .filter(({ kind }) => kind !== 'CITY')
    .map(({ id, name, shortName, pinyin }) => ({ value: id, label: name, search: `${name} ${shortName} ${pinyin}`.toLowerCase() }));
  return (
    <Field name="unitId" label={t('entry.unit')}>
      {({ status, ...control }) => (
        <Select
          {...control}
          status={status}
          className={styles.wide ?? ''}
          loading={loading}
          placeholder={t('acts:findUnit')}
          options={[...options, { value: '', label: t('facts.unknownUnit'), search: t('facts.unknownUnit') }]}
          showSearch={{ filterOption: (text, option) => option?.search.includes(text.trim().toLowerCase()) ?? false }}
          value={values.unitId || null}
          onChange={(unitId: string) => set({ unitId })}
        />
      )}
    </Field>
  );
}

/** 当场答复: what units may read of it, and what was answered. */
export function SpotFields() {
  const { t } = useTranslation('complaint-desk');
  const { id, values, set } = useEntry();
  return (
    <fieldset className={styles.group}>
      <legend>{t('entry.spot')}</legend>
      <div className={styles.switch}>
        <Switch
          id={`${id}isOnTheSpot`}
          checked={values.isOnTheSpot}
          // The same words to start from; what tells who complained is taken out here.
          onChange={(isOnTheSpot) => set({ isOnTheSpot, ...(isOnTheSpot && !values.spotFacts ? { spotFacts: values.facts } : {}) })}
        />
        <label htmlFor={`${id}isOnTheSpot`}>{t('entry.isOnTheSpot')}</label>
      </div>
      {values.isOnTheSpot && (
        <>
          <TextField name="spotFacts" label={t('entry.spotFacts')} help={t('entry.spotFactsHelp')} rows={3} />
          <TextField name="spotAnswer" label={t('entry.spotAnswer')} help={t('entry.spotAnswerHelp')} rows={3} />
        </>
      )}
    </fieldset>
  );
}
