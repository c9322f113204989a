import { MenuButton } from '../menu-button.tsx';
import styles from './panel-choice.module.css';

type PanelChoiceProps<Value extends string> = {
  /** What is chosen: 「分组」. */
  label: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
};

/** The small choice beside a panel's actions: which group, which measure. */
export function PanelChoice<Value extends string>({ label, value, options, onChange }: PanelChoiceProps<Value>) {
  const chosen = options.find((option) => option.value === value);
  return (
    <MenuButton
      label={`${label} ${chosen?.label ?? ''}`}
      className={styles.choice}
      placement="bottomRight"
      groups={[
        {
          id: 'choices',
          items: options.map((option) => ({
            id: option.value,
            label: option.label,
            chosen: option.value === value,
            onChoose: () => onChange(option.value),
          })),
        },
      ]}
    >
      {chosen?.label} <span aria-hidden="true">▾</span>
    </MenuButton>
  );
}
