import { useTranslation } from 'react-i18next';
import { KeyFigure } from '../../charts/key-figure.tsx';
import { type ItemFilter, ledgerSearch } from '../../ui/ledger-link.ts';
import { useSession } from '../../ui/session.ts';
import { shareOf } from '../../ui/share.ts';
import { useHref } from '../../ui/use-href.ts';
import styles from './complaints.module.css';
import type { ComplaintRate } from './complaints-query.ts';

/** What a rate's numerator counts, as the ledger lists it. */
const counted: Record<ComplaintRate['rate'], (asOf: string) => ItemFilter> = {
  CLOSED_ON_TIME: (asOf) => ({ closed: { to: asOf }, closedOnTime: true }),
  SETTLED_ON_TIME: () => ({ isSettlementDue: true, closedOnTime: true }),
  SATISFIED: () => ({ satisfactions: ['SATISFIED', 'BASICALLY_SATISFIED'] }),
  REWORKED: () => ({ isReworked: true }),
};

/** The rates of the complaints, each with its fraction and its change since last month; each leads to its numerator. */
export function RateFigures({ rates }: { rates: readonly ComplaintRate[] }) {
  const { t } = useTranslation('complaints');
  const { asOf } = useSession();
  const href = useHref();
  return (
    <div className={styles.rates}>
      {rates.map(({ rate, percent, numerator, denominator, changePoints }) => (
        <KeyFigure
          key={rate}
          theme={t(`rates.${rate}`)}
          label={t(`rateOf.${rate}`)}
          share={shareOf(percent)}
          numerator={numerator}
          denominator={denominator}
          change={changePoints}
          href={href({ to: '/items', search: ledgerSearch({ kinds: ['COMPLAINT'], ...counted[rate](asOf) }) })}
        />
      ))}
    </div>
  );
}
