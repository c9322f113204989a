import { useState } from 'preact/hooks';
import { ask } from '../api/ask.ts';
import { type Grade, RateDocument } from '../gql/graphql.ts';
import { useTexts } from '../i18n/i18n.ts';
import { Radios } from '../ui/field.tsx';
import { ActForm, fieldId } from './act-form.tsx';
import type { ActProps } from './answer-acts.tsx';

const grades: readonly Grade[] = ['VERY_SATISFIED', 'SATISFIED', 'BASICALLY_SATISFIED', 'DISSATISFIED', 'VERY_DISSATISFIED'];

/** Rates the answer in five grades. */
export function RateForm({ complaintKey, onDone }: ActProps) {
  const { t } = useTexts();
  const [grade, setGrade] = useState<Grade | null>(null);
  return (
    <ActForm
      act="rate"
      onDone={onDone}
      found={grade ? [] : [{ field: 'grade', key: 'problem.gradeNeeded' }]}
      send={async (requestId) => (await ask(RateDocument, { key: complaintKey, input: { requestId, grade: grade! } })).rateComplaint}
    >
      {(problem) => (
        <Radios
          id={fieldId('rate', 'grade')}
          legend={t('acts.rate.label')}
          hint={t('acts.rate.hint')}
          error={problem('grade')}
          options={grades.map((value) => ({ value, label: t(`answer.grades.${value}`) }))}
          value={grade}
          onChoose={setGrade}
        />
      )}
    </ActForm>
  );
}
