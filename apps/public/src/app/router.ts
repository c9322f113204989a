import { createStore } from './store.ts';

/** Where the site stands on its server. */
const base = '/public';

const pathOf = (pathname: string) => (pathname.startsWith(base) ? pathname.slice(base.length) : pathname).replace(/\/+$/, '') || '/';

const path = createStore(pathOf(location.pathname));
let hasMoved = false;
let isPush = false;

/** Path below the site's own, without a slash at its end: `/` is the home page. */
export const usePath = path.use;

/** The address of a page, for a link: `href('/complain')`. */
export const href = (to: string) => `${base}${to}`;

/** How the present page was come to. The first one was loaded: the browser puts the focus itself. */
export const arrival = () => ({ hasMoved, isPush });

function arrive(push: boolean): void {
  hasMoved = true;
  isPush = push;
  path.set(pathOf(location.pathname));
}

/** Moves to another page of the site; `replace` leaves the one before out of the history. */
export function go(to: string, { replace = false } = {}): void {
  if (replace) history.replaceState(null, '', href(to));
  else history.pushState(null, '', href(to));
  arrive(true);
}

/** The link that a click follows within the site; undefined where the browser should do as it always does. */
function followed(event: MouseEvent): string | undefined {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return undefined;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link?.href || link.target || link.hasAttribute('download') || link.origin !== location.origin) return undefined;
  if (link.pathname !== base && !link.pathname.startsWith(`${base}/`)) return undefined;
  const isHere = link.pathname === location.pathname && link.hash !== '';
  return isHere ? undefined : `${pathOf(link.pathname)}${link.hash}`;
}

/** Makes plain links move within the page, and the browser's back button too. Returns what undoes it. */
export function startRouter(): () => void {
  const onClick = (event: MouseEvent) => {
    const to = followed(event);
    if (to === undefined) return;
    event.preventDefault();
    go(to);
  };
  const onBack = () => arrive(false);
  document.addEventListener('click', onClick);
  window.addEventListener('popstate', onBack);
  path.set(pathOf(location.pathname));
  return () => {
    document.removeEventListener('click', onClick);
    window.removeEventListener('popstate', onBack);
  };
}
