import { Input } from 'antd';
import { useId } from 'react';
import styles from './session.module.css';

type PasswordFieldProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  autoComplete: 'current-password' | 'new-password';
  problem: string | undefined;
  /** What a good answer is, under the field. */
  help?: string;
  autoFocus?: boolean;
};

/** One password with its label above, and help and problem below. */
export function PasswordField({ label, value, onChange, autoComplete, problem, help, autoFocus = false }: PasswordFieldProps) {
  const id = useId();
  return (
    <div>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <Input.Password
        id={id}
        size="large"
        autoComplete={autoComplete}
        autoFocus={autoFocus}
        aria-invalid={Boolean(problem)}
        aria-describedby={help ? `${id}-help ${id}-problem` : `${id}-problem`}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {help && (
        <p id={`${id}-help`} className={styles.help}>
          {help}
        </p>
      )}
      <p id={`${id}-problem`} className={styles.problem}>
        {problem}
      </p>
    </div>
  );
}
