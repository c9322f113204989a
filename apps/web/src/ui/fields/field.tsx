import { Input, Radio, Select } from 'antd';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './fields.module.css';

/** What the control of a field is given: its name and, when it is wrong, that it is and where that is said. */
type Control = { id: string; 'aria-invalid': boolean; 'aria-describedby': string; status: '' | 'error' };

type FieldProps = {
  label: string;
  help?: ReactNode;
  problem?: string | undefined;
  isOptional?: boolean;
  /** A group of controls, which no single label names. */
  isGroup?: boolean;
  children: (control: Control) => ReactNode;
};

/** Label above, the problem and the help below. */
export function Field({ label, help, problem, isOptional = false, isGroup = false, children }: FieldProps) {
  const { t } = useTranslation('common');
  const id = useId();
  const Label = isGroup ? 'span' : 'label';
  return (
    <div>
      <Label className={styles.label} {...(isGroup ? { id: `${id}-label` } : { htmlFor: id })}>
        {label}
        {isOptional && <span className={styles.faint}> {t('field.optional')}</span>}
      </Label>
      {children({ id, 'aria-invalid': Boolean(problem), 'aria-describedby': `${id}-help`, status: problem ? 'error' : '' })}
      <div id={`${id}-help`}>
        {problem && (
          <p className={styles.problem} role="alert">
            {problem}
          </p>
        )}
        {help && <p className={styles.faint}>{help}</p>}
      </div>
    </div>
  );
}

type TextFieldProps = Omit<FieldProps, 'children'> & {
  value: string;
  onChange: (value: string) => void;
  most: number;
  rows?: number;
  disabled?: boolean;
};

/** A text; several lines where `rows` says so, and more as it grows. */
export function TextField({ value, onChange, most, rows, disabled = false, ...field }: TextFieldProps) {
  const shared = { maxLength: most, value, disabled };
  return (
    <Field {...field}>
      {(control) =>
        rows ? (
          <Input.TextArea
            {...control}
            {...shared}
            autoSize={{ minRows: rows, maxRows: 10 }}
            onChange={({ target }) => onChange(target.value)}
          />
        ) : (
          <Input {...control} {...shared} autoComplete="off" onChange={({ target }) => onChange(target.value)} />
        )
      }
    </Field>
  );
}

type DayFieldProps = Omit<FieldProps, 'children'> & { value: string; onChange: (value: string) => void; min?: string; max?: string };

/** A day, chosen with what the phone has for it. */
export function DayField({ value, onChange, min, max, ...field }: DayFieldProps) {
  return (
    <Field {...field}>
      {(control) => <Input {...control} type="date" min={min} max={max} value={value} onChange={({ target }) => onChange(target.value)} />}
    </Field>
  );
}

type ChoiceFieldProps = Omit<FieldProps, 'children'> & {
  value: string;
  onChange: (value: string) => void;
  options: readonly { value: string; label: string }[];
  disabled?: boolean;
  /** May be emptied again; as given, else where it is optional. */
  canClear?: boolean;
};

/** One of many. */
export function ChoiceField({ value, onChange, options, disabled = false, canClear, ...field }: ChoiceFieldProps) {
  const { t } = useTranslation('common');
  return (
    <Field {...field}>
      {(control) => (
        <Select
          {...control}
          className={styles.wide ?? ''}
          placeholder={t('field.choose')}
          showSearch={{ optionFilterProp: 'label' }}
          options={[...options]}
          value={value || null}
          disabled={disabled}
          allowClear={canClear ?? field.isOptional ?? false}
          onChange={(next: string | null | undefined) => onChange(next ?? '')}
        />
      )}
    </Field>
  );
}

/** Yes or no. */
export function YesNoField({
  value,
  onChange,
  ...field
}: Omit<FieldProps, 'children' | 'isGroup'> & { value: boolean; onChange: (value: boolean) => void }) {
  const { t } = useTranslation('common');
  return (
    <Field {...field} isGroup>
      {({ id }) => (
        <Radio.Group aria-labelledby={`${id}-label`} value={value} onChange={({ target }) => onChange(target.value === true)}>
          <Radio value={true}>{t('field.yes')}</Radio>
          <Radio value={false}>{t('field.no')}</Radio>
        </Radio.Group>
      )}
    </Field>
  );
}
