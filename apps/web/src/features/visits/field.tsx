import { Input, Select } from 'antd';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './visits.module.css';

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
  const { t } = useTranslation('visits');
  const id = useId();
  const Label = isGroup ? 'span' : 'label';
  return (
    <div>
      <Label className={styles.label} {...(isGroup ? { id: `${id}-label` } : { htmlFor: id })}>
        {label}
        {isOptional && <span className={styles.faint}> {t('form.optional')}</span>}
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

type TextFieldProps = Omit<FieldProps, 'children'> & { value: string; onChange: (value: string) => void; most: number; rows?: number };

/** A text; several lines where `rows` says so. */
export function TextField({ value, onChange, most, rows, ...field }: TextFieldProps) {
  return (
    <Field {...field}>
      {(control) =>
        rows ? (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: rows, maxRows: 10 }}
            maxLength={most}
            value={value}
            onChange={({ target }) => onChange(target.value)}
          />
        ) : (
          <Input {...control} maxLength={most} value={value} autoComplete="off" onChange={({ target }) => onChange(target.value)} />
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
};

/** One of many. */
export function ChoiceField({ value, onChange, options, ...field }: ChoiceFieldProps) {
  const { t } = useTranslation('visits');
  return (
    <Field {...field}>
      {(control) => (
        <Select
          {...control}
          className={styles.wide ?? ''}
          placeholder={t('form.choose')}
          showSearch={{ optionFilterProp: 'label' }}
          options={[...options]}
          value={value || null}
          allowClear={field.isOptional ?? false}
          onChange={(next: string | null) => onChange(next ?? '')}
        />
      )}
    </Field>
  );
}
