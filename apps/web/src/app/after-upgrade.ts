const key = 'duban.reloadedAt';
/** A second failure within this long is no upgrade: the error page says so. */
const quietMs = 60_000;

/** A page left open over an upgrade asks for files that are gone: load it anew, once, and it has the new ones. */
export function reloadAfterUpgrade(): void {
  window.addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem(key) ?? 0);
    if (Date.now() - last < quietMs) return;
    event.preventDefault();
    sessionStorage.setItem(key, String(Date.now()));
    window.location.reload();
  });
}
