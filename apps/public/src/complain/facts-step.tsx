import { useSite } from '../app/site.ts';
import { useTexts } from '../i18n/i18n.ts';
import { TextArea, TextField } from '../ui/field.tsx';
import { lengthOf } from '../ui/problem.ts';
import { StepPage } from './step-page.tsx';

/** Step 2: what happened. */
export function FactsStep() {
  const { t } = useTexts();
  const site = useSite();
  return (
    <StepPage step="facts">
      {({ draft, form, problem, set }) => (
        <>
          <TextArea
            id="facts"
            label={t('facts.facts')}
            hint={t('facts.factsHint')}
            error={problem('facts')}
            rows={9}
            value={draft.facts}
            onInput={(facts) => set('facts', { facts })}
            limit={form.maxFactsLength}
            count={lengthOf(draft.facts)}
          />
          <TextField
            id="place"
            label={t('facts.place')}
            hint={t('facts.placeHint')}
            error={problem('place')}
            isOptional
            value={draft.place}
            onInput={(place) => set('place', { place })}
          />
          <TextField
            id="occurredOn"
            type="date"
            width={12}
            label={t('facts.occurredOn')}
            hint={t('facts.occurredOnHint')}
            error={problem('occurredOn')}
            isOptional
            max={site?.asOf}
            value={draft.occurredOn}
            onInput={(occurredOn) => set('occurredOn', { occurredOn })}
          />
          <TextArea
            id="wish"
            label={t('facts.wish')}
            error={problem('wish')}
            isOptional
            rows={3}
            value={draft.wish}
            onInput={(wish) => set('wish', { wish })}
          />
          <TextField
            id="people"
            inputMode="numeric"
            width={5}
            label={t('facts.people')}
            hint={t('facts.peopleHint')}
            error={problem('people')}
            isOptional
            value={draft.people}
            onInput={(people) => set('people', { people })}
          />
        </>
      )}
    </StepPage>
  );
}
