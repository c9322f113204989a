import { useEffect, useRef } from 'preact/hooks';
import { useTexts } from '../i18n/i18n.ts';
import { type Problem, sentenceOf } from './problem.ts';

interface Props {
  problems: readonly Problem[];
  /** Changes with each attempt: the summary then takes the focus. */
  attempt: number;
  /** Where a problem's field stands; on this page unless said. */
  hrefOf?: (field: string) => string;
}

/** All that is wrong on the page, first thing on it, each linked to its field. Nothing without problems. */
export function ErrorSummary({ problems, attempt, hrefOf = (field) => `#${field}` }: Props) {
  const { t } = useTexts();
  const box = useRef<HTMLDivElement>(null);
  const seen = useRef(attempt);
  useEffect(() => {
    if (attempt === seen.current || !box.current) return;
    seen.current = attempt;
    box.current.focus();
    box.current.scrollIntoView?.({ block: 'nearest' });
  }, [attempt]);
  if (problems.length === 0) return null;

  // Links to fields of this page move the focus by hand: a hash alone would scroll and leave it behind.
  const follow = (event: Event, to: string) => {
    if (!to.startsWith('#')) return;
    event.preventDefault();
    const field = document.getElementById(to.slice(1));
    field?.focus();
    field?.scrollIntoView?.({ block: 'center' });
  };
  return (
    <div class="error-summary" role="alert" tabIndex={-1} ref={box} aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{t('errors.summary')}</h2>
      <ul>
        {problems.map((problem) => {
          const to = hrefOf(problem.field);
          return (
            <li key={problem.field}>
              <a href={to} onClick={(event) => follow(event, to)}>
                {sentenceOf(t, problem)}
              </a>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
