import { useTranslation } from 'react-i18next';
import { KeyFigure } from '../../charts/key-figure.tsx';
import { ledgerSearch } from '../../ui/ledger-link.ts';
import { shareOf } from '../../ui/share.ts';
import { useHref } from '../../ui/use-href.ts';
import styles from './complaints.module.css';
import type { ComplaintRate } from './complaints-query.ts';
import { countedIn, Definition } from './definition.tsx';

/** The rates of the complaints, each with its fraction, its change since last month and its definition; each leads to its numerator. */
export function RateFigures({ rates }: { rates: readonly ComplaintRate[] }) {
  const { t } = useTranslation('complaints');
  const href = useHref();
  return (
    <div className={styles.rates}>
      {rates.map((one) => (
        <div key={one.rate} className={styles.rate}>
          <KeyFigure
            theme={t(`rates.${one.rate}`)}
            label={t(`rateOf.${one.rate}`)}
            share={shareOf(one.percent)}
            numerator={one.numerator}
            denominator={one.denominator}
            change={one.changePoints}
            href={href({ to: '/items', search: ledgerSearch({ kinds: ['COMPLAINT'], ...countedIn[one.rate].some }) })}
          />
          <Definition rate={one} />
        </div>
      ))}
    </div>
  );
}
