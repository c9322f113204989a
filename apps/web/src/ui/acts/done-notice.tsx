import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useHref } from '../use-href.ts';
import type { ActSpec } from './act-spec.ts';
import styles from './acts.module.css';
import { nextStep } from './next-step.ts';
import type { ActOutcome } from './use-act.ts';
import { useActWords } from './use-act-words.ts';

export type DoneAct = { spec: ActSpec; partId: string | null; outcome: Extract<ActOutcome, { kind: 'DONE' }> };

/** What was done and what comes next, quietly; `brief` where a line has little room: the task's number alone. Takes the focus, as the button that was pressed is often gone. */
export function DoneNotice({ done, brief = false }: { done: DoneAct; brief?: boolean }) {
  const { t } = useTranslation('acts');
  const words = useActWords();
  const href = useHref();
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => line.current?.focus({ preventScroll: true }), []);
  const { spec, partId, outcome } = done;
  const next = outcome.item && nextStep(spec, outcome.item, partId);
  return (
    <p ref={line} tabIndex={-1} role="status" className={styles.done}>
      {!brief && t('done', { act: words.verb(spec) })}
      {outcome.task && (
        <a href={href({ to: '/items/$number', params: { number: outcome.task } })} title={t('taskAssigned', { number: outcome.task })}>
          {brief ? outcome.task : t('taskAssigned', { number: outcome.task })}
        </a>
      )}
      {next && ` ${t(`next.${next.step}`, { day: next.day ?? '' })}`}
    </p>
  );
}
