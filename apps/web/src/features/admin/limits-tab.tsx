import { useSuspenseQuery } from '@apollo/client/react';
import { dayUnits, openEnded } from '@duban/rules/vocabulary';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DayUnit } from '../../gql/graphql.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useSession } from '../../ui/session.ts';
import { ActDrawer, type ActForm } from './act-drawer.tsx';
import styles from './admin.module.css';
import { AdminTable } from './admin-table.tsx';
import { chosenOf, numberOf, textOf } from './form-values.ts';
import { type AdminLimit, AdminLimitsDocument, type AdminThreshold, SetThresholdDocument, SetTimeLimitDocument } from './settings-acts.ts';
import { useAct } from './use-act.ts';

/** Time limits and light thresholds, each from a day on. */
export function LimitsTab() {
  const { t } = useTranslation(['admin', 'terms', 'common']);
  const english = useLanguage() === 'en';
  const { campaign } = useSession();
  const { data, refetch } = useSuspenseQuery(AdminLimitsDocument);
  const [form, setForm] = useState<ActForm | null>(null);
  const setTimeLimit = useAct(SetTimeLimitDocument, refetch);
  const setThreshold = useAct(SetThresholdDocument, refetch);
  const daysOf = (days: number, unit: DayUnit) => t(`limits.days.${unit}`, { days });

  const limit = ({ code, name, days, dayUnit, extensionDays, basis }: AdminLimit): ActForm => ({
    title: t('limits.limitTitle', { limit: name }),
    help: t('limits.limitHelp'),
    fields: [
      { name: 'validFrom', label: t('validFrom'), kind: 'day' },
      { name: 'days', label: t('limits.dayCount'), kind: 'number' },
      {
        name: 'dayUnit',
        label: t('limits.dayUnit'),
        kind: 'one',
        options: dayUnits.map((value) => ({ value, label: t(`limits.units.${value}`) })),
      },
      { name: 'extensionDays', label: t('limits.extension'), help: t('limits.extensionHelp'), kind: 'number' },
      { name: 'basis', label: t('limits.basis'), kind: 'text' },
    ],
    initial: { validFrom: campaign.today, days, dayUnit, extensionDays, basis },
    submitLabel: t('save'),
    submit: (values) =>
      setTimeLimit({
        input: {
          code,
          validFrom: textOf(values, 'validFrom'),
          days: numberOf(values, 'days'),
          dayUnit: (chosenOf(values, 'dayUnit') ?? dayUnit) as DayUnit,
          extensionDays: numberOf(values, 'extensionDays'),
          basis: textOf(values, 'basis'),
        },
      }),
  });
  const threshold = ({ kind, ...now }: AdminThreshold): ActForm => ({
    title: t('limits.thresholdTitle', { kind: t(`terms:kinds.${kind}`) }),
    help: t('limits.thresholdHelp'),
    fields: [
      { name: 'validFrom', label: t('validFrom'), kind: 'day' },
      { name: 'timeYellowPercent', label: t('limits.timeYellow'), help: t('limits.timeYellowHelp'), kind: 'number' },
      { name: 'planYellowPoints', label: t('limits.planYellow'), kind: 'number' },
      { name: 'planRedPoints', label: t('limits.planRed'), kind: 'number' },
      { name: 'reportGraceWorkingDays', label: t('limits.grace'), kind: 'number' },
    ],
    initial: { ...now, validFrom: campaign.today },
    submitLabel: t('save'),
    submit: (values) =>
      setThreshold({
        input: {
          kind,
          validFrom: textOf(values, 'validFrom'),
          timeYellowPercent: typeof values.timeYellowPercent === 'number' ? values.timeYellowPercent : null,
          planYellowPoints: numberOf(values, 'planYellowPoints'),
          planRedPoints: numberOf(values, 'planRedPoints'),
          reportGraceWorkingDays: numberOf(values, 'reportGraceWorkingDays'),
        },
      }),
  });
  const change = (open: () => ActForm) => (
    <Button type="link" size="small" onClick={() => setForm(open())}>
      {t('edit')}
    </Button>
  );

  return (
    <>
      <h2 className={styles.subtitle}>{t('limits.thresholds')}</h2>
      <AdminTable
        caption={t('limits.thresholds')}
        rows={data.thresholds}
        rowKey={({ kind, validFrom }) => `${kind} ${validFrom}`}
        columns={[
          { id: 'kind', title: t('limits.register'), render: ({ kind }) => t(`terms:kinds.${kind}`) },
          { id: 'validFrom', title: t('validFrom'), render: ({ validFrom }) => validFrom },
          { id: 'time', title: t('limits.timeYellow'), render: ({ timeYellowPercent }) => timeYellowPercent ?? '—' },
          { id: 'yellow', title: t('limits.planYellow'), render: ({ planYellowPoints }) => planYellowPoints },
          { id: 'red', title: t('limits.planRed'), render: ({ planRedPoints }) => planRedPoints },
          { id: 'grace', title: t('limits.grace'), render: ({ reportGraceWorkingDays }) => reportGraceWorkingDays },
        ]}
        acts={(row) => change(() => threshold(row))}
      />
      <h2 className={styles.subtitle}>{t('limits.limits')}</h2>
      <AdminTable
        caption={t('limits.limits')}
        rows={data.timeLimits}
        rowKey={({ code, validFrom }) => `${code} ${validFrom}`}
        columns={[
          { id: 'name', title: t('limits.name'), render: ({ name, nameEn }) => (english ? nameEn : name) },
          { id: 'days', title: t('limits.dayCount'), render: ({ days, dayUnit }) => daysOf(days, dayUnit) },
          {
            id: 'extension',
            title: t('limits.extension'),
            render: ({ extensionDays, dayUnit }) => (extensionDays > 0 ? daysOf(extensionDays, dayUnit) : '—'),
          },
          {
            id: 'basis',
            title: t('limits.basis'),
            render: ({ basis, isSecondary }) => (
              <>
                {basis} {isSecondary && <span className={styles.mark}>{t('limits.secondary')}</span>}
              </>
            ),
          },
          { id: 'validFrom', title: t('validFrom'), render: ({ validFrom }) => validFrom },
          { id: 'validTo', title: t('validTo'), render: ({ validTo }) => (validTo === openEnded ? t('common:openEnded') : validTo) },
        ]}
        acts={(row) => (row.validTo === openEnded ? change(() => limit(row)) : null)}
      />
      <ActDrawer form={form} onClose={() => setForm(null)} />
    </>
  );
}
