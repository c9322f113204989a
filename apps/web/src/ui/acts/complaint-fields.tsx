import { useQuery } from '@apollo/client/react';
import { categoryDictionary, findings, handlingModes } from '@duban/rules/vocabulary';
import { Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { WordsDocument } from '../words-query.ts';
import type { ControlProps } from './act-fields.tsx';
import styles from './acts.module.css';

/** The class of a complaint, or the topic of a problem of the public, from the dictionary of its register. */
export function ClassControl({ field, item, id, describedBy, isWrong, value, onChange }: ControlProps) {
  const { t } = useTranslation('acts');
  const language = useLanguage();
  const { data, loading } = useQuery(WordsDocument);
  const options = (data?.terms ?? [])
    .filter(({ dictionary }) => dictionary === categoryDictionary[item.kind])
    .map(({ code, name, nameEn }) => ({ value: code, label: language === 'en' ? nameEn : name }));
  return (
    <Select
      id={id}
      aria-describedby={describedBy}
      aria-invalid={isWrong}
      aria-required={field.required === true}
      allowClear={!field.required}
      className={styles.wide ?? ''}
      {...(isWrong ? { status: 'error' as const } : {})}
      loading={loading}
      placeholder={t(field.words === 'topic' ? 'findTopic' : 'findClass')}
      options={options}
      showSearch={{ optionFilterProp: 'label' }}
      value={value as string | null}
      onChange={(next: string | undefined) => onChange(next ?? null)}
    />
  );
}

/** How a complaint is handled, or what was found: one of three words. */
export function WordControl({ field, id, label, describedBy, value, onChange }: ControlProps) {
  const { t } = useTranslation(['acts', 'item']);
  const words =
    field.kind === 'mode'
      ? handlingModes.map((one) => ({ one, word: t(`item:modes.${one}`), help: t(`modeHelp.${one}`) }))
      : findings.map((one) => ({ one, word: t(`item:findings.${one}`), help: '' }));
  return (
    <Radio.Group
      vertical
      id={id}
      aria-label={label}
      aria-describedby={describedBy}
      value={value}
      onChange={(event) => onChange(String(event.target.value))}
    >
      {words.map(({ one, word, help }) => (
        <Radio key={one} value={one}>
          {word}
          {help && <span className={styles.faint}> {help}</span>}
        </Radio>
      ))}
    </Radio.Group>
  );
}
