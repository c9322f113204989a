import { useSuspenseQuery } from '@apollo/client/react';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { formatMonth } from '../../ui/format.ts';
import { useSession } from '../../ui/session.ts';
import { ActDrawer, type ActForm } from './act-drawer.tsx';
import styles from './admin.module.css';
import { textOf } from './form-values.ts';
import { AdminCalendarDocument, type AdminDay, SetCalendarDayDocument } from './settings-acts.ts';
import { useAct } from './use-act.ts';

const years = Array.from({ length: 13 }, (_, index) => 2014 + index);
const months = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));

/** The working calendar of a year, a row a month; a day is pressed to change it. */
export function CalendarTab() {
  const { t } = useTranslation('admin');
  const language = useLanguage();
  const { campaign } = useSession();
  const [year, setYear] = useState(Number(campaign.today.slice(0, 4)));
  const { data, refetch } = useSuspenseQuery(AdminCalendarDocument, { variables: { year } });
  const [form, setForm] = useState<ActForm | null>(null);
  const setCalendarDay = useAct(SetCalendarDayDocument, refetch);

  const change = ({ day, isWorking, label }: AdminDay): ActForm => ({
    title: t('calendar.dayTitle', { day }),
    help: t('calendar.help'),
    fields: [
      { name: 'isWorking', label: t('calendar.isWorking'), kind: 'switch' },
      { name: 'label', label: t('calendar.label'), help: t('calendar.labelHelp'), kind: 'text' },
    ],
    initial: { isWorking, label },
    submitLabel: t('save'),
    submit: (values) => setCalendarDay({ day, isWorking: values.isWorking === true, label: textOf(values, 'label') || null }),
  });
  const saidOf = ({ day, isWorking, label }: AdminDay) =>
    [day, t(isWorking ? 'calendar.working' : 'calendar.off'), label].filter(Boolean).join(' · ');

  return (
    <>
      <div className={styles.bar}>
        <Select
          aria-label={t('calendar.year')}
          value={year}
          onChange={setYear}
          options={years.map((value) => ({ value, label: t('calendar.yearOf', { year: value }) }))}
        />
        <span className={styles.count}>{t('calendar.legend')}</span>
        {data.calendarDays.some(({ isProvisional }) => isProvisional) && <span className={styles.mark}>{t('calendar.provisional')}</span>}
      </div>
      <section className={styles.scroll} aria-label={t('tabs.calendar')}>
        <table className={styles.calendar}>
          <caption className="visually-hidden">{t('tabs.calendar')}</caption>
          <tbody>
            {months.map((month) => (
              <tr key={month}>
                <th scope="row" className={styles.month}>
                  {formatMonth(`${year}-${month}`, language)}
                </th>
                {data.calendarDays
                  .filter(({ day }) => day.slice(5, 7) === month)
                  .map((one) => (
                    <td key={one.day}>
                      <button
                        type="button"
                        className={[styles.day, one.isWorking ? '' : styles.off, one.label ? styles.named : ''].join(' ')}
                        title={saidOf(one)}
                        aria-label={saidOf(one)}
                        onClick={() => setForm(change(one))}
                      >
                        {Number(one.day.slice(8))}
                      </button>
                    </td>
                  ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <ActDrawer form={form} onClose={() => setForm(null)} />
    </>
  );
}
