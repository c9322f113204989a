import { useTexts } from '../i18n/i18n.ts';
import { Radios, TextField } from '../ui/field.tsx';
import { StepPage, type StepTools } from './step-page.tsx';

/** Step 4: named or anonymous. */
export function PersonStep() {
  const { t } = useTexts();
  return (
    <StepPage step="person">
      {(tools) => (
        <>
          <Radios
            id="isNamed"
            legend={t('person.how')}
            error={tools.problem('isNamed')}
            options={[
              { value: 'yes', label: t('person.named'), hint: t('person.namedHint') },
              { value: 'no', label: t('person.anonymous'), hint: t('person.anonymousHint') },
            ]}
            value={tools.draft.isNamed === null ? null : tools.draft.isNamed ? 'yes' : 'no'}
            onChoose={(choice) => tools.set('isNamed', { isNamed: choice === 'yes' })}
          />
          {tools.draft.isNamed && <PersonFields {...tools} />}
        </>
      )}
    </StepPage>
  );
}

function PersonFields({ draft, problem, set }: StepTools) {
  const { t } = useTexts();
  return (
    <div class="depends">
      <TextField
        id="name"
        width={20}
        label={t('person.name')}
        error={problem('name')}
        autocomplete="name"
        value={draft.name}
        onInput={(name) => set('name', { name })}
      />
      <TextField
        id="phone"
        type="tel"
        inputMode="tel"
        width={20}
        label={t('person.phone')}
        hint={t('person.phoneHint')}
        error={problem('phone')}
        autocomplete="tel"
        value={draft.phone}
        onInput={(phone) => set('phone', { phone })}
      />
      <TextField
        id="address"
        label={t('person.address')}
        hint={t('person.addressHint')}
        error={problem('address')}
        isOptional
        autocomplete="street-address"
        value={draft.address}
        onInput={(address) => set('address', { address })}
      />
      <TextField
        id="identityNumber"
        width={20}
        label={t('person.identityNumber')}
        hint={t('person.identityNumberHint')}
        error={problem('identityNumber')}
        isOptional
        value={draft.identityNumber}
        onInput={(identityNumber) => set('identityNumber', { identityNumber })}
      />
    </div>
  );
}
