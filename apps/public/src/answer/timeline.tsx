import { formatDay } from '../i18n/format.ts';
import { useTexts } from '../i18n/i18n.ts';
import type { Answer } from './opened.ts';

/** The milestones reached, each with its day. */
export function Timeline({ steps }: { steps: Answer['steps'] }) {
  const { t, language } = useTexts();
  if (steps.length === 0) return null;
  return (
    <>
      <h2>{t('answer.timeline')}</h2>
      <ol class="timeline">
        {steps.map(({ step, on }, index) => (
          <li key={`${index} ${step}`} aria-current={index === steps.length - 1 ? 'step' : undefined}>
            <strong>{t(`answer.steps.${step}`)}</strong> {formatDay(language, on)}
          </li>
        ))}
      </ol>
    </>
  );
}
