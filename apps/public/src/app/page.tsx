import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useTexts } from '../i18n/i18n.ts';
import { arrival } from './router.ts';
import { useSiteTitle } from './site.ts';

interface Props {
  title: ComponentChildren;
  /** The browser tab's title, where the heading is more than text. */
  tabTitle?: string;
  /** Line over the heading, such as 第 2 步，共 5 步. */
  over?: string;
  /** Errors stand on the page: the tab says so. */
  hasErrors?: boolean;
  /** Takes the focus even though the address is the same. */
  takesFocus?: boolean;
  children: ComponentChildren;
}

/** One page: its only h1, which takes the focus on arrival, and the tab's title. */
export function Page({ title, tabTitle = String(title), over, hasErrors = false, takesFocus = false, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { t } = useTexts();
  const siteTitle = useSiteTitle();
  const name = `${over ? `${tabTitle}（${over}）` : tabTitle} - ${siteTitle}`;

  useEffect(() => {
    document.title = hasErrors ? t('errors.tab', { title: name }) : name;
  }, [name, hasErrors, t]);

  useEffect(() => {
    const { hasMoved, isPush } = arrival();
    if (!hasMoved && !takesFocus) return;
    if (isPush || takesFocus) window.scrollTo(0, 0);
    const field = hasMoved && location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
    if (field) {
      field.focus();
      field.scrollIntoView?.({ block: 'center' });
    } else heading.current?.focus({ preventScroll: true });
  }, [takesFocus]);

  return (
    <>
      {over && <p class="over">{over}</p>}
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </>
  );
}
