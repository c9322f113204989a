import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import styles from './ledger-table.module.css';
import { type LedgerPageInfo, type LedgerPatch, pageSizes } from './ledger-types.ts';

type PagerProps = { pageInfo: LedgerPageInfo; size: number; onChange: (patch: LedgerPatch) => void };

/** 上一页 · 下一页 and the page size. Pages have no numbers: rows may come and go between two looks. */
export function Pager({ pageInfo, size, onChange }: PagerProps) {
  const { t } = useTranslation('tables');
  return (
    <nav className={`${styles.pager} no-print`} aria-label={t('paging')}>
      <Select
        aria-label={t('rows')}
        value={size}
        options={pageSizes.map((value) => ({ value, label: t('perPage', { size: value }) }))}
        onChange={(value: number) => onChange({ size: value, after: undefined, before: undefined })}
      />
      <Button
        icon={<LeftOutlined />}
        disabled={!pageInfo.hasPreviousPage}
        onClick={() => onChange({ before: pageInfo.startCursor ?? undefined, after: undefined })}
      >
        {t('previous')}
      </Button>
      <Button
        icon={<RightOutlined />}
        iconPlacement="end"
        disabled={!pageInfo.hasNextPage}
        onClick={() => onChange({ after: pageInfo.endCursor ?? undefined, before: undefined })}
      >
        {t('next')}
      </Button>
    </nav>
  );
}
