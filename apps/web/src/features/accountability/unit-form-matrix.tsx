import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Matrix, type MatrixPoint } from '../../charts/matrix.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { useHref } from '../../ui/use-href.ts';
import type { AccountabilityFigures } from './accountability-query.ts';

/** Stands for "all" among the ids of rows and columns. */
const all = 'ALL';
const shownAtFirst = 8;

type UnitFormMatrixProps = Pick<AccountabilityFigures, 'accountabilityMatrix' | 'accountabilityForms'>;

/** Unit × form, the mildest form first, with the administrative heads among them. Each number leads to exactly its records. */
export function UnitFormMatrix({ accountabilityMatrix: cells, accountabilityForms: forms }: UnitFormMatrixProps) {
  const { t } = useTranslation(['accountability', 'charts']);
  const english = useLanguage() === 'en';
  const href = useHref();
  const [isWhole, setWhole] = useState(false);
  const used = forms.filter(({ count }) => count > 0);
  const units = [...new Map(cells.map(({ unitId, unitName }) => [unitId, unitName]))].map(([id, label]) => ({ id, label }));
  const shown = isWhole ? units : units.slice(0, shownAtFirst);
  const point = (row: string, column: string, counted: readonly { count: number; administrativeHeads: number }[]): MatrixPoint => {
    const heads = sum(counted.map(({ administrativeHeads }) => administrativeHeads));
    return { row, column, value: sum(counted.map(({ count }) => count)), ...(heads > 0 ? { done: heads } : {}) };
  };
  return (
    <>
      <Matrix
        label={t('matrix.title')}
        rows={[...shown, { id: all, label: t('charts:total') }]}
        columns={[
          ...used.map(({ code, name, nameEn }) => ({ id: code, label: english ? nameEn : name })),
          { id: all, label: t('charts:total') },
        ]}
        points={[
          ...cells.map((cell) => point(cell.unitId, cell.form, [cell])),
          ...units.map(({ id }) =>
            point(
              id,
              all,
              cells.filter(({ unitId }) => unitId === id),
            ),
          ),
          ...used.map((form) => point(all, form.code, [form])),
          point(all, all, used),
        ]}
        unit={t('people')}
        rowTitle={t('matrix.unit')}
        doneLabel={t('matrix.heads')}
        totals={[all]}
        href={({ row, column, value }) =>
          value > 0
            ? href({
                to: '/accountability',
                search: {
                  ...(row === all ? {} : { units: [row] }),
                  ...(column === all ? {} : { forms: [column] }),
                  status: 'IN_FORCE',
                },
                hash: 'register',
              })
            : undefined
        }
      />
      {units.length > shownAtFirst && (
        <Button type="link" size="small" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('matrix.fewer', { count: shownAtFirst }) : t('matrix.all', { count: units.length })}
        </Button>
      )}
    </>
  );
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
