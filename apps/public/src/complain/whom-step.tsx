import { useTexts } from '../i18n/i18n.ts';
import { Radios, TextArea } from '../ui/field.tsx';
import { termName } from '../ui/term.ts';
import { UnitPicker } from '../ui/unit-picker.tsx';
import { StepPage } from './step-page.tsx';

/** Step 1: whom it is about. */
export function WhomStep() {
  const { t, language } = useTexts();
  return (
    <StepPage step="whom">
      {({ draft, form, problem, set }) => (
        <>
          <UnitPicker
            id="unitId"
            label={t('whom.unit')}
            hint={t('whom.unitHint')}
            error={problem('unitId')}
            units={form.units}
            text={draft.unitText}
            unitId={draft.unitId}
            onChange={(change) => set('unitId', change)}
          />
          <TextArea
            id="concerns"
            label={t('whom.concerns')}
            hint={t('whom.concernsHint')}
            error={problem('concerns')}
            rows={2}
            value={draft.concerns}
            onInput={(concerns) => set('concerns', { concerns })}
          />
          <Radios
            id="classCode"
            legend={t('whom.class')}
            hint={t('whom.classHint')}
            error={problem('classCode')}
            isOptional
            options={[
              ...form.classes.map((term) => ({ value: term.code, label: termName(term, language) })),
              { value: '', label: t('whom.classUnsure') },
            ]}
            value={draft.classCode}
            onChoose={(classCode) => set('classCode', { classCode })}
          />
        </>
      )}
    </StepPage>
  );
}
