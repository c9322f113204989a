import { Input, InputNumber, Select, Switch } from 'antd';
import { useId } from 'react';
import styles from './admin.module.css';

export type FieldValue = string | number | boolean | readonly string[] | null;

/** A field of an act's form. `name` is that of the mutation's input, so that the server's problems find it. */
export type FieldSpec = {
  name: string;
  label: string;
  help?: string;
  kind: 'text' | 'password' | 'number' | 'day' | 'switch' | 'one' | 'some' | 'words';
  options?: readonly { value: string; label: string }[];
  isFixed?: boolean;
};

type ActFieldProps = {
  field: FieldSpec;
  value: FieldValue;
  problem: string | undefined;
  onChange: (value: FieldValue) => void;
};

/** Label above, help and problem below. */
export function ActField({ field, value, problem, onChange }: ActFieldProps) {
  const id = useId();
  return (
    <div>
      <label className={styles.label} htmlFor={id}>
        {field.label}
      </label>
      <Control
        field={field}
        value={value}
        onChange={onChange}
        common={{ id, disabled: field.isFixed ?? false, 'aria-invalid': Boolean(problem), 'aria-describedby': `${id}-problem` }}
      />
      {field.help && <p className={styles.help}>{field.help}</p>}
      <p id={`${id}-problem`} className={styles.problem}>
        {problem}
      </p>
    </div>
  );
}

type Common = { id: string; disabled: boolean; 'aria-invalid': boolean; 'aria-describedby': string };

function Control({ field, value, onChange, common }: Omit<ActFieldProps, 'problem'> & { common: Common }) {
  const options = [...(field.options ?? [])];
  switch (field.kind) {
    case 'password':
      return (
        <Input.Password
          {...common}
          autoComplete="new-password"
          value={String(value ?? '')}
          onChange={({ target }) => onChange(target.value)}
        />
      );
    case 'number':
      return (
        <InputNumber
          {...common}
          className={styles.wide ?? ''}
          precision={0}
          value={typeof value === 'number' ? value : null}
          onChange={(next) => onChange(next)}
        />
      );
    case 'switch':
      return <Switch id={common.id} disabled={common.disabled} checked={value === true} onChange={onChange} />;
    case 'one':
      return (
        <Select
          {...common}
          className={styles.wide ?? ''}
          options={options}
          value={typeof value === 'string' ? value : null}
          onChange={(next) => onChange(next ?? null)}
          showSearch={{ optionFilterProp: 'label' }}
          allowClear
        />
      );
    case 'some':
    case 'words':
      return (
        <Select
          {...common}
          className={styles.wide ?? ''}
          mode={field.kind === 'some' ? 'multiple' : 'tags'}
          options={options}
          value={Array.isArray(value) ? [...value] : []}
          onChange={(next: string[]) => onChange(next)}
          optionFilterProp="label"
        />
      );
    default:
      return (
        <Input
          {...common}
          type={field.kind === 'day' ? 'date' : 'text'}
          value={String(value ?? '')}
          onChange={({ target }) => onChange(target.value)}
        />
      );
  }
}
