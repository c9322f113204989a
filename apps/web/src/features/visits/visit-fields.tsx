import { Checkbox, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { ChoiceField, DayField, Field, TextField } from '../../ui/fields/field.tsx';
import { useSession } from '../../ui/session.ts';
import type { VisitEntryWords } from './entry-query.ts';
import type { VisitValues } from './form-values.ts';
import { NeedFields } from './need-fields.tsx';
import styles from './visits.module.css';

type VisitFieldsProps = {
  values: VisitValues;
  problems: Readonly<Record<string, string>>;
  words: VisitEntryWords;
  /** Of a correction: no need is made an item here. */
  isCorrection?: boolean;
  onChange: (change: Partial<VisitValues>) => void;
};

/** The fields of a visit in the order in which it happens: who and where, whom they met, what was said and decided, what is needed. */
export function VisitFields({ values, problems, words, isCorrection = false, onChange }: VisitFieldsProps) {
  const { t } = useTranslation('visits');
  const english = useLanguage() === 'en';
  const { units, campaign } = useSession();
  const leader = words.visitingLeaders.find(({ postId }) => postId === values.postId);
  const points = (leader?.contactPoints ?? []).filter(
    ({ id, validFrom, validTo }) => id === values.contactPointId || (validFrom <= values.visitedOn && values.visitedOn <= validTo),
  );
  const counties = units.filter(({ kind }) => kind === 'COUNTY').map(({ id, shortName }) => ({ value: id, label: shortName }));
  const bind = (name: 'place' | 'met' | 'opinions' | 'decision' | 'visitedOn' | 'countyId') => ({
    label: t(`fields.${name}`),
    problem: problems[name],
    value: values[name],
    onChange: (value: string) => onChange({ [name]: value }),
  });
  const choosePoint = (contactPointId: string) => {
    const point = points.find(({ id }) => id === contactPointId);
    onChange(point ? { contactPointId, place: point.name, countyId: point.countyId ?? '' } : { contactPointId });
  };
  return (
    <>
      <h2>{t('form.where')}</h2>
      <ChoiceField
        label={t('fields.postId')}
        problem={problems.postId}
        value={values.postId}
        options={words.visitingLeaders.map(({ postId, title, titleEn }) => ({ value: postId, label: english ? titleEn : title }))}
        onChange={(postId) => onChange({ postId, contactPointId: '' })}
      />
      <DayField {...bind('visitedOn')} max={campaign.today} />
      <ChoiceField
        label={t('fields.contactPointId')}
        problem={problems.contactPointId}
        help={t(points.length > 0 ? 'help.contactPointId' : 'help.noContactPoint')}
        isOptional
        value={values.contactPointId}
        options={points.map(({ id, name, countyName }) => ({ value: id, label: countyName ? `${name}（${countyName}）` : name }))}
        onChange={choosePoint}
      />
      <TextField {...bind('place')} most={100} />
      <ChoiceField {...bind('countyId')} isOptional options={counties} />
      <Field label={t('fields.kinds')} problem={problems.kinds} help={t('help.kinds')} isGroup>
        {(control) => (
          <Checkbox.Group
            className={styles.choices ?? ''}
            aria-labelledby={`${control.id}-label`}
            value={values.kinds}
            onChange={(kinds: string[]) => onChange({ kinds })}
            options={words.kinds.map(({ code, name, nameEn, isUnconfirmed }) => ({
              value: code,
              label: isUnconfirmed ? t('unconfirmed', { name: english ? nameEn : name }) : english ? nameEn : name,
            }))}
          />
        )}
      </Field>
      <Checkbox checked={values.isFrontLine} onChange={({ target }) => onChange({ isFrontLine: target.checked })}>
        {t('fields.isFrontLine')}
      </Checkbox>
      <h2>{t('form.heard')}</h2>
      <Field label={t('fields.peopleMet')} problem={problems.peopleMet}>
        {(control) => (
          <Input
            {...control}
            type="number"
            inputMode="numeric"
            min={0}
            max={100_000}
            value={values.peopleMet}
            onChange={({ target }) => onChange({ peopleMet: target.value })}
          />
        )}
      </Field>
      <TextField {...bind('met')} isOptional help={t('help.met')} most={200} />
      <TextField {...bind('opinions')} isOptional most={2000} rows={3} />
      <TextField {...bind('decision')} isOptional help={t('help.decision')} most={1000} rows={2} />
      <h2>{t('form.needs')}</h2>
      <NeedFields
        needs={values.needs}
        visitedOn={values.visitedOn}
        problems={problems}
        topics={words.topics}
        isCorrection={isCorrection}
        onChange={(needs) => onChange({ needs })}
      />
    </>
  );
}
