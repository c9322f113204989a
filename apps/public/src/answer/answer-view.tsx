import { useState } from 'preact/hooks';
import { Page } from '../app/page.tsx';
import type { ComplaintKey } from '../gql/graphql.ts';
import { type TextKey, useTexts } from '../i18n/i18n.ts';
import { Notice } from '../ui/notice.tsx';
import { PrintButton } from '../ui/print-button.tsx';
import { AnswerActs } from './answer-acts.tsx';
import { AnswerFacts } from './answer-facts.tsx';
import { type Answer, hindranceOfFailure } from './opened.ts';
import { Timeline } from './timeline.tsx';

interface Props {
  complaintKey: ComplaintKey;
  answer: Answer;
  onAnswer: (answer: Answer) => void;
  onRefresh: () => Promise<void>;
  onLeave: () => void;
}

const failures = { notSent: 'query.notSent', unsure: 'query.failed', refused: 'query.failed' } as const;

/** The answer page: how far it is, what was written, what was found, and what the complainant can do now. */
export function AnswerView({ complaintKey, answer, onAnswer, onRefresh, onLeave }: Props) {
  const { t } = useTexts();
  const [done, setDone] = useState<{ said: TextKey; count: number } | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const refresh = () => {
    setFailed(null);
    onRefresh().catch((error) => setFailed(hindranceOfFailure(t, error, failures).sentence));
  };
  return (
    // The tab's title and the history tell no code.
    <Page title={t('answer.pageTitle', { code: answer.code })} tabTitle={t('answer.title')} takesFocus>
      {done && (
        <Notice kind="good" takesFocus key={done.count}>
          <p>{t(done.said)}</p>
        </Notice>
      )}
      {failed && (
        <Notice kind="warn" takesFocus>
          <p>{failed}</p>
        </Notice>
      )}
      <p class="stage">
        {t('answer.stage')} <strong>{t(`answer.stages.${answer.stage}`)}</strong>
      </p>
      <Timeline steps={answer.steps} />
      <AnswerFacts answer={answer} />
      <AnswerActs
        complaintKey={complaintKey}
        answer={answer}
        onDone={(changed, said) => {
          onAnswer(changed);
          setDone({ said, count: (done?.count ?? 0) + 1 });
        }}
      />
      <div class="buttons no-print">
        <button type="button" class="second" onClick={onLeave}>
          {t('answer.leave')}
        </button>
        <button type="button" class="second" onClick={refresh}>
          {t('answer.refresh')}
        </button>
        <PrintButton />
      </div>
    </Page>
  );
}
