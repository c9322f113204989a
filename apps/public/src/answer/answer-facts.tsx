import type { ComponentChildren } from 'preact';
import { useSite } from '../app/site.ts';
import { formatDay, formatInstant } from '../i18n/format.ts';
import { useTexts } from '../i18n/i18n.ts';
import { Chinese } from '../ui/chinese.tsx';
import type { Answer } from './opened.ts';

interface Line {
  label: string;
  /** Left out where empty. */
  value: ComponentChildren;
  /** Text as people wrote it, with its line breaks. */
  isText?: boolean;
}

/** What the complainant wrote, how it is handled, and what came of it. */
export function AnswerFacts({ answer }: { answer: Answer }) {
  const { t, language } = useTexts();
  const day = (value: string | null) => value && formatDay(language, value);
  const chinese = (text: string | null) => text && <Chinese>{text}</Chinese>;
  const isAnswered = answer.finding || answer.measures || answer.answer;
  const isUnderWay = answer.stage !== 'REFUSED' && answer.stage !== 'WITHDRAWN';
  return (
    <>
      <h2>{t('answer.handling')}</h2>
      <Lines
        lines={[
          { label: t('answer.receivedOn'), value: day(answer.receivedOn) },
          { label: t('answer.acceptBy'), value: answer.stage === 'REGISTERED' && day(answer.acceptBy) },
          { label: t('answer.acceptedOn'), value: day(answer.acceptedOn) },
          { label: t('answer.refusal'), value: chinese(answer.refusalReason), isText: true },
          { label: t('answer.handledBy'), value: chinese(answer.handledBy) },
          { label: t('answer.dueOn'), value: day(answer.dueOn) },
        ]}
      />
      {(isAnswered || isUnderWay) && <h2>{t('answer.result')}</h2>}
      {isAnswered ? (
        <Lines
          lines={[
            { label: t('answer.finding'), value: answer.finding && t(`answer.findings.${answer.finding}`) },
            { label: t('answer.measures'), value: chinese(answer.measures), isText: true },
            { label: t('answer.answer'), value: chinese(answer.answer), isText: true },
            { label: t('answer.answeredOn'), value: day(answer.answeredOn) },
            { label: t('answer.grade'), value: answer.grade && t(`answer.grades.${answer.grade}`) },
          ]}
        />
      ) : (
        isUnderWay && <p>{t('answer.noAnswer')}</p>
      )}
      <h2>{t('answer.own')}</h2>
      {answer.facts === '' ? (
        <p>{t('answer.erased')}</p>
      ) : (
        <Lines
          lines={[
            { label: t('answer.facts'), value: answer.facts, isText: true },
            { label: t('answer.wish'), value: answer.wish, isText: true },
          ]}
        />
      )}
      <Supplements supplements={answer.supplements} />
    </>
  );
}

function Lines({ lines }: { lines: Line[] }) {
  return (
    <dl class="facts">
      {lines
        .filter(({ value }) => value)
        .map(({ label, value, isText }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd class={isText ? 'said' : undefined}>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function Supplements({ supplements }: { supplements: Answer['supplements'] }) {
  const { t, language } = useTexts();
  const site = useSite();
  if (supplements.length === 0) return null;
  return (
    <>
      <h3>{t('answer.supplements')}</h3>
      <ol class="supplements">
        {supplements.map(({ at, text }) => (
          <li key={`${at}${text}`}>
            <p class="hint">{formatInstant(language, at, site?.timeZone ?? 'Asia/Shanghai')}</p>
            <p class="said">{text}</p>
          </li>
        ))}
      </ol>
    </>
  );
}
