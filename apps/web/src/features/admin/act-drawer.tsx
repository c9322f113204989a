import { Button, Drawer } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActField, type FieldSpec, type FieldValue } from './act-field.tsx';
import styles from './admin.module.css';
import type { Outcome } from './outcome.ts';

export type FormValues = Readonly<Record<string, FieldValue>>;

/** One act as a form: its fields, what they start with, and what it does. */
export type ActForm = {
  title: string;
  /** What will happen, in a sentence. */
  help?: string;
  fields: readonly FieldSpec[];
  initial: FormValues;
  submitLabel: string;
  /** True for what takes something away. */
  isDanger?: boolean;
  submit: (values: FormValues) => Promise<Outcome>;
};

/** The form of an act, in a drawer. What was typed stays when it is refused; each problem stands at its field. */
export function ActDrawer({ form, onClose }: { form: ActForm | null; onClose: () => void }) {
  return (
    <Drawer open={form !== null} onClose={onClose} title={form?.title} size={460} destroyOnHidden>
      {form && <ActFormBody key={form.title} form={form} onClose={onClose} />}
    </Drawer>
  );
}

function ActFormBody({ form, onClose }: { form: ActForm; onClose: () => void }) {
  const { t } = useTranslation('common');
  const [values, setValues] = useState(form.initial);
  const [outcome, setOutcome] = useState<Outcome>(null);
  const [busy, setBusy] = useState(false);
  const elsewhere = Object.entries(outcome?.problems ?? {}).filter(([name]) => !form.fields.some((field) => field.name === name));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const answered = await form.submit(values);
    setBusy(false);
    setOutcome(answered);
    if (!answered) onClose();
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
      {form.help && <p className={styles.help}>{form.help}</p>}
      {form.fields.map((field) => (
        <ActField
          key={field.name}
          field={field}
          value={values[field.name] ?? null}
          problem={outcome?.problems[field.name]}
          onChange={(value) => setValues({ ...values, [field.name]: value })}
        />
      ))}
      <div role="alert" className={styles.problem}>
        {[outcome?.message, ...elsewhere.map(([, message]) => message)].filter(Boolean).join(' ')}
      </div>
      <div className={styles.buttons}>
        <Button onClick={onClose}>{t('close')}</Button>
        <Button type="primary" htmlType="submit" loading={busy} danger={form.isDanger ?? false}>
          {form.submitLabel}
        </Button>
      </div>
    </form>
  );
}
