import { useTexts } from '../i18n/i18n.ts';

/** Prints the page, where the browser can. */
export function PrintButton({ label }: { label?: string }) {
  const { t } = useTexts();
  if (typeof window.print !== 'function') return null;
  return (
    <button type="button" class="second no-print" onClick={() => window.print()}>
      {label ?? t('read.print')}
    </button>
  );
}
