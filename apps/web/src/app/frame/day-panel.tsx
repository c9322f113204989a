import { DoubleLeftOutlined, DoubleRightOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons';
import type { Day } from '@duban/rules/vocabulary';
import { Button, Calendar } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useTranslation } from 'react-i18next';
import styles from './top-bar.module.css';

type DayPanelProps = { day: Day; last: Day; onChange: (day: Day) => void };

/** A month to pick a day from; days after `last` can't be picked. */
export function DayPanel({ day, last, onChange }: DayPanelProps) {
  return (
    <Calendar
      fullscreen={false}
      defaultValue={dayjs(day)}
      validRange={[dayjs('2013-01-01'), dayjs(last)]}
      headerRender={({ value, onChange: show }) => <MonthHead value={value} last={last} onShow={show} />}
      onSelect={(picked, { source }) => {
        if (source === 'date') onChange(picked.format('YYYY-MM-DD'));
      }}
    />
  );
}

type MonthHeadProps = { value: Dayjs; last: Day; onShow: (day: Dayjs) => void };

/** The month shown, and steps by month and year that never pass the last day. */
function MonthHead({ value, last, onShow }: MonthHeadProps) {
  const { t } = useTranslation('nav');
  const end = dayjs(last);
  const step = (amount: number, unit: 'month' | 'year') => {
    const next = value.add(amount, unit);
    onShow(next.isAfter(end) ? end : next);
  };
  const atEnd = value.isSame(end, 'month');
  return (
    <div className={styles.month}>
      <Button type="text" size="small" icon={<DoubleLeftOutlined />} aria-label={t('yearBefore')} onClick={() => step(-1, 'year')} />
      <Button type="text" size="small" icon={<LeftOutlined />} aria-label={t('monthBefore')} onClick={() => step(-1, 'month')} />
      <strong aria-live="polite">{value.format('YYYY-MM')}</strong>
      <Button
        type="text"
        size="small"
        icon={<RightOutlined />}
        aria-label={t('monthAfter')}
        disabled={atEnd}
        onClick={() => step(1, 'month')}
      />
      <Button
        type="text"
        size="small"
        icon={<DoubleRightOutlined />}
        aria-label={t('yearAfter')}
        disabled={atEnd}
        onClick={() => step(1, 'year')}
      />
    </div>
  );
}
