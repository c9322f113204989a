import { useTranslation } from 'react-i18next';
import { MenuButton } from '../../ui/menu-button.tsx';
import type { UnitChoice } from '../../ui/session.ts';
import styles from './top-bar.module.css';

type ScopeSelectProps = {
  units: readonly UnitChoice[];
  /** The chosen unit's id; undefined is the whole city. */
  scope: string | undefined;
  onChange: (scope: string | undefined) => void;
};

/** Whose items are looked at: the whole city, one county or one department. */
export function ScopeSelect({ units, scope, onChange }: ScopeSelectProps) {
  const { t } = useTranslation('nav');
  const nameOf = (unit: UnitChoice) => unit.shortName || unit.name;
  const chosen = units.find((unit) => unit.id === scope);
  const face = chosen ? nameOf(chosen) : t('wholeCity');
  const group = (kind: UnitChoice['kind'], label: string) => ({
    id: kind,
    label,
    items: units
      .filter((unit) => unit.kind === kind)
      .map((unit) => ({ id: unit.id, label: nameOf(unit), chosen: unit.id === scope, onChoose: () => onChange(unit.id) })),
  });
  const whole = { id: 'whole-city', label: t('wholeCity'), chosen: scope === undefined, onChoose: () => onChange(undefined) };
  const groups = [{ id: 'whole', items: [whole] }, group('COUNTY', t('counties')), group('DEPARTMENT', t('departments'))];
  return (
    <MenuButton label={`${t('scope')} ${face}`} className={styles.control} groups={groups.filter(({ items }) => items.length > 0)}>
      <span className={styles.scope}>{face}</span>
      <span aria-hidden="true">▾</span>
    </MenuButton>
  );
}
