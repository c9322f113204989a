import { FileExcelOutlined } from '@ant-design/icons';
import { useQuery } from '@apollo/client/react';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../ui/page-head.tsx';
import { timeInCity } from '../../ui/time-in-city.ts';
import { useHref } from '../../ui/use-href.ts';
import { useSearchPatch } from '../../ui/use-search-patch.ts';
import { MonthlyBurdenDocument, type MonthlyForm } from './monthly-query.ts';
import styles from './monthly-report.module.css';
import { monthWords } from './words.ts';

type FormHeadProps = {
  form: MonthlyForm | null;
  periodOn: string | null;
  unitId: string | null;
  periods: readonly string[];
  onExcel: (() => void) | null;
};

/** Which unit and month, how much it asks, where it stands, and the way by Excel. */
export function FormHead({ form, periodOn, unitId, periods, onExcel }: FormHeadProps) {
  const { t } = useTranslation(['monthly-report', 'nav']);
  const patch = useSearchPatch();
  const href = useHref();
  const { data } = useQuery(MonthlyBurdenDocument, { variables: { periodOn }, fetchPolicy: 'cache-and-network' });
  const units = data?.burden ?? [];
  const unit = form?.unit.id ?? unitId;
  const isAsked = form !== null && form.rows.length > 0;
  const choices = units.map(({ unitId: id, unitName, askedCount, state }) => ({
    value: id,
    label: t('unitChoice', { name: unitName, asked: askedCount, state: t(`states.${state}`) }),
  }));
  return (
    <PageHead
      title={t('title')}
      crumbs={[{ label: t('nav:myWork'), href: href({ to: '/my-work' }) }]}
      marks={
        form && <span className={styles.state}>{form.sentAt && form.state !== 'SENT' ? t('correcting') : t(`states.${form.state}`)}</span>
      }
      subtitle={
        form && (
          <span className={styles.facts}>
            <span>{form.unit.name}</span>
            {isAsked && <span className={styles.burden}>{t('burden', { asked: form.askedCount, withLast: form.withLastCount })}</span>}
            {form.submittedAt && form.state === 'SUBMITTED' && (
              <span>{t('submittedBy', { who: form.submittedBy ?? '', when: timeInCity(form.submittedAt) })}</span>
            )}
            {form.sentAt && <span>{t('sentBy', { who: form.sentBy ?? '', when: timeInCity(form.sentAt) })}</span>}
          </span>
        )
      }
      actions={
        <div className={styles.choices}>
          {choices.length > 1 && (
            <Select
              aria-label={t('unit')}
              showSearch={{ optionFilterProp: 'label' }}
              popupMatchSelectWidth={false}
              style={{ width: 220 }}
              {...(unit && choices.some(({ value }) => value === unit) ? { value: unit } : {})}
              placeholder={t('unit')}
              options={choices}
              onChange={(value: string) => patch({ unit: value })}
            />
          )}
          <Select
            aria-label={t('month')}
            style={{ width: 130 }}
            value={periodOn}
            options={periods.map((period) => ({ value: period, label: monthWords(t, period) }))}
            onChange={(value: string) => patch({ month: value.slice(0, 7) })}
          />
          {onExcel && (
            <Button icon={<FileExcelOutlined />} onClick={onExcel}>
              {t('excel')}
            </Button>
          )}
        </div>
      }
    />
  );
}
