import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useTranslation } from 'react-i18next';

type DayRangeProps = {
  label: string;
  from: unknown;
  to: unknown;
  onChange: (from: string | undefined, to: string | undefined) => void;
  className?: string | undefined;
};

const dayOf = (value: unknown) => (typeof value === 'string' ? dayjs(value) : null);

/** Two days, either of which may be open. */
export function DayRange({ label, from, to, onChange, className }: DayRangeProps) {
  const { t } = useTranslation('tables');
  return (
    <DatePicker.RangePicker
      {...(className ? { className } : {})}
      aria-label={label}
      allowEmpty={[true, true]}
      format="YYYY-MM-DD"
      placeholder={[`${label} ${t('from')}`, t('to')]}
      value={[dayOf(from), dayOf(to)]}
      onChange={(days) => onChange(days?.[0]?.format('YYYY-MM-DD'), days?.[1]?.format('YYYY-MM-DD'))}
    />
  );
}
