import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { ConstantField } from './constant-field.tsx';
import styles from './mapping.module.css';
import type { DraftTab } from './mapping-draft.ts';
import type { MappingHeader, MappingSheet } from './mapping-query.ts';

type MappingTableProps = {
  id: string;
  draft: DraftTab;
  sheet: MappingSheet;
  /** Sentences by part of the tab, e.g. `columns.3`. */
  problems: Readonly<Record<string, string>>;
  onColumn: (at: number, key: string | null) => void;
  onConstant: (key: string, value: string) => void;
};

/** No column of ours has this key. */
const leftOut = '';

/** Every column of the file: its heading, samples, the column of ours that it feeds, and what stands for its empty cells. */
export function MappingTable({ id, draft, sheet, problems, onColumn, onConstant }: MappingTableProps) {
  const { t } = useTranslation('exchange');
  const english = useLanguage() === 'en';
  const nameOf = ({ header, headerEn }: MappingSheet['columns'][number]) => (english ? headerEn : header);
  const headingOf = ({ header, letter }: MappingHeader) => header || t('mapping.noHeading', { letter });
  const feeder = new Map([...draft.columns].map(([at, key]) => [key, draft.tab.headers.find((header) => header.at === at)]));
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t('mapping.tableOf', { tab: draft.tab.name })}</caption>
        <thead>
          <tr>
            {(['letter', 'header', 'samples', 'column', 'empty'] as const).map((part) => (
              <th key={part} scope="col">
                {t(`mapping.columns.${part}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {draft.tab.headers.map((header) => {
            const key = draft.columns.get(header.at) ?? leftOut;
            const column = sheet.columns.find((each) => each.key === key);
            const problem = problems[`columns.${header.at}`];
            const isGuess = column !== undefined && draft.tab.source === 'GUESSED' && key === header.guess && !header.isCertain;
            const empty = draft.tab.rows - header.filled;
            return (
              <tr key={header.at} className={column ? '' : styles.leftOut}>
                <td className={styles.letter}>{header.letter}</td>
                <th scope="row">{headingOf(header)}</th>
                <td className={styles.samples}>
                  <Samples header={header} />
                </td>
                <td className={styles.column}>
                  <Select
                    size="small"
                    className={styles.select ?? ''}
                    aria-label={t('mapping.columnOf', { header: headingOf(header) })}
                    aria-describedby={`${id}-${header.at}`}
                    aria-invalid={problem !== undefined}
                    {...(problem ? { status: 'error' as const } : {})}
                    popupMatchSelectWidth={260}
                    showSearch={{ optionFilterProp: 'label' }}
                    value={key}
                    options={[
                      { value: leftOut, label: t('mapping.leaveOut') },
                      ...sheet.columns.map((each) => {
                        const other = feeder.get(each.key);
                        const taken = other && other.at !== header.at ? t('mapping.takenBy', { header: headingOf(other) }) : '';
                        return { value: each.key, label: `${nameOf(each)}${each.isNeeded ? ' *' : ''}${taken}` };
                      }),
                    ]}
                    onChange={(next: string) => onColumn(header.at, next === leftOut ? null : next)}
                  />
                  <p id={`${id}-${header.at}`} className={problem ? styles.problem : styles.faint}>
                    {problem ?? (isGuess ? t('mapping.guessed') : (column && (english ? column.meaningEn : column.meaning)) || '')}
                  </p>
                </td>
                <td className={column?.isNeeded && empty > 0 ? styles.empty : styles.count}>
                  {column?.isNeeded && column.mayBeConstant && empty > 0 ? (
                    <>
                      <ConstantField
                        column={column}
                        label={t('mapping.emptyOf', { column: nameOf(column) })}
                        value={draft.constants[key] ?? ''}
                        describedBy={`${id}-${header.at}-empty`}
                        isWrong={problems[`constants.${key}`] !== undefined}
                        onChange={(value) => onConstant(key, value)}
                      />
                      <p id={`${id}-${header.at}-empty`} className={problems[`constants.${key}`] ? styles.problem : styles.faint}>
                        {problems[`constants.${key}`] ?? t('mapping.emptyCells', { count: empty })}
                      </p>
                    </>
                  ) : (
                    <span className={styles.faint}>{empty > 0 ? t('mapping.emptyCells', { count: empty }) : '—'}</span>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Samples({ header }: { header: MappingHeader }) {
  const { t } = useTranslation('exchange');
  if (header.samples.length === 0) return <span className={styles.faint}>{t('mapping.noValues')}</span>;
  return (
    <>
      <ul className={styles.values}>
        {header.samples.map((sample) => (
          <li key={sample}>{sample}</li>
        ))}
      </ul>
      {header.isMasked && <span className={styles.faint}>{t('mapping.masked')}</span>}
    </>
  );
}
