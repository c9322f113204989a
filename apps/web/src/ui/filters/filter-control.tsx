import { Input, Select } from 'antd';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { SearchRecord } from '../search-params.ts';
import { Skeleton } from '../skeleton.tsx';
import styles from './filter-bar.module.css';
import { chosen, type FilterField } from './filter-field.ts';

const DayRange = lazy(() => import('../day-range.tsx').then((module) => ({ default: module.DayRange })));

type FilterControlProps = {
  field: FilterField;
  values: SearchRecord;
  onChange: (patch: SearchRecord, options?: { replace?: boolean }) => void;
};

/** The control of one filter. */
export function FilterControl({ field, values, onChange }: FilterControlProps) {
  switch (field.kind) {
    case 'text':
      return <TextFilter field={field} value={chosen(values, field.id)[0] ?? ''} onChange={onChange} />;
    case 'days':
      return (
        <Suspense fallback={<Skeleton height={32} />}>
          <DayRange
            className={styles.days}
            label={field.label}
            from={values[field.fromId]}
            to={values[field.toId]}
            onChange={(from, to) => onChange({ [field.fromId]: from, [field.toId]: to })}
          />
        </Suspense>
      );
    case 'one':
    case 'some': {
      const picked = chosen(values, field.id);
      const many = field.kind === 'some';
      return (
        <Select
          className={styles.control}
          {...(many ? { mode: 'multiple' as const, maxTagCount: 0, maxTagPlaceholder: () => `${field.label} · ${picked.length}` } : {})}
          aria-label={field.label}
          placeholder={field.label}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={260}
          options={field.options.map(({ value, label }) => ({ value, label }))}
          value={many ? picked : (picked[0] ?? null)}
          onChange={(value: string | string[] | null | undefined) =>
            onChange({ [field.id]: Array.isArray(value) && value.length === 0 ? undefined : (value ?? undefined) })
          }
        />
      );
    }
  }
}

/** Waits until the typing rests, so that a search is one request and one step in the history. */
function TextFilter({ field, value, onChange }: { field: FilterField; value: string; onChange: FilterControlProps['onChange'] }) {
  const [text, setText] = useState(value);
  const timer = useRef<number>(undefined);
  useEffect(() => setText(value), [value]);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const change = (next: string, wait: number) => {
    setText(next);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => onChange({ [field.id]: next.trim() || undefined }, { replace: true }), wait);
  };
  return (
    <Input.Search
      className={styles.text}
      aria-label={field.label}
      placeholder={field.label}
      allowClear
      value={text}
      onChange={(event) => change(event.target.value, 350)}
      onSearch={(next) => change(next, 0)}
    />
  );
}
