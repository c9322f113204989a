import { Button, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { ConstantField } from './constant-field.tsx';
import styles from './mapping.module.css';
import type { DraftTab } from './mapping-draft.ts';
import type { MappingColumn, MappingSheet } from './mapping-query.ts';

type MappingNeededProps = {
  draft: DraftTab;
  sheet: MappingSheet;
  problems: Readonly<Record<string, string>>;
  onConstant: (key: string, value: string) => void;
};

/** Columns of ours that no column of the file feeds: those that must be there with what to do, and others that a person gives one value. */
export function MappingNeeded({ draft, sheet, problems, onConstant }: MappingNeededProps) {
  const { t } = useTranslation('exchange');
  const english = useLanguage() === 'en';
  const [added, setAdded] = useState<readonly string[]>([]);
  const nameOf = ({ header, headerEn }: MappingColumn) => (english ? headerEn : header);
  const fed = new Set(draft.columns.values());
  const free = sheet.columns.filter(({ key, isNeeded, mayBeConstant }) => !isNeeded && mayBeConstant && !fed.has(key));
  const isShown = ({ key }: MappingColumn) => added.includes(key) || (draft.constants[key] ?? '') !== '';
  const others = free.filter(isShown);
  const line = (column: MappingColumn) => (
    <Line
      key={column.key}
      column={column}
      name={nameOf(column)}
      value={draft.constants[column.key] ?? ''}
      problem={problems[`constants.${column.key}`] ?? problems[`required.${column.key}`]}
      onConstant={onConstant}
      {...(column.isNeeded
        ? {}
        : {
            onRemove: () => {
              setAdded(added.filter((key) => key !== column.key));
              onConstant(column.key, '');
            },
          })}
    />
  );
  return (
    <>
      {draft.missing.length > 0 && (
        <section className={styles.needed} aria-label={t('mapping.needed')}>
          <h3>{t('mapping.needed')}</h3>
          <p className={styles.faint}>{t('mapping.neededHelp')}</p>
          <ul>{draft.missing.map(line)}</ul>
        </section>
      )}
      {free.length > 0 && (
        <section className={styles.needed} aria-label={t('mapping.others')}>
          <h3>{t('mapping.others')}</h3>
          {others.length > 0 && <ul>{others.map(line)}</ul>}
          <Select
            size="small"
            className={styles.select ?? ''}
            aria-label={t('mapping.addConstant')}
            placeholder={t('mapping.addConstant')}
            popupMatchSelectWidth={260}
            showSearch={{ optionFilterProp: 'label' }}
            value={null}
            options={free.filter((column) => !isShown(column)).map((column) => ({ value: column.key, label: nameOf(column) }))}
            onChange={(key: string | null) => key && setAdded([...added, key])}
          />
        </section>
      )}
    </>
  );
}

type LineProps = {
  column: MappingColumn;
  name: string;
  value: string;
  problem: string | undefined;
  onConstant: (key: string, value: string) => void;
  onRemove?: () => void;
};

function Line({ column, name, value, problem, onConstant, onRemove }: LineProps) {
  const { t } = useTranslation('exchange');
  const english = useLanguage() === 'en';
  const id = useId();
  return (
    <li className={styles.line}>
      <strong>{name}</strong>
      {column.mayBeConstant && (
        <ConstantField
          column={column}
          label={t('mapping.constantOf', { column: name })}
          value={value}
          describedBy={id}
          isWrong={problem !== undefined}
          onChange={(next) => onConstant(column.key, next)}
        />
      )}
      {onRemove && (
        <Button size="small" type="link" aria-label={t('mapping.removeOf', { column: name })} onClick={onRemove}>
          {t('mapping.remove')}
        </Button>
      )}
      <span id={id} className={problem ? styles.problem : styles.faint}>
        {problem ?? (column.mayBeConstant ? (english ? column.meaningEn : column.meaning) : t('mapping.mapIt'))}
      </span>
    </li>
  );
}
