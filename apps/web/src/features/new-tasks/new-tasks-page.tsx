import { useMutation, useQuery } from '@apollo/client/react';
import { Alert, Button, DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { describeError } from '../../ui/error/describe-error.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { newRequestId } from '../../ui/request-id.ts';
import { useSession } from '../../ui/session.ts';
import { readStored, writeStored } from '../../ui/stored.ts';
import { useHref } from '../../ui/use-href.ts';
import { WordsDocument } from '../../ui/words-query.ts';
import styles from './new-tasks.module.css';
import { CreateTasksDocument } from './new-tasks-query.ts';
import { emptyRow, isEmpty, rowsOfBlock, type TaskRow } from './task-rows.ts';
import { TaskTable } from './task-table.tsx';

const draftName = 'new-tasks';
const most = 200;

type Shared = {
  source: string;
  basis: string;
  instructedBy: string;
  instruction: string;
  instructedOn: string | null;
  dueOn: string | null;
};
type Draft = { shared: Shared; rows: TaskRow[] };
const nothing: Shared = { source: 'meeting', basis: '', instructedBy: '', instruction: '', instructedOn: null, dueOn: null };

/** Many tasks at once, from an instruction or from a meeting's list: what they share above, a row a task below, pasted from a sheet. */
export function NewTasksPage() {
  const { t } = useTranslation('new-tasks');
  const english = useLanguage() === 'en';
  const href = useHref();
  const { viewer, units } = useSession();
  const { data: words } = useQuery(WordsDocument);
  const [create, { loading }] = useMutation(CreateTasksDocument);
  const [draft, setDraft] = useState<Draft>(
    () => (readStored(draftName) as Draft | undefined) ?? { shared: nothing, rows: [emptyRow(), emptyRow(), emptyRow()] },
  );
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [created, setCreated] = useState<readonly { id: string; number: string; title: string }[] | null>(null);
  const attempt = useRef({ content: '', requestId: '' });
  const { shared, rows } = draft;
  useEffect(() => writeStored(draftName, draft), [draft]);

  if (!viewer.desks.includes('SUPERVISION')) return <EmptyState why={t('notYours')} />;
  const share = (changed: Partial<Shared>) => setDraft((now) => ({ ...now, shared: { ...now.shared, ...changed } }));
  const setRows = (next: TaskRow[]) => setDraft((now) => ({ ...now, rows: next }));
  const filled = rows.filter((row) => !isEmpty(row));

  async function submit(state: 'DRAFT' | 'ASSIGNED') {
    const { source, basis, instructedBy, instruction, instructedOn } = shared;
    const byInstruction = source === 'instruction';
    // What is missing is said at its cell before anything is sent.
    const missing = filled.flatMap((row, index) => [
      ...(row.title ? [] : [[`tasks.${index}.title`, t('missing.title')]]),
      ...(row.leadUnitId ? [] : [[`tasks.${index}.leadUnitId`, t('missing.leadUnit')]]),
      ...((row.dueOn ?? shared.dueOn) ? [] : [[`tasks.${index}.dueOn`, t('missing.dueOn')]]),
    ]);
    if (missing.length > 0) return setProblems(Object.fromEntries(missing));
    const tasks = filled.map((row) => ({
      title: row.title,
      source,
      basis: basis || null,
      instructedBy: byInstruction ? instructedBy || null : null,
      instruction: byInstruction ? instruction || null : null,
      instructedOn: byInstruction ? instructedOn : null,
      standard: row.standard || null,
      leadUnitId: row.leadUnitId!,
      assistUnitIds: row.assistUnitIds,
      dueOn: (row.dueOn ?? shared.dueOn)!,
      state,
    }));
    const content = JSON.stringify(tasks);
    if (attempt.current.content !== content) attempt.current = { content, requestId: newRequestId() };
    setProblems({});
    setFailure(null);
    try {
      const { data } = await create({ variables: { input: { requestId: attempt.current.requestId, tasks } } });
      const answer = data?.createTasks;
      if (answer?.__typename === 'InputError') setProblems(Object.fromEntries(answer.fields.map(({ field, message }) => [field, message])));
      else if (answer) {
        setCreated(answer.items);
        setDraft({ shared: { ...nothing, source }, rows: [emptyRow(), emptyRow(), emptyRow()] });
      }
    } catch (error) {
      setFailure(t('failed', { kind: describeError(error).kind }));
    }
  }

  const sources = (words?.terms ?? []).filter(({ dictionary }) => dictionary === 'supervision-source');
  const leaders = (words?.posts ?? []).filter(({ role }) => role === 'CITY_LEADER' || role === 'VICE_MAYOR');
  const general = Object.entries(problems).filter(
    ([field]) => !/^tasks\.\d+\.(title|leadUnitId|assistUnitIds|dueOn|standard)$/.test(field),
  );
  return (
    <div className={styles.page}>
      <PageHead title={t('title')} subtitle={t('subtitle')} crumbs={[{ label: t('back'), href: href({ to: '/my-work' }) }]} />
      {created && (
        <Alert
          type="success"
          showIcon
          closable={{ onClose: () => setCreated(null) }}
          title={t('created', { count: created.length })}
          description={
            <ul className={styles.created}>
              {created.map(({ id, number, title }) => (
                <li key={id}>
                  <a href={href({ to: '/items/$number', params: { number } })}>
                    {number} {title}
                  </a>
                </li>
              ))}
            </ul>
          }
        />
      )}
      {failure && <Alert type="warning" showIcon title={failure} />}
      {general.length > 0 && <Alert type="warning" showIcon title={[...new Set(general.map(([, message]) => message))].join('；')} />}
      <section className={styles.shared} aria-label={t('sharedTitle')}>
        <Field label={t('source')}>
          <Select
            value={shared.source}
            aria-label={t('source')}
            onChange={(source) => share({ source })}
            options={sources.map(({ code, name, nameEn }) => ({ value: code, label: english ? nameEn : name }))}
          />
        </Field>
        <Field label={t('basis')} help={t('basisHelp')}>
          <Input value={shared.basis} maxLength={100} aria-label={t('basis')} onChange={({ target }) => share({ basis: target.value })} />
        </Field>
        <Field label={t('dueOn')} help={t('dueOnHelp')}>
          <DatePicker
            value={shared.dueOn ? dayjs(shared.dueOn) : null}
            aria-label={t('dueOn')}
            onChange={(day) => share({ dueOn: day ? day.format('YYYY-MM-DD') : null })}
          />
        </Field>
        {shared.source === 'instruction' && (
          <>
            <Field label={t('instructedBy')}>
              <Select
                value={shared.instructedBy || null}
                aria-label={t('instructedBy')}
                showSearch
                onChange={(instructedBy: string) => share({ instructedBy })}
                options={leaders.map(({ title, titleEn }) => ({ value: title, label: english ? titleEn : title }))}
              />
            </Field>
            <Field label={t('instruction')} wide>
              <Input.TextArea
                value={shared.instruction}
                rows={2}
                maxLength={2000}
                aria-label={t('instruction')}
                onChange={({ target }) => share({ instruction: target.value })}
              />
            </Field>
          </>
        )}
      </section>
      <TaskTable
        rows={rows}
        units={units}
        defaultDueOn={shared.dueOn}
        problems={problems}
        placeOf={(row) => filled.indexOf(row)}
        onChange={setRows}
        onPaste={(at, text) => {
          const pasted = rowsOfBlock(text, units);
          setRows([...rows.slice(0, at), ...pasted, ...rows.slice(at).filter((row) => !isEmpty(row)), emptyRow()].slice(0, most));
        }}
      />
      <div className={styles.actions}>
        <Button onClick={() => setRows([...rows, emptyRow()])} disabled={rows.length >= most}>
          {t('addRow')}
        </Button>
        <span className={styles.grow} />
        <Button disabled={filled.length === 0} loading={loading} onClick={() => void submit('DRAFT')}>
          {t('keepDraft', { count: filled.length })}
        </Button>
        <Button type="primary" disabled={filled.length === 0} loading={loading} onClick={() => void submit('ASSIGNED')}>
          {t('assign', { count: filled.length })}
        </Button>
      </div>
    </div>
  );
}

function Field({ label, help, wide, children }: { label: string; help?: string; wide?: boolean; children: React.ReactNode }) {
  return (
    <div className={wide ? styles.wide : undefined}>
      <div className={styles.label}>{label}</div>
      {children}
      {help && <p className={styles.help}>{help}</p>}
    </div>
  );
}
