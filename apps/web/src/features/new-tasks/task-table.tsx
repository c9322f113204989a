import { CloseOutlined } from '@ant-design/icons';
import { Button, DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import type { ClipboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitChoice } from '../../ui/session.ts';
import styles from './new-tasks.module.css';
import type { TaskRow } from './task-rows.ts';

type TaskTableProps = {
  rows: readonly TaskRow[];
  units: readonly UnitChoice[];
  /** Holds for rows without a day of their own. */
  defaultDueOn: string | null;
  /** By `tasks.<place>.<field>`; the place counts rows that hold something. */
  problems: Readonly<Record<string, string>>;
  placeOf: (row: TaskRow) => number;
  onChange: (rows: TaskRow[]) => void;
  onPaste: (at: number, text: string) => void;
};

/** A row a task. A block from a sheet pasted into 事项 fills rows from there on. */
export function TaskTable({ rows, units, defaultDueOn, problems, placeOf, onChange, onPaste }: TaskTableProps) {
  const { t } = useTranslation('new-tasks');
  const options = units
    .filter(({ kind }) => kind !== 'CITY')
    .map(({ id, name, shortName }) => ({ value: id, label: shortName, title: name }));
  const set = (key: string, changed: Partial<TaskRow>) => onChange(rows.map((row) => (row.key === key ? { ...row, ...changed } : row)));
  const search = {
    showSearch: {
      filterOption: (text: string, option?: { label: string; title: string }) =>
        Boolean(option && (option.label + option.title).includes(text)),
    },
  };
  const paste = (at: number) => (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    if (!/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    onPaste(at, text);
  };
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className={styles.help}>{t('pasteHelp')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('columns.row')}</th>
            <th scope="col">{t('columns.title')}</th>
            <th scope="col">{t('columns.leadUnit')}</th>
            <th scope="col">{t('columns.assistUnits')}</th>
            <th scope="col">{t('columns.dueOn')}</th>
            <th scope="col">{t('columns.standard')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('columns.remove')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => {
            const problem = (field: string) => problems[`tasks.${placeOf(row)}.${field}`];
            const named = (column: string) => t('cell', { row: index + 1, column });
            const status = (field: string) => (problem(field) ? ({ status: 'error' } as const) : {});
            return (
              <tr key={row.key}>
                <td className={styles.place}>{index + 1}</td>
                <td>
                  <Input
                    value={row.title}
                    maxLength={200}
                    aria-label={named(t('columns.title'))}
                    {...status('title')}
                    onPaste={paste(index)}
                    onChange={({ target }) => set(row.key, { title: target.value })}
                  />
                  <Problem text={problem('title')} />
                </td>
                <td>
                  <Select
                    {...search}
                    className={styles.fill ?? ''}
                    value={row.leadUnitId}
                    options={options}
                    aria-label={named(t('columns.leadUnit'))}
                    {...status('leadUnitId')}
                    onChange={(leadUnitId) => set(row.key, { leadUnitId, unknownUnits: [] })}
                  />
                  <Problem
                    text={
                      problem('leadUnitId') ??
                      (row.unknownUnits.length > 0 ? t('unknownUnits', { names: row.unknownUnits.join('、') }) : undefined)
                    }
                  />
                </td>
                <td>
                  <Select
                    {...search}
                    className={styles.fill ?? ''}
                    mode="multiple"
                    maxTagCount={1}
                    value={row.assistUnitIds}
                    options={options.filter(({ value }) => value !== row.leadUnitId)}
                    aria-label={named(t('columns.assistUnits'))}
                    {...status('assistUnitIds')}
                    onChange={(assistUnitIds) => set(row.key, { assistUnitIds })}
                  />
                  <Problem text={problem('assistUnitIds')} />
                </td>
                <td>
                  <DatePicker
                    value={row.dueOn ? dayjs(row.dueOn) : null}
                    placeholder={defaultDueOn ?? t('columns.dueOn')}
                    aria-label={named(t('columns.dueOn'))}
                    {...status('dueOn')}
                    onChange={(day) => set(row.key, { dueOn: day ? day.format('YYYY-MM-DD') : null })}
                  />
                  <Problem text={problem('dueOn')} />
                </td>
                <td>
                  <Input
                    value={row.standard}
                    maxLength={1000}
                    aria-label={named(t('columns.standard'))}
                    {...status('standard')}
                    onChange={({ target }) => set(row.key, { standard: target.value })}
                  />
                  <Problem text={problem('standard')} />
                </td>
                <td>
                  <Button
                    type="text"
                    size="small"
                    icon={<CloseOutlined />}
                    aria-label={t('removeRow', { row: index + 1 })}
                    onClick={() => onChange(rows.filter(({ key }) => key !== row.key))}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Problem({ text }: { text: string | undefined }) {
  return text ? (
    <p className={styles.problem} role="alert">
      {text}
    </p>
  ) : null;
}
