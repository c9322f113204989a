import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './mapping.module.css';
import type { MappingColumn } from './mapping-query.ts';

type ConstantFieldProps = {
  column: MappingColumn;
  label: string;
  value: string;
  describedBy: string;
  isWrong: boolean;
  onChange: (value: string) => void;
};

/** One value for all rows: chosen from the words that the column knows, or typed. */
export function ConstantField({ column, label, value, describedBy, isWrong, onChange }: ConstantFieldProps) {
  const { t } = useTranslation('exchange');
  const shared = {
    'aria-label': label,
    'aria-describedby': describedBy,
    'aria-invalid': isWrong,
    size: 'small' as const,
    className: styles.value ?? '',
    ...(isWrong ? { status: 'error' as const } : {}),
  };
  if (column.options.length === 0) {
    const kind =
      column.type === 'day' || column.type === 'month'
        ? column.type
        : column.type === 'integer' || column.type === 'decimal'
          ? 'number'
          : 'text';
    return (
      <Input {...shared} value={value} placeholder={t(`mapping.placeholders.${kind}`)} onChange={({ target }) => onChange(target.value)} />
    );
  }
  return (
    <Select
      {...shared}
      allowClear
      placeholder={t('mapping.choose')}
      options={column.options.map((option) => ({ value: option, label: option }))}
      showSearch={{ optionFilterProp: 'label' }}
      value={value === '' ? null : value}
      onChange={(next: string | null | undefined) => onChange(next ?? '')}
    />
  );
}
