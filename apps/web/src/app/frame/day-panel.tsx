import type { Day } from '@duban/rules/vocabulary';
import { Calendar } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';

type DayPanelProps = { day: Day; last: Day; onChange: (day: Day) => void };

/** A month to pick a day from; days after `last` can't be picked. */
export function DayPanel({ day, last, onChange }: DayPanelProps) {
  return (
    <Calendar
      fullscreen={false}
      value={dayjs(day)}
      validRange={[dayjs('2013-01-01'), dayjs(last)]}
      onSelect={(picked, { source }) => {
        if (source === 'date') onChange(picked.format('YYYY-MM-DD'));
      }}
    />
  );
}
