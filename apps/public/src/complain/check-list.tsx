import type { ComponentChildren } from 'preact';
import { href } from '../app/router.ts';
import { formatDay, formatSize } from '../i18n/format.ts';
import { useTexts } from '../i18n/i18n.ts';
import { termName } from '../ui/term.ts';
import { unitName } from '../ui/unit-picker.tsx';
import type { Form } from './check-draft.ts';
import { useDraft } from './draft.ts';
import { pathOfStep, type Step } from './steps.ts';

interface Line {
  label: string;
  value: ComponentChildren;
}

/** All that was written, part by part, each with the way back to it. */
export function CheckList({ form }: { form: Form }) {
  const { t, language } = useTexts();
  const { draft } = useDraft();
  const unit = form.units.find(({ id }) => id === draft.unitId);
  const term = form.classes.find(({ code }) => code === draft.classCode);
  const parts: Record<Exclude<Step, 'send'>, Line[]> = {
    whom: [
      { label: t('whom.unit'), value: unit ? unitName(unit, language) : draft.unitText },
      { label: t('whom.concerns'), value: draft.concerns },
      { label: t('whom.class'), value: term ? termName(term, language) : t('whom.classUnsure') },
    ],
    facts: [
      { label: t('facts.facts'), value: draft.facts },
      { label: t('facts.place'), value: draft.place },
      { label: t('facts.occurredOn'), value: draft.occurredOn && formatDay(language, draft.occurredOn) },
      { label: t('facts.wish'), value: draft.wish },
      { label: t('facts.people'), value: draft.people },
    ],
    files: [
      {
        label: t('files.label'),
        value: draft.files.map(({ name, size }) => `${name}（${formatSize(size)}）`).join('\n') || t('files.none'),
      },
    ],
    person: draft.isNamed
      ? [
          { label: t('person.how'), value: t('person.named') },
          { label: t('person.name'), value: draft.name },
          { label: t('person.phone'), value: draft.phone },
          { label: t('person.address'), value: draft.address },
          { label: t('person.identityNumber'), value: draft.identityNumber },
        ]
      : [{ label: t('person.how'), value: draft.isNamed === false && t('person.anonymous') }],
  };
  return (
    <>
      <h2>{t('send.check')}</h2>
      {(Object.keys(parts) as (keyof typeof parts)[]).map((step) => (
        <section class="check" key={step}>
          <h3>
            {t(`${step}.title`)}{' '}
            <a class="no-print" href={href(pathOfStep(step))} aria-label={t('send.changeOf', { name: t(`${step}.title`) })}>
              {t('send.change')}
            </a>
          </h3>
          <dl class="facts">
            {parts[step].map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd class="said">{value || <span class="second-ink">{t('send.empty')}</span>}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>
  );
}
