import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './page-head.module.css';

export type Crumb = { label: string; href: string };

type PageHeadProps = {
  title: string;
  /** The way back on inner pages, outermost first. */
  crumbs?: readonly Crumb[];
  /** One line under the title: what this page answers, or an item's number. */
  subtitle?: ReactNode;
  /** Facts beside the title: state, light. */
  marks?: ReactNode;
  /** Buttons at the right; the main one last. */
  actions?: ReactNode;
};

/** The head of a page: its only h1, and the browser tab's title. */
export function PageHead({ title, crumbs, subtitle, marks, actions }: PageHeadProps) {
  const { t } = useTranslation('common');
  return (
    <header className={styles.head}>
      <title>{t('documentTitle', { page: title })}</title>
      <div className={styles.words}>
        {crumbs && (
          <nav className="no-print" aria-label={t('breadcrumb')}>
            <ol className={styles.crumbs}>
              {crumbs.map((crumb) => (
                <li key={crumb.href}>
                  <a href={crumb.href}>{crumb.label}</a>
                </li>
              ))}
            </ol>
          </nav>
        )}
        <div className={styles.line}>
          <h1 className={styles.title}>{title}</h1>
          {marks}
        </div>
        {subtitle && <div className={styles.subtitle}>{subtitle}</div>}
      </div>
      {actions && <div className={`${styles.actions} no-print`}>{actions}</div>}
    </header>
  );
}
