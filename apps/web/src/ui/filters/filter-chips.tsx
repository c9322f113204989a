import { CloseOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { SearchRecord } from '../search-params.ts';
import styles from './filter-bar.module.css';
import type { ActiveFilter } from './filter-field.ts';

type FilterChipsProps = { filters: readonly ActiveFilter[]; onLift: (patch: SearchRecord) => void };

/** The filters in force; pressing a chip lifts it. */
export function FilterChips({ filters, onLift }: FilterChipsProps) {
  const { t } = useTranslation(['tables', 'common']);
  if (filters.length === 0) return null;
  const liftAll = () => onLift(Object.assign({}, ...filters.map((filter) => blank(filter.lift))));
  return (
    <ul className={styles.chips} aria-label={t('activeFilters')}>
      {filters.map((filter) => (
        <li key={filter.id}>
          <button
            type="button"
            className={styles.chip}
            aria-label={t('removeFilter', { filter: filter.text })}
            onClick={() => onLift(filter.lift)}
          >
            {filter.text}
            <CloseOutlined />
          </button>
        </li>
      ))}
      <li>
        <button type="button" className={styles.clear} onClick={liftAll}>
          {t('common:clearAll')}
        </button>
      </li>
    </ul>
  );
}

const blank = (lift: SearchRecord): SearchRecord => Object.fromEntries(Object.keys(lift).map((name) => [name, undefined]));
