import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface Props {
  /** How it is drawn; the words say it too. */
  kind: 'good' | 'warn' | 'plain';
  title?: string;
  /** Takes the focus when it appears, so that it is read and seen. */
  takesFocus?: boolean;
  children: ComponentChildren;
}

/** Something that must be read: a box with a line at its side. */
export function Notice({ kind, title, takesFocus = false, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) box.current?.focus();
  }, [takesFocus]);
  return (
    <div class={`notice ${kind}`} role={takesFocus ? 'alert' : undefined} tabIndex={takesFocus ? -1 : undefined} ref={box}>
      {title && <h2>{title}</h2>}
      {children}
    </div>
  );
}
