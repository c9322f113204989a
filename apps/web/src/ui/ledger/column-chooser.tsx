import { SettingOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './ledger-table.module.css';
import type { LedgerColumn } from './ledger-types.ts';

type ColumnChooserProps<Row> = {
  columns: readonly LedgerColumn<Row>[];
  shown: readonly LedgerColumn<Row>[];
  onToggle: (columnId: string) => void;
  onReset: () => void;
};

/** A list of the ledger's columns to tick. */
export function ColumnChooser<Row>({ columns, shown, onToggle, onReset }: ColumnChooserProps<Row>) {
  const { t } = useTranslation('tables');
  const list = (
    <fieldset className={styles.chooser}>
      <legend className="visually-hidden">{t('columns')}</legend>
      {columns.map((column) => (
        <Checkbox
          key={column.id}
          checked={shown.includes(column)}
          disabled={Boolean(column.always || column.main)}
          onChange={() => onToggle(column.id)}
        >
          {column.title}
        </Checkbox>
      ))}
      <Button size="small" type="link" onClick={onReset}>
        {t('resetColumns')}
      </Button>
    </fieldset>
  );
  return (
    <Popover content={list} trigger="click" placement="bottomRight">
      <Button size="small" icon={<SettingOutlined />}>
        {t('columns')}
      </Button>
    </Popover>
  );
}
