import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../ui/session.ts';
import type { ActForm } from './act-drawer.tsx';
import { chosenOf, textOf } from './form-values.ts';
import { AddUnitAliasDocument, type AdminUnit, EndUnitDocument, RemoveUnitAliasDocument, RenameUnitDocument } from './units-acts.ts';
import { useAct } from './use-act.ts';

type UnitActsProps = {
  unit: AdminUnit;
  unitOptions: readonly { value: string; label: string }[];
  refetch: () => Promise<unknown>;
  onForm: (form: ActForm) => void;
};

/** What may be done with a unit. */
export function UnitActs({ unit, unitOptions, refetch, onForm }: UnitActsProps) {
  const { t } = useTranslation('admin');
  const { campaign } = useSession();
  const renameUnit = useAct(RenameUnitDocument, refetch);
  const addUnitAlias = useAct(AddUnitAliasDocument, refetch);
  const removeUnitAlias = useAct(RemoveUnitAliasDocument, refetch);
  const endUnit = useAct(EndUnitDocument, refetch);
  if (unit.validTo < campaign.today) return null;
  const { id, version } = unit;

  const rename: ActForm = {
    title: t('units.renameTitle', { unit: unit.shortName }),
    help: t('units.renameHelp'),
    fields: [
      { name: 'name', label: t('units.name'), kind: 'text' },
      { name: 'shortName', label: t('units.shortName'), kind: 'text' },
      { name: 'nameEn', label: t('units.nameEn'), kind: 'text' },
    ],
    initial: { name: unit.name, shortName: unit.shortName, nameEn: unit.nameEn },
    submitLabel: t('units.rename'),
    submit: (values) =>
      renameUnit({
        id,
        version,
        names: { name: textOf(values, 'name'), shortName: textOf(values, 'shortName'), nameEn: textOf(values, 'nameEn') },
      }),
  };
  const addAlias: ActForm = {
    title: t('units.aliasTitle', { unit: unit.shortName }),
    help: t('units.aliasHelp'),
    fields: [{ name: 'alias', label: t('units.alias'), kind: 'text' }],
    initial: {},
    submitLabel: t('units.addAlias'),
    submit: (values) => addUnitAlias({ id, version, alias: textOf(values, 'alias') }),
  };
  const removeAlias: ActForm = {
    title: t('units.removeAliasTitle', { unit: unit.shortName }),
    fields: [
      { name: 'alias', label: t('units.alias'), kind: 'one', options: unit.aliases.map((alias) => ({ value: alias, label: alias })) },
    ],
    initial: { alias: unit.aliases[0] ?? null },
    submitLabel: t('units.removeAlias'),
    submit: (values) => removeUnitAlias({ id, version, alias: textOf(values, 'alias') }),
  };
  const end: ActForm = {
    title: t('units.endTitle', { unit: unit.shortName }),
    help: t('units.endHelp'),
    fields: [
      { name: 'lastDay', label: t('lastDay'), kind: 'day' },
      { name: 'successorId', label: t('units.successor'), kind: 'one', options: unitOptions.filter(({ value }) => value !== id) },
    ],
    initial: { lastDay: campaign.today },
    submitLabel: t('units.end'),
    isDanger: true,
    submit: (values) => endUnit({ id, version, lastDay: textOf(values, 'lastDay'), successorId: chosenOf(values, 'successorId') }),
  };

  return (
    <>
      <Button type="link" size="small" onClick={() => onForm(rename)}>
        {t('units.rename')}
      </Button>
      <Button type="link" size="small" onClick={() => onForm(addAlias)}>
        {t('units.addAlias')}
      </Button>
      {unit.aliases.length > 0 && (
        <Button type="link" size="small" onClick={() => onForm(removeAlias)}>
          {t('units.removeAlias')}
        </Button>
      )}
      <Button type="link" size="small" danger onClick={() => onForm(end)}>
        {t('units.end')}
      </Button>
    </>
  );
}
