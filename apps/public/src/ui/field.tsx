import type { ComponentChildren } from 'preact';
import { useTexts } from '../i18n/i18n.ts';

interface FrameProps {
  /** Also the name of the field in a problem. */
  id: string;
  label: string;
  hint?: ComponentChildren;
  error?: string | undefined;
  isOptional?: boolean;
}

/** Ids that describe a control: its hint, its error. */
export const describedBy = ({ id, hint, error }: Pick<FrameProps, 'id' | 'hint' | 'error'>) =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;

/** Label above, hint and error under it, then the control. */
export function FieldFrame({ id, label, hint, error, isOptional, children }: FrameProps & { children: ComponentChildren }) {
  const { t } = useTexts();
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for={id}>
        {label}
        {isOptional && <span class="optional">{t('field.optional')}</span>}
      </label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldError id={id} error={error} />
      {children}
    </div>
  );
}

export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  const { t } = useTexts();
  if (!error) return null;
  return (
    <p class="error" id={`${id}-error`}>
      <span class="visually-hidden">{t('errors.field')}</span>
      {error}
    </p>
  );
}

interface TextProps extends FrameProps {
  value: string;
  onInput: (value: string) => void;
  type?: 'text' | 'tel' | 'date' | 'password';
  inputMode?: 'numeric' | 'tel';
  autocomplete?: string;
  /** Drawn about this many characters wide. */
  width?: number;
  max?: string;
}

/** One line of text. */
export function TextField({ value, onInput, type = 'text', inputMode, autocomplete = 'off', width, max, ...frame }: TextProps) {
  return (
    <FieldFrame {...frame}>
      <input
        id={frame.id}
        name={frame.id}
        // The types of input are a union by role; all of these are plain text fields to it.
        type={type as 'text'}
        value={value}
        inputMode={inputMode}
        autocomplete={autocomplete}
        autocapitalize="off"
        spellcheck={false}
        max={max}
        class={width ? `width-${width}` : undefined}
        aria-invalid={frame.error ? 'true' : undefined}
        aria-describedby={describedBy(frame)}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </FieldFrame>
  );
}

interface AreaProps extends FrameProps {
  value: string;
  onInput: (value: string) => void;
  rows?: number;
  /** Says how many characters are left. */
  limit?: number;
  count?: number;
}

/** Several lines of text. Nothing is cut off: what is too long is said. */
export function TextArea({ value, onInput, rows = 4, limit, count = 0, ...frame }: AreaProps) {
  const { t } = useTexts();
  const described = [describedBy(frame), limit && `${frame.id}-left`].filter(Boolean).join(' ') || undefined;
  return (
    <FieldFrame {...frame}>
      <textarea
        id={frame.id}
        name={frame.id}
        rows={rows}
        value={value}
        autocomplete="off"
        aria-invalid={frame.error ? 'true' : undefined}
        aria-describedby={described}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {limit !== undefined && (
        <p class="hint" id={`${frame.id}-left`}>
          {count > limit ? t('facts.over', { count: count - limit }) : t('facts.left', { count: limit - count })}
        </p>
      )}
    </FieldFrame>
  );
}

interface RadioProps<Value extends string> {
  id: string;
  legend: string;
  hint?: string;
  error?: string | undefined;
  isOptional?: boolean;
  options: readonly { value: Value; label: string; hint?: string }[];
  value: Value | null;
  onChoose: (value: Value) => void;
}

/** One of a few. The first choice carries the field's id, so that an error's link leads to it. */
export function Radios<Value extends string>({ id, legend, hint, error, isOptional, options, value, onChoose }: RadioProps<Value>) {
  const { t } = useTexts();
  return (
    <fieldset class={error ? 'field wrong' : 'field'} aria-describedby={describedBy({ id, hint, error })}>
      <legend>
        {legend}
        {isOptional && <span class="optional">{t('field.optional')}</span>}
      </legend>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldError id={id} error={error} />
      {options.map((option, index) => {
        const own = index === 0 ? id : `${id}-${option.value}`;
        return (
          <div class="radio" key={option.value}>
            <input
              type="radio"
              id={own}
              name={id}
              value={option.value}
              checked={value === option.value}
              aria-describedby={option.hint && `${own}-about`}
              onChange={() => onChoose(option.value)}
            />
            <label for={own}>
              {option.label}
              {option.hint && (
                <span class="hint" id={`${own}-about`}>
                  {option.hint}
                </span>
              )}
            </label>
          </div>
        );
      })}
    </fieldset>
  );
}
