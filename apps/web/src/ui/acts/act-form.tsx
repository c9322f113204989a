import { Button } from 'antd';
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { focusField } from '../focus-field.ts';
import { useSession } from '../session.ts';
import { type ActDraft, type ActValue, type ActValues, draftName, dropDraft, readDraft, writeDraft } from './act-draft.ts';
import { ActControl } from './act-fields.tsx';
import type { ActItem } from './act-item.ts';
import type { ActField } from './act-spec.ts';
import { ActSubject } from './act-subject.tsx';
import { type ActProblem, checkValues, initialValues, inputOf, withChosen } from './act-values.ts';
import styles from './acts.module.css';
import { attemptFor } from './attempt.ts';
import { ConflictNotice } from './conflict-notice.tsx';
import { fieldsOf, keyOf, type OpenAct } from './open-acts.ts';
import { type ActOutcome, type ActRefusal, useAct } from './use-act.ts';
import { useActWords } from './use-act-words.ts';

/** Fields of several controls, which no single label names. */
const groups: readonly ActField['kind'][] = ['light', 'satisfaction', 'files', 'mode', 'finding'];

type Done = Extract<ActOutcome, { kind: 'DONE' }>;

export type ActFormProps = {
  item: ActItem;
  act: OpenAct;
  /** Reads the item anew. */
  refresh: () => Promise<unknown>;
  onDone: (done: Done) => void;
  onClose: () => void;
  /** Chosen already by what opened the form; goes before a draft. */
  preset?: ActValues | undefined;
};

/** What the matter itself puts into a form: values to start with, what is told above the fields, and a note at a field. */
type ActFormKnown = {
  start?: ActValues;
  above?: ReactNode;
  noteOf?: (field: ActField, values: ActValues) => string | null;
};

/**
 * The form of one act. What is typed is never lost: not by a refusal, not by closing, not by a reload in this tab. It acts on the version
 * that stood on screen when it was opened; when others were faster it tells what they did and goes on from there on request.
 */
export function ActForm({ item, act, refresh, onDone, onClose, preset, start, above, noteOf }: ActFormProps & ActFormKnown) {
  const { spec } = act;
  const part = act.part && (item.parts.find(({ id: one }) => one === act.part?.id) ?? act.part);
  const { t } = useTranslation(['acts', 'common']);
  const { viewer, campaign } = useSession();
  const words = useActWords();
  const send = useAct();
  const id = useId();
  const fields = fieldsOf(act, item.standing?.state, words.isOffice, item.kind);
  const name = draftName(viewer.id, item.id, keyOf(act), spec.ofComplaint);
  const fresh = () => ({ ...initialValues(spec, fields, item, part, campaign.today), ...start, ...preset });
  const [draft, setDraft] = useState<ActDraft>(() => {
    const kept = readDraft(name);
    return kept ? { ...kept, values: { ...kept.values, ...preset } } : { values: fresh() };
  });
  const [isKept, setIsKept] = useState(() => readDraft(name) !== null);
  const [version, setVersion] = useState(item.version);
  const [problems, setProblems] = useState<readonly ActProblem[]>([]);
  const [refusal, setRefusal] = useState<ActRefusal | null>(null);
  const [busy, setBusy] = useState(false);
  const submitButton = useRef<HTMLButtonElement>(null);
  // The keyboard is where it is needed: in the first field, or on the act itself.
  const first = fields[0] && `${id}${fields[0].name}`;
  useEffect(() => {
    const timer = window.setTimeout(() => {
      if (!first || !focusField(first)) submitButton.current?.focus();
    }, 50);
    return () => window.clearTimeout(timer);
  }, [first]);

  const keep = (next: ActDraft) => {
    setDraft(next);
    writeDraft(name, next);
  };
  const change = (field: ActField, value: ActValue) => {
    keep({ ...draft, values: withChosen(spec, field.name, { ...draft.values, [field.name]: value }, item) });
    setProblems(problems.filter((problem) => problem.field !== field.name));
  };
  const clear = () => {
    dropDraft(name);
    setDraft({ values: fresh() });
    setIsKept(false);
    setProblems([]);
  };
  const say = (found: readonly ActProblem[]) => {
    setProblems(found);
    const wrong = fields.find((field) => found.some((problem) => problem.field === field.name));
    if (wrong) focusField(`${id}${wrong.name}`);
  };

  const submit = async () => {
    if (busy) return;
    const found = checkValues(spec, fields, draft.values);
    if (found.length > 0) return say(found);
    const content = { itemId: item.id, ...(part ? { partId: part.id } : {}), version, ...inputOf(fields, draft.values) };
    const attempt = attemptFor(JSON.stringify(content), draft.attempt);
    keep({ ...draft, attempt });
    setBusy(true);
    setRefusal(null);
    const outcome = await send(spec.mutation, { ...content, requestId: attempt.requestId });
    setBusy(false);
    if (outcome.kind === 'DONE') {
      dropDraft(name);
      onDone(outcome);
    } else {
      setRefusal(outcome);
      if (outcome.kind === 'PROBLEMS') say(outcome.problems);
    }
  };
  const goOn = async (latest: number) => {
    setBusy(true);
    await refresh().catch(() => undefined);
    setBusy(false);
    setVersion(latest);
    setRefusal(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void submit();
  };
  const sentence = refusal && words.refusal(refusal);
  const elsewhere = problems.filter((problem) => !fields.some((field) => field.name === problem.field));
  const told = [sentence, ...elsewhere.map((problem) => words.problem(problem, undefined, part, item))].filter(Boolean).join(' ');
  const isOver = !(part ?? item).viewerActs.includes(spec.action);
  return (
    <form
      className={styles.form}
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className={styles.body}>
        <p className={styles.help}>{words.help(spec)}</p>
        {isKept && (
          <p className={styles.kept}>
            {t('kept')}
            <Button type="link" size="small" onClick={clear}>
              {t('common:clear')}
            </Button>
          </p>
        )}
        {spec.shows && part && <ActSubject shows={spec.shows} part={part} />}
        {above}
        {fields.map((field) => {
          const own = problems.filter((problem) => problem.field === field.name);
          const label = words.label(field);
          const isGroup = groups.includes(field.kind);
          const note = noteOf?.(field, draft.values);
          const Label = isGroup ? 'span' : 'label';
          return (
            <div key={field.name} className={styles.field}>
              <Label className={styles.label} {...(isGroup ? {} : { htmlFor: `${id}${field.name}` })}>
                {label}
                {!field.required && <span className={styles.faint}> {t('optional')}</span>}
              </Label>
              {note && (
                <p id={`${id}${field.name}-note`} className={styles.note}>
                  {note}
                </p>
              )}
              <ActControl
                field={field}
                id={`${id}${field.name}`}
                label={label}
                describedBy={note ? `${id}${field.name}-note ${id}${field.name}-help` : `${id}${field.name}-help`}
                isWrong={own.length > 0}
                value={draft.values[field.name] ?? null}
                onChange={(value) => change(field, value)}
                item={item}
                part={part}
              />
              <div id={`${id}${field.name}-help`}>
                {own.map((problem) => (
                  <p key={problem.code} className={styles.problem} role="alert">
                    {words.problem(problem, field, part, item)}
                  </p>
                ))}
                <p className={styles.faint}>{words.fieldHelp(field)}</p>
              </div>
            </div>
          );
        })}
      </div>
      <div className={styles.foot}>
        {refusal?.kind === 'CONFLICT' && (
          <ConflictNotice changes={refusal.changes} busy={busy} onContinue={() => void goOn(refusal.version)} />
        )}
        {told && (
          <p role="alert" className={styles.notice}>
            {told}
          </p>
        )}
        {isOver && !refusal && (
          <p role="status" className={styles.notice}>
            {t('over')}
          </p>
        )}
        <div className={styles.buttons}>
          <span className={styles.faint}>{t('keys')}</span>
          <Button onClick={onClose}>{t('later')}</Button>
          <Button
            ref={submitButton}
            type="primary"
            htmlType="submit"
            loading={busy}
            danger={spec.isDanger ?? false}
            disabled={refusal?.kind === 'CONFLICT'}
          >
            {words.verb(spec)}
          </Button>
        </div>
      </div>
    </form>
  );
}
