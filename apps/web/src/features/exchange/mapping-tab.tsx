import { Button, InputNumber, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportTabLayoutInput } from '../../gql/graphql.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import styles from './mapping.module.css';
import type { DraftTab } from './mapping-draft.ts';
import { MappingNeeded } from './mapping-needed.tsx';
import type { Mapping } from './mapping-query.ts';
import { MappingTable } from './mapping-table.tsx';

type MappingTabProps = {
  draft: DraftTab;
  sheets: Mapping['sheets'];
  problems: Readonly<Record<string, string>>;
  onLayout: (layout: ImportTabLayoutInput) => void;
  onColumn: (at: number, key: string | null) => void;
  onConstant: (key: string, value: string) => void;
};

const leftOut = '';

/** One tab of the file: which sheet it is, where its headings stand, and its columns. */
export function MappingTab({ draft, sheets, problems, onLayout, onColumn, onConstant }: MappingTabProps) {
  const { t } = useTranslation('exchange');
  const english = useLanguage() === 'en';
  const id = useId();
  const { tab, sheet } = draft;
  const layout = { tab: tab.name, sheet: tab.sheet ?? null, headerRow: tab.headerRow, headerRows: tab.headerRows };
  const moveTo = (headerRow: number) => onLayout({ ...layout, headerRow });
  const problem = problems.tab ?? problems.sheet ?? problems.headerRow;
  return (
    <section className={styles.tab} aria-labelledby={`${id}-title`}>
      <header className={styles.layout}>
        <h3 id={`${id}-title`}>{t('mapping.tab', { name: tab.name, count: tab.rows })}</h3>
        <span className={styles.place}>
          <label htmlFor={`${id}-sheet`}>{t('mapping.sheet')}</label>
          <Select
            id={`${id}-sheet`}
            size="small"
            aria-label={t('mapping.sheetOf', { tab: tab.name })}
            popupMatchSelectWidth={false}
            value={tab.sheet ?? leftOut}
            options={[
              ...sheets.map(({ key, name, nameEn }) => ({ value: key, label: english ? nameEn : name })),
              { value: leftOut, label: t('mapping.leaveOut') },
            ]}
            onChange={(next: string) => onLayout({ ...layout, sheet: next === leftOut ? null : next })}
          />
        </span>
        {sheet && (
          <span className={styles.place}>
            <label htmlFor={`${id}-row`}>{t('mapping.headerRow')}</label>
            <Button size="small" aria-label={t('mapping.rowUp')} disabled={tab.headerRow <= 1} onClick={() => moveTo(tab.headerRow - 1)}>
              ↑
            </Button>
            <InputNumber
              id={`${id}-row`}
              size="small"
              className={styles.row ?? ''}
              controls={false}
              min={1}
              max={tab.lastHeaderRow}
              precision={0}
              value={tab.headerRow}
              onChange={(next) => next !== null && next !== tab.headerRow && moveTo(next)}
            />
            <Button
              size="small"
              aria-label={t('mapping.rowDown')}
              disabled={tab.headerRow + tab.headerRows > tab.lastHeaderRow}
              onClick={() => moveTo(tab.headerRow + 1)}
            >
              ↓
            </Button>
            <Select
              size="small"
              aria-label={t('mapping.headerRows')}
              value={tab.headerRows}
              options={[1, 2, 3].map((count) => ({ value: count, label: t('mapping.rowCount', { count }) }))}
              onChange={(headerRows: number) => onLayout({ ...layout, headerRows })}
            />
          </span>
        )}
      </header>
      {problem && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      {sheet && (
        <>
          <MappingTable id={id} draft={draft} sheet={sheet} problems={problems} onColumn={onColumn} onConstant={onConstant} />
          <MappingNeeded draft={draft} sheet={sheet} problems={problems} onConstant={onConstant} />
        </>
      )}
    </section>
  );
}
