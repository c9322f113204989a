/** Whether the browser can keep the page: over https, and not while the product is developed. */
export const canKeepPage = import.meta.env.PROD && 'serviceWorker' in navigator;

/** Has the browser keep the page of the form and its code (`service-worker/`), so that it opens without a network. */
export function keepPageOnDevice(): void {
  // Refused by the browser's settings: the form works as long as it stays open.
  if (canKeepPage) navigator.serviceWorker.register('/service-worker.js').catch(() => undefined);
}
