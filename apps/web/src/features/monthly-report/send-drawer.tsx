import { useMutation } from '@apollo/client/react';
import { Button, Drawer, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newRequestId } from '../../ui/request-id.ts';
import type { Draft } from './draft-store.ts';
import { lineOf, sectionsOf } from './grid-model.ts';
import {
  type FormField,
  type FormRow,
  type MonthlyForm,
  ReturnMonthlyDocument,
  SendMonthlyDocument,
  SubmitMonthlyDocument,
} from './monthly-query.ts';
import styles from './monthly-report.module.css';
import { RowLight } from './row-light.tsx';
import { useMonthlyWords } from './words.ts';

export type MonthlyAct = 'submit' | 'return' | 'send';

type SendDrawerProps = {
  act: MonthlyAct;
  form: MonthlyForm;
  draft: Draft;
  /** Sends what isn't saved yet; false when that failed. */
  flush(): Promise<boolean>;
  versionNow(): number;
  onClose(): void;
  onDone(act: MonthlyAct): void;
  /** Someone else changed it: the newest is to be loaded. */
  onStale(): void;
};

/** What will be laid before the head, or signed and sent: every change, and the lights it turns. Giving back asks for the reason. */
export function SendDrawer({ act, form, draft, flush, versionNow, onClose, onDone, onStale }: SendDrawerProps) {
  const { t } = useTranslation('monthly-report');
  const [submit] = useMutation(SubmitMonthlyDocument);
  const [giveBack] = useMutation(ReturnMonthlyDocument);
  const [send] = useMutation(SendMonthlyDocument);
  const [requestId] = useState(newRequestId);
  const [reason, setReason] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const [refusal, setRefusal] = useState<{ message: string; isStale: boolean } | null>(null);
  const reasonId = useId();

  const perform = async () => {
    const input = { unitId: form.unit.id, periodOn: form.periodOn, version: versionNow(), requestId };
    if (act === 'submit') return (await submit({ variables: { input } })).data?.submitMonthly;
    if (act === 'return') return (await giveBack({ variables: { input: { ...input, reason } } })).data?.returnMonthly;
    const items = form.rows.map(({ itemId, itemVersion }) => ({ itemId, version: itemVersion }));
    return (await send({ variables: { input: { ...input, items } } })).data?.sendMonthly;
  };
  const go = async () => {
    if (act === 'return' && reason.trim() === '') return setRefusal({ message: t('returnReasonNeeded'), isStale: false });
    setIsBusy(true);
    setRefusal(null);
    try {
      if (!(await flush())) return setRefusal({ message: t('actFailed'), isStale: false });
      const answer = await perform();
      if (answer?.__typename === 'MonthlyForm') return onDone(act);
      const isStale = answer?.__typename === 'ConflictError' || answer?.__typename === 'MonthlyItemsChanged';
      setRefusal({ message: answer?.message ?? t('actFailed'), isStale });
    } catch {
      setRefusal({ message: t('actFailed'), isStale: false });
    } finally {
      setIsBusy(false);
    }
  };
  const name = act === 'send' && form.sentAt ? t('correct') : t(act);
  return (
    <Drawer
      open
      onClose={onClose}
      title={act === 'return' ? t('return') : t('summary')}
      size={720}
      footer={
        <div className={styles.acts}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" loading={isBusy} onClick={() => void go()}>
            {name}
          </Button>
        </div>
      }
    >
      <div className={styles.stack}>
        {refusal && (
          <div role="alert" className={styles.notice}>
            <span>{refusal.message}</span>
            {refusal.isStale && (
              <Button size="small" onClick={onStale}>
                {t('reload')}
              </Button>
            )}
          </div>
        )}
        {act === 'return' ? (
          <label htmlFor={reasonId}>
            {t('returnReason')}
            <Input.TextArea
              id={reasonId}
              rows={4}
              maxLength={500}
              showCount
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </label>
        ) : (
          <Summary form={form} draft={draft} />
        )}
      </div>
    </Drawer>
  );
}

type Changed = { row: FormRow; field: FormField; name: string; value: string };

function changesOf(form: MonthlyForm, draft: Draft): Changed[] {
  return sectionsOf(form.rows).flatMap(({ lines }) =>
    lines.flatMap(({ row, title, cells }) =>
      cells.flatMap((field): Changed[] => {
        const value = field && draft.get(row.itemId, field.key);
        return field && value !== null && value !== (field.known ?? field.last) ? [{ row, field, name: lineOf(title), value }] : [];
      }),
    ),
  );
}

function Summary({ form, draft }: { form: MonthlyForm; draft: Draft }) {
  const { t } = useTranslation('monthly-report');
  const { value: words, label } = useMonthlyWords();
  const changes = changesOf(form, draft);
  const { asked } = draft.counts();
  const turning = form.rows.filter(({ standing, after }) => standing?.light !== after.light);
  return (
    <>
      <p>{t('summaryLine', { items: form.rows.length, changed: changes.length, same: Math.max(0, asked - changes.length) })}</p>
      {form.sentAt && <p>{t('summaryCorrection')}</p>}
      {turning.length > 0 && (
        <section>
          <h3>{t('lightChange')}</h3>
          <table className={styles.table}>
            <tbody>
              {turning.map((row) => (
                <tr key={row.id}>
                  <th scope="row">
                    {row.number} {row.title}
                  </th>
                  <td>
                    <RowLight row={row} showsAfter />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {changes.length === 0 ? (
        <p>{t('summaryNone')}</p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('item')}</th>
              <th scope="col">{t('asked')}</th>
              <th scope="col">{t('from')}</th>
              <th scope="col">{t('to')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ row, field, name, value }) => (
              <tr key={`${row.id} ${field.key}`}>
                <th scope="row">
                  {row.number} {row.title}
                </th>
                <td>
                  {name}
                  {label(field)}
                </td>
                <td>{words(field, field.known ?? field.last ?? '—')}</td>
                <td>{value === '' ? t('emptied') : words(field, value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
