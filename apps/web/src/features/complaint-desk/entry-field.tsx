import { Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './complaint-desk.module.css';
import { useEntry } from './entry-context.ts';
import { type EntryField, longest, requiredFields } from './entry-values.ts';

type Control = { id: string; 'aria-invalid': boolean; 'aria-required': boolean; 'aria-describedby': string; status: '' | 'error' };

type FieldProps = {
  name: EntryField;
  label: string;
  help?: string;
  /** A group of controls, which no single label names. */
  isGroup?: boolean;
  children: (control: Control) => ReactNode;
};

/** Label above, problem and help below; an optional field says so. */
export function Field({ name, label, help, isGroup = false, children }: FieldProps) {
  const { t } = useTranslation('complaint-desk');
  const { id, values, problems } = useEntry();
  const isRequired = requiredFields(values).includes(name);
  const problem = problems[name];
  const text =
    problem === 'REQUIRED'
      ? t('entry.required', { label })
      : problem === 'TOO_LONG'
        ? t('entry.tooLong', { label, most: mostOf(name) })
        : problem;
  const Label = isGroup ? 'span' : 'label';
  return (
    <div className={styles.field}>
      <Label className={styles.label} {...(isGroup ? { id: `${id}${name}-label` } : { htmlFor: `${id}${name}` })}>
        {label}
        {!isRequired && <span className={styles.faint}> {t('entry.optional')}</span>}
      </Label>
      {children({
        id: `${id}${name}`,
        'aria-invalid': Boolean(problem),
        'aria-required': isRequired,
        'aria-describedby': `${id}${name}-help`,
        status: problem ? 'error' : '',
      })}
      <div id={`${id}${name}-help`}>
        {text && (
          <p role="alert" className={styles.problem}>
            {text}
          </p>
        )}
        {help && <p className={styles.faint}>{help}</p>}
      </div>
    </div>
  );
}

const mostOf = (name: EntryField) => (name in longest ? longest[name as keyof typeof longest] : 0);

type TextFieldProps = { name: keyof typeof longest; label: string; help?: string; rows?: number };

/** A text of the entry; several lines where `rows` says so. The browser remembers none of it. */
export function TextField({ name, label, help, rows }: TextFieldProps) {
  const { values, set } = useEntry();
  return (
    <Field name={name} label={label} {...(help ? { help } : {})}>
      {(control) =>
        rows ? (
          <Input.TextArea
            {...control}
            autoSize={{ minRows: rows, maxRows: 14 }}
            value={values[name]}
            onChange={({ target }) => set({ [name]: target.value })}
          />
        ) : (
          <Input {...control} autoComplete="off" value={values[name]} onChange={({ target }) => set({ [name]: target.value })} />
        )
      }
    </Field>
  );
}
