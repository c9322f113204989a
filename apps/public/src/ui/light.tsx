import type { PromiseState } from '../gql/graphql.ts';
import { useTexts } from '../i18n/i18n.ts';

/** How a promise stands: shape, word and colour together. */
export function LightMark({ state }: { state: PromiseState }) {
  const { t } = useTexts();
  return (
    <span class={`light ${state}`}>
      <svg width="12" height="12" viewBox="0 0 10 10" aria-hidden="true" focusable="false">
        {state === 'ON_PLAN' && <circle cx="5" cy="5" r="4.5" fill="currentColor" />}
        {state === 'BEHIND' && <path d="M5 0.4 9.9 9.4H0.1Z" fill="currentColor" />}
        {state === 'DONE' && <path d="M0.8 5.4 3.8 8.4 9.2 1.8" fill="none" stroke="currentColor" stroke-width="2" />}
        {state === 'NOT_REPORTED' && <circle cx="5" cy="5" r="3.7" fill="none" stroke="currentColor" stroke-width="1.6" />}
      </svg>
      {t(`light.${state}`)}
    </span>
  );
}
