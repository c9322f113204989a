import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';

/** The address of a link that leads to a page of this product: not to a file, another site, or a place on the same page. */
export function pageHref(target: EventTarget | null): string | undefined {
  const link = target instanceof Element ? target.closest('a[href]') : null;
  const href = link?.getAttribute('href');
  if (!link || !href?.startsWith('/') || href.startsWith('//') || /^\/(files|graphql|events)\b/.test(href)) return undefined;
  if (link.hasAttribute('download') || (link.getAttribute('target') ?? '_self') !== '_self') return undefined;
  return href;
}

const isPlainPress = (event: MouseEvent) =>
  event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey && !event.defaultPrevented;

/**
 * Makes every plain `<a href="/…">`, in charts and tables too, move within the page, and fetches its code and data
 * when it is pointed at or focused. So charts need no router, and a link stays a link (new tab, copy, print).
 */
export function useLinkCapture(): void {
  const router = useRouter();
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const href = isPlainPress(event) ? pageHref(event.target) : undefined;
      if (href === undefined) return;
      event.preventDefault();
      void router.navigate({ href });
    };
    let timer: number | undefined;
    const prepare = (event: Event) => {
      window.clearTimeout(timer);
      const href = pageHref(event.target);
      if (href === undefined) return;
      timer = window.setTimeout(() => {
        // A preload that fails is only a link that wasn't prepared; following it will say why.
        router.preloadRoute({ href } as Parameters<typeof router.preloadRoute>[0]).catch(() => undefined);
      }, 60);
    };
    document.addEventListener('click', follow);
    document.addEventListener('mouseover', prepare);
    document.addEventListener('focusin', prepare);
    return () => {
      window.clearTimeout(timer);
      document.removeEventListener('click', follow);
      document.removeEventListener('mouseover', prepare);
      document.removeEventListener('focusin', prepare);
    };
  }, [router]);
}
