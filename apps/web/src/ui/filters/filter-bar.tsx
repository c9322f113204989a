import { FilterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SearchRecord } from '../search-params.ts';
import styles from './filter-bar.module.css';
import { FilterChips } from './filter-chips.tsx';
import { FilterControl } from './filter-control.tsx';
import { activeFilters, type FilterField } from './filter-field.ts';

type FilterBarProps = {
  fields: readonly FilterField[];
  /** The page's search parameters. */
  values: SearchRecord;
  /** Given the parameters to change; bind to `useSearchPatch()`. Paging goes back to the first page. */
  onChange: (patch: SearchRecord, options?: { replace?: boolean }) => void;
};

/** A page's filters with a chip for each one in force. On a phone they fold away behind one button. */
export function FilterBar({ fields, values, onChange }: FilterBarProps) {
  const { t } = useTranslation('tables');
  const [open, setOpen] = useState(false);
  const controlsId = useId();
  const active = activeFilters(fields, values);
  const change: FilterBarProps['onChange'] = (patch, options) => onChange({ ...patch, after: undefined, before: undefined }, options);

  return (
    <section className={`${styles.bar} no-print`} aria-label={t('filters')}>
      <Button
        className={styles.fold}
        icon={<FilterOutlined />}
        aria-expanded={open}
        aria-controls={controlsId}
        onClick={() => setOpen(!open)}
      >
        {active.length > 0 ? t('filtersCount', { count: active.length }) : t('filters')}
      </Button>
      <div id={controlsId} className={open ? styles.controlsOpen : styles.controls}>
        {fields.map((field) => (
          <FilterControl key={field.id} field={field} values={values} onChange={change} />
        ))}
      </div>
      <FilterChips filters={active} onLift={change} />
    </section>
  );
}
