import { useQuery } from '@apollo/client/react';
import { leadershipRoles } from '@duban/rules/roles';
import { satisfactions } from '@duban/rules/vocabulary';
import { Input, Radio, Select } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { LightMark } from '../light-mark.tsx';
import { Skeleton } from '../skeleton.tsx';
import type { UploadedFile } from '../uploads/upload-file.ts';
import type { ActValue } from './act-draft.ts';
import type { ActItem, ActPart } from './act-item.ts';
import { ActLeadersDocument, ActTargetsDocument, ActUnitsDocument } from './act-query.ts';
import type { ActField } from './act-spec.ts';
import { liftOverride } from './act-values.ts';
import styles from './acts.module.css';
import { ClassControl, WordControl } from './complaint-fields.tsx';

const DayField = lazy(() => import('./day-field.tsx').then((module) => ({ default: module.DayField })));
const FileDrop = lazy(() => import('../uploads/file-drop.tsx').then((module) => ({ default: module.FileDrop })));

export type ControlProps = {
  field: ActField;
  id: string;
  label: string;
  /** Ids of help and problem. */
  describedBy: string;
  isWrong: boolean;
  value: ActValue;
  onChange: (value: ActValue) => void;
  item: ActItem;
  part: ActPart | null;
};

/** The control of one field of an act. */
export function ActControl(props: ControlProps) {
  switch (props.field.kind) {
    case 'text':
    case 'line':
      return <TextControl {...props} />;
    case 'day':
    case 'pastDay':
      return (
        <Suspense fallback={<Skeleton height={32} />}>
          <DayField {...props} />
        </Suspense>
      );
    case 'unit':
    case 'units':
      return <UnitControl {...props} />;
    case 'post':
      return <LeaderControl {...props} />;
    case 'item':
      return <TargetControl {...props} />;
    case 'light':
      return <LightControl {...props} />;
    case 'satisfaction':
      return <SatisfactionControl {...props} />;
    case 'complaintClass':
      return <ClassControl {...props} />;
    case 'mode':
    case 'finding':
      return <WordControl {...props} />;
    case 'files':
      return (
        <Suspense fallback={<Skeleton height={64} />}>
          <FileDrop label={props.label} value={(props.value ?? []) as readonly UploadedFile[]} onChange={props.onChange} />
        </Suspense>
      );
  }
}

const textOf = (value: ActValue) => (typeof value === 'string' ? value : '');
const aria = ({ id, describedBy, isWrong, field }: ControlProps) => ({
  id,
  'aria-describedby': describedBy,
  'aria-invalid': isWrong,
  'aria-required': field.required === true,
});

function TextControl(props: ControlProps) {
  const { field, value, onChange, isWrong, item } = props;
  const shared = {
    ...aria(props),
    value: textOf(value),
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
    ...(isWrong ? { status: 'error' as const } : {}),
  };
  if (field.kind === 'line')
    return <Input {...shared} placeholder={(field.name === 'title' ? item.title : field.name === 'dutyPerson' && item.dutyPerson) || ''} />;
  const rows = (field.most ?? 0) > 1000 ? 7 : 4;
  return (
    <Input.TextArea
      {...shared}
      autoSize={{ minRows: rows, maxRows: 18 }}
      {...(field.most ? { count: { max: field.most, show: true } } : {})}
    />
  );
}

function UnitControl(props: ControlProps) {
  const { field, value, onChange, isWrong } = props;
  const { t } = useTranslation('acts');
  const { data, loading } = useQuery(ActUnitsDocument);
  const many = field.kind === 'units';
  const options = (data?.units ?? [])
    .filter(({ kind }) => kind !== 'CITY')
    .map(({ id, name, shortName, pinyin }) => ({ value: id, label: name, search: `${name} ${shortName} ${pinyin}`.toLowerCase() }));
  return (
    <Select
      {...aria(props)}
      className={styles.wide ?? ''}
      {...(many ? { mode: 'multiple' as const } : {})}
      {...(isWrong ? { status: 'error' as const } : {})}
      allowClear={!field.required}
      loading={loading}
      placeholder={t('findUnit')}
      options={options}
      showSearch={{ filterOption: (text, option) => option?.search.includes(text.trim().toLowerCase()) ?? false }}
      value={many ? ((value ?? []) as string[]) : (value as string | null)}
      onChange={(next: string | string[] | undefined) => onChange(next ?? null)}
    />
  );
}

function LeaderControl(props: ControlProps) {
  const { value, onChange, isWrong } = props;
  const { t } = useTranslation('acts');
  const language = useLanguage();
  const { data, loading } = useQuery(ActLeadersDocument);
  const options = (data?.posts ?? [])
    .filter(({ role }) => leadershipRoles.has(role))
    .map(({ id, title, titleEn }) => ({ value: id, label: language === 'en' ? titleEn : title }));
  return (
    <Select
      {...aria(props)}
      className={styles.wide ?? ''}
      {...(isWrong ? { status: 'error' as const } : {})}
      loading={loading}
      placeholder={t('findLeader')}
      options={options}
      showSearch={{ optionFilterProp: 'label' }}
      value={value as string | null}
      onChange={(next: string | undefined) => onChange(next ?? null)}
    />
  );
}

function TargetControl(props: ControlProps) {
  const { value, onChange, isWrong, item } = props;
  const { t } = useTranslation(['acts', 'terms']);
  const [typed, setTyped] = useState('');
  const [text, setText] = useState('');
  useEffect(() => {
    const timer = window.setTimeout(() => setText(typed.trim()), 300);
    return () => window.clearTimeout(timer);
  }, [typed]);
  const { data, loading } = useQuery(ActTargetsDocument, { variables: { text, kinds: [item.kind] }, skip: text === '' });
  const options = (data?.items.nodes ?? [])
    .filter(({ id, standing }) => id !== item.id && standing?.state !== 'MERGED')
    .map(({ id, number, title, leadUnit }) => ({ value: id, label: `${number} ${title}（${leadUnit.shortName}）` }));
  return (
    <Select
      {...aria(props)}
      className={styles.wide ?? ''}
      {...(isWrong ? { status: 'error' as const } : {})}
      allowClear
      loading={loading}
      placeholder={t('findItem')}
      options={options}
      notFoundContent={t(text === '' ? 'typeToFind' : loading ? 'finding' : 'nothingFound')}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      // The chosen item stays named after the search has gone on.
      labelInValue
      value={value ? { value: (value as readonly string[])[0]!, label: (value as readonly string[])[1] } : null}
      onChange={(next?: { value: string; label?: unknown }) => onChange(next ? [next.value, String(next.label ?? '')] : null)}
    />
  );
}

function LightControl({ id, describedBy, value, onChange, item }: ControlProps) {
  const { t } = useTranslation('acts');
  const { light, computedLight } = item.standing ?? {};
  return (
    <Radio.Group
      id={id}
      aria-describedby={describedBy}
      className={styles.choices ?? ''}
      value={value}
      onChange={(event) => onChange(String(event.target.value))}
    >
      {(['GREEN', 'YELLOW', 'RED'] as const).map((one) => (
        <Radio key={one} value={one} disabled={one === light}>
          <LightMark light={one} />
          {one === light && <span className={styles.faint}> {t('lightNow')}</span>}
          {one === computedLight && <span className={styles.faint}> {t('lightByRules')}</span>}
        </Radio>
      ))}
      {computedLight && (
        <Radio value={liftOverride}>
          {t('liftOverride')} <LightMark light={computedLight} />
        </Radio>
      )}
    </Radio.Group>
  );
}

function SatisfactionControl({ id, describedBy, value, onChange }: ControlProps) {
  const { t } = useTranslation(['acts', 'ledger']);
  return (
    <Radio.Group
      id={id}
      aria-describedby={describedBy}
      className={styles.choices ?? ''}
      value={value}
      onChange={(event) => onChange(String(event.target.value))}
    >
      {satisfactions.map((one) => (
        <Radio key={one} value={one}>
          {t(`ledger:satisfactions.${one}`)}
        </Radio>
      ))}
    </Radio.Group>
  );
}
