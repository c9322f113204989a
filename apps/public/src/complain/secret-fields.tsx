import { useState } from 'preact/hooks';
import { useTexts } from '../i18n/i18n.ts';
import { TextField } from '../ui/field.tsx';
import { changeSubmission, settle, useSubmission } from './submission.ts';

interface Props {
  problem: (field: string) => string | undefined;
  /** A field was changed. */
  onTouch: (field: string) => void;
}

/** The query secret, typed twice, with advice. */
export function SecretFields({ problem, onTouch }: Props) {
  const { t } = useTexts();
  const { secret, secretAgain } = useSubmission();
  const [isShown, setShown] = useState(false);
  const type = isShown ? 'text' : 'password';
  const change = (field: 'secret' | 'secretAgain', typed: string) => {
    changeSubmission({ [field]: typed });
    settle(field);
    onTouch(field);
  };
  return (
    <>
      <h2>{t('send.secretTitle')}</h2>
      <TextField
        id="secret"
        type={type}
        width={20}
        autocomplete="new-password"
        label={t('send.secret')}
        hint={t('send.secretHint')}
        error={problem('secret')}
        value={secret}
        onInput={(typed) => change('secret', typed)}
      />
      <TextField
        id="secretAgain"
        type={type}
        width={20}
        autocomplete="new-password"
        label={t('send.secretAgain')}
        error={problem('secretAgain')}
        value={secretAgain}
        onInput={(typed) => change('secretAgain', typed)}
      />
      <div class="radio">
        <input type="checkbox" id="showSecret" checked={isShown} onChange={() => setShown(!isShown)} />
        <label for="showSecret">{t('send.show')}</label>
      </div>
    </>
  );
}
