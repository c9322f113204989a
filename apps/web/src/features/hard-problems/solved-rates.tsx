import { useTranslation } from 'react-i18next';
import { KeyFigure } from '../../charts/key-figure.tsx';
import { type ItemFilter, ledgerSearch } from '../../ui/ledger-link.ts';
import { shareOf } from '../../ui/share.ts';
import { useHref } from '../../ui/use-href.ts';
import styles from './hard-problems.module.css';
import type { MatrixCell, SolvedRate } from './hard-problems-query.ts';

type SolvedRatesProps = { rates: readonly SolvedRate[]; cells: readonly MatrixCell[]; filter: ItemFilter };

/** 破解率 of all and of each level, with the change on last month and the lights. A card leads to the problems solved, a light to its own. */
export function SolvedRates({ rates, cells, filter }: SolvedRatesProps) {
  const { t } = useTranslation(['hard-problems', 'terms']);
  const href = useHref();
  const drill = (level: SolvedRate['level'], more: ItemFilter) =>
    href({ to: '/items', search: ledgerSearch({ ...filter, ...(level ? { levels: [level] } : {}), ...more }) });
  const chosen = rates.filter(({ level }) => level !== null && (!filter.levels || filter.levels.includes(level)));
  const ordered = [...rates.filter(({ level }) => level === null), ...chosen];
  return (
    <div className={styles.rates}>
      {ordered.map(({ level, percent, solved, problems, changePoints }) => {
        const lights = cells.find((cell) => cell.level === level && cell.theme === null)?.lights;
        return (
          <KeyFigure
            key={level ?? 'ALL'}
            theme={level ? t(`terms:levels.${level}`) : t('allLevels')}
            label={t('solvedRate')}
            share={shareOf(percent)}
            numerator={solved}
            denominator={problems}
            change={changePoints}
            {...(lights ? { counts: { GREEN: lights.green, YELLOW: lights.yellow, RED: lights.red, GREY: lights.grey } } : {})}
            href={drill(level, solved > 0 ? { isSolved: true } : {})}
            {...(filter.lights ? {} : { lightHref: (light) => drill(level, { lights: [light] }) })}
          />
        );
      })}
    </div>
  );
}
