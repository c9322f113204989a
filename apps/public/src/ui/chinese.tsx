import type { ComponentChildren } from 'preact';
import { useTexts } from '../i18n/i18n.ts';

/** Text that exists in Chinese only: on an English page a screen reader is told so. */
export function Chinese({ children }: { children: ComponentChildren }) {
  const { language } = useTexts();
  return <span lang={language === 'zh-CN' ? undefined : 'zh-CN'}>{children}</span>;
}
