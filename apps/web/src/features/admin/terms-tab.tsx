import { useSuspenseQuery } from '@apollo/client/react';
import { openEnded } from '@duban/rules/vocabulary';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../ui/session.ts';
import { ActDrawer, type ActForm } from './act-drawer.tsx';
import styles from './admin.module.css';
import { AdminTable } from './admin-table.tsx';
import { listOf, numberOf, textOf } from './form-values.ts';
import { type AdminTerm, AdminTermsDocument, EndTermDocument, SaveTermDocument } from './settings-acts.ts';
import { useAct } from './use-act.ts';

const dictionaries = [
  'style-category',
  'style-source',
  'hard-problem-theme',
  'complaint-class',
  'complaint-channel',
  'rectification-campaign',
  'project-stage',
  'livelihood-programme',
  'supervision-source',
  'accountability-form',
  'post-level',
  'visit-kind',
] as const;
type Dictionary = (typeof dictionaries)[number];

/** The word lists that ledgers and filters offer. */
export function TermsTab() {
  const { t } = useTranslation(['admin', 'common']);
  const { campaign } = useSession();
  const { data, refetch } = useSuspenseQuery(AdminTermsDocument);
  const [dictionary, setDictionary] = useState<Dictionary>('style-category');
  const [form, setForm] = useState<ActForm | null>(null);
  const saveTerm = useAct(SaveTermDocument, refetch);
  const endTerm = useAct(EndTermDocument, refetch);
  const rows = data.terms.filter((term) => term.dictionary === dictionary);

  const save = (term: AdminTerm | null): ActForm => ({
    title: term ? t('terms.editTitle', { term: term.name }) : t('terms.create'),
    fields: [
      { name: 'code', label: t('terms.code'), help: t('terms.codeHelp'), kind: 'text', isFixed: term !== null },
      { name: 'name', label: t('terms.name'), kind: 'text' },
      { name: 'nameEn', label: t('terms.nameEn'), kind: 'text' },
      { name: 'aliases', label: t('terms.aliases'), help: t('terms.aliasesHelp'), kind: 'words' },
      { name: 'position', label: t('terms.position'), kind: 'number' },
      { name: 'isUnconfirmed', label: t('terms.unconfirmed'), help: t('terms.unconfirmedHelp'), kind: 'switch' },
    ],
    initial: term
      ? {
          code: term.code,
          name: term.name,
          nameEn: term.nameEn,
          aliases: term.aliases,
          position: term.position,
          isUnconfirmed: term.isUnconfirmed,
        }
      : { position: rows.length + 1 },
    submitLabel: t('save'),
    submit: (values) =>
      saveTerm({
        input: {
          dictionary,
          code: textOf(values, 'code'),
          name: textOf(values, 'name'),
          nameEn: textOf(values, 'nameEn'),
          aliases: listOf(values, 'aliases'),
          position: numberOf(values, 'position'),
          isUnconfirmed: values.isUnconfirmed === true,
        },
      }),
  });
  const end = ({ code, name }: AdminTerm): ActForm => ({
    title: t('terms.endTitle', { term: name }),
    help: t('terms.endHelp'),
    fields: [{ name: 'lastDay', label: t('lastDay'), kind: 'day' }],
    initial: { lastDay: campaign.today },
    submitLabel: t('terms.end'),
    isDanger: true,
    submit: (values) => endTerm({ dictionary, code, lastDay: textOf(values, 'lastDay') }),
  });

  return (
    <>
      <AdminTable
        caption={t('tabs.terms')}
        rows={rows}
        rowKey={({ code }) => code}
        columns={[
          { id: 'code', title: t('terms.code'), render: ({ code }) => <span className={styles.faint}>{code}</span> },
          { id: 'name', title: t('terms.name'), render: ({ name, isUnconfirmed }) => (isUnconfirmed ? t('terms.marked', { name }) : name) },
          { id: 'nameEn', title: t('terms.nameEn'), render: ({ nameEn }) => nameEn },
          { id: 'aliases', title: t('terms.aliases'), render: ({ aliases }) => aliases.join(t('common:listSeparator')) || '—' },
          { id: 'validTo', title: t('validTo'), render: ({ validTo }) => (validTo === openEnded ? t('common:openEnded') : validTo) },
        ]}
        acts={(term) => (
          <>
            <Button type="link" size="small" onClick={() => setForm(save(term))}>
              {t('edit')}
            </Button>
            <Button type="link" size="small" danger onClick={() => setForm(end(term))}>
              {t('terms.end')}
            </Button>
          </>
        )}
        extra={
          <>
            <Select
              aria-label={t('terms.dictionary')}
              className={styles.search ?? ''}
              value={dictionary}
              onChange={setDictionary}
              options={dictionaries.map((value) => ({ value, label: t(`dictionaries.${value}`) }))}
            />
            <Button type="primary" onClick={() => setForm(save(null))}>
              {t('terms.create')}
            </Button>
          </>
        }
      />
      <ActDrawer form={form} onClose={() => setForm(null)} />
    </>
  );
}
