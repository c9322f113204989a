import { useEffect, useRef, useState } from 'preact/hooks';
import type { FormQuery, UnitGroup } from '../gql/graphql.ts';
import { type Language, useTexts } from '../i18n/i18n.ts';
import { describedBy, FieldFrame } from './field.tsx';

export type FormUnit = FormQuery['complaintForm']['units'][number];

const groups: readonly UnitGroup[] = ['DEPARTMENT', 'COUNTY', 'OTHER'];

export const unitName = (unit: FormUnit, language: Language) => (language === 'en' ? unit.nameEn : unit.name);

/** Units whose Chinese or English name holds the text, in the order of their groups. */
export function unitsWith(units: readonly FormUnit[], text: string): FormUnit[] {
  const wanted = text.trim().toLowerCase();
  const fit = units.filter(({ name, nameEn }) => name.toLowerCase().includes(wanted) || nameEn.toLowerCase().includes(wanted));
  return groups.reduce<FormUnit[]>((all, group) => all.concat(fit.filter((unit) => unit.group === group)), []);
}

/** The unit that a text names in full. */
export const unitNamed = (units: readonly FormUnit[], text: string) =>
  units.find(({ name, nameEn }) => name === text.trim() || nameEn.toLowerCase() === text.trim().toLowerCase());

interface Props {
  id: string;
  label: string;
  hint: string;
  error?: string | undefined;
  units: readonly FormUnit[];
  /** What stands in the field, whether or not it is a unit's name. */
  text: string;
  unitId: string;
  onChange: (change: { unitText: string; unitId: string }) => void;
}

/** A field that offers the units holding what is typed. Arrow keys, Enter, Escape; a touch picks too. */
export function UnitPicker({ id, label, hint, error, units, text, unitId, onChange }: Props) {
  const { t, language } = useTexts();
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const chosen = units.find((unit) => unit.id === unitId);
  // What was chosen stands in the field: opened again, the list shows all.
  const offered = isOpen ? unitsWith(units, chosen ? '' : text) : [];
  const optionId = (index: number) => `${id}-option-${index}`;

  useEffect(() => {
    if (active >= 0) list.current?.querySelector(`#${optionId(active)}`)?.scrollIntoView?.({ block: 'nearest' });
  });

  const close = () => {
    setOpen(false);
    setActive(-1);
  };
  const pick = (unit: FormUnit) => {
    onChange({ unitText: unitName(unit, language), unitId: unit.id });
    close();
  };
  const type = (typed: string) => {
    onChange({ unitText: typed, unitId: unitNamed(units, typed)?.id ?? '' });
    setOpen(true);
    setActive(-1);
  };
  const clear = () => {
    onChange({ unitText: '', unitId: '' });
    input.current?.focus();
  };
  const move = (step: number) => {
    const count = unitsWith(units, chosen ? '' : text).length;
    if (!isOpen) setOpen(true);
    if (count > 0) setActive(active < 0 ? (step > 0 ? 0 : count - 1) : (active + step + count) % count);
  };
  const onKey = (event: KeyboardEvent) => {
    const active1 = offered[active];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') move(event.key === 'ArrowDown' ? 1 : -1);
    else if (event.key === 'Enter' && isOpen && active1) pick(active1);
    else if (event.key === 'Escape' && isOpen) close();
    else return;
    event.preventDefault();
  };

  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <div class="picker">
        <input
          ref={input}
          id={id}
          name={id}
          type="text"
          role="combobox"
          autocomplete="off"
          spellcheck={false}
          value={text}
          aria-expanded={isOpen && offered.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={active >= 0 && isOpen ? optionId(active) : undefined}
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={describedBy({ id, hint, error })}
          onInput={(event) => type(event.currentTarget.value)}
          onKeyDown={onKey}
          onClick={() => setOpen(true)}
          onBlur={close}
        />
        {offered.length > 0 && (
          // The focus stays in the field while an option is pressed.
          <div
            class="options"
            id={`${id}-list`}
            role="listbox"
            aria-label={label}
            ref={list}
            onMouseDown={(event) => event.preventDefault()}
          >
            {groups.map((group) => (
              <OptionGroup key={group} group={group} offered={offered} {...{ active, chosen, optionId, pick, language }} />
            ))}
          </div>
        )}
      </div>
      <p class="hint" aria-live="polite">
        {isOpen && text && !chosen && (offered.length > 0 ? t('whom.unitCount', { count: offered.length }) : t('whom.unitNone'))}
      </p>
      {chosen && (
        <p class="chosen">
          {t('whom.unitChosen', { name: unitName(chosen, language) })}{' '}
          <button type="button" class="link" onClick={clear} aria-label={t('whom.unitClearOf', { name: unitName(chosen, language) })}>
            {t('whom.unitClear')}
          </button>
        </p>
      )}
    </FieldFrame>
  );
}

interface GroupProps {
  group: UnitGroup;
  offered: readonly FormUnit[];
  active: number;
  chosen: FormUnit | undefined;
  optionId: (index: number) => string;
  pick: (unit: FormUnit) => void;
  language: Language;
}

function OptionGroup({ group, offered, active, chosen, optionId, pick, language }: GroupProps) {
  const { t } = useTexts();
  if (!offered.some((unit) => unit.group === group)) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of a listbox
    <div role="group" aria-label={t(`whom.groups.${group}`)}>
      <p class="group" aria-hidden="true">
        {t(`whom.groups.${group}`)}
      </p>
      {offered.map(
        (unit, index) =>
          unit.group === group && (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys
            // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active option
            <div
              key={unit.id}
              id={optionId(index)}
              role="option"
              class={index === active ? 'option active' : 'option'}
              aria-selected={unit === chosen}
              onClick={() => pick(unit)}
            >
              {unitName(unit, language)}
            </div>
          ),
      )}
    </div>
  );
}
