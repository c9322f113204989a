import { useSuspenseQuery } from '@apollo/client/react';
import { openEnded, rankGroups, unitKinds } from '@duban/rules/vocabulary';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RankGroup, UnitKind } from '../../gql/graphql.ts';
import { useSession } from '../../ui/session.ts';
import { ActDrawer, type ActForm } from './act-drawer.tsx';
import styles from './admin.module.css';
import { AdminTable } from './admin-table.tsx';
import { chosenOf, textOf } from './form-values.ts';
import { UnitActs } from './unit-acts.tsx';
import { AdminUnitsDocument, CreateUnitDocument } from './units-acts.ts';
import { useAct } from './use-act.ts';

/** Units and the names that ledgers use for them. */
export function UnitsTab() {
  const { t } = useTranslation(['admin', 'cockpit', 'common']);
  const { campaign } = useSession();
  const { data, refetch } = useSuspenseQuery(AdminUnitsDocument);
  const [form, setForm] = useState<ActForm | null>(null);
  const createUnit = useAct(CreateUnitDocument, refetch);
  const inForce = data.units.filter(({ validTo }) => validTo >= campaign.today);
  const unitOptions = inForce.map(({ id, shortName }) => ({ value: id, label: shortName }));
  const kindOptions = unitKinds.map((value) => ({ value, label: t(`unitKinds.${value}`) }));
  const groupOptions = rankGroups.map((value) => ({ value, label: t(`cockpit:groups.${value}`) }));

  const create: ActForm = {
    title: t('units.create'),
    help: t('units.createHelp'),
    fields: [
      { name: 'id', label: t('units.code'), help: t('units.codeHelp'), kind: 'text' },
      { name: 'name', label: t('units.name'), kind: 'text' },
      { name: 'shortName', label: t('units.shortName'), kind: 'text' },
      { name: 'nameEn', label: t('units.nameEn'), kind: 'text' },
      { name: 'kind', label: t('units.kind'), kind: 'one', options: kindOptions },
      { name: 'parentId', label: t('units.parent'), kind: 'one', options: unitOptions },
      { name: 'rankGroup', label: t('units.rankGroup'), help: t('units.rankGroupHelp'), kind: 'one', options: groupOptions },
    ],
    initial: { kind: 'DEPARTMENT', parentId: inForce.find(({ kind }) => kind === 'CITY')?.id ?? null },
    submitLabel: t('units.create'),
    submit: (values) =>
      createUnit({
        input: {
          id: textOf(values, 'id'),
          name: textOf(values, 'name'),
          shortName: textOf(values, 'shortName'),
          nameEn: textOf(values, 'nameEn'),
          kind: (chosenOf(values, 'kind') ?? 'DEPARTMENT') as UnitKind,
          parentId: textOf(values, 'parentId'),
          rankGroup: chosenOf(values, 'rankGroup') as RankGroup | null,
        },
      }),
  };

  return (
    <>
      <AdminTable
        caption={t('tabs.units')}
        rows={data.units}
        rowKey={({ id }) => id}
        words={({ id, name, shortName, aliases }) => [id, name, shortName, ...aliases].join(' ')}
        columns={[
          { id: 'name', title: t('units.shortName'), render: (unit) => unit.shortName },
          { id: 'full', title: t('units.name'), render: (unit) => unit.name },
          { id: 'code', title: t('units.code'), render: (unit) => <span className={styles.faint}>{unit.id}</span> },
          { id: 'kind', title: t('units.kind'), render: (unit) => t(`unitKinds.${unit.kind}`) },
          { id: 'parent', title: t('units.parent'), render: (unit) => unit.parent?.shortName ?? '—' },
          { id: 'group', title: t('units.rankGroup'), render: (unit) => (unit.rankGroup ? t(`cockpit:groups.${unit.rankGroup}`) : '—') },
          { id: 'aliases', title: t('units.aliases'), render: (unit) => unit.aliases.join(t('common:listSeparator')) || '—' },
          { id: 'validTo', title: t('validTo'), render: (unit) => (unit.validTo === openEnded ? t('common:openEnded') : unit.validTo) },
        ]}
        acts={(unit) => <UnitActs unit={unit} unitOptions={unitOptions} refetch={refetch} onForm={setForm} />}
        extra={
          <Button type="primary" onClick={() => setForm(create)}>
            {t('units.create')}
          </Button>
        }
      />
      <ActDrawer form={form} onClose={() => setForm(null)} />
    </>
  );
}
