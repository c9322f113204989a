import { Input, Select } from 'antd';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './forms.module.css';

/** What the control of a field is given: its name and, when it is wrong, that it is and where that is said. */
type Control = { id: string; 'aria-invalid': boolean; 'aria-describedby': string; status: '' | 'error' };

type FieldProps = {
  label: string;
  help?: ReactNode;
  problem?: string | undefined;
  isOptional?: boolean;
  children: (control: Control) => ReactNode;
};

/** Label above, the problem and the help below. */
export function Field({ label, help, problem, isOptional = false, children }: FieldProps) {
  const { t } = useTranslation('rectifications');
  const id = useId();
  return (
    <div>
      <label className={styles.label} htmlFor={id}>
        {label}
        {isOptional && <span className={styles.faint}> {t('form.optional')}</span>}
      </label>
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

/** A text; several lines where `rows` says so. */
export function TextField({ value, onChange, most, rows, disabled = false, ...field }: TextFieldProps) {
  const shared = { maxLength: most, value, disabled };
  return (
    <Field {...field}>
      {(control) =>
        rows ? (
          <Input.TextArea {...control} {...shared} rows={rows} onChange={({ target }) => onChange(target.value)} />
        ) : (
          <Input {...control} {...shared} autoComplete="off" onChange={({ target }) => onChange(target.value)} />
        )
      }
    </Field>
  );
}

type ChoiceFieldProps = Omit<FieldProps, 'children'> & {
  value: string;
  onChange: (value: string) => void;
  options: readonly { value: string; label: string }[];
  disabled?: boolean;
  canClear?: boolean;
};

/** One of many. */
export function ChoiceField({ value, onChange, options, disabled = false, canClear = false, ...field }: ChoiceFieldProps) {
  const { t } = useTranslation('rectifications');
  return (
    <Field {...field}>
      {(control) => (
        <Select
          {...control}
          className={styles.wide ?? ''}
          placeholder={t('choose')}
          showSearch={{ optionFilterProp: 'label' }}
          options={[...options]}
          value={value || null}
          disabled={disabled}
          allowClear={canClear}
          onChange={(next: string | null | undefined) => onChange(next ?? '')}
        />
      )}
    </Field>
  );
}
